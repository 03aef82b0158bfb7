"""One run of an interview: the variables so far, the screen that waits, the papers at the end."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from unbarred.answers.path import AnswerPath
from unbarred.engine import background, clock, context, own_actions
from unbarred.engine.asked_again import AskedAgain
from unbarred.engine.assign import lookup
from unbarred.engine.chance import Chance
from unbarred.engine.dependencies import forget
from unbarred.engine.entered import Entered
from unbarred.engine.giving import Giving
from unbarred.engine.inside import Inside
from unbarred.engine.interview import LoadedInterview
from unbarred.engine.objects import ObjectMaker
from unbarred.engine.papers import Paper, collected, papers
from unbarred.engine.progress import advance, note_place
from unbarred.engine.translate import Translated, row_sought, translate
from unbarred.errors import ContentError
from unbarred.screens import Action, Document, Problem, Refused, Screen, ScreenKind, Submission

_BEGINNING_AGAIN = frozenset({"restart", "new_session"})


class Run:
    """Asks one interview's screens in turn.

    `arguments` reach the interview as docassemble's `url_args`. What its code
    draws by chance comes from `seed`, and each step takes place at a time, so
    that a replay draws the same and tells the same time; without one it is now. Where nobody reads
    the screens, they need not be `worded`: their questions are then without texts. After a
    `Refused` or any other error the variables may be half set: start again and
    replay.
    """

    def __init__(
        self,
        interview: LoadedInterview,
        arguments: Mapping[str, str],
        seed: int = 0,
        at: datetime | None = None,
        *,
        worded: bool = True,
    ) -> None:
        self.interview = interview
        self._worded = worded
        self._has_restarted = False
        self._chance = Chance(seed)
        self._reference = interview.reference
        self._arguments = dict(arguments)
        self._status: Any = None
        self._translated: Translated | None = None
        self._papers: dict[str, Paper] = {}
        self._now = at
        with self._chance:
            self._begin()
            self._ask()

    @property
    def screen(self) -> Screen:
        """The screen that waits for an answer."""
        return self._current.screen

    @property
    def _current(self) -> Translated:
        assert self._translated is not None
        return self._translated

    def answer(self, submission: Submission, at: datetime | None = None) -> None:
        """Give the screen's answers and go on to the next screen.

        Raises `Refused` where the interview's own checks do not accept them.
        """
        self._begin_step(at)
        with self._entered:
            self._take(submission)

    def act(self, action: Action, at: datetime | None = None) -> None:
        """Do one of the actions that the screen offers.

        Raises `Refused` if it offers no such one: what is not offered is never done.
        """
        offered = self._current.action(action)
        if offered is None:
            raise Refused((Problem("", "This cannot be done here any more."),))
        self._begin_step(at)
        with self._entered:
            self._do(offered)

    def has_restarted(self) -> bool:
        """Say whether what was done last made the interview begin again from its first question."""
        return self._has_restarted

    def forgotten_with(self, names: Iterable[str]) -> frozenset[str]:
        """Return the variables that are forgotten where the variables `names` change (`depends on`).

        They are forgotten then, so the run is good for nothing else.
        """
        with self._inside:
            for name in names:
                forget(self.interview.parsed, self._variables, name)
        return frozenset(self._variables["_internal"]["dirty"])

    @contextmanager
    def at_a_stretch(self) -> Iterator[None]:
        """Let many steps be taken one after the other, with nothing between them that draws by chance.

        The run's chance then changes places with everybody else's once, not at every step.
        """
        with self._chance:
            yield

    def papers(self) -> tuple[Paper, ...]:
        """Return the finished documents so far, in the order they were first made."""
        return tuple(self._papers.values())

    def value(self, name: str) -> Any:
        """Return the value of a variable, or None if it is not defined."""
        try:
            return lookup(self._variables, AnswerPath.parse(name))
        except (KeyError, AttributeError, IndexError, NameError):
            return None

    def _take(self, submission: Submission) -> None:
        current = self._current
        self._held.unbarred_said.take_in(submission)
        with self._inside:
            giving = Giving(self.interview.parsed, self._status, self._variables, self._maker)
            next_question = giving.give(current, submission)
        row = current.row
        if row is not None and not row.is_last(bool(row.more and submission.get(row.more.name))):
            self._ask_again(row.number + 1)
            return
        self._ask(next_question)

    def _do(self, offered: Action) -> None:
        if offered.name == own_actions.BEGIN_AGAIN:
            self._begin_again()
            self._show()
            return
        with self._inside:
            is_own = own_actions.do(offered, self._variables)
        if is_own:
            row = self._current.row
            self._ask_again(max(0, row.number - 1) if row else 0)
            return
        self._ask(action=offered)

    def _begin(self) -> None:
        from docassemble.base.parse import get_initial_dict

        self._variables: dict[str, Any] = get_initial_dict()
        self._variables["url_args"] = dict(self._arguments)
        clock.note_beginning(self._variables, self._now)
        self._papers = {}
        with context.entered(self._reference) as held:
            self._held = held
        held.unbarred_now = self._now
        held.unbarred_is_worded = self._worded
        self._maker = ObjectMaker(held.unbarred_files)
        self._entered = Entered(held, self._variables, self._chance)
        self._inside = Inside(self.interview, self._entered)

    def _begin_step(self, at: datetime | None) -> None:
        self._has_restarted = False
        self._now = at
        self._held.unbarred_now = at
        context.begin_step(self._held, self._reference)
        # docassemble sets it only as it looks for the next screen; what runs before that can ask for it too.
        self._held.internal = self._variables["_internal"]

    def _ask(self, next_question: Any = None, action: Action | None = None) -> None:
        is_first = self._status is None
        try:
            self._work_out(next_question, action)
        except ContentError as error:
            on_error = self.interview.metadata.get("error action")
            if not on_error:
                raise
            # The author says what to do then, and is told of the error what cannot quote an answer.
            told = {"error_message": error.message, "error_history": "", "error_trace": ""}
            self._work_out(None, Action(str(on_error), "", told))
        if self._status.question.question_type in _BEGINNING_AGAIN:
            self._begin_again()
        elif not is_first:
            advance(self.interview.parsed, self._status, self._variables)
        # Whoever edits one row of a list is asked that row first, and not all before it.
        self._show(row_sought(self._status, self._variables) if action else 0)

    def _begin_again(self) -> None:
        self._has_restarted = True
        self._begin()
        self._work_out(None, None)

    def _work_out(self, next_question: Any, action: Action | None) -> None:
        """Let docassemble find the next screen, and once more where background work changed something."""
        with self._inside:
            self._assemble(next_question, action)
            for _ in range(background.ROUNDS):
                if not background.do_waiting():
                    break
                self._assemble(None, None)

    def _assemble(self, next_question: Any, action: Action | None) -> None:
        from docassemble.base.parse import InterviewStatus

        info = context.current_info(self._reference)
        if action is not None:
            # docassemble writes into them what it is about.
            info |= {"action": action.name, "arguments": copy.deepcopy(dict(action.arguments))}
        internal = self._variables["_internal"]
        status = InterviewStatus(current_info=info, tracker=internal["tracker"])
        self.interview.parsed.assemble(self._variables, status, force_question=next_question)
        self._status = status
        # The last error that made docassemble ask for something holds on to all that was under way.
        self._held.misc.pop("pending_error", None)
        if not status.followed_mc:
            # Buttons that were pressed hold for the question that asks them next, as on a server.
            self._variables["_internal"]["answers"].clear()
        if not status.can_go_back:
            self._variables["_internal"]["steps_offset"] = self._variables["_internal"]["steps"]
        note_place(status, self._variables, self._held.current_section)

    def _ask_again(self, row: int) -> None:
        """Ask the question of the screen once more; of a list that is collected there, `row`."""
        self._work_out(AskedAgain(self._status, self._variables), None)
        self._show(row)

    def _show(self, row: int = 0) -> None:
        with self._inside:
            made = translate(self._status, self._variables, row, worded=self._worded)
            now = papers(self._status, self._held.unbarred_files, self._variables)
            self._papers = collected(self._papers, now)
            self._held.unbarred_stores.write_back()
        screen = made.screen
        if notices := self._taken_notices():
            screen = dataclasses.replace(screen, notices=notices)
        if screen.kind in (ScreenKind.END, ScreenKind.EXIT) and self._papers:
            # Whatever the last screen looks like: papers that were made on the way are ready here.
            here = {document.filename for document in screen.documents}
            before = [paper for paper in self._papers.values() if paper.filename not in here]
            documents = (*(Document(paper.title, paper.filename) for paper in before), *screen.documents)
            screen = dataclasses.replace(screen, kind=ScreenKind.END, documents=documents)
        self._translated = made if screen is made.screen else dataclasses.replace(made, screen=screen)
        clock.note_visit(self._variables, self._now)

    def _taken_notices(self) -> tuple[str, ...]:
        """What the interview had to say meanwhile; what is for a browser's own ears is left out."""
        log = self._held.message_log
        said = tuple(each["message"] for each in log if each["priority"] not in ("console", "javascript"))
        log.clear()
        return said
