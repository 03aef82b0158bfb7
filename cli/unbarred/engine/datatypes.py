"""One table: docassemble's datatypes, our field kinds, and the Python objects an interview sees."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Field, FieldKind

KINDS: dict[str, FieldKind] = {
    "text": FieldKind.TEXT,
    "area": FieldKind.AREA,
    "integer": FieldKind.INTEGER,
    "number": FieldKind.NUMBER,
    "float": FieldKind.NUMBER,
    "currency": FieldKind.CURRENCY,
    "date": FieldKind.DATE,
    "email": FieldKind.EMAIL,
    "boolean": FieldKind.YES_NO,
    "checkboxes": FieldKind.SOME_OF,
    "multiselect": FieldKind.SOME_OF,
}
"""Field kind by docassemble `datatype`. A field with choices is `ONE_OF` unless it takes several."""


def to_variable(field: Field, value: AnswerValue) -> Any:
    """Return the object docassemble's own front end would have set for this answer.

    A blank is what an unrequired, empty field gives on a docassemble server:
    empty text for texts and dates, None for choices and yes or no. A number
    left blank is None here, where a server sets 0, because 0 would be counted.
    """
    if field.kind is FieldKind.SOME_OF:
        return _checked(field, value)
    if value is LATER:
        return "" if field.kind in _BLANK_IS_TEXT else None
    if field.kind is FieldKind.DATE:
        assert isinstance(value, datetime.date)
        from docassemble.base.util import as_datetime

        return as_datetime(value.isoformat())
    if isinstance(value, Decimal):
        return float(value)
    return value


_BLANK_IS_TEXT = {FieldKind.TEXT, FieldKind.AREA, FieldKind.EMAIL, FieldKind.DATE}


def _checked(field: Field, value: AnswerValue) -> Any:
    from docassemble.base.util import DADict

    chosen = value if isinstance(value, tuple) else ()
    elements = {choice.value: choice.value in chosen for choice in field.choices}
    return DADict(field.name, auto_gather=False, gathered=True, elements=elements)
