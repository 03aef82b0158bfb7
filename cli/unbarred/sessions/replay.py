"""Replaying: giving recorded answers to a fresh run, as far as its screens still ask for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from unbarred.engine import LoadedInterview, Run
from unbarred.errors import UserError
from unbarred.screens import (
    Action,
    AnsweredScreen,
    Refused,
    Screen,
    ScreenKind,
    Submission,
    read_submission,
)
from unbarred.sessions.provisional import provisional
from unbarred.sessions.records import Record


@dataclass(frozen=True)
class Beginning:
    """What a run starts from: the interview, its arguments, and what its chance comes from."""

    interview: LoadedInterview
    arguments: Mapping[str, str]
    seed: int
    at: datetime | None = None
    """When it began; now, if it is not known."""

    def run(self) -> Run:
        """Return a fresh run at its first screen."""
        return Run(self.interview, self.arguments, self.seed, self.at)


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
    guessed: list[Screen] = field(default_factory=list)
    """The screens that a look ahead answered provisionally, in order."""


_MOST_GUESSES = 200
"""More questions than an answer brings up: a look ahead that guesses this many goes in a circle."""


def replay(beginning: Beginning, records: Sequence[Record], *, ahead: bool = False) -> Replayed:
    """Begin a run and give each screen the first unused record of its id that it accepts.

    Stops at the first screen without one. `ahead` goes on past it with
    provisional answers, to see which records will be used later; that run is
    good for nothing else.
    """
    refused: list[int] = []
    while True:
        try:
            replayed = _replayed_without(refused, beginning, records, ahead=ahead)
        except _Unaccepted as unaccepted:
            # The interview's own check changed its mind; go on without it, from a clean run.
            refused.append(unaccepted.record)
        else:
            return replace(replayed, left_over=sorted([*replayed.left_over, *refused]))


class _Unaccepted(Exception):
    """A record that fitted its screen was not accepted by the interview."""

    def __init__(self, record: int) -> None:
        super().__init__(record)
        self.record = record


def _replayed_without(
    refused: Sequence[int], beginning: Beginning, records: Sequence[Record], *, ahead: bool
) -> Replayed:
    """Replay what is not withdrawn or `refused`. Raises `_Unaccepted`; the run is spoilt then."""
    guessed: list[Screen] = []
    run = beginning.run()
    waiting = [
        number for number, record in enumerate(records) if not record.withdrawn and number not in refused
    ]
    steps: list[Step] = []
    while not is_over(run.screen) or waiting:
        screen = run.screen
        found = _first_fitting(screen, records, waiting)
        if found is None:
            if not ahead or is_over(screen) or len(guessed) == _MOST_GUESSES:
                break
            guessed.append(screen)
            if _guess(run):
                continue
            break
        number, given = found
        try:
            take(run, given, records[number].at)
        except Refused as error:
            raise _Unaccepted(number) from error
        waiting.remove(number)
        add_step(steps, run, step_of(screen, given, number, records[number].taken_from))
    return Replayed(run, steps, waiting, guessed)


def is_over(screen: Screen) -> bool:
    """Say whether the interview has come to an end."""
    return screen.kind in (ScreenKind.END, ScreenKind.EXIT)


def step_of(screen: Screen, given: Submission | Action, record: int, taken_from: str) -> Step:
    """Return the step that `given` was on `screen`; its number is that of the record, for now."""
    if isinstance(given, Action):
        return Step(AnsweredScreen(record, screen, {}, given), record)
    return Step(AnsweredScreen(record, screen, given, taken_from=taken_from), record)


def add_step(steps: list[Step], run: Run, step: Step) -> None:
    """Add what has just been done with `run` to its steps; what came before a restart counts no more."""
    if run.has_restarted():
        steps.clear()
        return
    step.answered = replace(step.answered, number=len(steps) + 1)
    steps.append(step)


def take(run: Run, given: Submission | Action, at: datetime | None) -> None:
    """Answer the screen of `run`, or do one of its actions, as at the time `at`. Raises as `Run` does."""
    if isinstance(given, Action):
        run.act(given, at)
    else:
        run.answer(given, at)


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
) -> tuple[int, Submission | Action] | None:
    for number in waiting:
        record = records[number]
        if record.screen != screen.id:
            continue
        if record.action is not None:
            offered = offered_action(screen, record.action)
            if offered is not None:
                return number, offered
        elif not is_over(screen):
            try:
                return number, read_submission(screen, record.answers)
            except Refused:
                continue
    return None


def offered_action(screen: Screen, wanted: Action) -> Action | None:
    """Return the screen's own action that `wanted` is, or None if it does not offer it."""
    same = (each for each in screen.actions if each.name == wanted.name)
    return next((each for each in same if each.arguments == wanted.arguments), None)
