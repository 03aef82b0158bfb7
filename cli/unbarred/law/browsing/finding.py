"""Finds what somebody means by a topic: a file, a remedy in one, or a remedy by its full name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from unbarred.errors import UsageError, nearest
from unbarred.law import index, topics
from unbarred.law.browsing.headings import TOPICS
from unbarred.law.jurisdictions import Place


@dataclass(frozen=True)
class Asked:
    """A topic of a place, and perhaps one remedy of it."""

    topic: str
    remedy: str = ""
    """The key, `commutation`; empty for all of the topic."""


def find(root: Path, place: Place, asked: str) -> Asked:
    """Return what `asked` names in `place`: `clemency`, `commutation`, `clemency/commutation`.

    Capitals and low lines do not matter. Raises `UsageError` with the nearest names.
    """
    wanted = asked.strip().casefold().replace("_", "-").replace(" ", "-")
    names = topics.remedy_names(root, place.slug)
    held = [*index.topics(root, place.slug), *(name.partition("/")[0] for name in names)]
    about = [name for name in index.NOT_TOPICS if (root / place.slug / f"{name}.yml").is_file()]
    if wanted in {*held, *about} - {"place"}:
        return Asked(wanted)
    for name in names:
        topic, _, key = name.partition("/")
        if wanted in (name, key):
            return Asked(topic, key)
    known = sorted({*held, *about, *(name.partition("/")[2] for name in names)} - {"place"})
    hint = nearest(wanted, known) or f"What we hold for it: {', '.join(sorted({*held, *about} - {'place'}))}."
    if wanted in TOPICS:
        raise UsageError(f"We hold nothing on {asked} for {place.name}.", hint)
    raise UsageError(f"There is no topic or remedy called {asked!r} for {place.name}.", hint)
