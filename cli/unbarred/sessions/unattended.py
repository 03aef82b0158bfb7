"""Running an interview from an answer set: no questions, every missing or wrong answer named at once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from unbarred.answers.values import LATER, AnswerValue
from unbarred.engine import Run
from unbarred.errors import nearest
from unbarred.screens import Field, FieldKind, Problem, Refused, Screen, ScreenKind, read_field
from unbarred.sessions.session import Session

_LIST_QUESTIONS = ("there_are_any", "there_is_another")
"""docassemble's own questions about a list."""

_LIMIT = 2000
"""More screens than any interview has: a run that asks this many is going in a circle."""


@dataclass(frozen=True)
class Complaint:
    """A problem with an answer set: which answer, the question it belongs to, what to do."""

    name: str
    question: str
    message: str


def fill(session: Session, answers: Mapping[str, object]) -> list[Complaint]:
    """Answer the session's screens from `answers` up to the end; return what is wrong, or nothing.

    Only answers that are right are kept in the session; after the first problem
    the rest is tried on the side, to name as many problems as possible at once.
    """
    supply = _Supply(answers)
    complaints: list[Complaint] = []
    while not session.is_over:
        given, problems = supply.read(session.screen)
        if problems:
            complaints += problems
            break
        try:
            session.submit(given)
        except Refused as refused:
            complaints += [_complaint(session.screen, problem) for problem in refused.problems]
            break
    if complaints:
        complaints += _look_ahead(session, supply)
    # Which names nothing asks for can only be known at the end of a road without gaps.
    return complaints or supply.unused()


def _look_ahead(session: Session, supply: _Supply) -> list[Complaint]:
    """Go on with provisional answers in a run that is thrown away, to find further problems."""
    run = Run(session.interview, session.arguments)
    for answered in session.answered():
        run.answer(answered.given)
    found: list[Complaint] = []
    seen: set[str] = set()
    first = True
    for _ in range(_LIMIT):
        screen = run.screen
        if screen.kind in (ScreenKind.END, ScreenKind.EXIT):
            break
        given, problems = supply.read(screen)
        if not first:
            found += [each for each in problems if each.name not in seen]
        seen.update(each.name for each in problems)
        first = False
        try:
            run.answer({**_provisional(screen), **given})
        except Refused:
            break
    return found


class _Supply:
    """The answers of a set, and which of them were asked for."""

    def __init__(self, answers: Mapping[str, object]) -> None:
        self._answers = answers
        self._asked: set[str] = set()

    def read(self, screen: Screen) -> tuple[dict[str, AnswerValue], list[Complaint]]:
        """Return the answers to `screen` that are right, and what is wrong with the others."""
        given: dict[str, AnswerValue] = {}
        problems: list[Complaint] = []
        for field in screen.inputs:
            self._asked.add(field.name)
            if field.shown_when is not None and not field.shown_when.is_met(given):
                continue
            value = self._value(field)
            if isinstance(value, Problem):
                problems.append(_complaint(screen, value))
            else:
                given[field.name] = value
        return given, problems

    def _value(self, field: Field) -> AnswerValue | Problem:
        if field.name in self._answers:
            return read_field(field, self._answers[field.name])
        implied = self._implied(field)
        if implied is not None:
            return implied
        if field.required:
            return Problem(field.name, "There is no answer to this in the file.")
        return Problem(
            field.name, "There is no answer to this in the file. Write null to leave it for later."
        )

    def _implied(self, field: Field) -> bool | None:
        """A list's own questions (any? another?) are answered by how many items the file has."""
        stem, _, last = field.name.rpartition(".")
        if last not in _LIST_QUESTIONS:
            return None
        in_file = _items(stem, self._answers)
        return bool(in_file if last == "there_are_any" else in_file - _items(stem, self._asked))

    def unused(self) -> list[Complaint]:
        """Return a complaint for each answer that no screen asked for."""
        known = sorted(self._asked)
        complaints = []
        for name in self._answers:
            if name in self._asked or name.rpartition(".")[2] in _LIST_QUESTIONS:
                continue
            hint = nearest(name, known)
            complaints.append(
                Complaint(name, "", f"No question of this interview asks for it. {hint}".strip())
            )
        return complaints


def _items(stem: str, names: Iterable[str]) -> set[int]:
    """Return the indexes of the list `stem` that occur in `names`."""
    found = (re.match(rf"{re.escape(stem)}\[(\d+)\]", name) for name in names)
    return {int(match[1]) for match in found if match}


def _complaint(screen: Screen, problem: Problem) -> Complaint:
    return Complaint(problem.field, screen.heading, problem.message)


def _provisional(screen: Screen) -> dict[str, AnswerValue]:
    """Return the least committing answers, so that as few further questions as possible come up by guess."""
    return {field.name: _least(field) for field in screen.inputs}


def _least(field: Field) -> AnswerValue:
    if not field.required:
        return LATER
    match field.kind:
        case FieldKind.YES_NO:
            return False
        case FieldKind.ONE_OF:
            return field.choices[0].value
        case FieldKind.SOME_OF:
            return ()
        case FieldKind.DATE:
            return field.minimum if isinstance(field.minimum, datetime.date) else datetime.date(2000, 1, 1)
        case FieldKind.INTEGER:
            return int(field.minimum) if isinstance(field.minimum, Decimal) else 0
        case FieldKind.NUMBER | FieldKind.CURRENCY:
            return field.minimum if isinstance(field.minimum, Decimal) else Decimal(0)
        case _:
            return "…"
