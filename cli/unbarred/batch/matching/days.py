"""Reading days in the many ways people write them, and only where there is one way to read them.

A screen shows the order in which it reads `3/4/2021`; a sheet does not, and nobody sees it being read.
So what can be two days is none here, until a person says how all of the sheet is written.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from unbarred.batch.matching.month_words import month_of, plain_words, without_weekday
from unbarred.batch.matching.unclear import Unclear
from unbarred.quoting import quoted
from unbarred.screens.reading.dates import in_words


class Order(StrEnum):
    """In which order the days of a sheet are written, where they are all numbers."""

    UNKNOWN = "unknown"
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True)
class Span:
    """The days that a question takes: what no question takes need not be offered."""

    first: datetime.date = datetime.date.min
    last: datetime.date = datetime.date.max

    def of(self, days: Iterable[datetime.date]) -> list[datetime.date]:
        """Return those of `days` that are in it, each once."""
        return [day for day in dict.fromkeys(days) if self.first <= day <= self.last]


EVER = Span()

_NUMBERS = re.compile(r"(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.,\s]\s*'?(\d{2}|\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,2})")
_MIDNIGHT = re.compile(
    r"(?:T|\s+)(?:0{1,2}:00(?::00(?:\.0+)?)?|12:00(?::00)?\s*am)\s*(?:Z|[+-]00:?00)?", re.IGNORECASE
)
"""What exports write behind a day that has no time."""

_EARLIER, _LATER = 1900, 2000
"""The centuries in which the days of a life can be, where the year has two digits."""
_EPOCH = datetime.date(1899, 12, 30)
_SERIALS = range(366, 73_416)
"""The numbers by which spreadsheets keep the days of 1901 to 2100."""
_YEARS = range(1900, 2101)


def read_day(raw: object, order: Order = Order.UNKNOWN, span: Span = EVER) -> object:
    """Return the day that `raw` is, as a `datetime.date`, if there is one way only to read it.

    `span` decides which days are offered where there are several, and not which are taken. What is
    written in none of the ways known here is returned as it is: the screen says what is wrong.
    Raises `Unclear` for what can be several days, or is a number as spreadsheets keep days.
    """
    if isinstance(raw, datetime.datetime):
        return raw.date() if raw.time() == datetime.time() else raw
    if isinstance(raw, bool | datetime.date) or raw is None:
        return raw
    if not isinstance(raw, str):
        _refuse_year(raw)
        refuse_serial(raw)
        return raw
    text = without_weekday(_MIDNIGHT.sub("", " ".join(raw.split())))
    if re.fullmatch(r"\d{4,5}(?:\.\d+)?", text):
        _refuse_year(float(text))
        refuse_serial(float(text))
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3])) or raw
    if match := _NUMBERS.fullmatch(text):
        return _of_numbers(raw, match[1], match[2], match[3], order, span)
    return _of_words(raw, plain_words(text), span)


def said(day: datetime.date) -> str:
    """Return `day` as `4 March 2021`, which nobody reads in another way."""
    return in_words(day, day_first=True)


def _of_numbers(raw: str, first: str, second: str, year: str, order: Order, span: Span) -> object:
    if len(year) == 2:
        return _short_year(raw, first, second, year, order, span)
    found = list(dict.fromkeys(_readings(int(first), int(second), int(year))))
    if not found:
        return raw
    if len(found) == 1:
        return _in_order(raw, found[0], int(first), order)
    month_first, day_first = found
    if order is Order.UNKNOWN:
        offered = span.of(found) or found
        raise Unclear(
            f"{quoted(raw)} can be {_listed(offered)}. Write the month as a word, such as "
            f"{said(offered[0])}; or, if the whole sheet has one order, say --dates {Order.DAY_FIRST} "
            f"or --dates {Order.MONTH_FIRST}."
        )
    return day_first if order is Order.DAY_FIRST else month_first


def _in_order(raw: str, day: datetime.date, first: int, order: Order) -> datetime.date:
    """Return the only day that there is, unless the sheet was said to be written in the other order."""
    is_other = day.day != day.month and (
        (order is Order.DAY_FIRST and first == day.month) or (order is Order.MONTH_FIRST and first == day.day)
    )
    if is_other:
        raise Unclear(
            f"{quoted(raw)} is not {order}, as the sheet was said to be. If it is {said(day)}, write it so."
        )
    return day


def _short_year(raw: str, first: str, second: str, year: str, order: Order, span: Span) -> object:
    """Refuse a year of two digits, which can be in two centuries; `order` says what else it can be."""
    ways = list(_readings(int(first), int(second), _LATER + int(year)))
    if order is not Order.UNKNOWN and len(ways) == 2:
        ways = ways[:1] if order is Order.MONTH_FIRST else ways[1:]
    if not ways and len(first) == 2:
        ways = list(_if_any(_day(_LATER + int(first), int(second), int(year))))
    if not ways:
        return raw
    earlier = (_day(each.year - _LATER + _EARLIER, each.month, each.day) for each in ways)
    raise _without_century(
        raw, span.of([*ways, *(each for each in earlier if each)]), ", and the month as a word"
    )


def _readings(first: int, second: int, year: int) -> Iterator[datetime.date]:
    """Yield the days that three numbers can be: month first, then day first."""
    yield from _if_any(_day(year, first, second))
    yield from _if_any(_day(year, second, first))


def _of_words(raw: str, words: list[str], span: Span) -> object:
    """Read a day whose month is a word: `March 4, 2021`, `4 de marzo de 2021`, `04-MAR-21`."""
    months = [month for word in words if (month := month_of(word))]
    numbers = [word for word in words if word.isascii() and word.isdecimal()]
    if len(words) != 3 or len(months) != 1 or len(numbers) != 2:
        return raw
    whole = [word for word in numbers if len(word) == 4]
    if whole:
        numbers.remove(whole[0])
        return (_day(int(whole[0]), months[0], int(numbers[0])) if numbers else None) or raw
    if not all(len(word) <= 2 for word in numbers) or len(numbers[1]) != 2:
        return raw
    ways = [(numbers[1], numbers[0]), (numbers[0], numbers[1])]
    centuries = (_LATER, _EARLIER)
    found = [
        _day(century + int(year), months[0], int(day))
        for year, day in ways
        for century in centuries
        if len(year) == 2
    ]
    days = list(dict.fromkeys(each for each in found if each))[:2]
    if not days:
        return raw
    raise _without_century(raw, span.of(days))


def _without_century(raw: str, days: list[datetime.date], also: str = "") -> Unclear:
    can_be = f"can be {_listed(days)}" if days else "leaves out the century"
    return Unclear(f"{quoted(raw)} {can_be}. Write the year with four digits{also}.")


def refuse_serial(number: object) -> None:
    """Raise `Unclear` for a number by which a spreadsheet keeps a day; a year is none."""
    whole = _serial(number)
    if whole is None or (whole in _YEARS and number == whole):
        return
    day = said(_EPOCH + datetime.timedelta(days=whole))
    raise Unclear(
        f"{quoted(whole)} is a number, and may be how a spreadsheet keeps {day}. "
        f"If it is that day, write {day}, or format the cell as a date."
    )


def _refuse_year(number: object) -> None:
    whole = _serial(number)
    if whole in _YEARS and number == whole:
        raise Unclear(f"{quoted(whole)} is only a year. Write the day too, such as 4 March {whole}.")


def _serial(number: object) -> int | None:
    """Return the whole days of a number that can be a day; None for all else."""
    if not isinstance(number, int | float | Decimal) or (isinstance(number, Decimal) and number.is_nan()):
        return None
    return int(number) if _SERIALS.start <= number < _SERIALS.stop else None


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _if_any(day: datetime.date | None) -> Iterator[datetime.date]:
    if day is not None:
        yield day


def _listed(days: list[datetime.date]) -> str:
    *others, last = map(said, days)
    return f"{', '.join(others)} or {last}" if others else last
