"""Dates and times of spreadsheets: numbers that are shown as days."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from unbarred.batch.intake.tables import Cell, CellValue, Trouble
from unbarred.batch.intake.texts import elapsed

_MONTHS = "January February March April May June July August September October November December".split()
_DAY = 86_400
"""Seconds."""
_SINCE_1900 = datetime.date(1899, 12, 30)
_SINCE_1904 = datetime.date(1904, 1, 1)
_LAST = datetime.date(9999, 12, 31)


@dataclass(frozen=True)
class Shows:
    """What of a moment a cell shows."""

    year: bool = False
    month: bool = False
    day: bool = False
    time: bool = False
    elapsed: bool = False
    """A length of time, such as 26:30."""

    @property
    def is_date(self) -> bool:
        """Say whether any part of a date is shown."""
        return self.year or self.month or self.day


def moment_cell(number: int | Decimal, shows: Shows, *, since_1904: bool = False) -> Cell:
    """Return the cell whose number of days is shown so.

    Of a month without its day only what is shown is given, as a text: the day was made up by the
    spreadsheet. A day without its year is a trouble: the year may be of a column's format that is
    short, or made up where somebody typed a day and a month.
    """
    seconds = round(number * _DAY)
    if shows.elapsed:
        return Cell(elapsed(seconds))
    days, rest = divmod(seconds, _DAY)
    if not shows.is_date:
        return Cell(time_of(rest)) if seconds >= 0 else Cell(number, Trouble.NO_DATE)
    day = _day(days, since_1904=since_1904)
    if day is None:
        return Cell(number, Trouble.NO_DATE)
    return moment(day, rest, shows)


def moment(day: datetime.date, seconds: int, shows: Shows) -> Cell:
    """Return the cell that shows so much of a day and its seconds since midnight; midnight is no time."""
    if not shows.year:
        return Cell(day, Trouble.NO_YEAR, shown=_without_year(day, shows))
    return Cell(_with_year(day, seconds, shows))


def _without_year(day: datetime.date, shows: Shows) -> str:
    month = _MONTHS[day.month - 1] if shows.month else ""
    return f"{month} {day.day if shows.day else ''}".strip()


def _with_year(day: datetime.date, seconds: int, shows: Shows) -> CellValue:
    if shows.month and not shows.day:
        return f"{_MONTHS[day.month - 1]} {day.year}"
    if not shows.month and not shows.day:
        return day.year
    if shows.time and seconds:
        return datetime.datetime.combine(day, time_of(seconds))
    return day


def time_of(seconds: int) -> datetime.time:
    """Return the time of day, `seconds` after midnight."""
    return datetime.time(seconds // 3600, seconds // 60 % 60, seconds % 60)


def _day(days: int, *, since_1904: bool) -> datetime.date | None:
    """Return the day of a serial number, or None: Excel has a 29 February 1900, which never was."""
    if since_1904:
        return _SINCE_1904 + datetime.timedelta(days) if 0 <= days <= (_LAST - _SINCE_1904).days else None
    if not 1 <= days <= (_LAST - _SINCE_1900).days or days == 60:
        return None
    return _SINCE_1900 + datetime.timedelta(days + (days < 60))
