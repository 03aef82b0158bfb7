"""Walks one path of an interview: answers screen after screen until it ends, fails or goes in a circle."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from unbarred.engine import LoadedInterview, Run
from unbarred.screens import Action, Problem, Refused, Screen, ScreenKind, Submission
from unbarred.walking import branches
from unbarred.walking.branches import Branch, Coverage
from unbarred.walking.failures import failure_of
from unbarred.walking.path import Ended, Failure, FailureKind, Path, Step

LIMIT = 300
"""More screens than a path through an interview has."""

_NOTHING_NEW = 30
"""After so many screens with nothing new on them a path goes in a circle."""

_NO_ANSWER: Submission = {}


class Chooser(Protocol):
    """Says what is done on each screen of a path."""

    def tries(self, screen: Screen) -> int:
        """Return how many answers may be tried if the interview's own checks refuse them."""

    def action(self, screen: Screen) -> Action | None:
        """Return an action of `screen` to do now, or None to answer it."""

    def submission(self, screen: Screen, before: Submission, problems: Collection[Problem]) -> Submission:
        """Return answers that `screen` takes by its own rules; raise `Refused` if there are none.

        `before` was refused by the interview's own checks, with `problems`; both are empty at first.
        """

    def go_home(self) -> None:
        """The way has been long: from now on rather end than explore."""


@dataclass(frozen=True)
class Ground:
    """What is walked: the interview, what it begins with, and the most screens of a path."""

    interview: LoadedInterview
    arguments: Mapping[str, str]
    limit: int = LIMIT

    def run_along(self, steps: Sequence[Step]) -> Run:
        """Return a new run that was brought along `steps`."""
        run = Run(self.interview, self.arguments)
        for step in steps:
            take(run, step)
        return run


def take(run: Run, step: Step) -> None:
    """Do in `run` what was done in `step`."""
    if step.action is None:
        run.answer(step.given)
    else:
        run.act(step.action)


def walk_path(ground: Ground, chooser: Chooser, coverage: Coverage, seed: str = "") -> Path:
    """Walk one path as `chooser` says, and take note in `coverage`."""
    return _Walk(ground, chooser, coverage, seed).to_its_end()


class _Walk:
    """A path being walked."""

    def __init__(self, ground: Ground, chooser: Chooser, coverage: Coverage, seed: str) -> None:
        self._ground = ground
        self._chooser = chooser
        self._coverage = coverage
        self._seed = seed
        self._steps: list[Step] = []
        self._seconds: list[float] = []
        self._run: Run | None = None
        self._seen: set[object] = set()
        self._last_new = 0

    def to_its_end(self) -> Path:
        """Go on until it is over."""
        if failure := _trying(self._begin_again):
            return self._over(Ended.FAILED, failure)
        while True:
            assert self._run is not None
            if over := self._from(self._run, self._run.screen):
                return over

    def _from(self, run: Run, screen: Screen) -> Path | None:
        """Go on from a screen; return the path if it is over here."""
        self._coverage.see(screen)
        if screen.kind is ScreenKind.END:
            failure = _trying(run.papers)
            return self._over(Ended.FAILED if failure else Ended.END, failure)
        if len(self._steps) == self._ground.limit // 2:
            self._chooser.go_home()
        action = self._chooser.action(screen)
        if screen.kind is ScreenKind.EXIT and action is None:
            return self._over(Ended.EXIT)
        if len(self._steps) >= self._ground.limit:
            return self._over(
                Ended.LIMIT, Failure(FailureKind.NO_END, f"No end after {len(self._steps)} screens.")
            )
        if len(self._steps) - self._last_new >= _NOTHING_NEW:
            return self._over(Ended.CIRCLE)
        return self._act(run, screen, action) if action is not None else self._answer(screen)

    def _answer(self, screen: Screen) -> Path | None:
        """Answer the screen, trying others where the first are refused; return the path if that fails."""
        said = ""
        given = _NO_ANSWER
        problems: tuple[Problem, ...] = ()
        for _ in range(self._chooser.tries(screen)):
            try:
                given = self._chooser.submission(screen, given, problems)
            except Refused as refused:
                said = str(refused)
                break
            step = Step(screen, given)
            try:
                failure = self._timed(step)
            except Refused as refused:
                said = str(refused)
                problems = refused.problems
                failure = _trying(self._begin_again)
                if failure is None:
                    continue
            if failure is not None:
                self._coverage.take(branches.of_submission(screen, given))
                return self._over(Ended.FAILED, failure, given)
            self._took(step, branches.of_submission(screen, given))
            return None
        failure = Failure(
            FailureKind.NO_ANSWER, f"No answer tried on the screen “{screen.id}” is accepted.", cause=said
        )
        return self._over(Ended.FAILED, failure, given)

    def _act(self, run: Run, screen: Screen, action: Action) -> Path | None:
        step = Step(screen, _NO_ANSWER, action)
        try:
            failure = self._timed(step)
        except Refused as refused:
            failure = Failure(FailureKind.FAULT, f"The action {action.name} is refused.", cause=str(refused))
        if failure is not None:
            self._coverage.take([branches.of_action(screen, action)])
            return self._over(Ended.FAILED, failure, acted=action)
        self._took(step, [branches.of_action(screen, action)])
        return None

    def _took(self, step: Step, taken: Iterable[Branch]) -> None:
        found = list(taken)
        self._coverage.take(found)
        self._steps.append(step)
        new = {step.screen.id, *found} - self._seen
        if new:
            self._seen |= new
            self._last_new = len(self._steps)

    def _timed(self, step: Step) -> Failure | None:
        run = self._run
        assert run is not None
        began = time.perf_counter()
        failure = _trying(lambda: take(run, step))
        self._seconds.append(time.perf_counter() - began)
        return failure

    def _begin_again(self) -> None:
        """Start, or come back here from a new start: a refused answer may have left its traces."""
        self._run = self._ground.run_along(self._steps)

    def _over(
        self,
        ended: Ended,
        failure: Failure | None = None,
        tried: Submission = _NO_ANSWER,
        acted: Action | None = None,
    ) -> Path:
        run = self._run
        return Path(
            self._seed,
            ended,
            tuple(self._steps),
            run.screen if run is not None else None,
            failure,
            tried,
            acted,
            run.papers() if run is not None and failure is None else (),
            tuple(self._seconds),
        )


def _trying(go: Callable[[], object]) -> Failure | None:
    """Do it; return what failed. Raises only `Refused`."""
    try:
        go()
    except Refused:
        raise
    except Exception as error:  # noqa: BLE001  (a bug of ours is a finding like any other)
        return failure_of(error)
    return None
