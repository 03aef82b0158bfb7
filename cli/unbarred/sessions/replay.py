"""Replaying: giving recorded answers to a fresh run, as far as its screens still ask for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from unbarred.engine import LoadedInterview, Run
from unbarred.screens import AnsweredScreen, Refused, ScreenKind, Submission, read_submission
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


def replay(interview: LoadedInterview, arguments: Mapping[str, str], records: Sequence[Record]) -> Replayed:
    """Run `interview` and give each screen the first record of its id that is not used yet.

    Stops at the first screen without a record, or whose record it does not
    accept any more.
    """
    run = Run(interview, arguments)
    waiting = [number for number, record in enumerate(records) if not record.withdrawn]
    steps: list[Step] = []
    while run.screen.kind in (ScreenKind.QUESTION, ScreenKind.NOTE):
        screen = run.screen
        number = next((each for each in waiting if records[each].screen == screen.id), None)
        if number is None:
            break
        given = _typed(run, records[number])
        if given is None:
            break
        try:
            run.answer(given)
        except Refused:
            # The interview's own check changed its mind; ask again, from a clean run.
            without = [
                replace(each, withdrawn=n == number or each.withdrawn) for n, each in enumerate(records)
            ]
            return replay(interview, arguments, without)
        waiting.remove(number)
        steps.append(Step(AnsweredScreen(len(steps) + 1, screen, given), number))
    return Replayed(run, steps, waiting)


def _typed(run: Run, record: Record) -> Submission | None:
    try:
        return read_submission(run.screen, record.answers)
    except Refused:
        return None
