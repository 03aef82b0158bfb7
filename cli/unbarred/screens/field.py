"""One input on a screen."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from unbarred.answers.values import AnswerValue


class FieldKind(StrEnum):
    """How a field is asked and which answer it takes."""

    TEXT = "text"
    AREA = "area"
    INTEGER = "integer"
    NUMBER = "number"
    CURRENCY = "currency"
    DATE = "date"
    EMAIL = "email"
    YES_NO = "yes or no"
    ONE_OF = "one of"
    SOME_OF = "some of"
    NOTE = "note"
    """Text between fields; takes no answer."""


@dataclass(frozen=True)
class Choice:
    """One thing that can be chosen; `value` is the answer, `label` what is shown."""

    value: str
    label: str
    help: str = ""


@dataclass(frozen=True)
class ShownWhen:
    """A field is shown only if another field on the same screen has this value.

    `holds` false turns it round (docassemble's `hide if`).
    """

    field: str
    value: AnswerValue
    holds: bool = True

    def is_met(self, given: Mapping[str, AnswerValue]) -> bool:
        """Say whether the field is shown, given the answers so far on its screen."""
        answer = given.get(self.field)
        same = self.value in answer if isinstance(answer, tuple) else answer == self.value
        return same is self.holds


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
    default: AnswerValue | None = None
    hint: str = ""
    """An example of an answer, such as `3/14/2031`."""
    help: str = ""
    minimum: Decimal | datetime.date | None = None
    """Smallest number, earliest day."""
    maximum: Decimal | datetime.date | None = None
    min_length: int | None = None
    max_length: int | None = None
    """Longest text, in characters."""
    shown_when: ShownWhen | None = None

    @property
    def takes_answer(self) -> bool:
        """Say whether the person gives something here."""
        return self.kind is not FieldKind.NOTE
