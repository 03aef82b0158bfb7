"""Running an interview from an answer set: no questions, every missing or wrong answer named at once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from unbarred.engine import Run
from unbarred.errors import UserError, nearest
from unbarred.screens import (
    Field,
    Problem,
    Refused,
    Screen,
    ScreenKind,
    Submission,
    read_field,
    read_submission,
)
from unbarred.sessions.provisional import provisional
from unbarred.sessions.sitting import Sitting

_LIST_QUESTIONS = ("there_are_any", "there_is_another")
"""docassemble's own questions about a list."""

_ITEM = re.compile(r"\[(\d+)\]")

_LIMIT = 2000
"""More screens than any interview has: a run that asks this many is going in a circle."""


@dataclass(frozen=True)
class Complaint:
    """A problem with an answer set: which answer, the question it belongs to, what to do."""

    name: str
    question: str
    message: str


Careful = Callable[[Field, object], "object | Problem"]
"""Looks at what is given for a field before the field's own reading: returns what is to be read, or
why that is not clear."""


def fill(
    session: Sitting,
    answers: Mapping[str, object],
    *,
    careful: Careful | None = None,
    blank_if_missing: bool = False,
) -> list[Complaint]:
    """Answer the session's screens from `answers` up to the end; return what is wrong, or nothing.

    Only screens that are right whole are kept in the session; from the first
    problem on the rest is tried on the side, to name as many problems as
    possible at once. `careful` is asked about every answer first, where nobody sees how it is
    read; with `blank_if_missing`, an answer that is not in the set is left for later.
    """
    supply = _Supply(answers, session.as_of, careful, blank_if_missing=blank_if_missing)
    while not session.is_over:
        given, problems = supply.read(session.screen)
        if problems:
            return _look_ahead(session, supply)
        try:
            session.submit(given)
        except Refused:
            return _look_ahead(session, supply)
    return supply.unused(lambda name: supply.is_asked(name) or session.interview.gives(name))


def not_needed(session: Sitting, answers: Mapping[str, object]) -> list[str]:
    """Return the names in `answers` that the interview has but did not ask for on this session's road."""
    asked = {field.name for answered in session.answered() for field in answered.screen.inputs}
    return [name for name in answers if name not in asked and name.rpartition(".")[2] not in _LIST_QUESTIONS]


def _look_ahead(session: Sitting, supply: _Supply) -> list[Complaint]:
    """Go on with provisional answers in a run that is thrown away; return the problems on this road.

    A name that was not asked for on it may be asked for on the right one, if the interview has it at all.
    """
    road = [answered.given for answered in session.answered()]
    run: Run | None = _run_along(session, road)
    found: dict[tuple[str, str], Complaint] = {}
    while run is not None and len(road) < _LIMIT:
        screen = run.screen
        if screen.kind in (ScreenKind.END, ScreenKind.EXIT):
            break
        given, problems = supply.read(screen)
        run, taken, refused = _try(session, run, road, {**provisional(screen), **given})
        for problem in [*problems, *refused]:
            found[problem.field, problem.message] = _complaint(screen, problem)
        road.append(taken)
    unknown = supply.unused(lambda name: supply.is_asked(name) or session.interview.gives(name))
    return [*found.values(), *unknown]


def _try(
    session: Sitting, run: Run, road: Sequence[Submission], given: Submission
) -> tuple[Run | None, Submission, tuple[Problem, ...]]:
    """Give `given` to the run, without what its own checks refuse.

    Returns the run, or None where it cannot go on, what was given to it, and what was refused.
    """
    try:
        run.answer(given)
    except Refused as refused:
        again = _run_along(session, road)
        wrong = {problem.field for problem in refused.problems}
        other = provisional(again.screen, but=given)
        instead = {name: other[name] if name in wrong else value for name, value in given.items()}
        try:
            again.answer(instead)
        except (Refused, UserError):
            return None, instead, refused.problems
        return again, instead, refused.problems
    except UserError:
        # The interview cannot go on from answers that nobody gave.
        return None, given, ()
    return run, given, ()


def _run_along(session: Sitting, road: Iterable[Submission]) -> Run:
    run = Run(session.interview, session.arguments, session.seed)
    for given in road:
        run.answer(given)
    return run


class _Supply:
    """The answers of a set, and which of them were asked for."""

    def __init__(
        self,
        answers: Mapping[str, object],
        as_of: datetime.date,
        careful: Careful | None,
        *,
        blank_if_missing: bool,
    ) -> None:
        self._answers = answers
        self._as_of = as_of
        self._careful = careful
        self._blank_if_missing = blank_if_missing
        self._asked: set[str] = set()
        self._items_given = _Items(answers)
        self._items_asked = _Items()

    def is_asked(self, name: str) -> bool:
        """Say whether a screen that was read asked for `name`."""
        return name in self._asked

    def read(self, screen: Screen) -> tuple[Submission, tuple[Problem, ...]]:
        """Return the answers to `screen` that are right, and the problems with the others."""
        given = {field.name: self._value(field) for field in screen.inputs if self._has(field)}
        for field in screen.inputs:
            self._asked.add(field.name)
            self._items_asked.add(field.name)
        unclear = self._look_at(screen, given) if self._careful else {}
        try:
            read_all = read_submission(screen, given, as_of=self._as_of)
            return read_all, tuple(unclear.values())
        except Refused as refused:
            others = [problem for problem in refused.problems if problem.field not in unclear]
            problems = (*unclear.values(), *others)
            wrong = {problem.field for problem in problems}
            fields = {field.name: field for field in screen.inputs}
            read = {
                name: read_field(fields[name], raw, as_of=self._as_of)
                for name, raw in given.items()
                if name not in wrong
            }
            right = {name: value for name, value in read.items() if not isinstance(value, Problem)}
            return right, problems

    def _look_at(self, screen: Screen, given: dict[str, object]) -> dict[str, Problem]:
        """Put what is clear in place of what is given; take out the rest, and return why."""
        assert self._careful is not None
        unclear: dict[str, Problem] = {}
        for field in screen.inputs:
            if field.name not in given:
                continue
            clear = self._careful(field, given[field.name])
            if isinstance(clear, Problem):
                unclear[field.name] = clear
                del given[field.name]
            else:
                given[field.name] = clear
        return unclear

    def unused(self, is_known: Callable[[str], bool]) -> list[Complaint]:
        """Return a complaint for each answer that is not known."""
        asked = sorted(self._asked)
        return [
            Complaint(name, "", f"No question of this interview asks for it. {nearest(name, asked)}".strip())
            for name in self._answers
            if not is_known(name) and name.rpartition(".")[2] not in _LIST_QUESTIONS
        ]

    def _has(self, field: Field) -> bool:
        return (
            self._blank_if_missing
            or field.name in self._answers
            or field.name.rpartition(".")[2] in _LIST_QUESTIONS
        )

    def _value(self, field: Field) -> object:
        """What the set says. A list's own questions are answered by how many items it has."""
        stem, _, last = field.name.rpartition(".")
        in_file = self._items_given.of(stem)
        if last == "there_is_another":
            return bool(in_file - self._items_asked.of(stem))
        if last == "there_are_any" and field.name not in self._answers:
            return bool(in_file)
        return self._answers.get(field.name)


class _Items:
    """Which items of which lists occur in names: of `children[1].visits[0].day`, 1 and 0."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._numbers: dict[str, set[int]] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Take note of the items that `name` speaks of."""
        for found in _ITEM.finditer(name):
            self._numbers.setdefault(name[: found.start()], set()).add(int(found[1]))

    def of(self, stem: str) -> set[int]:
        """Return the numbers of the items of the list `stem`."""
        return self._numbers.get(stem, set())


def _complaint(screen: Screen, problem: Problem) -> Complaint:
    return Complaint(problem.field, screen.heading, problem.message)
