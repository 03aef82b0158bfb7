"""Finds what somebody means by a place and by a topic, or says what there is instead."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from unbarred.errors import ContentError, UsageError, nearest
from unbarred.law import files, index, topics
from unbarred.law.browsing.headings import TOPICS
from unbarred.law.jurisdictions import Place
from unbarred.law.words import joined

_FEW = 5
"""As many places can be offered in one sentence."""


@dataclass(frozen=True)
class Asked:
    """A topic of a place, and perhaps one remedy of it."""

    topic: str
    remedy: str = ""
    """The key, `commutation`; empty for all of the topic."""


def find_place(root: Path, asked: str, other_words: Collection[str] = ()) -> Place:
    """Return the place with the slug or the name `asked`; capitals and low lines do not matter.

    Raises `UsageError` with the nearest of the places and of `other_words`, which could
    have been meant too, such as the names of commands.
    """
    slugs = index.slugs(root)
    wanted = _plain(asked)
    if wanted in slugs:
        return files.place(root, wanted)
    places = _sound_places(root, slugs)
    names = {_plain(each.name): each for each in places}
    if wanted in names:
        return names[wanted]
    near = [
        each for name, each in names.items() if wanted and (name.startswith(wanted) or _below(each, wanted))
    ]
    hint = (
        f"Did you mean {joined([f'{each.slug} ({each.name})' for each in near], 'or')}?"
        if 0 < len(near) <= _FEW
        else nearest(wanted, [*slugs, *names, *other_words])
    )
    raise UsageError(
        f"There is no place called {asked!r}.", f"{hint} See them all with: unbarred law".strip()
    )


def find(root: Path, place: Place, asked: str) -> Asked:
    """Return what `asked` names in `place`: `clemency`, `commutation`, `clemency/commutation`, a heading.

    Capitals and low lines do not matter. Raises `UsageError` with the nearest names.
    """
    wanted = _plain(asked)
    if wanted in _own_files(root, place.slug):
        # The commonest question, answered before any file is read.
        return Asked(wanted)
    names = topics.remedy_names(root, place.slug)
    held = held_topics(root, place.slug)
    by_heading = {_plain(heading): topic for topic, heading in TOPICS.items() if topic in held}
    if wanted in held:
        return Asked(wanted)
    if wanted in by_heading:
        return Asked(by_heading[wanted])
    for name in names:
        topic, _, key = name.partition("/")
        if wanted in (name, key):
            return Asked(topic, key)
    what_we_hold = f"What we hold for it: {', '.join(held)}."
    if wanted in TOPICS:
        raise UsageError(f"We hold nothing on {wanted} for {place.name}.", what_we_hold)
    known = [*held, *by_heading, *(name.partition("/")[2] for name in names)]
    hint = nearest(wanted, sorted(set(known))) or what_we_hold
    raise UsageError(f"There is no topic or remedy called {asked!r} for {place.name}.", hint)


def held_topics(root: Path, slug: str) -> list[str]:
    """Return the topics on which there is something for the place, its own and from above, in order."""
    found = {*_own_files(root, slug), *(name.partition("/")[0] for name in topics.remedy_names(root, slug))}
    if files.counting_rules(root, slug):
        found.add("counting")
    if any(
        each.reaches_below
        for above in files.lineage(root, slug)[1:]
        for each in files.organisations(root, above)
    ):
        found.add("help")
    return sorted(found)


def _own_files(root: Path, slug: str) -> set[str]:
    about = {name for name in index.NOT_TOPICS - {"place"} if (root / slug / f"{name}.yml").is_file()}
    return about | set(index.topics(root, slug))


def _plain(text: str) -> str:
    return "-".join(text.strip().casefold().replace("_", " ").replace("-", " ").split())


def _below(place: Place, wanted: str) -> bool:
    """Say whether `wanted` is a part of the slug, such as a country or a state alone."""
    return wanted in place.slug.split("-")


def _sound_places(root: Path, slugs: Sequence[str]) -> list[Place]:
    """Return the places whose files can be read: a fault elsewhere is no answer to a misspelt name."""
    found = []
    for slug in slugs:
        with contextlib.suppress(ContentError):
            found.append(files.place(root, slug))
    return found
