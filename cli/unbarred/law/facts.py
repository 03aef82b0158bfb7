"""A fact of law: what it says, where that stands, and how sure we are of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    WithJsonSchema,
    model_validator,
)

from unbarred.law.supports import Concern, Support
from unbarred.law.words import MONTH_FIRST, day_words

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LINK_PATTERN = r"^(https?://[^\s/]+\.[^\s]+)?$"
_SHARE = r"[0-9]{1,9}(/[1-9][0-9]{0,8})?"

_CASE = re.compile(r" v\. |^(In re|In the Matter of|Matter of|Adoption of) ")
"""How the name of a case looks, as opposed to that of a statute."""

_NUMBERED = re.compile(r"\b(tit|pt|Pub\. L)\. \S+$")
"""How a code ends whose own number stands last (a comma keeps it from a section): `tit. 57, § 332.7`."""

Id = Annotated[str, Field(pattern=ID_PATTERN)]
Text = Annotated[str, Field(min_length=1)]
Link = Annotated[str, Field(pattern=LINK_PATTERN)]


class Record(BaseModel):
    """A piece of law data: knows its keys, refuses others, and does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Citation(Record):
    """Where the law itself stands: `N.Y. Exec. Law`, its link, and the pinpoint `§ 15`."""

    title: Text
    href: Link = ""
    pinpoint: str = ""
    recalled: bool = False
    """The page that was read shows the fact, but not this citation, which is from memory."""

    def __str__(self) -> str:
        between = ", " if _NUMBERED.search(self.title) and self.pinpoint else " "
        return f"{self.title}{between}{self.pinpoint}".strip()

    @property
    def in_a_sentence(self) -> str:
        """As a paper has it: a comma stands behind the name of a case."""
        is_case = _CASE.search(self.title) and self.pinpoint
        return (f"{self.title}, {self.pinpoint}" if is_case else str(self)).replace("'", "’")


class Source(Record):
    """Where we read the fact.

    `official` is a page of the body that made the rule or runs the office, `reprint` its
    text on somebody else's page, `secondary` a page about it, `memory` no page at all.
    """

    kind: Literal["official", "reprint", "secondary", "memory"]
    title: str = ""
    href: Link = ""
    page_date: str = ""
    """The page's own date, as far as it shows one; free text."""

    @model_validator(mode="after")
    def _names_a_page(self) -> Self:
        if (self.kind == "memory") is bool(self.href or self.title):
            raise ValueError(
                "a source has an href (or a title, if it is not on the web), unless it is memory"
            )
        return self

    def __str__(self) -> str:
        if self.kind == "memory":
            return "memory; no page was found that says so"
        return self.title or self.href.removeprefix("https://").removeprefix("http://").split("/")[0]


class HandIn(Record):
    """A paper that the fact opens the way for."""

    what: Text
    to: str = ""
    """Who takes it: `the caseworker`."""
    form: str = ""
    """The office's own form, where a page names it."""
    contents: tuple[Text, ...] = ()
    """What goes into it."""


class Fact(Record):
    """One thing the law or an office says, in plain words for the person it is about."""

    id: Id
    says: Text
    means: str = ""
    """What follows from it for her."""
    unless: tuple[Text, ...] = ()
    """When it does not hold."""
    hand_in: HandIn | None = None
    copies_to: tuple[Text, ...] = ()
    """Who gets a copy of the papers from her, with proof that she sent it: the certificate of service
    names them."""
    supports: tuple[Support, ...] = ()
    """What a paper or a question rests on it; interviews ask for facts by these words."""
    only_for: Concern | None = None
    """Whom alone it concerns; papers leave it out for somebody of whom it is known that it is not so."""
    cite: Citation | None = None
    """Empty where the fact rests on a practice page and not on a text of law."""
    also: tuple[Citation, ...] = ()
    """Further citations for the same fact."""
    source: Source
    also_read: tuple[Source, ...] = ()
    """Further pages that say it."""
    checked: datetime.date
    review: datetime.date | None = None
    """The day by which it must be checked again, where a change is to be expected."""
    confidence: Literal["confirmed", "recalled"]
    """`confirmed` if the page that was read says so, `recalled` if no page was read."""
    verify_first: bool = False
    """The fact was read, but only on an old, secondary or copied page."""
    caveat: str = ""
    since: datetime.date | None = None
    """First day it holds, where known."""
    until: datetime.date | None = None
    """Last day it holds, where it ended."""
    _days: str = PrivateAttr(MONTH_FIRST)

    def model_post_init(self, context: Any, /) -> None:
        """Take from who reads it (`law.checked`) in which order its place writes days."""
        super().model_post_init(context)
        if context:
            self._days = context["days"]

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        if (self.confidence == "recalled") is not (self.source.kind == "memory"):
            raise ValueError("a recalled fact has the source kind memory, a confirmed one has a page")
        if self.since and self.until and self.until < self.since:
            raise ValueError("until comes before since")
        return self

    @property
    def needs_checking(self) -> bool:
        """Say whether the person must check this before relying on it."""
        return self.confidence == "recalled" or self.verify_first

    def due_for_review(self, day: datetime.date) -> bool:
        """Say whether its day of review has come on `day`, and nobody has checked it since."""
        return self.review is not None and self.checked < self.review <= day

    @cached_property
    def cited(self) -> str:
        """One line for people: `N.Y. Exec. Law § 15 (checked November 21, 2026; confirmed)`."""
        texts = [str(each) for each in (self.cite, *self.also) if each]
        sureness = "check this first" if self.verify_first else self.confidence
        return f"{'; '.join(texts) or self.source} (checked {self.day(self.checked)}; {sureness})"

    def day(self, day: datetime.date) -> str:
        """Return `day` as the place whose fact it is writes it."""
        return day_words(day, self._days)

    def holds_on(self, day: datetime.date) -> bool:
        """Say whether the fact is in force on `day`, as far as its days are known."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def check_unique(facts: Iterable[Fact]) -> frozenset[str]:
    """Return the ids of `facts`; raise `ValueError` if one is used twice."""
    seen: set[str] = set()
    for fact in facts:
        if fact.id in seen:
            raise ValueError(f"the fact id {fact.id} is used twice")
        seen.add(fact.id)
    return frozenset(seen)


class Rules(Record):
    """What a place's rules say of one matter: facts by sections, each with an id of its own."""

    @model_validator(mode="after")
    def _has_unique_ids(self) -> Self:
        check_unique(self.facts())
        return self

    def facts(self) -> Iterator[Fact]:
        """Yield every rule and fact, in the order of the fields."""
        for name in type(self).model_fields:
            yield from (each for each in getattr(self, name) if isinstance(each, Fact))


def _fraction(value: object) -> Fraction:
    """Read `6/7`: a share is written as it stands in the law, never as a rounded decimal."""
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not re.fullmatch(_SHARE, str(value)):
        raise ValueError("a share is written as a fraction, such as 6/7")
    return Fraction(str(value))


Share = Annotated[
    Fraction,
    BeforeValidator(_fraction),
    Field(gt=0, le=1),
    WithJsonSchema({"type": ["string", "integer"], "pattern": "^[0-9]+(/[0-9]+)?$"}),
]


class DatedValues(Record):
    """Numbers of a rule, by name, that hold from a day on (or as long as we know).

    `shares: null` says that there is no such rule any more from that day on.
    """

    since: datetime.date | None = None
    shares: dict[str, Share] | None = {}
    numbers: dict[str, int] = {}
    """Whole numbers: years, months, days, as the name says."""

    def known(self) -> dict[str, Fraction | int]:
        """Return shares and numbers together."""
        return {**(self.shares or {}), **self.numbers}


class DatedShares(DatedValues):
    """Shares of a term, by name, that hold from a day on."""

    shares: dict[str, Share] | None


Dated = TypeVar("Dated", bound=DatedValues)


def ascending(values: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """Return `values` if each starts later than the one before; only the first may lack a day."""
    for earlier, later in pairwise(values):
        if later.since is None or (earlier.since is not None and later.since <= earlier.since):
            raise ValueError("each set of values says since when it holds, in ascending order")
    return values


def values_on(values: Iterable[Dated], day: datetime.date) -> Dated | None:
    """Return the values in force on `day`; None if none is known for it."""
    current = None
    for each in values:
        if each.since is None or each.since <= day:
            current = each
    return current


def shares_on(values: tuple[DatedShares, ...], day: datetime.date) -> dict[str, Fraction]:
    """Return the shares in force on `day`; empty if none is known for it, or the rule has ended."""
    current = values_on(values, day)
    return (current.shares or {}) if current else {}
