"""Does the tasks in several processes of this computer."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self

from unbarred.batch import preparing
from unbarred.batch.executors.failures import as_error, ended_twice, failed, how_ended, took_too_long
from unbarred.batch.executors.serving import Limits, Said, Start
from unbarred.batch.executors.worker import Worker
from unbarred.batch.tasks import Outcome, Task, Work
from unbarred.errors import UserError

_AHEAD = 2
"""Tasks a worker holds: the one it is at, and the next, so that it never waits for one."""
_TRIES = 2
"""Workers that may end over a task."""
_DEAD_STARTS = 3
"""Workers in a row that may end before they are ready."""
_TICK = 0.1
"""Seconds between two looks at the clock."""


@dataclass(frozen=True)
class Surroundings:
    """Where workers live, if not as the one who starts them does."""

    environment: Mapping[str, str] = field(default_factory=dict)
    """Variables that they have beside this process's own."""
    folder: Path | None = None
    """What the folders for their temporary files are put in; None for the usual place."""


class Processes:
    """An executor of `jobs` workers, each a process that is made ready once.

    A worker that takes too long over a task is killed, and so is all that it started; one that ends
    costs its task an attempt, and nothing else anything. Both are replaced.
    """

    def __init__(
        self,
        work: Work,
        jobs: int,
        begin: Callable[[Work], Callable[[Task], Outcome]] = preparing.begin_alone,
        limits: Limits | None = None,
        surroundings: Surroundings | None = None,
    ) -> None:
        """Do `work` with what `begin`, a function of a module, makes of it in each worker."""
        self.carries_back = work.out is None
        self._work = work
        self._jobs = jobs
        self._begin = begin
        self._limits = limits or Limits()
        self._surroundings = surroundings or Surroundings()
        self._workers: list[Worker] = []
        self._events: SimpleQueue[tuple[Worker, Any]] = SimpleQueue()
        self._again: deque[Task] = deque()
        self._deaths: dict[int, int] = {}
        """How often a worker ended over a task, by the task's number."""
        self._dead_starts = 0
        self._started = 0
        self._folder: Path | None = None
        self._left = threading.Event()

    def __enter__(self) -> Self:
        """Start the workers, and do not wait for them: they get ready while the first rows are read."""
        try:
            folder = tempfile.mkdtemp(prefix="unbarred-batch-", dir=self._surroundings.folder)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            raise UserError(f"No temporary folder can be made: {reason}.", "Make room there.") from error
        self._folder = Path(folder)
        try:
            for _ in range(self._jobs):
                self._add_worker()
        except BaseException:
            # Ctrl-C too must leave no worker behind.
            self._stop()
            raise
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Kill the workers with all that they started, whatever they are at."""
        self._stop()

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Do the tasks; see `Executor`. Raises `UserError` if the interview cannot begin.

        It may be called again once all were taken. If it is left before, what the workers are at is lost.
        """
        drawn = iter(tasks)
        try:
            while self._hand_out(drawn):
                worker, said = self._next_event()
                if worker not in self._workers:
                    # It was ended; what it had said by then has no taker.
                    continue
                if said is None:
                    yield from self._after_end(worker)
                elif said[0] is Said.DONE:
                    yield self._taken(worker, *said[1:])
                elif said[0] is Said.READY:
                    worker.is_ready = True
                    self._dead_starts = 0
                else:
                    raise as_error(*said[1])
        finally:
            self._forget()

    def _hand_out(self, drawn: Iterator[Task]) -> bool:
        """Give tasks to workers that have room, first one to each; say whether anything is under way."""
        # While a worker gets ready, no other holds a task that this one could be at.
        ahead = _AHEAD if all(each.is_ready for each in self._workers) else 1
        for most in range(ahead):
            for worker in self._workers:
                if worker.is_ready and not worker.is_worn and len(worker.sent) == most:
                    task = self._again.popleft() if self._again else next(drawn, None)
                    if task is None:
                        return self._is_open()
                    worker.give(task)
        if not self._is_open():
            # Nobody has room yet; whether there is any task at all can be seen only by drawing one.
            task = next(drawn, None)
            if task is not None:
                self._again.append(task)
        return self._is_open()

    def _is_open(self) -> bool:
        return bool(self._again) or any(each.sent for each in self._workers)

    def _next_event(self) -> tuple[Worker, Any]:
        while True:
            # In pieces, so that on Windows too Ctrl-C is heard.
            with contextlib.suppress(Empty):
                return self._events.get(timeout=0.5)
            if self._left.is_set():
                raise UserError("The workers were stopped.")

    def _taken(self, worker: Worker, outcome: Outcome, is_worn: bool) -> Outcome:
        task = worker.sent.popleft()
        self._deaths.pop(task.number, None)
        if is_worn and not worker.is_worn:
            worker.is_worn = True
            self._add_worker()
        if worker.is_worn and not worker.sent:
            worker.retire()
        return outcome

    def _after_end(self, worker: Worker) -> Iterator[Outcome]:
        """Replace a worker that ended; what it had not begun is given to others."""
        self._workers.remove(worker)
        how = how_ended(worker.end())
        if not worker.is_ready:
            self._dead_starts += 1
            if self._dead_starts >= _DEAD_STARTS:
                raise UserError(
                    f"The workers end before they are ready ({how}).",
                    "There may be too little memory: try with fewer, as with --jobs 1.",
                )
        if not worker.is_worn:
            self._add_worker()
        at = worker.sent.popleft() if worker.is_at_work and worker.sent else None
        self._again.extendleft(reversed(worker.sent))
        if at is None:
            return
        if worker.was_late:
            yield failed(at, took_too_long(self._limits.seconds))
            return
        self._deaths[at.number] = self._deaths.get(at.number, 0) + 1
        if self._deaths[at.number] < _TRIES:
            self._again.appendleft(at)
        else:
            del self._deaths[at.number]
            yield failed(at, ended_twice(how))

    def _add_worker(self) -> None:
        assert self._folder is not None, "an executor is entered first"
        if self._left.is_set():
            raise UserError("The workers were stopped.")
        self._started += 1
        folder = self._folder / str(self._started)
        try:
            environment = self._surroundings.environment
            worker = Worker(Start(self._begin, self._work, self._limits, folder, environment), self._events)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            raise UserError(
                f"No worker can be started: {reason}.", "Try with fewer, as with --jobs 1."
            ) from error
        self._workers.append(worker)

    def _watch(self) -> None:
        """Look at the clock now and then, in a thread, until the executor is left."""
        before = time.monotonic()
        while not self._left.wait(_TICK):
            now = time.monotonic()
            asleep = now - before - _TICK
            before = now
            for worker in list(self._workers):
                if asleep > 2:
                    worker.forgive(asleep)
                worker.stop_if_late(now)

    def _forget(self) -> None:
        """Drop what is not done yet: a worker that is at work ends, for its outcome has no taker."""
        self._again.clear()
        self._deaths.clear()
        for worker in [each for each in self._workers if each.sent]:
            self._workers.remove(worker)
            worker.end()
            if not self._left.is_set():
                self._add_worker()

    def _stop(self) -> None:
        self._left.set()
        for worker in self._workers:
            worker.kill()
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
