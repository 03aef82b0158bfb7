"""What a cell means for the kind of answer that its question takes, as far as there is no doubt.

It does what a person would do who types the cell's answer onto the screen: she writes the day
without doubt, a mark as yes, `12.0` as 12. The screen's own reading comes after it and has the last word.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from unbarred.batch.columns.asked import Column
from unbarred.batch.matching.days import EVER, Order, Span, read_day, refuse_serial, said
from unbarred.batch.matching.unclear import Unclear
from unbarred.quoting import quoted
from unbarred.screens import Field, FieldKind, Problem, read_field
from unbarred.screens.reading import dates, moments

_YES = frozenset({"1", "1.0", "si", "sí", "✓", "✔", "☑", "☒"})
_NO = frozenset({"0", "0.0", "☐"})
_TOO_LONG = 10**40
_MARKS = frozenset({"x", "*", "•", "+"})
_JOINED = re.compile(
    r"(.*?\d)(?:T(?=\d)|,?\s+at\s+|\s*,\s+|\s+)(\d{1,2}(?::?\d{2}){0,2}\s*(?:[ap]\.?\s?m\.?)?)",
    re.IGNORECASE,
)
"""A day and a time in one text."""
_DAY_GIVEN = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}")
_WRITTEN = (FieldKind.TEXT, FieldKind.AREA)
_WHEN = re.compile(r"\b(?:when|date|since|until)\b", re.IGNORECASE)
"""What labels and names of answers have where words say a time."""
_FIVE_DIGITS = re.compile(r"[0-9]{5}")
_EXAMPLES = {FieldKind.DATE: "14 March 2019", FieldKind.DATE_TIME: "14 March 2019 2:30 pm"}
"""Days as they are always clear; a field's own example shows an order, which nobody sees in a sheet."""


def careful(field: Field, raw: object) -> object | Problem:
    """Return what is to be given to `field` for `raw`, or the problem if that is not clear.

    For `sessions.unattended.fill`: nobody sees how the answers of a batch are read.
    """
    try:
        clear = read(field, _day_given(raw))
    except Unclear as unclear:
        return Problem(field.name, unclear.message)
    return _no_day(field, clear) or clear


def read(asked: Field | Column, raw: object, order: Order = Order.UNKNOWN) -> object:
    """Return `raw` as the answer to what is asked that it is without doubt, else as it is.

    Raises `Unclear` where it can be read in more than one way, and offers those that the question takes.
    What was read once is not changed again.
    """
    kind = asked.kind
    if kind in (FieldKind.DATE, FieldKind.DATE_TIME):
        span = _span_of(asked)
        return read_day(raw, order, span) if kind is FieldKind.DATE else _moment(raw, order, span)
    if kind in _WRITTEN and _asks_when(asked.label, asked.name):
        return _when(asked, raw)
    return _READERS[kind](raw) if kind in _READERS else raw


def day_given(day: datetime.date) -> str:
    """Return a day, or a day and time, of a cell as it goes to whoever reads it with `careful`.

    Its T tells it from a text that somebody typed, which may be the number of a case.
    """
    moment = day if isinstance(day, datetime.datetime) else datetime.datetime.combine(day, datetime.time())
    return moment.isoformat(timespec="seconds")


def _day_given(raw: object) -> object:
    if not isinstance(raw, str) or raw[10:11] != "T" or not _DAY_GIVEN.fullmatch(raw):
        return raw
    try:
        moment = datetime.datetime.fromisoformat(raw)
    except ValueError:
        return raw
    return moment if moment.time() != datetime.time() else moment.date()


def _span_of(asked: Field | Column) -> Span:
    """Return the days that a question takes, from its limits; all of them if they are no days."""
    first, last = (
        each.date() if isinstance(each, datetime.datetime) else each
        for each in (asked.minimum, asked.maximum)
    )
    return Span(
        first if isinstance(first, datetime.date) else EVER.first,
        last if isinstance(last, datetime.date) else EVER.last,
    )


def _no_day(field: Field, raw: object) -> Problem | None:
    """Return the problem with what is no day, with an example that is clear in a sheet too."""
    if field.kind not in _EXAMPLES or raw is None or raw == "":
        return None
    if isinstance(raw, datetime.date) and isinstance(raw, datetime.datetime) is (
        field.kind is FieldKind.DATE_TIME
    ):
        return None
    if isinstance(raw, str) and raw.strip().casefold().startswith("today"):
        return None
    # Without limits: whether a day is one of those that are asked for, the screen says best.
    plain = replace(field, hint=_EXAMPLES[field.kind], minimum=None, maximum=None)
    said_of_it = read_field(plain, raw)
    return said_of_it if isinstance(said_of_it, Problem) else None


def _moment(raw: object, order: Order, span: Span) -> object:
    if not isinstance(raw, str):
        return raw
    match = _JOINED.fullmatch(" ".join(raw.split()))
    if match is None:
        return raw
    day = read_day(match[1], order, span)
    return f"{day.isoformat()} {match[2]}" if isinstance(day, datetime.date) else raw


@lru_cache(maxsize=4_096)
def _asks_when(label: str, name: str) -> bool:
    last = name.rpartition(".")[2].replace("_", " ")
    return any(_WHEN.search(words) for words in (label, last))


def _when(asked: Field | Column, raw: object) -> object:
    """Return a day as words for a question that takes any: “Spring 2020”, “March 4, 2021”."""
    if isinstance(raw, datetime.datetime) and raw.time() != datetime.time():
        return moments.in_words(raw, example=asked.hint)
    if isinstance(raw, datetime.date):
        return dates.in_words(raw, day_first=dates.is_day_first(asked.hint))
    refuse_serial(int(raw) if isinstance(raw, str) and _FIVE_DIGITS.fullmatch(raw.strip()) else raw)
    return _text(raw)


def _text(raw: object) -> object:
    """Return a number as the text that a sheet shows; a day was once something else."""
    if isinstance(raw, float | Decimal):
        whole = _whole(raw)
        return str(whole if isinstance(whole, int) else raw)
    if isinstance(raw, datetime.date):
        raise Unclear(
            f"The spreadsheet has made a day of what was typed here: {said(raw)}. "
            "Format the cell as text and type it again."
        )
    return raw


def _whole(raw: object) -> object:
    if isinstance(raw, float | Decimal) and is_whole(raw):
        return int(raw)
    return raw


def is_whole(number: float | Decimal) -> bool:
    """Say whether a number has no fraction, and not so many digits that writing them out would never end."""
    is_finite = number.is_finite() if isinstance(number, Decimal) else math.isfinite(number)
    return is_finite and -_TOO_LONG < number < _TOO_LONG and number == int(number)


def _yes_no(raw: object) -> object:
    word = raw.strip().casefold() if isinstance(raw, str) else str(raw) if not isinstance(raw, bool) else ""
    if word in _MARKS:
        raise Unclear(f"{quoted(raw)} may mark a yes or a no. Write yes or no.")
    return word in _YES if word in _YES or word in _NO else raw


def _several(raw: object) -> object:
    if isinstance(raw, str) and ";" in raw:
        return [part.strip() for part in raw.split(";") if part.strip()]
    return _text(raw)


_READERS: Mapping[FieldKind, Callable[[object], object]] = {
    FieldKind.TEXT: _text,
    FieldKind.AREA: _text,
    FieldKind.PASSWORD: _text,
    FieldKind.ONE_OF: _text,
    FieldKind.SOME_OF: _several,
    FieldKind.INTEGER: _whole,
    FieldKind.YES_NO: _yes_no,
}
