"""What a front end talks to: one sitting with one interview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from unbarred.answers.values import AnswerValue
from unbarred.screens.screen import Action, Screen
from unbarred.screens.submission import Submission


@dataclass(frozen=True)
class AnsweredScreen:
    """A screen that was answered and what was given on it, for review."""

    number: int
    """Its place among the answered screens, counted from 1."""
    screen: Screen
    given: Submission
    action: Action | None = None
    """What was done here instead of answering."""
    taken_from: str = ""
    """Where the answers were taken over from, without being shown here; "" where they were given here."""


@dataclass(frozen=True)
class Changed:
    """One answer that is another now; None where there was, or is, none."""

    name: str
    before: AnswerValue | None
    after: AnswerValue | None


@dataclass(frozen=True)
class Change:
    """What amending an answer did, in counts and in names."""

    kept: int
    """Answered screens after the amended one that still stand, some perhaps only after a new question."""
    dropped: tuple[AnsweredScreen, ...]
    """Answered screens whose questions are not asked any more, or must be asked again."""
    changed: tuple[Changed, ...] = ()
    """The answers on the amended screen that are others now."""
    asked: tuple[Screen, ...] = ()
    """The screens to be answered because of it, new or once more, as far as can be foreseen."""


class Conversation(Protocol):
    """One sitting. Every change is kept on disk before the method returns."""

    @property
    def screen(self) -> Screen:
        """The screen that waits for an answer now."""

    @property
    def number(self) -> int:
        """How many screens came before this one, plus one."""

    def submit(self, submission: Submission) -> None:
        """Answer the screen and go to the next.

        Raises `Refused` with a problem for each answer the interview does not
        accept; the screen then stays.
        """

    def act(self, action: Action) -> None:
        """Do one of the screen's actions and go where it leads; what is typed on the screen is not kept.

        Raises `Refused` if the interview does not let it be done; the screen then stays.
        """

    def back(self) -> bool:
        """Go to the screen before; say whether there was one.

        What was given there comes back as `given_before`.
        """

    def given_before(self) -> Mapping[str, AnswerValue]:
        """What was given on this screen when it was last answered, to start from."""

    def answered(self) -> Sequence[AnsweredScreen]:
        """The screens answered so far, in order."""

    def amend(self, number: int, submission: Submission) -> Change:
        """Give answered screen `number` another answer; keep all that still holds.

        Raises `Refused` like `submit`; then nothing has changed.
        """

    def preview_amend(self, number: int, submission: Submission) -> Change:
        """Say what `amend` would do, and do nothing."""

    def keep_draft(self, field: str, text: str) -> None:
        """Keep a long answer that is still being written."""

    def draft(self, field: str) -> str | None:
        """Return what `keep_draft` last kept for this field of the current screen."""
