"""What we hold about a place: its own words, its prisons, who helps there, how it counts time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from unbarred.law.facts import DatedShares, Fact, Record, Text, ascending
from unbarred.law.words import LIFE, MONTH_FIRST, day_words

GivenKind = Literal["indeterminate", "determinate", "minimum-to-life", "life"]
"""A kind of sentence as she chooses it; `minimum-to-life` is an indeterminate one without a maximum."""
SentenceKind = Literal["determinate", "indeterminate", "life", "mixed"]


class Place(Record):
    """A place whose law we hold, and the words its prisons use."""

    slug: str
    name: Text
    """As in a list: `New York`."""
    named: str = ""
    """As in a sentence, where that is not its name: `the United States (federal)`."""
    parent: str = ""
    court: str = ""
    """How the place is named where she chooses the court that sentenced her; its name if empty."""
    courts_below: str = ""
    """How the places whose parent it is are named together there."""
    prison_number_label: Text
    """What a person's number in prison is called: `DIN`."""
    prison_number_help: str = ""
    sentence_paper: Text
    """The paper on which the prison counts her time."""
    sentence_paper_help: str = ""
    prison_system: Text
    remand: Text = "jail time credit"
    """What days in custody before the sentence are called."""
    court_area: Text
    """What a court is named after, in a sentence: `county`, `federal district`, `parish`."""
    lawyer: Text = "lawyer"
    """Whom she has in a case, in a sentence: `solicitor`."""
    clerk: Text = "clerk"
    """Who takes papers for a court: `court office`."""
    service_paper: Text = "proof of service"
    """The paper that says who got copies: `certificate of service`."""
    child_agency: Text = "child welfare agency"
    """Who looks after children on the order of a court: `local authority`."""
    spelling: Literal["american", "british"] = "american"
    days: Literal["month first", "day first"] = "month first"
    """How it writes days: `November 21, 2026` or `21 November 2026`."""
    paper_size: Literal["letter", "A4"] = "letter"
    sentence_kinds: tuple[GivenKind, ...] = (
        "indeterminate",
        "determinate",
        "life",
    )
    """The kinds of sentence its courts give, the most usual first."""
    kind_words: dict[GivenKind, Text] = Field(default_factory=dict)
    """What she calls them there, where our own words do not fit."""
    life_words: Text = LIFE
    """How papers speak of a life sentence without a minimum."""
    caution: str = ""
    """Said with every day that we count: whose count decides."""

    @property
    def in_a_sentence(self) -> str:
        """Its name as it stands amid a sentence."""
        return self.named or self.name

    def day(self, day: datetime.date) -> str:
        """Return `day` as the place writes it: `November 21, 2026` or `21 November 2026`."""
        return day_words(day, self.days)

    def example_day(self, year: int, month: int, day: int) -> str:
        """Return a day in figures, in the place's order: `3/14/2031` or `14/3/2031`."""
        first, second = (month, day) if self.days == MONTH_FIRST else (day, month)
        return f"{first}/{second}/{year}"


class Facility(Record):
    """A prison that holds women."""

    name: Text
    lines: tuple[str, ...] = ()
    """Street address, town; empty where no source was found."""
    holds: str = ""
    open: bool = True
    fact: Fact

    @property
    def address(self) -> str:
        """The postal address, one line below the other; empty where none was found."""
        return "\n".join(self.lines)


class Organisation(Record):
    """Somebody who helps: what they do, for whom, and how to reach them."""

    name: Text
    does: Text
    for_whom: Text
    reach: tuple[str, ...] = ()
    href: str = ""
    topics: tuple[str, ...] = ()
    """Topics and remedies it helps with: `clemency`, `clemency/commutation`; empty for all."""
    reaches_below: bool = False
    """It also helps people in the places whose parent this one is."""
    fact: Fact

    def helps_with(self, remedy: str) -> bool:
        """Say whether it helps with the remedy `clemency/commutation`."""
        return not self.topics or remedy in self.topics or remedy.split("/", maxsplit=1)[0] in self.topics


class ShareRule(Fact):
    """Somebody serving one of these kinds of sentence comes to parole or release after a share of it."""

    sentence: tuple[SentenceKind, ...]
    leads_to: Literal["parole", "release"]
    of: Literal["minimum", "term"]
    """The minimum, or the whole: the maximum or the fixed term."""
    values: Annotated[tuple[DatedShares, ...], AfterValidator(ascending)]
    """Each with the one share `served`."""
    longer_than_months: int = 0
    """The rule is only for terms longer than this."""
    not_before_parole: bool = False
    """The day is never earlier than the day of parole eligibility."""


class AggregationRule(Fact):
    """How several sentences of these kinds become one."""

    sentence: tuple[SentenceKind, ...]
    runs: Literal["concurrent", "consecutive"]
    of: Literal["minimum", "maximum", "term"]
    how: Literal["longest", "added"]


class TimeRules(Record):
    """How a place counts time on a sentence: `sentence.yml`."""

    start: Fact | None = None
    """When a sentence starts to run, and what time in jail counts for."""
    shares: tuple[ShareRule, ...] = ()
    aggregation: tuple[AggregationRule, ...] = ()
    also: tuple[Fact, ...] = ()
    """What else moves a day, that we do not count."""
    not_found: tuple[str, ...] = ()

    def facts(self) -> Iterator[Fact]:
        """Yield every rule and fact, in the order of the fields above."""
        yield from [self.start] if self.start else []
        yield from (*self.shares, *self.aggregation, *self.also)
