"""What a place says on a topic on one day, ready to be shown or handed on."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from unbarred.law import files, index, topics
from unbarred.law.browsing.about_place import about_place
from unbarred.law.browsing.chapters import Chapter, Said
from unbarred.law.browsing.finding import Asked
from unbarred.law.browsing.headings import TOPICS
from unbarred.law.browsing.particulars import particulars
from unbarred.law.facts import Fact
from unbarred.law.index import GENERAL
from unbarred.law.jurisdictions import Place
from unbarred.law.remedies import RemedyPart
from unbarred.law.sections import Sections


@dataclass(frozen=True)
class TopicPage:
    """Everything a place says on a topic on one day."""

    place: Place
    topic: str
    as_of: datetime.date
    chapters: tuple[Chapter, ...]
    names: dict[str, str]
    """The name of the place and of each above it, by slug."""

    @property
    def title(self) -> str:
        """`New York: Clemency`."""
        return f"{self.place.name}: {TOPICS.get(self.topic, self.topic.capitalize())}"

    def facts(self) -> Iterator[Fact]:
        """Yield every fact in force that day."""
        for chapter in self.chapters:
            yield from (each.fact for each in chapter.said)


def topic_page(root: Path, place: Place, asked: Asked, as_of: datetime.date) -> TopicPage:
    """Return what `place` says on what is `asked`, as of a day; facts not in force then are set apart."""
    chapters = (
        *_own(root, place.slug, asked),
        *_from_above(root, place.slug, asked),
        *about_place(root, place.slug, asked.topic),
    )
    names = {slug: files.place(root, slug).name for slug in files.lineage(root, place.slug)}
    return TopicPage(place, asked.topic, as_of, tuple(each.on(as_of) for each in chapters), names)


def _own(root: Path, slug: str, asked: Asked) -> Iterator[Chapter]:
    file = topics.topic_file(root, slug, asked.topic)
    if file is None:
        return
    if list(file.general.facts()) or file.general.not_found:
        said = [
            Said(section, fact, slug, *particulars(file.general, section))
            for section, fact in file.general.by_section()
        ]
        yield _chapter(GENERAL, "In general", file.general, said)
    for key, part in file.remedies.items():
        if asked.remedy in ("", key):
            whole = topics.remedy(root, slug, f"{asked.topic}/{key}")
            in_general = {fact.id for fact in file.general.facts()}
            said = [
                each
                for each in _said(root, slug, asked.topic, key, whole or part)
                if each.place != slug or each.fact.id not in in_general
            ]
            yield _chapter(key, whole.title if whole else key, part, said)


def _from_above(root: Path, slug: str, asked: Asked) -> Iterator[Chapter]:
    """Yield the remedies on which the place itself is silent and one above it speaks for it."""
    own = index.own_keys(root, slug, asked.topic)
    above = (index.own_keys(root, each, asked.topic) for each in files.lineage(root, slug)[1:])
    for key in dict.fromkeys(chain.from_iterable(above)):
        if key not in own and asked.remedy in ("", key):
            text = topics.remedy(root, slug, f"{asked.topic}/{key}")
            if text is not None:
                yield _chapter(key, text.title, text, _said(root, slug, asked.topic, key, text))


def _said(root: Path, slug: str, topic: str, key: str, sections: Sections) -> list[Said]:
    """Return the facts of `sections`, each with the nearest place in whose own file it is written."""
    speakers: dict[str, str] = {}
    for place in reversed(files.lineage(root, slug)):
        file = topics.topic_file(root, place, topic)
        for part in (file.general, file.remedies.get(key)) if file else ():
            speakers |= {fact.id: place for fact in (part.facts() if part else ())}
    return [
        Said(section, fact, speakers[fact.id], *particulars(sections, section))
        for section, fact in sections.by_section()
    ]


def _chapter(key: str, title: str, said: Sections, facts: list[Said]) -> Chapter:
    return Chapter(
        key,
        title,
        said.offered if isinstance(said, RemedyPart) else "yes",
        tuple(facts),
        said.addressee,
        said.office,
        said.official_form,
        said.verification,
        said.requests,
        said.not_found,
    )
