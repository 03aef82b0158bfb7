"""Counts a period from a day, forward or back. Nothing here knows any law."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Literal

from unbarred.law.days import add_months

IsOpen = Callable[[datetime.date], bool]

Unit = Literal["days", "open days", "weeks", "months", "years"]

ONE_DAY = datetime.timedelta(days=1)


def end(
    event: datetime.date, number: int, unit: Unit, *, back: bool, event_day_counts: bool, is_open: IsOpen
) -> datetime.date:
    """Return the last day of a period of `number` units after `event`, or the day that far before it.

    Where the day of the event counts, it is day one. Of `open days`, only those count that
    `is_open`. A month or year ends on the same day of the month, or on its last where it is
    too short. A period of none ends on the day of the event. Raises `OverflowError` beyond
    the calendar.
    """
    sign = -1 if back else 1
    if unit == "open days":
        return _open_days(event, number, sign * ONE_DAY, event_day_counts, is_open)
    if unit in ("months", "years"):
        last = add_months(event, sign * number * (12 if unit == "years" else 1))
    else:
        last = event + datetime.timedelta(days=sign * number * (7 if unit == "weeks" else 1))
    return last - sign * ONE_DAY if event_day_counts and number else last


def _open_days(
    event: datetime.date, number: int, step: datetime.timedelta, event_day_counts: bool, is_open: IsOpen
) -> datetime.date:
    day, left = event, number
    if event_day_counts and number and is_open(day):
        left -= 1
    while left:
        day += step
        left -= is_open(day)
    return day


def nearest_open(day: datetime.date, is_open: IsOpen, *, back: bool) -> datetime.date:
    """Return `day` if it is open, else the next open day, or the one before."""
    while not is_open(day):
        day += -ONE_DAY if back else ONE_DAY
    return day
