"""Counting days: terms added to a day, shares of a stretch of time, spans between days."""

from __future__ import annotations

import calendar
import datetime
import math
from dataclasses import dataclass
from fractions import Fraction

from unbarred.law.words import counted, joined


def plain_day(day: datetime.date) -> datetime.date:
    """Return the day without a time of day."""
    return day.date() if isinstance(day, datetime.datetime) else day


def day_or_none(value: object) -> datetime.date | None:
    """Return the day that `value` is; None if it is none, such as a blank."""
    return plain_day(value) if isinstance(value, datetime.date) else None


def add_months(day: datetime.date, months: int) -> datetime.date:
    """Return the day `months` later (earlier if negative); the last of the month where it is too short.

    January 31 and one month is February 28 or 29. Raises `OverflowError` beyond the year 9999.
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not datetime.MINYEAR <= years <= datetime.MAXYEAR:
        raise OverflowError("beyond the calendar")
    last = calendar.monthrange(years, month + 1)[1]
    return datetime.date(years, month + 1, min(day.day, last))


def share_day(start: datetime.date, end: datetime.date, share: Fraction) -> datetime.date:
    """Return the first day on which `share` of the time from `start` to `end` has passed."""
    return start + datetime.timedelta(days=math.ceil((end - start).days * share))


@dataclass(frozen=True)
class Span:
    """Time between two days, as a calendar counts it."""

    years: int = 0
    months: int = 0
    days: int = 0

    @property
    def whole_months(self) -> int:
        """Years and months, in months."""
        return self.years * 12 + self.months

    def __str__(self) -> str:
        """Years and months; days only where there is not yet a month."""
        parts = []
        if self.years:
            parts.append(counted(self.years, "year"))
        if self.months:
            parts.append(counted(self.months, "month"))
        return joined(parts) if parts else counted(self.days, "day")


def span(start: datetime.date, end: datetime.date) -> Span:
    """Return the time from `start` to `end`; none at all if `end` is not later."""
    if end <= start:
        return Span()
    months = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    years, rest = divmod(months, 12)
    return Span(years, rest, (end - add_months(start, months)).days)
