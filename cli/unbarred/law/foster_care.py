"""How long a child has been in foster care, and what is due when; an interview may call all of it.

Every period stands in the law data. This only says which day the time in care is counted from, by the
rule that a place's law has for it, and puts the days that are due in order.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from unbarred.law.days import add_months, day_or_none, span
from unbarred.law.interview import days_due
from unbarred.law.words import counted

if TYPE_CHECKING:
    from unbarred.law.deadlines.deadline import Deadline
    from unbarred.law.deadlines.due import Due
    from unbarred.law.facts import Fact
    from unbarred.law.remedies import Remedy
    from unbarred.law.supports import Concern

__all__ = [
    "citations",
    "clock",
    "concerns_of_others",
    "first_person",
    "in_care_rule",
    "points_to_tell",
    "time_in_care",
]

REMOVED = "child.removed"
ENTERED_CARE = "child.entered_care"
COUNTED_AS_IN_CARE = "counted-as-in-care"
"""The rule from which day a child counts as in care, where no court decided it sooner."""


@dataclass(frozen=True)
class TimeInCare:
    """The day from which the time in care is counted, and what follows from it."""

    as_of: datetime.date
    since: datetime.date | None = None
    """None where neither day is known."""
    by_finding: bool = False
    """It is the day on which a court decided."""
    may_be_sooner: bool = False
    """The day of the court's decision is not known. If it came sooner, the time is counted from there."""
    rule: Deadline | None = None
    months_home: int = 0

    @property
    def words(self) -> str:
        """How long it is by now: `14 months`; empty where it is not known, or has not begun."""
        if self.since is None or self.since > self.as_of:
            return ""
        so_far = span(self.since, self.as_of)
        months = so_far.whole_months
        return counted(months, "month") if months else str(so_far)

    @property
    def since_without_home(self) -> datetime.date | None:
        """The day from which it would be counted if the months at home are left out."""
        return add_months(self.since, self.months_home) if self.since else None


def in_care_rule(remedy: Remedy) -> Deadline | None:
    """Return the rule from which day a child counts as in care, if the law has one."""
    return next((each for each in remedy.deadlines if each.id == COUNTED_AS_IN_CARE), None)


def time_in_care(remedy: Remedy, removed: Any, found: Any, months_home: Any = None) -> TimeInCare:
    """Return the time in care of a child who was taken from home on `removed`.

    `found` is the day a court first decided that the child needs care. Blank is not known.
    """
    taken, decided = day_or_none(removed), day_or_none(found)
    rule = in_care_rule(remedy)
    by_rule = taken
    if rule and taken:
        by_rule = next(each.day for each in days_due(remedy, {REMOVED: taken}) if each.deadline is rule)
    known = [day for day in (decided, by_rule) if day]
    since = min(known) if known else None
    return TimeInCare(
        remedy.as_of,
        since,
        by_finding=decided is not None and since == decided,
        may_be_sooner=rule is not None and decided is None and taken is not None,
        rule=rule,
        months_home=int(months_home or 0),
    )


def concerns_of_others(removed: Any, born: Iterable[Any], *, of_a_tribe: bool) -> list[Concern]:
    """Return whom alone facts concern that are not about her children, as far as that is known.

    `born` are the days on which her children were born, `removed` the day they were taken from home.
    """
    others: list[Concern] = [] if of_a_tribe else ["indian child"]
    taken, days = day_or_none(removed), [day_or_none(each) for each in born]
    if taken and days:
        under = {taken < add_months(day, 12 * 3) if day else None for day in days}
        if under == {True}:
            others.append("child of 3 or older")
        elif under == {False}:
            others.append("child under 3")
    return others


def clock(
    remedy: Remedy,
    happened: Mapping[str, Any],
    left_out: Collection[str] = (),
    of_others: Collection[Concern] = (),
) -> list[Due]:
    """Return what is due, the soonest first, and last what cannot be counted yet.

    `left_out` names events that do not concern her, `of_others` whom time limits concern that are not hers.
    The rule from which day care counts is no day for anybody to act, and stands in none of the rows.
    """
    rows = [
        each
        for each in days_due(remedy, happened)
        if each.deadline.event not in left_out
        and each.deadline.only_for not in of_others
        and each.deadline.id != COUNTED_AS_IN_CARE
    ]
    return sorted(rows, key=lambda each: each.day or datetime.date.max)


def citations(facts: Iterable[Fact]) -> list[str]:
    """Return where the law of these facts stands, as a letter cites it; nothing that no page confirms."""
    cites = (each for fact in facts if fact.confidence == "confirmed" for each in (fact.cite, *fact.also))
    return list(dict.fromkeys(each.in_a_sentence for each in cites if each))


@dataclass(frozen=True)
class Point:
    """One thing that a letter has to tell by a rule."""

    fact: Fact
    item: str

    @property
    def heading(self) -> str:
        """The item as she says it herself: `How I show that I care`."""
        words = first_person(self.item)
        return f"{words[0].upper()}{words[1:]}"


def points_to_tell(facts: Iterable[Fact]) -> dict[str, Point]:
    """Return what a letter has to tell by these rules, each by a name: `good-cause-for-no-case-1`."""
    return {
        f"{fact.id}-{number}": Point(fact, item)
        for fact in facts
        if fact.hand_in
        for number, item in enumerate(fact.hand_in.contents, 1)
    }


_TO_HER = re.compile(r"\b(with|to|for|of|by|from|help|helped|told|gave|stopped) you\b")


def first_person(words: str) -> str:
    """Return what a paper has to tell, said to her, as she says it herself.

    >>> first_person("how services have helped you, and your plans")
    'how services have helped me, and my plans'
    """
    words = _TO_HER.sub(r"\1 me", words)
    for heard, said in (("you are", "I am"), ("your", "my"), ("you", "I")):
        words = re.sub(rf"\b{heard}\b", said, words)
    return words
