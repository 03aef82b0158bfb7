"""Datatypes that an interview brings along (docassemble's `CustomDataType`).

Such a datatype says with its `input_type` how a browser asks for it, and gets from it
the text that a browser would send.
"""

from __future__ import annotations

import datetime
from decimal import Decimal

from unbarred.answers.values import LATER, AnswerValue
from unbarred.engine.datatypes import DATATYPES, Datatype

_LIKE = {
    "area": "area",
    "date": "date",
    "datetime-local": "datetime",
    "email": "email",
    "number": "number",
    "password": "password",
    "range": "range",
    "time": "time",
    "url": "url",
}
"""By `input_type`: docassemble's own datatype that is asked in the same way. Any other is a line of text."""

_WHOLE = frozenset({"digits", "integer"})
"""The browser's rules (`jq_rule`) that take whole numbers only."""


def datatype_named(name: str) -> Datatype | None:
    """Return docassemble's own datatype, or the one that an interview's own is asked like; None if unknown.

    What an interview's own makes of an answer, and of a blank, only its class knows.
    """
    if name in DATATYPES:
        return DATATYPES[name]
    from docassemble.base.functions import custom_types

    own = custom_types.get(name)
    if own is None:
        return None
    like = _LIKE.get(own["input_type"], "text")
    rules = own["jq_rule"] or ()
    is_whole = not _WHOLE.isdisjoint([rules] if isinstance(rules, str) else rules)
    return DATATYPES["integer" if like == "number" and is_whole else like]


def as_sent(answer: AnswerValue) -> AnswerValue:
    """Return what a browser sends for an answer: text, unless several things were chosen."""
    if answer is LATER:
        return ""
    if isinstance(answer, datetime.datetime | datetime.time):
        return answer.isoformat(timespec="seconds" if answer.second else "minutes")
    if isinstance(answer, datetime.date):
        return answer.isoformat()
    if isinstance(answer, Decimal):
        return f"{answer:f}"
    return answer if isinstance(answer, tuple) else str(answer)
