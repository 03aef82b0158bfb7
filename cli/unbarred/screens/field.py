"""One input on a screen."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from unbarred.answers.values import AnswerValue
from unbarred.screens.condition import Condition


class FieldKind(StrEnum):
    """How a field is asked and which answer it takes (docs/answer-sets.md has the answers' types)."""

    TEXT = "text"
    AREA = "area"
    """Text of many lines."""
    PASSWORD = "password"  # noqa: S105
    """Text that is not shown while it is typed, nor in a review."""
    EMAIL = "email"
    URL = "web address"
    INTEGER = "integer"
    NUMBER = "number"
    CURRENCY = "currency"
    DATE = "date"
    TIME = "time"
    DATE_TIME = "date and time"
    YES_NO = "yes or no"
    ONE_OF = "one of"
    SOME_OF = "some of"
    FILES = "files"
    """One file, or several where `several` says so, each named by its path."""
    SIGNATURE = "signature"
    """A picture of a signature, named by its path; left for later, it is signed on paper."""
    NOTE = "note"
    """Text between fields; takes no answer."""


@dataclass(frozen=True)
class Choice:
    """One thing that can be chosen; `value` is the answer, `label` what is shown."""

    value: str
    label: str
    help: str = ""


Limit = Decimal | datetime.date | datetime.time
"""A smallest or largest number, day, day and time (a `datetime.datetime` is a day too), or time."""


@dataclass(frozen=True)
class Field:
    """One input. `name` is the full variable path; a note has the name `""`."""

    name: str
    kind: FieldKind
    label: str = ""
    """Plain text or Markdown; may be empty where the screen's heading asks."""
    required: bool = True
    """A field that is not required may be left for later."""
    choices: tuple[Choice, ...] = ()
    none_label: str = ""
    """What choosing nothing is called, for `SOME_OF`; empty if there is no such choice."""
    all_label: str = ""
    """What choosing everything is called, for `SOME_OF`; empty if there is no such choice."""
    takes_other: bool = False
    """A `ONE_OF` that takes words of her own too."""
    several: bool = False
    """A `FILES` that takes more than one."""
    accepts: tuple[str, ...] = ()
    """What a file may be: endings such as `.pdf`, or kinds such as `image/*`; empty for any."""
    default: AnswerValue | None = None
    hint: str = ""
    """An example of an answer, such as `3/14/2031`."""
    help: str = ""
    minimum: Limit | None = None
    """Smallest number, earliest day or time."""
    maximum: Limit | None = None
    step: Decimal | None = None
    """A number must be a multiple of this, counted from the minimum or from 0."""
    min_length: int | None = None
    max_length: int | None = None
    """Longest text, in characters. For `SOME_OF` the two say how many may be chosen: without a smallest
    number at least one must be, unless there is a choice for none."""
    shown_when: tuple[Condition, ...] = ()
    """All must be met for the field to be shown."""
    rules_out: tuple[str, ...] = ()
    """A `YES_NO` such as “none of these”: these others are no if this is yes, and one of them must be yes
    if this is no."""
    takes_in: tuple[str, ...] = ()
    """A `YES_NO` such as “all of these”: these others are yes if this is yes."""
    messages: Mapping[str, str] = field(default_factory=dict)
    """The author's own words for a problem, by docassemble's name for it, such as `required`, `max`."""

    @property
    def takes_answer(self) -> bool:
        """Say whether the person gives something here."""
        return self.kind is not FieldKind.NOTE

    @property
    def may_be_left(self) -> bool:
        """Say whether this may be left for later: a signature always may, for it is signed on paper."""
        return not self.required or self.kind is FieldKind.SIGNATURE

    def is_shown(self, given: Mapping[str, AnswerValue]) -> bool:
        """Say whether the field is shown, given the answers so far on its screen."""
        return all(condition.is_met(given) for condition in self.shown_when)
