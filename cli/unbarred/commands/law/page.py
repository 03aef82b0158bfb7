"""A page of law for people: plain words, below each fact where it stands and how sure it is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import typer

from unbarred.commands.law.printing import paragraph
from unbarred.law.browsing import wording
from unbarred.law.browsing.chapters import Chapter, Said
from unbarred.law.browsing.headings import SECTIONS, TOPICS
from unbarred.law.browsing.time_limits import own_counting, time_limit
from unbarred.law.browsing.topic_page import TopicPage
from unbarred.law.deadlines import Deadline
from unbarred.law.facts import Fact, HandIn
from unbarred.law.words import day_words

_SHORT = 160
"""Letters of a fact that does not hold on the day of the page."""


def show(page: TopicPage, *, on_a_given_day: bool, with_links: bool) -> None:
    """Print the page.

    `on_a_given_day` says that somebody asked for the law of that day, and not just for the law.
    """
    paragraph(f"{page.title}, as of {day_words(page.as_of, page.place.days)}")
    paragraph("This tells what the rules say. It is not advice from a lawyer.")
    if on_a_given_day:
        paragraph("A fact whose first and last day we do not know is shown for every day.")
    for chapter in page.chapters:
        _Printer(page, chapter, with_links=with_links).chapter()
    _how_to_read(page, with_links=with_links)


def _how_to_read(page: TopicPage, *, with_links: bool) -> None:
    sources = wording.kinds_used(page.facts())
    if sources:
        typer.echo("\nHOW TO READ THIS\n")
        paragraph("Below each fact stands the law it rests on, where we read it, and when.", 4)
        for kind in sources:
            paragraph(kind, 4, "- ")
    if not with_links:
        paragraph("The links of all pages: add --links.", 4)


class _Printer:
    """Prints one chapter of a page."""

    def __init__(self, page: TopicPage, chapter: Chapter, *, with_links: bool) -> None:
        self.page = page
        self.told = chapter
        self.with_links = with_links
        speakers = {each.place for each in chapter.said}
        self.speaker = speakers.pop() if len(speakers) == 1 else ""
        """The slug of the place that says everything in the chapter, if it is one."""

    def chapter(self) -> None:
        """Print it."""
        self._head()
        for section, said in self.told.by_section():
            if section:
                typer.echo(f"\n  {SECTIONS[section]}")
            for each in said:
                self._fact(each)
        if not (self.told.said or self.told.not_in_force):
            typer.echo("\n    We hold nothing on this yet.")
        self._list("What our papers can ask for", [each.choice for each in self.told.requests])
        self._list("Looked for and not found", self.told.not_found)
        self._list("Not the law on this day", [_days_and_words(each.fact) for each in self.told.not_in_force])

    def _head(self) -> None:
        if self.told.title != TOPICS.get(self.page.topic):
            typer.echo("")
            typer.echo(self.told.title.upper())
        if self.told.offered in wording.OFFERED:
            paragraph(wording.OFFERED[self.told.offered], 2)
        if self.speaker and self.speaker != self.page.place.slug:
            paragraph(self._above(self.speaker), 2)

    def _list(self, heading: str, items: Sequence[str]) -> None:
        if items:
            typer.echo(f"\n  {heading}\n")
        for item in items:
            paragraph(item, 4, "- ")

    def _fact(self, said: Said) -> None:
        typer.echo("")
        if said.about:
            paragraph(said.about, 4)
            for line in said.more:
                paragraph(line, 6)
        for first, text in _words(said.fact):
            paragraph(text, 4, first)
        if said.place not in (self.page.place.slug, self.speaker):
            paragraph(self._above(said.place), 6)
        paragraph(wording.where_it_stands(said.fact), 6)
        for link in wording.links(said.fact) if self.with_links else ():
            paragraph(link, 6)
        if warning := wording.warning(said.fact):
            paragraph(warning, 6, "! ")

    def _above(self, slug: str) -> str:
        name = self.page.names[slug]
        if self.page.topic == "help":
            return f"From the list of {name}; helps here too."
        return f"From the law of {name}; holds here too."


def _words(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield what the fact says, each paragraph with what stands before its first line."""
    yield "", fact.says
    if fact.means:
        yield "", fact.means
    if isinstance(fact, Deadline):
        yield "Time limit: ", time_limit(fact)
        yield from (("  - ", line) for line in own_counting(fact))
    yield from (("Not if: ", unless) for unless in fact.unless)
    if fact.hand_in:
        yield from _to_hand_in(fact.hand_in)
    yield from (("Copy to: ", each) for each in fact.copies_to)
    if fact.caveat:
        yield "Note: ", fact.caveat


def _to_hand_in(paper: HandIn) -> Iterator[tuple[str, str]]:
    said = [paper.what, paper.form and f"Form: {paper.form}", paper.to and f"To: {paper.to}"]
    yield "Hand in: ", " ".join(f"{each.rstrip('.')}." for each in said if each)
    yield from (("  - ", part) for part in paper.contents)


def _days_and_words(fact: Fact) -> str:
    """Return the days on which the fact holds, and the beginning of what it says."""
    days = [f"from {fact.day(fact.since)}"] if fact.since else []
    days += [f"until {fact.day(fact.until)}"] if fact.until else []
    return f"Only {' '.join(days)}: {textwrap.shorten(fact.says, _SHORT, placeholder=' …')}"
