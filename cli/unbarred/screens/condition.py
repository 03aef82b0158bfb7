"""When a field is shown: what the other answers on its screen must be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from unbarred.answers.values import LATER, AnswerValue


class Condition(Protocol):
    """Decides from other answers on the same screen whether a field is shown."""

    @property
    def decided_by(self) -> tuple[str, ...]:
        """The names of the fields that decide."""

    def is_met(self, given: Mapping[str, AnswerValue]) -> bool:
        """Say whether the field is shown, given the answers so far on its screen."""


@dataclass(frozen=True)
class ShownWhen:
    """A field is shown only if another field on the same screen has this value.

    `holds` false turns it round (docassemble's `hide if`). Of several choices,
    `value` must be among those chosen.
    """

    field: str
    value: AnswerValue
    holds: bool = True

    @property
    def decided_by(self) -> tuple[str, ...]:
        """The one field that decides."""
        return (self.field,)

    def is_met(self, given: Mapping[str, AnswerValue]) -> bool:
        """Say whether the field has the value."""
        answer = given.get(self.field)
        same = self.value in answer if isinstance(answer, tuple) else answer == self.value
        return same is self.holds


@dataclass(frozen=True)
class NotAfter:
    """A field is shown only while none of `fields` has an answer that says something.

    docassemble's `disable others`: whoever answers one of them need not, and
    cannot, answer this one.
    """

    fields: tuple[str, ...]

    @property
    def decided_by(self) -> tuple[str, ...]:
        """Every field that rules this one out."""
        return self.fields

    def is_met(self, given: Mapping[str, AnswerValue]) -> bool:
        """Say whether all of the fields are blank, no, or none."""
        return not any(says_something(given.get(name)) for name in self.fields)


def says_something(answer: AnswerValue | None) -> bool:
    """Say whether an answer is more than a blank, no, or none."""
    return answer is not None and answer is not LATER and answer not in (False, "", ())
