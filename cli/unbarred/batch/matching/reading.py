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

from unbarred.batch.matching.days import EVER, Order, Span, read_day, said
from unbarred.batch.matching.unclear import Unclear
from unbarred.quoting import quoted
from unbarred.screens import Field, FieldKind, Limit, Problem, read_field

_YES = frozenset({"1", "1.0", "si", "sí", "✓", "✔", "☑", "☒"})
_NO = frozenset({"0", "0.0", "☐"})
_TOO_LONG = 10**40
_MARKS = frozenset({"x", "*", "•", "+"})
_JOINED = re.compile(
    r"(.*?\d)(?:T(?=\d)|,?\s+at\s+|\s*,\s+|\s+)(\d{1,2}(?::?\d{2}){0,2}\s*(?:[ap]\.?\s?m\.?)?)",
    re.IGNORECASE,
)
"""A day and a time in one text."""
_EXAMPLES = {FieldKind.DATE: "14 March 2019", FieldKind.DATE_TIME: "14 March 2019 2:30 pm"}
"""Days as they are always clear; a field's own example shows an order, which nobody sees in a sheet."""


def careful(field: Field, raw: object) -> object | Problem:
    """Return what is to be given to `field` for `raw`, or the problem if that is not clear.

    For `sessions.unattended.fill`: nobody sees how the answers of a batch are read.
    """
    try:
        clear = read(field.kind, raw, span=span_of(field.minimum, field.maximum))
    except Unclear as unclear:
        return Problem(field.name, unclear.message)
    return _no_day(field, clear) or clear


def read(kind: FieldKind, raw: object, order: Order = Order.UNKNOWN, span: Span = EVER) -> object:
    """Return `raw` as the answer of a field of `kind` that it is without doubt, else as it is.

    Raises `Unclear` where it can be read in more than one way, and offers those that are in `span`.
    What was read once is not changed again.
    """
    if kind in (FieldKind.DATE, FieldKind.DATE_TIME):
        return read_day(raw, order, span) if kind is FieldKind.DATE else _moment(raw, order, span)
    return _READERS[kind](raw) if kind in _READERS else raw


def span_of(minimum: Limit | None, maximum: Limit | None) -> Span:
    """Return the days that a question takes, from its limits; all of them if they are no days."""
    first, last = (
        each.date() if isinstance(each, datetime.datetime) else each for each in (minimum, maximum)
    )
    return Span(
        first if isinstance(first, datetime.date) else EVER.first,
        last if isinstance(last, datetime.date) else EVER.last,
    )


def _no_day(field: Field, raw: object) -> Problem | None:
    """Return the problem with what is no day, with an example that is clear in a sheet too."""
    if field.kind not in _EXAMPLES or raw is None or raw == "":
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
