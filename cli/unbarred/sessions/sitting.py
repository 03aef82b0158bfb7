"""One sitting with one interview, whoever keeps it: what it is about, and where its run stands."""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

from unbarred.engine import LoadedInterview, Run
from unbarred.screens import AnsweredScreen, Screen, Submission
from unbarred.sessions.replay import is_over


class Sitting(ABC):
    """A run of an interview, and the answers that led to where it stands."""

    @property
    def tail(self) -> str:
        """The end of the name it is kept under, enough to find it by; "" for one that is not kept."""
        return ""

    @property
    @abstractmethod
    def interview(self) -> LoadedInterview:
        """The interview of this sitting."""

    @property
    @abstractmethod
    def run(self) -> Run:
        """The run behind the sitting, at the screen that waits."""

    @property
    @abstractmethod
    def arguments(self) -> Mapping[str, str]:
        """What goes to the interview: `place` if it was given at the start, and the day as `as_of`."""

    @property
    @abstractmethod
    def seed(self) -> int:
        """What the interview's chance comes from, the same for the whole sitting."""

    @property
    @abstractmethod
    def as_of(self) -> datetime.date:
        """The day of the papers and of the law."""

    @abstractmethod
    def submit(self, submission: Submission) -> None:
        """Answer the screen and go to the next. Raises `Refused`."""

    @abstractmethod
    def answered(self) -> Sequence[AnsweredScreen]:
        """The screens answered so far, in order."""

    @property
    def screen(self) -> Screen:
        """The screen that waits for an answer now."""
        return self.run.screen

    @property
    def is_over(self) -> bool:
        """Say whether the interview has reached its end."""
        return is_over(self.screen)

    @property
    def place(self) -> str:
        """The slug of the place, given at the start or chosen on a screen; "" while it is not known."""
        if not self.interview.is_ours:
            # There a variable of this name may hold anything.
            return self.arguments.get("place", "")
        return str(self.run.value("place") or "")
