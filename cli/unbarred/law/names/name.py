"""What a name in a condition is."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

Value = str | int | bool | datetime.date | None
"""What is known under a name; None is not known."""


class NameType(StrEnum):
    """What a name stands for."""

    DAY = "day"
    MONTHS = "months"
    DAYS = "days"
    YEARS = "years"
    NUMBER = "number"
    YES_NO = "yes or no"
    TEXT = "text"


@dataclass(frozen=True)
class Name:
    """A name in conditions, its type, and what to ask a person for when it is missing."""

    name: str
    type: NameType
    words: str
    means: str
    asks: str = ""
    """The question for it, where only she can tell; empty where it follows from other answers."""
    helps: str = ""
    """What helps to answer a hard question."""
    only_if: str = ""
    """A name whose "no" leaves nothing to ask here."""
    only_outside: bool = False
    """It can be so, or have a day, only for somebody who is not in prison."""
