"""Writes a day as a form wants it: `mm/dd/yyyy`, in the letters that fillable forms use themselves."""

from __future__ import annotations

import datetime
import re

_LETTERS = re.compile(r"m{1,4}|d{1,4}|y{4}|yy", re.IGNORECASE)
_WORDS = "en_US"


def is_form(form: str) -> bool:
    """Whether `form` says where the day, the month or the year goes, and has no other letters."""
    return bool(_LETTERS.search(form)) and not re.search(r"[A-Za-z]", _LETTERS.sub("", form))


def written(day: datetime.date, form: str) -> str:
    """Return `day` in `form`, for which `is_form` holds; months and weekdays in English."""
    from babel.dates import format_date

    def part(found: re.Match[str]) -> str:
        # Babel's letters are M for the month, d for the day, E for the day of the week.
        letters = found.group().lower()
        letters = letters.replace("d", "E") if letters in ("ddd", "dddd") else letters.replace("m", "M")
        return format_date(day, letters, locale=_WORDS)

    return _LETTERS.sub(part, form)
