"""Tells on which days a court or an office is closed, and by which facts.

The `holidays` library is imported when the first holiday is looked up.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from unbarred.errors import ContentError
from unbarred.law.deadlines.rules import CountingRules, Holidays, Where, in_force
from unbarred.law.facts import Fact

if TYPE_CHECKING:
    from holidays import HolidayBase

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_ONE_DAY = datetime.timedelta(days=1)
_BESIDE = {"day before": -_ONE_DAY, "day after": _ONE_DAY}


@dataclass(frozen=True)
class Closure:
    """Why a day is closed."""

    words: str
    """After `That day is`: `a Saturday`, `Labor Day`, `Christmas Day, kept a day early`."""
    facts: tuple[Fact, ...]


class ClosedDays:
    """The days on which a court, or any other office, is closed in one place."""

    def __init__(self, rules: CountingRules, where: Where) -> None:
        self._rules = rules
        self._where: Where = where

    def known_on(self, day: datetime.date) -> bool:
        """Say whether we know at all which days of the week are closed then."""
        return bool(in_force(self._rules.weekend, self._where, day))

    def is_open(self, day: datetime.date) -> bool:
        """Say whether `day` is open, as far as we know."""
        return self.closure(day) is None

    def closure(self, day: datetime.date) -> Closure | None:
        """Return why `day` is closed, with every fact that closes it; None if it is open."""
        found = [*self._fixed(day), *self._moved(day), *self._weekend(day)]
        if not found:
            return None
        return Closure(found[0].words, tuple(dict.fromkeys(fact for each in found for fact in each.facts)))

    def _weekend(self, day: datetime.date) -> Iterator[Closure]:
        weekday = WEEKDAYS[day.weekday()]
        for rule in in_force(self._rules.weekend, self._where, day):
            if weekday in rule.days:
                yield Closure(f"a {weekday}", (rule,))

    def _fixed(self, day: datetime.date) -> Iterator[Closure]:
        """Yield the holidays and other closed days that fall on `day` itself."""
        opened = {each.name for each in in_force(self._rules.open_days, self._where, day)}
        for rule in in_force(self._rules.holidays, self._where, day):
            yield from (Closure(name, (rule,)) for name in _names(rule, day) if name not in opened)
        for closed in in_force(self._rules.closed_days, self._where, day):
            if day in closed.days or closed.yearly == f"{day:%m-%d}":
                yield Closure(closed.name, (closed,))

    def _moved(self, day: datetime.date) -> Iterator[Closure]:
        """Yield the holidays that fall on the day beside and close `day` in its stead."""
        for rule in in_force(self._rules.moved, self._where, day):
            falls = _beside(day, rule.closes)
            if falls and WEEKDAYS[falls.weekday()] == rule.falls_on:
                when = "early" if rule.closes == "day before" else "late"
                for holiday in self._fixed(falls):
                    yield Closure(f"{holiday.words}, kept a day {when}", (*holiday.facts, rule))


def _beside(day: datetime.date, closes: str) -> datetime.date | None:
    """Return the day whose holiday closes `day`; None at the ends of the calendar."""
    try:
        return day - _BESIDE[closes]
    except OverflowError:
        return None


def _names(rule: Holidays, day: datetime.date) -> list[str]:
    return _library(rule.country, rule.subdivision, rule.categories, rule.moved_by_library).get_list(day)


@cache
def _library(country: str, subdivision: str, categories: tuple[str, ...], moved: bool) -> HolidayBase:
    import holidays

    try:
        return holidays.country_holidays(
            country, subdiv=subdivision or None, categories=categories or None, observed=moved
        )
    except (NotImplementedError, ValueError) as error:
        raise ContentError(
            f"The holidays of {country} {subdivision}".strip() + " cannot be looked up.",
            "Correct country, subdivision or categories in counting.yml.",
        ) from error
