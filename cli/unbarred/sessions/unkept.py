"""A sitting that nobody comes back to: answers that are all there, and the papers they make."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Mapping, Sequence

from unbarred.engine import LoadedInterview, Run, load
from unbarred.screens import AnsweredScreen, Submission
from unbarred.sessions import events
from unbarred.sessions.sitting import Sitting


class Unkept(Sitting):
    """A sitting without a journal: nothing can be taken back in it, and nobody reads its screens.

    Its screens are without words. All of it takes place at one moment. After an error, its run may be
    anywhere.
    """

    def __init__(self, interview: str, arguments: Mapping[str, str]) -> None:
        self._at = events.now()
        self._arguments = {"as_of": self._at.date().isoformat(), **arguments}
        self._seed = secrets.randbits(32)
        self._interview = load(interview)
        self._answered: list[AnsweredScreen] = []
        self._run = Run(self._interview, self._arguments, self._seed, self._at, worded=False)

    @property
    def interview(self) -> LoadedInterview:
        """The interview of this sitting."""
        return self._interview

    @property
    def run(self) -> Run:
        """The run behind the sitting."""
        return self._run

    @property
    def arguments(self) -> Mapping[str, str]:
        """What goes to the interview."""
        return self._arguments

    @property
    def seed(self) -> int:
        """What the interview's chance comes from."""
        return self._seed

    @property
    def as_of(self) -> datetime.date:
        """The day of the papers and of the law: the one chosen at the start, else today."""
        return datetime.date.fromisoformat(self._arguments["as_of"])

    def submit(self, submission: Submission) -> None:
        """Answer the screen with what was read of it, and go to the next. Raises `Refused`."""
        screen = self.screen
        self._run.answer(submission, self._at)
        if self._run.has_restarted():
            self._answered.clear()
        else:
            self._answered.append(AnsweredScreen(len(self._answered) + 1, screen, submission))

    def answered(self) -> Sequence[AnsweredScreen]:
        """The screens answered so far, in order; without their words."""
        return self._answered
