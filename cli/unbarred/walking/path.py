"""One path through an interview: what was answered, how it ended, what failed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from unbarred.answers.values import AnswerValue
from unbarred.screens import Action, Screen, Submission

if TYPE_CHECKING:
    from unbarred.engine.papers import Paper


class Ended(StrEnum):
    """How a path ended."""

    END = "the end"
    """The interview is over, and makes papers if it has any."""
    EXIT = "an exit"
    """The interview ends without papers."""
    CIRCLE = "a circle"
    """The same screens come again and again: some interviews are made so."""
    LIMIT = "the limit of screens"
    FAILED = "a failure"


class FailureKind(StrEnum):
    """Whose failure it is."""

    FAULT = "fault of the interview"
    NOT_OFFERED = "not offered by unbarred"
    NO_END = "no end"
    NO_ANSWER = "no accepted answer found"
    REPLAY = "not the same when replayed"
    BUG = "bug of unbarred"


@dataclass(frozen=True)
class Failure:
    """Why a path could not go on."""

    kind: FailureKind
    message: str
    where: str = ""
    """`file:line` as far as known."""
    error: str = ""
    """The name of the exception's class."""
    cause: str = ""
    """What the block itself raised. Answers may stand in it: those of a walk are nobody's."""
    service: str = ""
    """The service or library that the interview needs and unbarred does not have."""

    @property
    def sign(self) -> tuple[str, ...]:
        """What tells this failure from another."""
        if self.kind is FailureKind.BUG:
            # Its message may quote an answer.
            return (self.kind, self.where, self.error)
        return (self.kind, self.where, self.error, self.message)


@dataclass(frozen=True)
class Step:
    """What was done on a screen: answers were given, or an action was chosen."""

    screen: Screen
    given: Submission
    action: Action | None = None


@dataclass
class Path:
    """A path as far as it went."""

    seed: str
    ended: Ended
    steps: tuple[Step, ...]
    last: Screen | None
    """The screen it ended on; None where not even the first one came."""
    failure: Failure | None = None
    tried: Submission = field(default_factory=dict)
    """What was given on the last screen as it failed."""
    acted: Action | None = None
    """The action that was done there as it failed."""
    papers: tuple[Paper, ...] = ()
    seconds: tuple[float, ...] = ()
    """From each answer to the next screen."""

    @property
    def answers(self) -> dict[str, AnswerValue]:
        """Every answer by name, the later one where something was asked twice."""
        given: dict[str, AnswerValue] = {}
        for step in self.steps:
            given.update(step.given)
        return {**given, **self.tried}
