"""Replaying: giving recorded answers to a fresh run, as far as its screens still ask for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from unbarred.engine import LoadedInterview, Run
from unbarred.errors import UserError
from unbarred.screens import AnsweredScreen, Refused, Screen, ScreenKind, Submission, read_submission
from unbarred.sessions.provisional import provisional
from unbarred.sessions.records import Record


@dataclass
class Step:
    """An answered screen of the run and the record it came from."""

    answered: AnsweredScreen
    record: int


@dataclass
class Replayed:
    """A run brought as far as the records go, its steps, and the records nobody asked for."""

    run: Run
    steps: list[Step]
    left_over: list[int]


_MOST_GUESSES = 200
"""More questions than an answer brings up: a look ahead that guesses this many goes in a circle."""


def replay(
    interview: LoadedInterview,
    arguments: Mapping[str, str],
    records: Sequence[Record],
    *,
    ahead: bool = False,
) -> Replayed:
    """Run `interview` and give each screen the first unused record of its id that it accepts.

    Stops at the first screen without one. `ahead` goes on past it with
    provisional answers, to see which records will be used later; that run is
    good for nothing else.
    """
    guesses = 0
    run = Run(interview, arguments)
    waiting = [number for number, record in enumerate(records) if not record.withdrawn]
    steps: list[Step] = []
    while run.screen.kind in (ScreenKind.QUESTION, ScreenKind.NOTE):
        screen = run.screen
        found = _first_fitting(screen, records, waiting)
        if found is None:
            guesses += 1
            if ahead and guesses <= _MOST_GUESSES and _guess(run):
                continue
            break
        number, given = found
        try:
            run.answer(given)
        except Refused:
            # The interview's own check changed its mind; go on without it, from a clean run.
            without = [
                replace(each, withdrawn=n == number or each.withdrawn) for n, each in enumerate(records)
            ]
            replayed = replay(interview, arguments, without, ahead=ahead)
            return replace(replayed, left_over=sorted([*replayed.left_over, number]))
        waiting.remove(number)
        steps.append(Step(AnsweredScreen(len(steps) + 1, screen, given), number))
    return Replayed(run, steps, waiting)


def _guess(run: Run) -> bool:
    """Answer the screen provisionally; say whether that leads on."""
    given: Submission = {}
    for _ in range(2):
        given = provisional(run.screen, but=given)
        try:
            run.answer(given)
        except Refused:
            continue
        except UserError:
            break
        return True
    return False


def _first_fitting(
    screen: Screen, records: Sequence[Record], waiting: Sequence[int]
) -> tuple[int, Submission] | None:
    for number in waiting:
        if records[number].screen == screen.id:
            try:
                return number, read_submission(screen, records[number].answers)
            except Refused:
                continue
    return None
