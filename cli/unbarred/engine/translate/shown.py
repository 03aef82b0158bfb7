"""Conditions that only docassemble's fields have: on choices, on blanks, on what is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from unbarred.answers.values import LATER, AnswerValue


@dataclass(frozen=True)
class ShownWhenChosen:
    """A field is shown only if of another's choices all (`everything`), or none, are chosen."""

    field: str
    everything: tuple[str, ...] = ()
    holds: bool = True

    @property
    def decided_by(self) -> tuple[str, ...]:
        """The one field that decides."""
        return (self.field,)

    def is_met(self, given: Mapping[str, AnswerValue]) -> bool:
        """Say whether as many are chosen."""
        answer = given.get(self.field)
        return (isinstance(answer, tuple) and set(answer) == set(self.everything)) is self.holds


@dataclass(frozen=True)
class ShownWhenBlank:
    """A field is shown only if another was left blank, or is itself not shown."""

    field: str
    holds: bool = True

    @property
    def decided_by(self) -> tuple[str, ...]:
        """The one field that decides."""
        return (self.field,)

    def is_met(self, given: Mapping[str, AnswerValue]) -> bool:
        """Say whether nothing is answered there."""
        return (given.get(self.field, LATER) in (LATER, "")) is self.holds


@dataclass(frozen=True)
class ShownUnlessChosen:
    """A field is shown unless another's answer is one of `values`."""

    field: str
    values: tuple[str, ...]

    @property
    def decided_by(self) -> tuple[str, ...]:
        """The one field that decides."""
        return (self.field,)

    def is_met(self, given: Mapping[str, AnswerValue]) -> bool:
        """Say whether none of the values is chosen."""
        return given.get(self.field) not in self.values


@dataclass(frozen=True)
class Always:
    """A field is shown whatever is answered, or (`holds` false) never: a hidden field decided it already."""

    holds: bool

    @property
    def decided_by(self) -> tuple[str, ...]:
        """No field that is asked."""
        return ()

    def is_met(self, given: Mapping[str, AnswerValue]) -> bool:
        """Say which it is."""
        return self.holds
