"""Reading dates in the ways people write them.

`3/4/2031` is read in the order of the field's own example (its hint), month
first where there is none: what the screen shows is what the reader takes. A
year has four digits, because a sentence can begin in 1931 and end in 2031.
"""

from __future__ import annotations

import calendar
import datetime
import re

from unbarred.quoting import quoted
from unbarred.screens.field import Field
from unbarred.screens.reading.refusal import NotAccepted

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/., ]\s*(\d{1,4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+'?(\d{1,4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-\s]*(?:of\s+)?([A-Za-z]+)\.?[-\s,]*(\d{1,4})")
_MONTH_ONLY = re.compile(r"[A-Za-z]+\.?\s*,?\s*\d{4}|\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}")
_WEEKDAY = re.compile(
    r"\A(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE
)

_EARLIEST_YEAR = 1800


def read_date(field: Field, raw: object, as_of: datetime.date | None = None) -> datetime.date:
    """Return a day within the field's bounds.

    `as_of` is today, as far as the person is concerned: it is what the word
    `today` means, and lets a day to come be called that.
    """
    return _within(field, day_of(raw, field.hint, as_of), as_of)


def day_of(raw: object, hint: str, as_of: datetime.date | None = None) -> datetime.date:
    """Return the day that `raw` is, whatever a field's bounds; `hint` is the field's example."""
    return _typed(raw) or _from_text(raw, hint, as_of)


def is_day_first(example: str) -> bool:
    """Say whether `example` puts the day before the month, as in `14/3/2031`."""
    match = _NUMBERS.search(example)
    return match is not None and int(match[1]) > 12 >= int(match[2])


def in_words(day: datetime.date, *, day_first: bool = False) -> str:
    """Return `day` as `March 14, 2031`, or `14 March 2031`."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month} {day.year}" if day_first else f"{month} {day.day}, {day.year}"


def _typed(raw: object) -> datetime.date | None:
    if isinstance(raw, datetime.datetime) and raw.time() != datetime.time():
        return None
    return _day(raw.year, raw.month, raw.day) if isinstance(raw, datetime.date) else None


def _from_text(raw: object, hint: str, as_of: datetime.date | None) -> datetime.date:
    day_first = is_day_first(hint)
    example = hint or "3/14/2031"
    if not isinstance(raw, str):
        raise _no_date(raw, example)
    text = _WEEKDAY.sub("", " ".join(raw.split()))
    if as_of is not None and text.lower() == "today":
        return as_of
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        first, second = int(match[1]), int(match[2])
        month, day = (second, first) if day_first else (first, second)
        return _ordered(_year(match[3]), month, day, day_first=day_first)
    if match := _MONTH_FIRST.fullmatch(text):
        return _day(_year(match[3]), _month(match[1], example), int(match[2]))
    if match := _DAY_FIRST.fullmatch(text):
        return _day(_year(match[3]), _month(match[2], example), int(match[1]))
    if _MONTH_ONLY.fullmatch(text):
        raise NotAccepted(f"The day is missing. Type day, month and year, for example {example}")
    if re.fullmatch(r"\d{4}", text):
        raise NotAccepted(f"The month and the day are missing. Type all three, for example {example}")
    raise _no_date(raw, example)


def _no_date(raw: object, example: str) -> NotAccepted:
    return NotAccepted(f"{quoted(raw)} is not a date. Type it like this: {example}", {"date": ()})


def _year(digits: str) -> int:
    if len(digits) != 4:
        raise NotAccepted(f"Type the year with four digits, for example {_four(digits)}.")
    return int(digits)


def _four(digits: str) -> str:
    return f"19{digits} or 20{digits}" if len(digits) == 2 else "2031"


def _month(name: str, example: str) -> int:
    start = name.lower()
    if len(start) >= 3:
        for number, month in enumerate(MONTHS, 1):
            if month.lower().startswith(start) or (start == "sept" and number == 9):
                return number
    raise NotAccepted(f"{quoted(name)} is not a month. Type the date like this: {example}")


def _ordered(year: int, month: int, day: int, *, day_first: bool) -> datetime.date:
    if month > 12 >= day:
        _day(year, day, month)
        again = f"{month}/{day}/{year}" if day_first else f"{day}/{month}/{year}"
        raise NotAccepted(
            f"There is no month {month}. Type the {'day' if day_first else 'month'} first: {again}"
        )
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> datetime.date:
    if not 1 <= month <= 12:
        raise NotAccepted(f"There is no month {month}: a year has 12. Type the date again.")
    if year < _EARLIEST_YEAR:
        raise NotAccepted(f"The year {year:04} is too long ago. Type the date again.")
    longest = calendar.monthrange(year, month)[1]
    if not 1 <= day <= longest:
        name = MONTHS[month - 1] + (f" {year}" if month == 2 else "")
        raise NotAccepted(f"That day does not exist: {name} has {longest} days. Type the date again.")
    return datetime.date(year, month, day)


def _within(field: Field, day: datetime.date, as_of: datetime.date | None) -> datetime.date:
    day_first = is_day_first(field.hint)
    earliest, latest = _limit(field.minimum), _limit(field.maximum)
    first = in_words(earliest, day_first=day_first) if earliest else ""
    last = in_words(latest, day_first=day_first) if latest else ""
    both = {"date minmax": (first, last)} if first and last else {}
    if latest and day > latest:
        kinds = {**both, "date max": (last,)}
        if as_of is not None and latest == as_of:
            raise NotAccepted(
                f"{in_words(day, day_first=day_first)} is still to come. Type a day that has been.", kinds
            )
        raise NotAccepted(f"That is too late. Type a day up to {last}.", kinds)
    if earliest and day < earliest:
        raise NotAccepted(f"That is too early. Type a day from {first} on.", {**both, "date min": (first,)})
    return day


def _limit(limit: object) -> datetime.date | None:
    if isinstance(limit, datetime.datetime):
        return limit.date()
    return limit if isinstance(limit, datetime.date) else None
