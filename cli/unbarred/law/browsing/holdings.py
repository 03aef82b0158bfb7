"""Every fact that is held, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from unbarred.law import files, index, topics
from unbarred.law.browsing.particulars import NONE, Particulars, of_helper, of_prison, particulars
from unbarred.law.facts import Fact
from unbarred.law.index import GENERAL


@dataclass(frozen=True)
class Holding:
    """A fact and its place in the data."""

    place: str
    """Slug."""
    topic: str
    """The file: `clemency`; also `facilities`, `help`, `sentence`, `redaction`, `counting`."""
    remedy: str
    """The key in it: `commutation`, `general`; empty in files about the place itself."""
    section: str
    """`decided_by`; empty in files about the place itself."""
    fact: Fact
    particulars: Particulars = NONE
    """What stands with it, such as an address."""

    @property
    def address(self) -> str:
        """Where to look it up: `us-ny clemency/commutation half-of-minimum-served`."""
        topic = f"{self.topic}/{self.remedy}" if self.remedy else self.topic
        return f"{self.place} {topic} {self.fact.id}"


def holdings(root: Path, place: str = "") -> Iterator[Holding]:
    """Yield every fact below `root` as it is written, none twice: of all places, or of one.

    What a place takes from above is not repeated with it. Raises `ContentError` for the
    first faulty file.
    """
    for slug in [place] if place else index.slugs(root):
        for topic in index.topics(root, slug):
            yield from topic_holdings(root, slug, topic)
        yield from _about_the_place(root, slug)


def topic_holdings(root: Path, slug: str, topic: str) -> Iterator[Holding]:
    """Yield the facts of one topic of one place, as they are written."""
    file = topics.topic_file(root, slug, topic)
    if file is None:
        return
    for key, sections in {GENERAL: file.general, **file.remedies}.items():
        for section, fact in sections.by_section():
            yield Holding(slug, topic, key, section, fact, particulars(sections, section))


def _about_the_place(root: Path, slug: str) -> Iterator[Holding]:
    for prison in files.facilities(root, slug):
        yield Holding(slug, "facilities", "", "", prison.fact, of_prison(prison))
    for helper in files.organisations(root, slug):
        yield Holding(slug, "help", "", "", helper.fact, of_helper(helper))
    rules = files.time_rules(root, slug)
    for fact in rules.facts() if rules else ():
        yield Holding(slug, "sentence", "", "", fact)
    public = files.redaction_rules(root, slug)
    for fact in public.facts() if public else ():
        yield Holding(slug, "redaction", "", "", fact)
    counting = files.own_counting_rules(root, slug)
    for fact in counting.facts() if counting else ():
        yield Holding(slug, "counting", "", "", fact)
