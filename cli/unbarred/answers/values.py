"""The types an answer can have, and how each is written to a file.

| answer                      | Python              | in YAML          | in JSON            |
|-----------------------------|---------------------|------------------|--------------------|
| text, password, address     | `str`               | text             | text               |
| whole number                | `int`               | number           | number             |
| number, money               | `decimal.Decimal`   | number           | number             |
| yes or no                   | `bool`              | `true`, `false`  | `true`, `false`    |
| date                        | `datetime.date`     | `2026-11-21`     | `"2026-11-21"`     |
| time                        | `datetime.time`     | text, `"14:30"`  | `"14:30"`          |
| date and time               | `datetime.datetime` | text, `2026-11-21 14:30` | `"2026-11-21 14:30"` |
| one choice, or own words    | `str`               | text             | text               |
| several choices             | `tuple[str, ...]`   | list of texts    | list of texts      |
| files, signature            | `tuple[str, ...]`   | list of paths    | list of paths      |
| left for later              | `LATER`             | `null`           | `null`             |

Times have no zone; they have seconds (`14:30:05`) only where these are not 0.
A file does not say which type a text has; the field it answers does. So a
date from JSON is text until `screens.submission` reads it for a date field.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import Enum
from typing import Final


class Later(Enum):
    """The one value that says: the person will fill this in later, by hand or in a sitting to come."""

    LATER = "later"

    def __repr__(self) -> str:
        return "LATER"


LATER: Final = Later.LATER

AnswerValue = str | int | Decimal | bool | datetime.date | datetime.time | tuple[str, ...] | Later
"""A `datetime.datetime` is a `datetime.date` too; one without a zone is the time of the place."""

Plain = str | int | float | bool | list[str] | None


def to_plain(value: AnswerValue) -> Plain:
    """Return `value` in the types that JSON knows; inverse of reading it for its field."""
    if value is LATER:
        return None
    if isinstance(value, bool | str | int):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ", timespec=_finest(value))
    if isinstance(value, datetime.time):
        return value.isoformat(timespec=_finest(value))
    if isinstance(value, datetime.date):
        return value.isoformat()
    assert isinstance(value, tuple)
    return list(value)


def _finest(value: datetime.time | datetime.datetime) -> str:
    return "seconds" if value.second else "minutes"
