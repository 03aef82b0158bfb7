"""Writes a day as a form wants it: `mm/dd/yyyy`, in the letters that fillable forms use themselves."""

from __future__ import annotations

import datetime
import re

_LETTERS = re.compile(r"m{1,4}|d{1,4}|y{4}|yy", re.IGNORECASE)
_MONTHS = ("January February March April May June July August September October November December").split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def is_form(form: str) -> bool:
    """Whether `form` says where the day, the month or the year goes, and has no other letters."""
    return bool(_LETTERS.search(form)) and not re.search(r"[A-Za-z]", _LETTERS.sub("", form))


def written(day: datetime.date, form: str) -> str:
    """Return `day` in `form`, for which `is_form` holds."""
    return _LETTERS.sub(lambda found: _part(day, found.group().lower()), form)


def _part(day: datetime.date, letters: str) -> str:
    month, weekday = _MONTHS[day.month - 1], _WEEKDAYS[day.weekday()]
    return {
        "m": str(day.month),
        "mm": f"{day.month:02}",
        "mmm": month[:3],
        "mmmm": month,
        "d": str(day.day),
        "dd": f"{day.day:02}",
        "ddd": weekday[:3],
        "dddd": weekday,
        "yy": f"{day.year % 100:02}",
        "yyyy": f"{day.year:04}",
    }[letters]
