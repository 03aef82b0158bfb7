"""One sitting with one interview: the conversation a front end holds, kept on disk."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from unbarred import private_files
from unbarred.answers.values import AnswerValue
from unbarred.engine import LoadedInterview, Run, load
from unbarred.screens import (
    AnsweredScreen,
    Change,
    Problem,
    Refused,
    Screen,
    ScreenKind,
    Submission,
    read_field,
)
from unbarred.sessions.drafts import Drafts
from unbarred.sessions import lock
from unbarred.sessions.journal import FORMAT, Event, Journal, MemoryJournal
from unbarred.sessions.records import Record, Records, add_up, plain_answers
from unbarred.sessions.replay import Replayed, Step, replay


class Session:
    """A `Conversation` whose every change is on disk before the call returns."""

    def __init__(self, folder: Path | None, journal: Journal | MemoryJournal, records: Records) -> None:
        self.folder = folder
        self._lock = lock.take(folder) if folder is not None else None
        self._journal = journal
        self._records = records
        self._interview: LoadedInterview = load(records.interview)
        self._drafts = Drafts(folder) if folder is not None else None
        self._take(self._replayed(records.records))

    @classmethod
    def begin(cls, folder: Path, interview: str, arguments: Mapping[str, str]) -> Session:
        """Start a new session in `folder`, which must not exist yet.

        `arguments` go to the interview: `place`, `as_of`. Raises `UsageError`
        for an unknown interview, `ContentError` for a faulty one.
        """
        load(interview)
        private_files.make_folder(folder)
        return cls._open(folder, Journal(folder / "journal.jsonl"), interview, arguments)

    @classmethod
    def in_memory(cls, interview: str, arguments: Mapping[str, str]) -> Session:
        """Start a session that leaves nothing on disk, for answers that are in a file already."""
        return cls._open(None, MemoryJournal(), interview, arguments)

    @classmethod
    def _open(
        cls,
        folder: Path | None,
        journal: Journal | MemoryJournal,
        interview: str,
        arguments: Mapping[str, str],
    ) -> Session:
        opened: Event = {"event": "opened", "format": FORMAT, "interview": interview}
        journal.append(opened | {"arguments": dict(arguments), "at": _now()})
        return cls(folder, journal, add_up(journal.events()))

    @classmethod
    def resume(cls, folder: Path) -> Session:
        """Continue the session in `folder`. Raises `SessionError` if it is missing or damaged."""
        journal = Journal(folder / "journal.jsonl")
        return cls(folder, journal, add_up(journal.events()))

    @property
    def interview(self) -> LoadedInterview:
        """The interview of this session."""
        return self._interview

    @property
    def arguments(self) -> Mapping[str, str]:
        """What the interview was started with: `place`, `as_of`."""
        return self._records.arguments

    @property
    def run(self) -> Run:
        """The run behind the session, at the screen that waits."""
        return self._run

    @property
    def gone(self) -> tuple[Record, ...]:
        """Recorded answers that the interview, as it is now, does not ask for."""
        return tuple(self._records.records[number] for number in self._left_over)

    @property
    def screen(self) -> Screen:
        """The screen that waits for an answer now."""
        return self._run.screen

    @property
    def number(self) -> int:
        """How many screens came before this one, plus one."""
        return len(self._steps) + 1

    def submit(self, submission: Submission) -> None:
        """Answer the screen, keep the answer, go to the next screen."""
        screen = self.screen
        try:
            self._run.answer(submission)
        except Refused:
            self._take(self._replayed(self._records.records))
            raise
        self._keep({"event": "answered", "screen": screen.id, "answers": plain_answers(submission)})
        if self._drafts is not None:
            self._drafts.forget()
        record = len(self._records.records) - 1
        self._add_step(screen, submission, record)
        if self._has_waiting(self.screen):
            # Answers from before an amendment still fit here.
            self._take(self._replayed(self._records.records))

    def back(self) -> bool:
        """Go to the screen before; say whether there was one."""
        if not self._steps:
            return False
        self._keep({"event": "withdrawn", "record": self._steps[-1].record})
        self._take(self._replayed(self._records.records))
        return True

    def given_before(self) -> Mapping[str, AnswerValue]:
        """What was given on this screen when it was last answered."""
        before = self._records.last_given(self.screen.id)
        typed: dict[str, AnswerValue] = {}
        for field in self.screen.inputs:
            if field.name in before:
                value = read_field(field, before[field.name])
                if not isinstance(value, Problem):
                    typed[field.name] = value
        return typed

    def answered(self) -> Sequence[AnsweredScreen]:
        """The screens answered so far, in order."""
        return [step.answered for step in self._steps]

    def amend(self, number: int, submission: Submission) -> Change:
        """Give answered screen `number` another answer; keep all that still holds."""
        replayed, change = self._try_amending(number, submission)
        record = self._steps[number - 1].record
        self._keep({"event": "amended", "record": record, "answers": plain_answers(submission)})
        self._take(replayed)
        return change

    def preview_amend(self, number: int, submission: Submission) -> Change:
        """Say what `amend` would do, and do nothing."""
        return self._try_amending(number, submission)[1]

    def keep_draft(self, field: str, text: str) -> None:
        """Keep a long answer that is still being written."""
        if self._drafts is not None:
            self._drafts.keep(self.screen.id, field, text)

    def draft(self, field: str) -> str | None:
        """Return what `keep_draft` last kept for this field of the current screen."""
        return self._drafts.kept(self.screen.id, field) if self._drafts is not None else None

    def close(self) -> None:
        """Let other programs open the session."""
        if self._lock is not None:
            self._lock.release()

    def finish(self) -> None:
        """Note that the papers were made."""
        self._keep({"event": "finished"})

    @property
    def is_over(self) -> bool:
        """Say whether the interview has reached its end."""
        return self.screen.kind in (ScreenKind.END, ScreenKind.EXIT)

    def _try_amending(self, number: int, submission: Submission) -> tuple[Replayed, Change]:
        record = self._steps[number - 1].record
        trial = list(self._records.records)
        trial[record] = replace(trial[record], answers=plain_answers(submission))
        self._check_accepted(number, submission)
        replayed = self._replayed(trial)
        still = {step.record for step in replayed.steps}
        after = self._steps[number:]
        dropped = tuple(step.answered for step in after if step.record not in still)
        return replayed, Change(kept=len(after) - len(dropped), dropped=dropped)

    def _check_accepted(self, number: int, submission: Submission) -> None:
        before = [self._records.records[step.record] for step in self._steps[: number - 1]]
        self._replayed(before).run.answer(submission)

    def _replayed(self, records: Sequence[Record]) -> Replayed:
        return replay(self._interview, self._records.arguments, records)

    def _take(self, replayed: Replayed) -> None:
        self._run = replayed.run
        self._steps = replayed.steps
        self._left_over = replayed.left_over

    def _add_step(self, screen: Screen, submission: Submission, record: int) -> None:
        self._steps.append(Step(AnsweredScreen(len(self._steps) + 1, screen, submission), record))

    def _has_waiting(self, screen: Screen) -> bool:
        return any(self._records.records[number].screen == screen.id for number in self._left_over)

    def _keep(self, event: Event) -> None:
        dated = event | {"at": _now()}
        self._journal.append(dated)
        self._records.apply(dated)


def _now() -> str:
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")
