"""Running an interview from an answer set: no questions, every missing or wrong answer named at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from unbarred.engine import Run
from unbarred.errors import UserError, nearest
from unbarred.screens import (
    Problem,
    Refused,
    Screen,
    ScreenKind,
    Submission,
)
from unbarred.sessions.provisional import provisional
from unbarred.sessions.sitting import Sitting
from unbarred.sessions.supply import Careful, Supply, is_of_list

_LIMIT = 2000
"""More screens than any interview has: a run that asks this many is going in a circle."""


@dataclass(frozen=True)
class Complaint:
    """A problem with an answer set: which answer, the question it belongs to, what to do."""

    name: str
    question: str
    message: str


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
    supply = Supply(answers, session.as_of, careful, blank_if_missing=blank_if_missing)
    while not session.is_over:
        given, problems = supply.read(session.screen)
        if problems:
            return _look_ahead(session, supply)
        try:
            session.submit(given)
        except Refused:
            return _look_ahead(session, supply)
    return _unused(session, supply)


def not_needed(session: Sitting, answers: Mapping[str, object]) -> list[str]:
    """Return the names in `answers` that the interview has but did not ask for on this session's road."""
    asked = {field.name for answered in session.answered() for field in answered.screen.inputs}
    return [name for name in answers if name not in asked and not is_of_list(name)]


def _look_ahead(session: Sitting, supply: Supply) -> list[Complaint]:
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
    unknown = _unused(session, supply)
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


def _unused(session: Sitting, supply: Supply) -> list[Complaint]:
    """Return a complaint for each answer that the interview does not have on any road."""
    asked = sorted(supply.asked)
    return [
        Complaint(name, "", f"No question of this interview asks for it. {nearest(name, asked)}".strip())
        for name in supply.answers
        if name not in supply.asked and not session.interview.gives(name) and not is_of_list(name)
    ]


def _complaint(screen: Screen, problem: Problem) -> Complaint:
    return Complaint(problem.field, screen.heading, problem.message)
