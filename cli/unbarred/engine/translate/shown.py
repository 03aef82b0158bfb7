"""Conditions that only docassemble's fields have: on choices, on blanks, on what is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Field, Problem, read_field
from unbarred.screens.condition import says_something


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
class ShownUnlessTaken:
    """A field is shown unless `field` was answered, where another field asks for the same variable too."""

    field: Field

    @property
    def decided_by(self) -> tuple[str, ...]:
        """The field itself, and what decides whether it is shown."""
        deciding = (name for each in self.field.shown_when for name in each.decided_by)
        return tuple(dict.fromkeys((self.field.name, *deciding)))

    def is_met(self, given: Mapping[str, AnswerValue]) -> bool:
        """Say whether what was given under the field's name is no answer to it."""
        answer = given.get(self.field.name)
        is_taken = says_something(answer) and not isinstance(read_field(self.field, answer), Problem)
        return not (is_taken and self.field.is_shown(given))


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
