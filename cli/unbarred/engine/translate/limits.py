"""How small, large, long or many an answer may be, and which files are taken."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from unbarred.engine.datatypes import DATATYPES, Datatype
from unbarred.screens import FieldKind, Limit

_BY_INTERVIEW = {FieldKind.DATE: "date", FieldKind.TIME: "time", FieldKind.DATE_TIME: "datetime"}
"""Kinds for which an interview can have a limit for all its fields, as in `default date min`."""

_BY_DEVICE = {
    "camera": "image/*",
    "user": "image/*",
    "environment": "image/*",
    "microphone": "audio/*",
    "camcorder": "video/*",
}


def limit(status: Any, number: Any, which: str, known: Datatype, kind: FieldKind) -> Limit | None:
    """Return the smallest (`which` is `min`) or largest (`max`) answer, or None if there is none.

    Raises `ValueError` if what the author wrote is no number, date or time.
    """
    value = status.extras.get(which, {}).get(number)
    if value in (None, "") and kind in _BY_INTERVIEW:
        value = _as_written(status.question.interview.options.get(f"default {_BY_INTERVIEW[kind]} {which}"))
    if value is None or str(value).strip() == "":
        return None
    if kind in _BY_INTERVIEW:
        day = known.to_answer(value)
        if not isinstance(day, datetime.date | datetime.time):
            raise ValueError("a limit is no date or time")
        return day
    found = DATATYPES["number"].to_answer(value)
    if not isinstance(found, Decimal):
        raise ValueError("a limit is no number")
    return found


def _as_written(day: Any) -> Any:
    """Undo that docassemble moves an interview's limit from the machine's time zone into its own."""
    return day.astimezone() if isinstance(day, datetime.datetime) and day.tzinfo else day


def step(value: Any) -> Decimal | None:
    """Return the step between numbers; a browser's `any`, and whatever else is no number, is none."""
    read = DATATYPES["number"].to_answer(value)
    return read if isinstance(read, Decimal) and read > 0 else None


def length(value: Any) -> int | None:
    """Return how many letters, or choices, are meant."""
    return None if value is None or value == "" else int(float(value))


def least(extras: Mapping[str, Any], each: Any, kind: FieldKind) -> int | None:
    """Return the least letters, or choices.

    Boxes without one for none of them may all be left empty, as on a server.
    """
    found = length(extras.get("minlength", {}).get(each.number))
    if found is None and kind is FieldKind.SOME_OF and extras.get("nota", {}).get(each.number) is False:
        return 0
    return found


def accepts(value: Any, datatype: str) -> tuple[str, ...]:
    """Return the kinds of file an author takes, or those of the device that makes them."""
    if value:
        return tuple(part.strip() for part in str(value).split(",") if part.strip())
    own = _BY_DEVICE.get(datatype)
    return (own,) if own else ()
