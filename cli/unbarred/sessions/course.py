"""How a session has come to the screen that waits, step by step, each on disk before the next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from unbarred.answers.values import Plain
from unbarred.engine import Run
from unbarred.errors import UserError
from unbarred.screens import Action, Problem, Refused, Screen, Submission
from unbarred.sessions import events
from unbarred.sessions.amending import Amendment, amendment
from unbarred.sessions.journal import Event, Journal, MemoryJournal
from unbarred.sessions.records import Record, Records
from unbarred.sessions.replay import Beginning, Replayed, Step, add_step, replay, step_of, take


class Course:
    """The run of a session, the steps that led to where it is, and the records that nobody asked for."""

    def __init__(self, beginning: Beginning, journal: Journal | MemoryJournal, records: Records) -> None:
        self.run: Run
        self.steps: list[Step]
        self._left_over: list[int]
        """Numbers of the records that no screen asked for."""
        self._beginning = beginning
        self._journal = journal
        self._records = records
        self._take(self._replayed())

    @property
    def gone(self) -> tuple[Record, ...]:
        """Recorded answers that the interview, changed since then, does not ask for any more."""
        unasked = [each for each in self._left_over if each not in self._records.set_aside]
        return tuple(self._records.records[number] for number in unasked)

    def step(self, screen: Screen, given: Submission | Action, event: Event) -> None:
        """Take one step on `screen` and keep it as `event`; on any trouble, stay, and raise it."""
        # What was left over for this very screen did not fit it; this takes its place.
        unfit = self._waiting_for(screen)
        event |= {"instead_of": unfit} if unfit else {}
        at = events.now()
        try:
            self._try(given, event, at)
            self.keep(event, at)
        except (Refused, UserError):
            self._take(self._replayed())
            raise
        self._left_over = [each for each in self._left_over if each not in unfit]
        record = len(self._records.records) - 1
        add_step(self.steps, self.run, step_of(screen, given, record, self._records.records[-1].taken_from))
        if self._waiting_for(self.run.screen):
            # Answers from before an amendment still fit here.
            self._take(self._replayed())

    def back(self) -> bool:
        """Go to the screen before; say whether there was one, and the interview lets her."""
        if not self.steps or not self.run.screen.can_go_back:
            return False
        last = self.steps[-1]
        # Whatever else waits for that screen would answer it at once.
        waiting = self._waiting_for(last.answered.screen)
        self.keep(events.withdrawn([*waiting, last.record]))
        self._take(self._replayed())
        return True

    def given_before(self, screen: str) -> Mapping[str, Plain]:
        """Return what was given on the screen of this id before; empty if nothing was."""
        return self._records.given_before(screen, self._left_over)

    def try_amending(self, number: int, given: Submission) -> Amendment:
        """Return what giving step `number` (counted from 1) the answers `given` would do; do nothing.

        Raises `Refused` if the interview does not accept them, or lets nobody change what came before.
        """
        later = [*(step.answered.screen for step in self.steps[number:]), self.run.screen]
        if not all(screen.can_go_back for screen in later):
            raise Refused((Problem("", "The interview does not let this be changed any more."),))
        records, waiting = self._records.records, self.run.screen
        return amendment(self._beginning, records, self.steps, waiting, number, given)

    def amend(self, number: int, tried: Amendment, folder: Path | None) -> None:
        """Keep the amendment that was tried of step `number`, and go where it leads."""
        step = self.steps[number - 1]
        left_over = [each for each in tried.replayed.left_over if each not in self._left_over]
        dropped = [each for each in left_over if each not in tried.again]
        event = events.amended(step.record, step.answered.screen, tried.given, folder)
        again = {"again": list(tried.again)} if tried.again else {}
        self.keep(event | {"dropped": dropped} | again)
        self._take(tried.replayed)

    def keep(self, event: Event, at: datetime | None = None) -> None:
        """Write down that `event` happened, now or `at` a time, and take it into account.

        Raises `SessionError` if it cannot be written.
        """
        dated = events.dated(event, at)
        self._journal.append(dated)
        self._records.apply(dated)

    def _try(self, given: Submission | Action, event: Event, at: datetime) -> None:
        """Give the run `given`; where the interview fails on an answer, keep `event` as gone back over."""
        try:
            take(self.run, given, at)
        except (UserError, KeyboardInterrupt):
            # Interrupted: code of an interview that never ends can only be left so.
            if not isinstance(given, Action):
                self.keep(event, at)
                self.keep(events.withdrawn([len(self._records.records) - 1]))
            raise

    def _waiting_for(self, screen: Screen) -> list[int]:
        """The records left over from earlier that were given on `screen`."""
        return [each for each in self._left_over if self._records.records[each].screen == screen.id]

    def _replayed(self) -> Replayed:
        return replay(self._beginning, self._records.records)

    def _take(self, replayed: Replayed) -> None:
        self.run = replayed.run
        self.steps = replayed.steps
        self._left_over = replayed.left_over
