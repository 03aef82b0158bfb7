"""One table: docassemble's datatypes, our field kinds, and the Python objects an interview sees.

`DATATYPES` says for each datatype how it is asked, what an answer becomes in
the interview, what a blank becomes, and which answer an object (a default) is.
Choices are answered by their keys; `from_key` says what a key becomes.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from unbarred.answers.values import AnswerValue
from unbarred.screens import FieldKind


@dataclass(frozen=True)
class Datatype:
    """How one docassemble datatype is asked, set, left blank, and read back."""

    kind: FieldKind
    to_variable: Callable[[Any], Any]
    """From a typed answer to the object docassemble's own server would have set."""
    to_answer: Callable[[Any], AnswerValue | None]
    """From such an object, or an author's default, to a typed answer; None if it is none."""
    blank: Any = ""
    """What a server sets for a field that is not required and was left empty."""


def _same(value: Any) -> Any:
    return value


def _text(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or value is None:
        return None
    try:
        number = Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    return Decimal(int(number)) if number == number.to_integral_value() else number


def _whole(value: Any) -> int | None:
    number = _number(value)
    return int(number) if number is not None and number == number.to_integral_value() else None


def _boolean(value: Any) -> bool | None:
    word = str(value).lower()
    return True if word in ("true", "yes", "on", "1") else False if word in _NO else None


_NO = ("false", "no", "off", "null", "0")


def _moment(value: Any) -> datetime.datetime | None:
    """The day and the time of the place that `value` says, without its zone."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return datetime.datetime.combine(value, datetime.time())
    try:
        found = _date_object(str(value)) if not isinstance(value, datetime.datetime) else value
    # An author can write anything as a default; what is no date is no default.
    except Exception:  # noqa: BLE001
        return None
    return datetime.datetime.combine(found.date(), found.time().replace(microsecond=0))


def _day(value: Any) -> datetime.date | None:
    moment = _moment(value)
    return moment.date() if moment else None


def _time(value: Any) -> datetime.time | None:
    if isinstance(value, datetime.time):
        return datetime.time(value.hour, value.minute, value.second)
    moment = _moment(value)
    return moment.time() if moment else None


def _date_object(text: str) -> Any:
    from docassemble.base.util import as_datetime

    return as_datetime(text)


def _dated(value: datetime.date) -> Any:
    from docassemble.base.util import as_datetime

    return as_datetime(value)


def _time_object(value: datetime.time) -> Any:
    return _date_object(value.isoformat()).time()


def _nothing(value: Any) -> None:
    """A file has no default."""


_TEXT = Datatype(FieldKind.TEXT, _same, _text)
_NUMBER = Datatype(FieldKind.NUMBER, float, _number, blank=0.0)
_SEVERAL = Datatype(FieldKind.SOME_OF, _same, _same)
_OBJECT = Datatype(FieldKind.ONE_OF, _same, _text, blank=None)
_FILES = Datatype(FieldKind.FILES, _same, _nothing, blank=None)
_DATE_TIME = Datatype(FieldKind.DATE_TIME, _dated, _moment)

DATATYPES: dict[str, Datatype] = {
    "text": _TEXT,
    "raw": _TEXT,
    "area": Datatype(FieldKind.AREA, _same, _text),
    "password": Datatype(FieldKind.PASSWORD, _same, _text),
    "email": Datatype(FieldKind.EMAIL, _same, _text),
    "url": Datatype(FieldKind.URL, _same, _text),
    "integer": Datatype(FieldKind.INTEGER, int, _whole, blank=0),
    "number": _NUMBER,
    "float": _NUMBER,
    "range": _NUMBER,
    "currency": Datatype(FieldKind.CURRENCY, float, _number, blank=0.0),
    "date": Datatype(FieldKind.DATE, _dated, _day),
    "time": Datatype(FieldKind.TIME, _time_object, _time),
    "datetime": _DATE_TIME,
    "datetime-local": _DATE_TIME,
    "boolean": Datatype(FieldKind.YES_NO, _same, _boolean, blank=None),
    "threestate": Datatype(FieldKind.ONE_OF, _same, _text, blank=None),
    "checkboxes": _SEVERAL,
    "multiselect": _SEVERAL,
    "object": _OBJECT,
    "object_radio": _OBJECT,
    "object_checkboxes": _SEVERAL,
    "object_multiselect": _SEVERAL,
    "file": _FILES,
    "files": _FILES,
    "camera": _FILES,
    "user": _FILES,
    "environment": _FILES,
    "microphone": _FILES,
    "camcorder": _FILES,
    "signature": Datatype(FieldKind.SIGNATURE, _same, _nothing, blank=None),
}
"""By docassemble's `datatype`. What is not here is an interview's own datatype, or refused."""

OBJECTS = frozenset({"object", "object_radio", "object_checkboxes", "object_multiselect"})
"""Datatypes whose choices are objects of the interview."""

LEARNING = frozenset({"ml", "mlarea"})
"""Datatypes that need a trained model on a server."""


def from_key(datatype: str, key: Any) -> Any:
    """Return what a server sets for the choice `key` of a field of this datatype: mostly its text.

    Raises `ValueError` if it is no value of the datatype, as her own words may be.
    """
    if datatype in ("boolean", "threestate"):
        return {"True": True, "False": False}.get(str(key))
    known = DATATYPES.get(datatype)
    if known is None or known.kind not in _READ_FROM_TEXT:
        return str(key)
    answer = known.to_answer(str(key).replace("%", ""))
    if answer is None:
        raise ValueError(f"no {known.kind.value}")
    return known.to_variable(answer)


_READ_FROM_TEXT = frozenset(
    {
        FieldKind.INTEGER,
        FieldKind.NUMBER,
        FieldKind.CURRENCY,
        FieldKind.DATE,
        FieldKind.TIME,
        FieldKind.DATE_TIME,
    }
)
"""Kinds whose variable is more than the text that was posted."""
