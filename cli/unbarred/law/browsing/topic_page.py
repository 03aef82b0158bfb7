"""What a place says on a topic on one day, ready to be shown or handed on."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from unbarred.law import files, topics
from unbarred.law.browsing.finding import Asked
from unbarred.law.browsing.headings import SECTIONS, TOPICS
from unbarred.law.facts import Fact
from unbarred.law.index import GENERAL
from unbarred.law.jurisdictions import Place
from unbarred.law.remedies import RemedyPart
from unbarred.law.sections import Addressee, Office, Request, Sections


@dataclass(frozen=True)
class Said:
    """A fact on the page."""

    section: str
    fact: Fact
    place: str
    """The slug of the place that says it: its own, or one above."""
    about: str = ""
    """Whom it is about: the name of a prison or of somebody who helps."""
    more: tuple[str, ...] = ()
    """Address, telephone, what they do: one line each."""


@dataclass(frozen=True)
class Chapter:
    """A remedy, what all remedies of the topic share, or a file about the place itself."""

    key: str
    """`commutation`; `general` for what is shared; the topic itself for a file about the place."""
    title: str
    offered: str
    said: tuple[Said, ...]
    addressee: Addressee | None = None
    office: Office | None = None
    requests: tuple[Request, ...] = ()
    not_found: tuple[str, ...] = ()

    def by_section(self) -> Iterator[tuple[str, list[Said]]]:
        """Yield each section's heading with what is said in it, in the order of a page."""
        for name, heading in {"": "", **SECTIONS}.items():
            said = [each for each in self.said if each.section == name]
            if said:
                yield heading, said


@dataclass(frozen=True)
class TopicPage:
    """Everything a place says on a topic on one day."""

    place: Place
    topic: str
    as_of: datetime.date
    chapters: tuple[Chapter, ...]

    @property
    def title(self) -> str:
        """`New York: Clemency`."""
        return f"{self.place.name}: {TOPICS.get(self.topic, self.topic.capitalize())}"


def topic_page(root: Path, place: Place, asked: Asked, as_of: datetime.date) -> TopicPage:
    """Return what `place` says on what is `asked`, as of a day; facts not in force that day are left out."""
    chapters = [
        *_own(root, place.slug, asked),
        *_from_above(root, place.slug, asked),
        *_about(root, place, asked),
    ]
    in_force = (_in_force(chapter, as_of) for chapter in chapters)
    return TopicPage(place, asked.topic, as_of, tuple(in_force))


def _own(root: Path, slug: str, asked: Asked) -> Iterator[Chapter]:
    file = topics.topic_file(root, slug, asked.topic)
    if file is None:
        return
    if list(file.general.facts()) or file.general.not_found:
        title = "For every way of asking" if len(file.remedies) > 1 else "In general"
        yield _chapter(GENERAL, title, file.general, slug)
    for key, part in file.remedies.items():
        if asked.remedy in ("", key):
            whole = topics.remedy(root, slug, f"{asked.topic}/{key}")
            own = {fact.id for fact in (*file.general.facts(), *part.facts())}
            above = [
                Said(section, fact, files.lineage(root, slug)[1])
                for section, fact in (whole.by_section() if whole else ())
                if fact.id not in own
            ]
            yield _chapter(key, whole.title if whole else key, part, slug, above)


def _from_above(root: Path, slug: str, asked: Asked) -> Iterator[Chapter]:
    """Yield the remedies on which the place itself is silent and one above it speaks for it."""
    own = {f"{asked.topic}/{key}" for key in _keys(root, slug, asked.topic)}
    for name in topics.remedy_names(root, slug):
        topic, _, key = name.partition("/")
        if topic == asked.topic and name not in own and asked.remedy in ("", key):
            text = topics.remedy(root, slug, name)
            if text is not None:
                yield _chapter(key, text.title, text, files.lineage(root, slug)[1])


def _keys(root: Path, slug: str, topic: str) -> tuple[str, ...]:
    file = topics.topic_file(root, slug, topic)
    return tuple(file.remedies) if file else ()


def _about(root: Path, place: Place, asked: Asked) -> Iterator[Chapter]:
    """Yield a file about the place itself as one chapter."""
    reading = {
        "facilities": _facilities,
        "help": _organisations,
        "sentence": _time_rules,
        "counting": _counting_rules,
    }
    if asked.topic in reading:
        said = tuple(reading[asked.topic](root, place.slug))
        yield Chapter(asked.topic, TOPICS[asked.topic], "yes", said)


def _facilities(root: Path, slug: str) -> Iterator[Said]:
    for each in files.facilities(root, slug):
        more = (*each.lines, *([each.holds] if each.holds else []), *([] if each.open else ["closed"]))
        yield Said("", each.fact, slug, each.name, more)


def _organisations(root: Path, slug: str) -> Iterator[Said]:
    for each in files.organisations(root, slug):
        yield Said("", each.fact, slug, each.name, (each.does, f"For: {each.for_whom}", *each.reach))


def _time_rules(root: Path, slug: str) -> Iterator[Said]:
    rules = files.time_rules(root, slug)
    yield from (Said("", fact, slug) for fact in (rules.facts() if rules else ()))


def _counting_rules(root: Path, slug: str) -> Iterator[Said]:
    rules = files.counting_rules(root, slug)
    yield from (Said("", fact, slug) for fact in (rules.facts() if rules else ()))


def _chapter(key: str, title: str, said: Sections, slug: str, above: list[Said] | None = None) -> Chapter:
    return Chapter(
        key,
        title,
        said.offered if isinstance(said, RemedyPart) else "yes",
        (*(Said(section, fact, slug) for section, fact in said.by_section()), *(above or [])),
        said.addressee,
        said.office,
        said.requests,
        said.not_found,
    )


def _in_force(chapter: Chapter, day: datetime.date) -> Chapter:
    return replace(chapter, said=tuple(each for each in chapter.said if each.fact.holds_on(day)))
