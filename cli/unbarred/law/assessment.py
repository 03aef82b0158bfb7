"""Holds what is known of a person against the conditions of a remedy.

It tells what the rules say; it does not advise, and it never stops anybody.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from unbarred.law.conditions import Unknown, decide
from unbarred.law.facts import values_on
from unbarred.law.names import Value
from unbarred.law.words import MONTH_FIRST, day_words

if TYPE_CHECKING:
    from unbarred.law.remedies import Remedy
    from unbarred.law.sections import Condition

Outcome = Literal["yes", "not yet", "no", "not known"]
Seeming = Literal["eligible", "not yet", "not eligible", "unclear"]

NO_RULES = "We found no rule on who can ask that your answers could be held against."
NONE_APPLY = "None of the rules that we can count speaks of your case."


@dataclass(frozen=True)
class Result:
    """How one condition stands."""

    outcome: Outcome
    fact: Condition
    missing: str = ""
    """What we would need to know, in plain words; for `not known` only."""
    on: datetime.date | None = None
    """The day on which the condition will be met, where that can be counted; for `not yet` only."""
    days: str = MONTH_FIRST
    """How the place writes days."""
    since: datetime.date | None = None
    """The day from which it was met, where that can be counted; for `yes` only."""

    @property
    def says(self) -> str:
        """The condition, in words for the person."""
        return self.fact.says

    @property
    def line(self) -> str:
        """The condition and what is to be added: the day it will be met, or what is missing."""
        if self.on:
            return f"{self.says} That day is {day_words(self.on, self.days)}, by our count."
        if self.missing:
            return f"{self.says} To tell, we need to know {self.missing}."
        return self.says


@dataclass(frozen=True)
class Assessment:
    """How all conditions stand on one day."""

    results: tuple[Result, ...]
    seems: Seeming
    headline: str
    as_of: datetime.date
    on: datetime.date | None = None
    """The first day on which nothing is `not yet` any more, where all such days can be counted."""


def assess(remedy: Remedy, known: Mapping[str, Value], as_of: datetime.date) -> Assessment:
    """Return how each condition of `remedy` stands on `as_of`, and what follows from them together."""
    everything = {**known, "as_of": as_of}
    tried = (_result(condition, everything, as_of) for condition in remedy.eligibility)
    days = remedy.place.days
    results = tuple(replace(result, days=days) for result in tried if result)
    seems = _seems(results)
    on = _last_day(results)
    who = remedy.decides or remedy.place.name
    when = day_words(on, days) if on else ""
    return Assessment(results, seems, _headline(seems, who, when) if results else _none(remedy), as_of, on)


def _result(condition: Condition, known: Mapping[str, Value], as_of: datetime.date) -> Result | None:
    values = values_on(condition.values, as_of)
    if values and values.shares is None:
        return None
    numbers = values.known() if values else {}
    try:
        if condition.applies and not decide(condition.applies, known, numbers):
            return None
        if condition.from_day:
            return _by_day(condition, decide(condition.from_day, known, numbers), as_of)
        if not condition.when:
            return Result("not known", condition)
        met = decide(condition.when, known, numbers)
    except Unknown as unknown:
        return Result("not known", condition, missing=unknown.words)
    return Result("yes" if met else condition.if_not, condition)


def _by_day(condition: Condition, day: object, as_of: datetime.date) -> Result:
    if not isinstance(day, datetime.date):
        raise TypeError(f"{condition.id}: from_day gives {day!r}, not a day")
    if as_of >= day:
        return Result("yes", condition, since=day)
    return Result("not yet", condition, on=day)


def _seems(results: tuple[Result, ...]) -> Seeming:
    outcomes = {result.outcome for result in results}
    if "no" in outcomes:
        return "not eligible"
    if "not yet" in outcomes:
        return "not yet"
    return "unclear" if "not known" in outcomes or not results else "eligible"


def _last_day(results: tuple[Result, ...]) -> datetime.date | None:
    waiting = [result.on for result in results if result.outcome == "not yet"]
    days = [day for day in waiting if day]
    return max(days) if days and len(days) == len(waiting) else None


def _none(remedy: Remedy) -> str:
    return NONE_APPLY if remedy.eligibility else NO_RULES


def _headline(seems: Seeming, who: str, on: str) -> str:
    if seems == "eligible":
        return f"From what you told us, you seem to meet every rule that {who} looks at first."
    if seems == "not eligible":
        return f"From what you told us, you do not seem to meet every rule that {who} looks at first."
    if seems == "unclear":
        return f"We do not know enough yet to say whether you meet the rules that {who} looks at first."
    when = f" By our count, you will from {on} on." if on else ""
    return f"From what you told us, you do not yet meet every rule that {who} looks at first.{when}"
