"""Walks one path of an interview: answers screen after screen until it ends, fails or goes in a circle."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Mapping

from unbarred.check.walk import branches
from unbarred.check.walk.answering import Answerer, Manner
from unbarred.check.walk.branches import Branch, Coverage
from unbarred.check.walk.failures import failure_of
from unbarred.check.walk.path import Ended, Failure, FailureKind, Path, Step
from unbarred.engine import LoadedInterview, Run
from unbarred.screens import Action, Refused, ScreenKind, Submission

LIMIT = 300
"""More screens than a path through an interview has."""

_TRIES = 60
"""So many answers are tried on a screen whose own checks refuse them."""

_NOTHING_NEW = 30
"""After so many screens with nothing new on them a path goes in a circle."""

_NO_ANSWER: Submission = {}


class Walker:
    """Walks paths of one interview; each profits from what those before it have seen."""

    def __init__(
        self,
        interview: LoadedInterview,
        arguments: Mapping[str, str],
        *,
        manner: Manner | None = None,
        limit: int = LIMIT,
    ) -> None:
        self.interview = interview
        self.arguments = arguments
        self.coverage = Coverage()
        self._manner = manner or Manner()
        self._limit = limit

    def walk(self, seed: str) -> Path:
        """Walk one path; the same seed after the same paths gives the same one."""
        return _Walk(self, seed, Answerer(random.Random(seed), self.coverage, self._manner)).to_its_end()  # noqa: S311

    @property
    def limit(self) -> int:
        """The most screens of a path."""
        return self._limit


class _Walk:
    """A path being walked."""

    def __init__(self, walker: Walker, seed: str, answerer: Answerer) -> None:
        self._walker = walker
        self._seed = seed
        self._answerer = answerer
        self._steps: list[Step] = []
        self._seconds: list[float] = []
        self._run: Run | None = None
        self._seen: set[object] = set()
        self._last_new = 0

    def to_its_end(self) -> Path:
        failure = self._trying(self._begin)
        if failure is not None:
            return self._ended(Ended.FAILED, failure)
        while True:
            assert self._run is not None
            screen = self._run.screen
            self._walker.coverage.see(screen)
            if screen.kind is ScreenKind.END:
                return self._ended(Ended.END)
            if screen.kind is ScreenKind.EXIT and not screen.actions:
                return self._ended(Ended.EXIT)
            if len(self._steps) >= self._walker.limit:
                return self._ended(Ended.LIMIT)
            if len(self._steps) - self._last_new >= _NOTHING_NEW:
                return self._ended(Ended.CIRCLE)
            if len(self._steps) == self._walker.limit // 2:
                self._answerer.go_home()
            action = self._answerer.action(screen)
            if screen.kind is ScreenKind.EXIT and action is None:
                return self._ended(Ended.EXIT)
            path = self._do(action) if action is not None else self._answer()
            if path is not None:
                return path

    def _begin(self) -> None:
        self._run = Run(self._walker.interview, self._walker.arguments)

    def _answer(self) -> Path | None:
        """Answer the screen, trying others where the first are refused; return the path if that fails."""
        assert self._run is not None
        screen = self._run.screen
        refusal = ""
        for _ in range(_TRIES):
            try:
                given = self._answerer.submission(screen)
            except Refused as refused:
                refusal = str(refused)
                break
            try:
                failure = self._timed(lambda run, given=given: run.answer(given))  # type: ignore[misc]
            except Refused as refused:
                refusal = str(refused)
                failure = self._trying(self._begin_again)
                if failure is not None:
                    return self._ended(Ended.FAILED, failure, given)
                continue
            if failure is not None:
                return self._ended(Ended.FAILED, failure, given)
            self._took(Step(screen, given), branches.of_submission(screen, given))
            return None
        return self._ended(
            Ended.FAILED, Failure(FailureKind.NO_ANSWER, f"{screen.id} takes no answer tried: {refusal}")
        )

    def _do(self, action: Action) -> Path | None:
        assert self._run is not None
        screen = self._run.screen
        try:
            failure = self._timed(lambda run: run.act(action))
        except Refused as refused:
            failure = Failure(FailureKind.FAULT, f"The action {action.name} is refused: {refused}")
        if failure is not None:
            return self._ended(Ended.FAILED, failure)
        self._took(Step(screen, _NO_ANSWER, action), [branches.of_action(screen, action)])
        return None

    def _took(self, step: Step, taken: Iterable[Branch]) -> None:
        found = list(taken)
        self._walker.coverage.take(found)
        self._steps.append(step)
        new = {step.screen.id, *found} - self._seen
        if new:
            self._seen |= new
            self._last_new = len(self._steps)

    def _timed(self, go: Callable[[Run], None]) -> Failure | None:
        run = self._run
        assert run is not None
        began = time.perf_counter()
        failure = self._trying(lambda: go(run))
        self._seconds.append(time.perf_counter() - began)
        return failure

    def _begin_again(self) -> None:
        """A refused answer may have left its traces: start anew and come back here."""
        run = Run(self._walker.interview, self._walker.arguments)
        for step in self._steps:
            if step.action is None:
                run.answer(step.given)
            else:
                run.act(step.action)
        self._run = run

    def _trying(self, go: Callable[[], None]) -> Failure | None:
        try:
            go()
        except Refused:
            raise
        except Exception as error:  # noqa: BLE001  (a bug of ours is a finding like any other)
            return failure_of(error)
        return None

    def _ended(self, ended: Ended, failure: Failure | None = None, tried: Submission = _NO_ANSWER) -> Path:
        last = self._run.screen if self._run is not None else None
        papers = self._run.papers() if self._run is not None and ended is Ended.END else ()
        return Path(self._seed, ended, tuple(self._steps), last, failure, tried, papers, tuple(self._seconds))
