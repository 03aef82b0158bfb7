"""One sitting with one interview: the conversation a front end holds, kept on disk."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from unbarred import private_files
from unbarred.answers.values import LATER, AnswerValue
from unbarred.engine import LoadedInterview, Run, load
from unbarred.errors import ContentError
from unbarred.screens import (
    Action,
    AnsweredScreen,
    Change,
    Problem,
    Refused,
    Submission,
    read_field,
    read_submission,
)
from unbarred.sessions import events, kept_files, lock
from unbarred.sessions.amending import Amendment
from unbarred.sessions.course import Course
from unbarred.sessions.drafts import Drafts
from unbarred.sessions.earlier import NOTHING_EARLIER, Earlier, EarlierFile
from unbarred.sessions.journal import Journal, MemoryJournal
from unbarred.sessions.records import Record, Records, add_up
from unbarred.sessions.replay import Beginning
from unbarred.sessions.sitting import Sitting
from unbarred.sessions.taking_over import TakingOver

if TYPE_CHECKING:
    from filelock import FileLock

Find = Callable[[str], LoadedInterview]
"""Where interviews come from, by name: the content folders, unless a caller has its own."""


class Session(Sitting):
    """A `Conversation` whose every change is on disk before the call returns."""

    def __init__(
        self,
        folder: Path | None,
        journal: Journal | MemoryJournal,
        records: Records,
        find: Find,
        earlier: Earlier = NOTHING_EARLIER,
    ) -> None:
        self.folder = folder
        self.earlier = earlier
        """Answers of an earlier sitting that may be used again in this one."""
        self._lock: FileLock | None = None
        self._records = records
        self._today = datetime.datetime.now().astimezone().date()
        self._interview = find(records.interview)
        self._drafts = Drafts(folder) if folder is not None else None
        beginning = Beginning(self._interview, self.arguments, records.seed, records.opened_at)
        self._course = Course(beginning, journal, records)

    @classmethod
    def begin(
        cls,
        folder: Path,
        interview: str,
        arguments: Mapping[str, str],
        find: Find = load,
        earlier: Earlier = NOTHING_EARLIER,
    ) -> Session:
        """Start a new session in `folder`, which must not exist yet.

        `arguments` go to the interview: `place`, `as_of`. What of `earlier` answers a whole screen is taken
        over, now and whenever such a screen comes. Raises `UsageError` for an unknown interview,
        `ContentError` for a faulty one; nothing is written then.
        """
        Run(find(interview), arguments)
        private_files.make_folder(folder)
        with lock.taken(folder) as held:
            if earlier.says_something:
                EarlierFile(folder).keep(earlier)
            journal = Journal(folder / "journal.jsonl")
            session = cls._open(folder, journal, interview, arguments, find, earlier)
            session._lock = held
            session._take_over()
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
        earlier: Earlier = NOTHING_EARLIER,
    ) -> Session:
        journal.append(events.dated(events.opened(interview, arguments)))
        if earlier.says_something:
            journal.append(events.dated(events.drew_on(earlier.source)))
        return cls(folder, journal, add_up(journal), find, earlier)

    @classmethod
    def resume(cls, folder: Path, find: Find = load) -> Session:
        """Continue the session in `folder`.

        Raises `SessionError` if it is missing, damaged, or open elsewhere.
        """
        with lock.taken(folder) as held:
            journal = Journal(folder / "journal.jsonl")
            session = cls(folder, journal, add_up(journal), find, EarlierFile(folder).kept())
            session._lock = held
            session._take_over()
        return session

    def copied(self) -> Session:
        """Return a session like this one that is kept nowhere, to try something on."""
        records = copy.deepcopy(self._records)
        return Session(None, MemoryJournal(), records, lambda name: self._interview, self.earlier)

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
    def tail(self) -> str:
        """The end of the session's name, enough to find it by; "" for one that is not kept."""
        return self.folder.name.rpartition("-")[2] if self.folder else ""

    @property
    def run(self) -> Run:
        """The run behind the session, at the screen that waits."""
        return self._course.run

    @property
    def gone(self) -> tuple[Record, ...]:
        """Recorded answers that the interview, changed since then, does not ask for any more."""
        return self._course.gone

    @property
    def number(self) -> int:
        """How many screens came before this one, plus one."""
        return len(self._course.steps) + 1

    def submit(self, submission: Submission) -> None:
        """Answer the screen, keep the answer, go to the next screen.

        Raises `Refused`, or `SessionError` if the answer cannot be saved; the screen then stays.
        Where the interview itself fails on the answer, that error is raised, the screen stays
        too, and what was given is kept to be offered on it again.
        """
        screen = self.screen
        given = read_submission(screen, submission, as_of=self.as_of)
        given = kept_files.keep(screen, given, self.folder)
        self._course.step(screen, given, events.answered(screen, given, self.folder))
        self._forget_drafts(given)
        self._take_over()

    def act(self, action: Action) -> None:
        """Do one of the screen's actions and keep it.

        Raises `Refused` if the screen does not offer it, or `SessionError` if it cannot be saved;
        the screen then stays.
        """
        screen = self.screen
        self._course.step(screen, action, events.acted(screen, action))
        self._take_over()

    def back(self) -> bool:
        """Go to the screen before; say whether there was one."""
        return self._course.back()

    def given_before(self) -> Mapping[str, AnswerValue]:
        """What was given on this screen when it was last answered, else what an earlier sitting says."""
        before = self._course.given_before(self.screen.id)
        if not before:
            return self._taking_over().in_part(self.screen)
        typed: dict[str, AnswerValue] = {}
        for field in self.screen.inputs:
            if field.name in before:
                value = read_field(field, before[field.name], as_of=self.as_of)
                if not isinstance(value, Problem):
                    typed[field.name] = value
        return typed

    def answered(self) -> Sequence[AnsweredScreen]:
        """The screens answered so far, in order."""
        return [step.answered for step in self._course.steps]

    def amend(self, number: int, submission: Submission) -> Change:
        """Give answered screen `number` another answer; keep all that still holds."""
        tried = self._try_amending(number, submission)
        self._course.amend(number, tried, self.folder)
        self._forget_drafts(tried.given)
        self._take_over()
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
        """Note that the papers were made; what an earlier sitting had to say is not needed any more."""
        self._course.keep(events.finished())
        self.earlier = NOTHING_EARLIER
        if self.folder is not None:
            EarlierFile(self.folder).forget()

    def _take_over(self) -> None:
        """Answer the screens of which an earlier sitting knows all, up to one that she has to see."""
        # Each takes an answer, or tells of an item of a list that has one.
        for _ in range(2 * self.earlier.count):
            screen = self.screen
            # What she went back to, or what did not fit, is for her to look at.
            given = None if self._course.given_before(screen.id) else self._taking_over().whole(screen)
            if given is None:
                return
            given = kept_files.keep(screen, given, self.folder)
            try:
                self._course.step(screen, given, events.taken_over(screen, given, self.folder))
            except (Refused, ContentError):
                # The interview does not take them: she is asked, and told why if she gives the same.
                return

    def _taking_over(self) -> TakingOver:
        return TakingOver(self.earlier, self.place, self.as_of, self.answered())

    def _try_amending(self, number: int, submission: Submission) -> Amendment:
        screen = self._course.steps[number - 1].answered.screen
        given = read_submission(screen, submission, as_of=self.as_of)
        return self._course.try_amending(number, kept_files.keep(screen, given, self.folder))

    def _forget_drafts(self, given: Submission) -> None:
        """What was left for later may be gone on with from its draft; what was answered need not."""
        if self._drafts is not None:
            self._drafts.forget(name for name, value in given.items() if value is not LATER)
