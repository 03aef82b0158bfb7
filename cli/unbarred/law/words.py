"""Days, terms and spans of time in words."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Sequence

MONTHS = "January February March April May June July August September October November December".split()

LIFE = "life without parole"
"""What a life sentence without a minimum is called, where a place says nothing else."""

MONTH_FIRST, DAY_FIRST = "month first", "day first"


def day_words(day: datetime.date, order: str = MONTH_FIRST) -> str:
    """Return `day` as `November 21, 2026`, or with `DAY_FIRST` as `21 November 2026`."""
    month = MONTHS[day.month - 1]
    return f"{month} {day.day}, {day.year}" if order == MONTH_FIRST else f"{day.day} {month} {day.year}"


_OF_THE_CALENDAR = {*(name.lower() for name in calendar.day_name), *(name.lower() for name in MONTHS)}


def amid_a_sentence(text: str) -> str:
    """Return her own words as they go on amid a sentence; days, months and `I` keep their capital.

    >>> amid_a_sentence("Twice a month"), amid_a_sentence("Sundays at 5"), amid_a_sentence("TV room")
    ('twice a month', 'Sundays at 5', 'TV room')
    """
    first = re.match(r"[^\W\d_]*", text).group()  # type: ignore[union-attr]  # It matches the empty text too.
    stays = first == "I" or not first[1:].islower() or first.lower().removesuffix("s") in _OF_THE_CALENDAR
    return text if stays and first != "A" else f"{text[:1].lower()}{text[1:]}"


def counted(number: int, thing: str) -> str:
    """Return `1 year`, `2 years`, `3,946 facts`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def joined(parts: Sequence[str], last: str = "and") -> str:
    """Return the parts as a list in a sentence: `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def term_words(months: int) -> str:
    """Return a term of `months` as `15 years` or `1 year and 6 months`."""
    years, rest = divmod(months, 12)
    parts = [counted(years, "year")] if years else []
    if rest or not years:
        parts.append(counted(rest, "month"))
    return joined(parts)
