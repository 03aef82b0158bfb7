"""Finds a day in every way of writing it, such as a birth date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from unbarred.documents.redacting.folding import Folded, fold
from unbarred.documents.redacting.secrets import Secret, withheld
from unbarred.documents.redacting.text import Found, is_apart

_LANGUAGES = ("en", "es", "fr", "pt", "sw", "de", "it")
"""The months are known in these."""

_NEAR = 40
"""So many characters beside a day and month may tell that it is a birthday."""

_BIRTH = re.compile(r"\b(?:born|birth\w*|b-?day|dob|nacid[oa]|nee?)\b")
_ALONE = "a day and a month without a year, near a word about birth"


class DayFinder:
    """Looks for one day."""

    def __init__(self, secret: Secret, day: datetime.date) -> None:
        self.kind = secret.kind
        self._instead = str(day.year) if secret.shown_as == "year" else withheld(secret.kind)
        self._whole, self._alone = _patterns(day)

    @property
    def is_blind(self) -> bool:
        """A day can always be looked for."""
        return False

    def find(self, text: Folded) -> Iterator[Found]:
        """Yield each place where the day stands; without its year only where birth is spoken of."""
        for match in self._whole.finditer(text.text):
            if is_apart(text, *match.span(), digits=True):
                yield self._found(match)
        for match in self._alone.finditer(text.text):
            near = text.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            if is_apart(text, *match.span(), digits=True) and _BIRTH.search(near):
                yield self._found(match, _ALONE)

    def _found(self, match: re.Match[str], doubt: str = "") -> Found:
        # "born on June 30, 1984" becomes "born in 1984".
        turned = bool(match["on"]) and self._instead.isdigit()
        start = match.start() if turned or not match["on"] else match.end("on")
        return Found(start, match.end(), f"in {self._instead}" if turned else self._instead, self.kind, doubt)


def _patterns(day: datetime.date) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the whole day, and of the day and month without a year."""
    month = rf"(?:{'|'.join(_month_names(day.month))})\.?"
    number = rf"0?{day.day}(?:st|nd|rd|th|er|[oºª°])?(?: day)?"
    of = "(?: of| de| del| the|,|[.])? *(?:the month of )?"
    short = rf"(?:{day.year}|'?{day.year % 100:02})"
    d, m, to = rf"0?{day.day}", rf"0?{day.month}", r" ?[/.,\- ] ?"
    word_first = rf"{month},? *(?:the )?{number}"
    day_first = rf"{number}{of}-? *{month}"
    clock = r"(?:t[\d:.]+z?)?"
    whole = [
        rf"{word_first}{of},? *(?:in )?{short}",
        rf"{day_first}{of},?[ \-]*{short}",
        rf"{short}{to}(?:{month}|{m}){to}{d}{clock}",
        rf"{m}{to}{d}{to}{short}",
        rf"{d}{to}{m}{to}{short}",
        rf"{d}{to}{month}{to}{short}",
        rf"{month}{to}{d}{to}{short}",
        f"{day:%Y%m%d}",
        f"{day:%m%d%Y}",
        f"{day:%d%m%Y}",
    ]
    other_year = r"(?![ ,.]*(?:of |de )?(?:1[89]|20)\d\d)"
    alone = [
        rf"{word_first}(?!\d){other_year}",
        rf"{day_first}{other_year}",
        rf"{m}/{d}(?!/)",
        rf"{d}/{m}(?!/)",
    ]
    return _compiled(whole), _compiled(alone)


def _compiled(forms: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?P<on>\bon (?:the )?)?(?:{'|'.join(forms)})")


@cache
def _month_names(month: int) -> tuple[str, ...]:
    """Return the month's names as they are compared, long and short, the longest first."""
    from babel.dates import get_month_names

    names = {
        fold(get_month_names(width, context, language)[month]).rstrip(".")
        for language in _LANGUAGES
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
    }
    return tuple(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
