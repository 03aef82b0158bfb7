"""Does the tasks on many computers: through a Dask scheduler and the workers that it has.

Nothing that a client answered is in a key, a log, a dashboard or on a disk there: payloads show
nothing of themselves, no exception leaves a worker, and a worker that spills to disk is refused.
"""

from __future__ import annotations

import contextlib
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self

from unbarred.batch import preparing
from unbarred.batch.executors import dask_checks, dask_connection
from unbarred.batch.executors.build import build
from unbarred.batch.executors.dask_connection import lost, quiet
from unbarred.batch.executors.failures import as_error, failed
from unbarred.batch.executors.parcel import pack
from unbarred.batch.executors.sealed import Sealed
from unbarred.batch.executors.serving import Limits
from unbarred.batch.tasks import Outcome, Task, Work
from unbarred.errors import UserError

_WITHOUT_WORKERS = 120.0
"""Seconds to wait for another worker when the last one has gone."""
_AHEAD = 3
"""Tasks under way for each that a worker can do at once: one is on its way there, one on its way back."""
_LOOK = 5.0
"""Seconds between two looks at how many workers there are."""
_BATCH = 16
"""Most outcomes that are fetched at once, and so held."""


class Cluster:
    """An executor on the cluster whose scheduler is at `address`."""

    carries_back = True

    def __init__(
        self,
        address: str,
        work: Work,
        begin: Callable[[Work], Callable[[Task], Outcome]] = preparing.begin_alone,
        limits: Limits | None = None,
        patience: float = dask_connection.PATIENCE,
    ) -> None:
        """Do `work` with what `begin`, a function of a module that workers have, makes of it there.

        `patience` is how many seconds the scheduler, and its first worker, may take to answer.
        """
        self._patience = patience
        self._address = address
        self._work = work
        self._begin = begin
        self._limits = limits or Limits()
        self._name = f"unbarred-{secrets.token_hex(6)}"
        self._client: Any = None
        self._left = contextlib.ExitStack()
        self._arrived: SimpleQueue[Any] = SimpleQueue()
        self._threads = 0
        self._looked = 0.0

    def __enter__(self) -> Self:
        """Connect, look whether answers may go there, and send the content. Raises `UserError` if not."""
        dask_checks.check_address(self._address)
        distributed = dask_connection.library()
        with contextlib.ExitStack() as stack:
            stack.enter_context(quiet())
            self._client = dask_connection.connected(distributed, self._address, self._patience)
            stack.callback(self._close)
            self._check()
            parcel = pack(self._work)
            from unbarred.batch.executors.dask_courier import Courier

            courier = Courier(self._name, parcel, self._begin, self._work, self._limits)
            stack.callback(self._take_down)
            with self._losing():
                self._client.register_plugin(courier, name=self._name)
            self._left = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End what the workers are at, and have them remove what they were sent."""
        self._left.close()

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Do the tasks; see `Executor`. Raises `UserError` if the scheduler or all workers are lost."""
        from unbarred.batch.executors.dask_courier import carry

        drawn = iter(tasks)
        under_way: dict[str, tuple[Task, Any]] = {}
        try:
            while True:
                while len(under_way) < self._room():
                    task = next(drawn, None)
                    if task is None:
                        break
                    # Not the client's name or anything else of her: all can see the keys.
                    key = f"packet-{self._name}-{task.number}"
                    with self._losing():
                        future = self._client.submit(carry, Sealed(task), self._name, key=key, pure=False)
                    future.add_done_callback(self._arrived.put)
                    under_way[key] = (task, future)
                if not under_way:
                    return
                for future, came in self._fetched():
                    task, _ = under_way.pop(future.key)
                    future.release()
                    yield self._outcome(task, came)
        finally:
            if self._client.status == "running" and under_way:
                with contextlib.suppress(*lost()):
                    self._client.cancel([future for _, future in under_way.values()], force=True)
            self._arrived = SimpleQueue()

    def _check(self) -> None:
        """Raise `UserError` if there are no workers, or answers must not be given to what is there."""
        from unbarred.batch.executors import dask_courier

        expected = build()
        with self._losing():
            try:
                said = self._client.run_on_scheduler(dask_courier.about_scheduler)
            except (ImportError, AttributeError) as error:
                said = error
            dask_checks.check_scheduler(said, expected)
            try:
                self._client.wait_for_workers(1, timeout=self._patience)
            except TimeoutError as error:
                raise UserError(
                    f"The scheduler at {self._address} has no workers.",
                    "Start one or more: docs/batch-cluster.md says how.",
                ) from error
            workers = self._client.run(dask_courier.about, on_error="return")
        dask_checks.check_workers(workers, expected)

    def _room(self) -> int:
        """Return how many tasks may be under way; workers come and go."""
        now = time.monotonic()
        if not self._threads or now - self._looked > _LOOK:
            with self._losing():
                self._threads = sum(self._client.nthreads().values())
            self._looked = now
        return _AHEAD * max(self._threads, 1)

    def _fetched(self) -> list[tuple[Any, Any]]:
        """Wait for outcomes; return the futures that have one, each with it or with the exception it met."""
        futures = [self._next_future()]
        with contextlib.suppress(Empty):
            while len(futures) < _BATCH:
                futures.append(self._arrived.get_nowait())
        with self._losing():
            done = {each.key: each for each in futures if each.status == "finished"}
            fetched = self._gathered(done)
            found = []
            for future in futures:
                if (came := fetched.get(future.key)) is not None:
                    found.append((future, came))
                elif future.cancelled():
                    raise self._scheduler_lost()
                elif future.status == "error":
                    found.append((future, future.exception()))
                else:
                    # Its worker was lost before it could be fetched; it is done again.
                    future.add_done_callback(self._arrived.put)
        return found

    def _gathered(self, done: dict[str, Any]) -> dict[str, Any]:
        import asyncio
        from concurrent.futures import wait

        asked = asyncio.run_coroutine_threadsafe(
            self._client.gather(done, errors="skip", asynchronous=True), self._client.loop.asyncio_loop
        )
        while True:
            if wait([asked], timeout=0.5).done:
                fetched: dict[str, Any] = asked.result()
                return fetched
            # By itself it would go on asking for a while.
            if self._client.status != "running":
                asked.cancel()
                raise self._scheduler_lost()

    def _next_future(self) -> Any:
        waited = time.monotonic()
        while True:
            with contextlib.suppress(Empty):
                return self._arrived.get(timeout=_LOOK if self._threads else 1.0)
            if self._client.status != "running":
                raise self._scheduler_lost()
            self._threads = 0
            self._room()
            if self._threads:
                waited = time.monotonic()
            elif time.monotonic() - waited > _WITHOUT_WORKERS:
                raise UserError(
                    f"The scheduler at {self._address} has lost its last worker.",
                    "Start workers again; what is done stays done.",
                )

    def _outcome(self, task: Task, came: Any) -> Outcome:
        from unbarred.batch.executors.dask_courier import Came

        if isinstance(came, BaseException):
            # Dask gives a task up when several workers were lost over it.
            return failed(
                task, f"Several workers were lost while they were at work on it ({type(came).__name__})."
            )
        what, content = came.opened()
        if what is Came.DONE:
            outcome: Outcome = content
            return outcome
        if what is Came.FAULTY:
            raise as_error(*content)
        return failed(task, content)

    def _take_down(self) -> None:
        # There is none where sending it failed.
        with contextlib.suppress(*lost(ValueError)):
            if self._client.status == "running":
                self._client.unregister_worker_plugin(self._name)

    def _close(self) -> None:
        with contextlib.suppress(*lost()):
            self._client.close(timeout=2)

    @contextlib.contextmanager
    def _losing(self) -> Iterator[None]:
        """Turn what Dask raises when its scheduler is gone into a sentence."""
        try:
            yield
        except lost() as error:
            raise self._scheduler_lost() from error

    def _scheduler_lost(self) -> UserError:
        return UserError(
            f"The scheduler at {self._address} was lost.",
            "Start it again; what is done stays done.",
        )
