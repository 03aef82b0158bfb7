"""One sitting with one interview: the conversation a front end holds, kept on disk."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from unbarred import private_files
from unbarred.answers.values import LATER, AnswerValue
from unbarred.engine import LoadedInterview, Run, load
from unbarred.errors import UserError
from unbarred.screens import (
    Action,
    AnsweredScreen,
    Change,
    Problem,
    Refused,
    Screen,
    Submission,
    read_field,
    read_submission,
)
from unbarred.sessions import events, kept_files, lock
from unbarred.sessions.amending import Amendment, amendment
from unbarred.sessions.drafts import Drafts
from unbarred.sessions.journal import Event, Journal, MemoryJournal
from unbarred.sessions.records import Record, Records, add_up
from unbarred.sessions.replay import Beginning, Replayed, add_step, is_over, replay, step_of

if TYPE_CHECKING:
    from filelock import FileLock

Find = Callable[[str], LoadedInterview]
"""Where interviews come from, by name: the content folders, unless a caller has its own."""


class Session:
    """A `Conversation` whose every change is on disk before the call returns."""

    def __init__(
        self, folder: Path | None, journal: Journal | MemoryJournal, records: Records, find: Find
    ) -> None:
        self.folder = folder
        self._lock: FileLock | None = None
        self._journal = journal
        self._records = records
        self._today = datetime.datetime.now().astimezone().date()
        self._interview = find(records.interview)
        self._drafts = Drafts(folder) if folder is not None else None
        self._left_over: list[int] = []
        """Numbers of records that no screen asked for."""
        self._take(self._replayed(records.records))

    @classmethod
    def begin(cls, folder: Path, interview: str, arguments: Mapping[str, str], find: Find = load) -> Session:
        """Start a new session in `folder`, which must not exist yet.

        `arguments` go to the interview: `place`, `as_of`. Raises `UsageError`
        for an unknown interview, `ContentError` for a faulty one; nothing is
        written then.
        """
        Run(find(interview), arguments)
        private_files.make_folder(folder)
        with lock.taken(folder) as held:
            session = cls._open(folder, Journal(folder / "journal.jsonl"), interview, arguments, find)
            session._lock = held
        return session

    @classmethod
    def in_memory(cls, interview: str, arguments: Mapping[str, str], find: Find = load) -> Session:
        """Start a session that leaves nothing on disk, for answers that are in a file already."""
        return cls._open(None, MemoryJournal(), interview, arguments, find)

    @classmethod
    def _open(
        cls,
        folder: Path | None,
        journal: Journal | MemoryJournal,
        interview: str,
        arguments: Mapping[str, str],
        find: Find,
    ) -> Session:
        journal.append(events.dated(events.opened(interview, arguments)))
        return cls(folder, journal, add_up(journal), find)

    @classmethod
    def resume(cls, folder: Path, find: Find = load) -> Session:
        """Continue the session in `folder`.

        Raises `SessionError` if it is missing, damaged, or open elsewhere.
        """
        with lock.taken(folder) as held:
            journal = Journal(folder / "journal.jsonl")
            session = cls(folder, journal, add_up(journal), find)
            session._lock = held
        return session

    @property
    def interview(self) -> LoadedInterview:
        """The interview of this session."""
        return self._interview

    @property
    def arguments(self) -> Mapping[str, str]:
        """What goes to the interview: `place` if it was given at the start, and the day as `as_of`."""
        return {"as_of": self.as_of.isoformat(), **self._records.arguments}

    @property
    def seed(self) -> int:
        """What the interview's chance comes from, the same for the whole life of the session."""
        return self._records.seed

    @property
    def as_of(self) -> datetime.date:
        """The day of the papers and of the law: the one chosen at the start, else the day of this sitting."""
        chosen = self._records.arguments.get("as_of")
        return datetime.date.fromisoformat(chosen) if chosen else self._today

    @property
    def place(self) -> str:
        """The slug of the place, given at the start or chosen on a screen; "" while it is not known."""
        if not self._interview.is_ours:
            # There a variable of this name may hold anything.
            return self._records.arguments.get("place", "")
        return str(self._run.value("place") or "")

    @property
    def tail(self) -> str:
        """The end of the session's name, enough to find it by; "" for one that is not kept."""
        return self.folder.name.rpartition("-")[2] if self.folder else ""

    @property
    def run(self) -> Run:
        """The run behind the session, at the screen that waits."""
        return self._run

    @property
    def gone(self) -> tuple[Record, ...]:
        """Recorded answers that the interview, changed since then, does not ask for any more."""
        unasked = [each for each in self._left_over if each not in self._records.set_aside]
        return tuple(self._records.records[number] for number in unasked)

    @property
    def screen(self) -> Screen:
        """The screen that waits for an answer now."""
        return self._run.screen

    @property
    def number(self) -> int:
        """How many screens came before this one, plus one."""
        return len(self._steps) + 1

    def submit(self, submission: Submission) -> None:
        """Answer the screen, keep the answer, go to the next screen.

        Raises `Refused`, or `SessionError` if the answer cannot be saved; the screen then stays.
        Where the interview itself fails on the answer, that error is raised, the screen stays
        too, and what was given is kept to be offered on it again.
        """
        screen = self.screen
        given = read_submission(screen, submission, as_of=self.as_of)
        given = kept_files.keep(screen, given, self.folder)
        self._do(screen, given, events.answered(screen, given, self.folder))
        self._forget_drafts(given)

    def act(self, action: Action) -> None:
        """Do one of the screen's actions and keep it.

        Raises `Refused` if the screen does not offer it, or `SessionError` if it cannot be saved;
        the screen then stays.
        """
        screen = self.screen
        self._do(screen, action, events.acted(screen, action))

    def _do(self, screen: Screen, given: Submission | Action, event: Event) -> None:
        """Take one step and keep it; on any trouble, stay."""
        # What was left over for this very screen did not fit it; this takes its place.
        unfit = [each for each in self._left_over if self._records.records[each].screen == screen.id]
        try:
            event |= {"instead_of": unfit} if unfit else {}
            self._try(given, event)
            self._keep(event)
        except (Refused, UserError):
            self._replay()
            raise
        self._left_over = [each for each in self._left_over if each not in unfit]
        add_step(self._steps, self._run, step_of(screen, given, len(self._records.records) - 1))
        if self._has_waiting(self.screen):
            # Answers from before an amendment still fit here.
            self._replay()

    def back(self) -> bool:
        """Go to the screen before; say whether there was one."""
        if not self._steps:
            return False
        last = self._steps[-1]
        screen = last.answered.screen.id
        # Whatever else waits for that screen would answer it at once.
        waiting = [each for each in self._left_over if self._records.records[each].screen == screen]
        self._keep(events.withdrawn([*waiting, last.record]))
        self._replay()
        return True

    def given_before(self) -> Mapping[str, AnswerValue]:
        """What was given on this screen when it was last answered."""
        before = self._records.given_before(self.screen.id, self._left_over)
        typed: dict[str, AnswerValue] = {}
        for field in self.screen.inputs:
            if field.name in before:
                value = read_field(field, before[field.name], as_of=self.as_of)
                if not isinstance(value, Problem):
                    typed[field.name] = value
        return typed

    def answered(self) -> Sequence[AnsweredScreen]:
        """The screens answered so far, in order."""
        return [step.answered for step in self._steps]

    def amend(self, number: int, submission: Submission) -> Change:
        """Give answered screen `number` another answer; keep all that still holds."""
        step = self._steps[number - 1]
        tried = self._try_amending(number, submission)
        left_over = [each for each in tried.replayed.left_over if each not in self._left_over]
        dropped = [each for each in left_over if each not in tried.again]
        event = events.amended(step.record, step.answered.screen, tried.given, self.folder)
        again = {"again": list(tried.again)} if tried.again else {}
        self._keep(event | {"dropped": dropped} | again)
        self._take(tried.replayed)
        self._forget_drafts(tried.given)
        return tried.change

    def preview_amend(self, number: int, submission: Submission) -> Change:
        """Say what `amend` would do, and do nothing."""
        return self._try_amending(number, submission).change

    def keep_draft(self, field: str, text: str) -> None:
        """Keep a long answer that is still being written, for the field of this full name."""
        if self._drafts is not None:
            self._drafts.keep(field, text)

    def draft(self, field: str) -> str | None:
        """Return what `keep_draft` last kept for the field, unless it was answered since."""
        return self._drafts.kept(field) if self._drafts is not None else None

    def close(self) -> None:
        """Let other programs open the session."""
        if self._lock is not None:
            self._lock.release()

    def finish(self) -> None:
        """Note that the papers were made."""
        self._keep(events.finished())

    @property
    def is_over(self) -> bool:
        """Say whether the interview has reached its end."""
        return is_over(self.screen)

    def _try(self, given: Submission | Action, event: Event) -> None:
        """Give the run `given`; where the interview fails on it, keep `event` as gone back over."""
        try:
            if isinstance(given, Action):
                self._run.act(given)
            else:
                self._run.answer(given)
        except (UserError, KeyboardInterrupt):
            # Interrupted: code of an interview that never ends can only be left so.
            self._keep(event)
            self._keep({"event": "withdrawn", "records": [len(self._records.records) - 1]})
            raise

    def _try_amending(self, number: int, submission: Submission) -> Amendment:
        screen = self._steps[number - 1].answered.screen
        given = read_submission(screen, submission, as_of=self.as_of)
        given = kept_files.keep(screen, given, self.folder)
        return amendment(self._beginning, self._records.records, self._steps, number, given)

    @property
    def _beginning(self) -> Beginning:
        return Beginning(self._interview, self.arguments, self.seed)

    def _replayed(self, records: Sequence[Record]) -> Replayed:
        return replay(self._beginning, records)

    def _replay(self) -> None:
        self._take(self._replayed(self._records.records))

    def _forget_drafts(self, given: Submission) -> None:
        """What was left for later may be gone on with from its draft; what was answered need not."""
        if self._drafts is not None:
            self._drafts.forget(name for name, value in given.items() if value is not LATER)

    def _take(self, replayed: Replayed) -> None:
        self._run = replayed.run
        self._steps = replayed.steps
        self._left_over = replayed.left_over

    def _has_waiting(self, screen: Screen) -> bool:
        return any(self._records.records[number].screen == screen.id for number in self._left_over)

    def _keep(self, event: Event) -> None:
        dated = events.dated(event)
        self._journal.append(dated)
        self._records.apply(dated)
