"""The words in dates, in English and Spanish: months, weekdays, and what stands between."""

from __future__ import annotations

import re
import unicodedata

_ENGLISH = "january february march april may june july august september october november december".split()
_SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_SHORTEST = 3

_SMALL_WORDS = frozenset("the of de del el dia".split())
_WEEKDAYS = frozenset(
    "mon tue tues wed thu thur thurs fri sat sun "
    "monday tuesday wednesday thursday friday saturday sunday "
    "lun mie jue vie sab dom lunes martes miercoles jueves viernes sabado domingo".split()
)
"""Without `mar`, which is March and marzo too."""

_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|ro|er|o|º|°|ª)")
_BETWEEN = re.compile(r"[\s,./\-–—]+")


def plain_words(text: str) -> list[str]:
    """Return the words and numbers of a date, small, without accents, and without what says nothing."""
    parted = re.sub(r"(?<=\d)(?=[A-Za-z]{3})|(?<=[A-Za-z]{3})(?=\d)", " ", _plain(text).replace("'", " "))
    words = [
        _ORDINAL.sub(r"\1", word) if _ORDINAL.fullmatch(word) else word for word in _BETWEEN.split(parted)
    ]
    return [
        "1" if word == "primero" else word
        for word in words
        if word and word not in _SMALL_WORDS and word not in _WEEKDAYS
    ]


def without_weekday(text: str) -> str:
    """Return `text` without the weekday that it may begin with."""
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if _plain(first).strip(".,") in _WEEKDAYS else text.strip()


def month_of(word: str) -> int | None:
    """Return the month, 1 to 12, that a small word without accents is or begins; None if it is none.

    Three letters are enough, and no three letters begin different months in the two languages.
    """
    if len(word) < _SHORTEST:
        return None
    if word in ("sept", "set", "setiembre"):
        return 9
    for months in (_ENGLISH, _SPANISH):
        for number, month in enumerate(months, 1):
            if month.startswith(word):
                return number
    return None


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.replace("’", "'"))
    return "".join(each for each in parts if not unicodedata.combining(each)).casefold()
