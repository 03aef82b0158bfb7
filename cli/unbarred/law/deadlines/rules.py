"""How a place counts: the days it is closed, and the rules for the first and the last day.

Each rule is a fact, so it says where it stands, how sure we are of it, and from when
to when it holds. A rule that is not there is not known; none is taken for granted.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, model_validator

from unbarred.law.facts import Fact, Rules, Text

Where = Literal["court", "office"]
Direction = Literal["after", "before"]
Roll = Literal["next open day", "previous open day"]
Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


class Rule(Fact):
    """A rule of counting."""

    where: tuple[Where, ...] = ("court", "office")
    """What the rule is for: papers for a court, papers for any other office, or both."""
    holds_below: bool = False
    """It is also the rule of the places whose parent this one is, where they are silent."""


class Weekend(Rule):
    """Weekdays on which it is closed."""

    days: Annotated[tuple[Weekday, ...], Field(min_length=1, max_length=6)]


class Holidays(Rule):
    """Holidays as the `holidays` library lists them, on the days on which they fall."""

    country: str
    """ISO 3166-1: `US`."""
    subdivision: str = ""
    """Of ISO 3166-2, as the library has it: `NY`."""
    categories: tuple[str, ...] = ()
    """The library's categories; its own choice if empty."""
    moved_by_library: bool = False
    """The library knows to which day a holiday on a weekend moves. Else see `MovedHoliday`."""


class MovedHoliday(Rule):
    """A holiday that falls on one weekday closes the day beside it too."""

    falls_on: Weekday
    closes: Literal["day before", "day after"]


class OpenDay(Rule):
    """A holiday of the library on which it is open."""

    name: Text
    """As the library has it."""


class ClosedDay(Rule):
    """Days the library does not have on which it is closed."""

    name: Text
    days: tuple[datetime.date, ...] = ()
    yearly: Annotated[str, Field(pattern=r"^((0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$")] = ""
    """Month and day: `06-14`."""

    @model_validator(mode="after")
    def _has_a_day(self) -> Self:
        if not self.days and not self.yearly:
            raise ValueError("a closed day has days or yearly")
        if self.yearly:
            # A leap year, so that February 29 is a day.
            datetime.date(2000, *(int(part) for part in self.yearly.split("-")))
        return self


class FirstDay(Rule):
    """Whether the day of the event counts."""

    event_day_counts: bool


class ShortPeriod(Rule):
    """In a period of fewer calendar days than this, closed days are not counted."""

    under_days: Annotated[int, Field(gt=0)]


class LastDay(Rule):
    """Where the last day goes if that day is closed."""

    direction: tuple[Direction, ...]
    """For periods that run after an event, before one, or both."""
    goes_to: Roll


class MailDays(Rule):
    """Extra days when the paper that starts the period came by mail."""

    days: Annotated[int, Field(gt=0)]
    added: Literal["to the period", "after the last day"]
    """Before the last day is moved off a closed day, or after that."""


class PrisonMail(Rule):
    """Whether a paper counts as filed when she hands it to the prison's mail."""

    counts_as_filed: bool


AnyRule = TypeVar("AnyRule", bound=Rule)


class CountingRules(Rules):
    """How a place counts days: `counting.yml`."""

    weekend: tuple[Weekend, ...] = ()
    holidays: tuple[Holidays, ...] = ()
    moved: tuple[MovedHoliday, ...] = ()
    open_days: tuple[OpenDay, ...] = ()
    closed_days: tuple[ClosedDay, ...] = ()
    first_day: tuple[FirstDay, ...] = ()
    months: tuple[Rule, ...] = ()
    """That months and years end on the same day of the month, or on the last where it is too short."""
    short_periods: tuple[ShortPeriod, ...] = ()
    last_day: tuple[LastDay, ...] = ()
    mail: tuple[MailDays, ...] = ()
    prison_mail: tuple[PrisonMail, ...] = ()
    also: tuple[Fact, ...] = ()
    """What else moves a day, that we do not count."""
    not_found: tuple[str, ...] = ()
    """What was searched for and not found."""


def in_force(rules: Iterable[AnyRule], where: Where, day: datetime.date) -> list[AnyRule]:
    """Return the rules that are for `where` and hold on `day`."""
    return [each for each in rules if where in each.where and each.holds_on(day)]
