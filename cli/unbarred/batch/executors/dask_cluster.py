"""Does the tasks on many computers: through a Dask scheduler and the workers that it has.

Nothing that a client answered is in a key, a log, a dashboard or on a disk there: payloads show
nothing of themselves, no exception leaves a worker, and a worker that spills to disk is refused.
"""

from __future__ import annotations

import contextlib
import secrets
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self

from unbarred.batch import preparing
from unbarred.batch.executors import dask_checks, dask_connection
from unbarred.batch.executors.dask_connection import lost, quiet
from unbarred.batch.executors.dask_workers import LOOK, Workers
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
_BATCH = 16
"""Most outcomes that are fetched at once, and so held."""


@dataclass(frozen=True)
class _Sent:
    """A task that is under way, and the workers that it was sent for; None for any."""

    task: Task
    future: Any
    only: frozenset[str] | None


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
        tell: Callable[[str], None] = lambda said: None,
    ) -> None:
        """Do `work` with what `begin`, a function of a module that workers have, makes of it there.

        `patience` is how many seconds the scheduler, and its first worker, may take to answer. `tell` is
        given a sentence for each worker that is left out while others go on.
        """
        self._tell = tell
        self._patience = patience
        self._address = address
        self._work = work
        self._begin = begin
        self._limits = limits or Limits()
        self._name = f"unbarred-{secrets.token_hex(6)}"
        self._client: Any = None
        self._left = contextlib.ExitStack()
        self._arrived: SimpleQueue[Any] = SimpleQueue()
        self._workers = Workers(None, tell)
        self._under_way: dict[str, _Sent] = {}
        self._again: deque[Task] = deque()
        self._sent = 0

    def __enter__(self) -> Self:
        """Connect, look whether answers may go there, and send the content. Raises `UserError` if not."""
        dask_checks.check_address(self._address)
        distributed = dask_connection.library()
        with contextlib.ExitStack() as stack:
            stack.enter_context(quiet())
            self._client = dask_connection.connected(distributed, self._address, self._patience)
            stack.callback(self._close)
            self._workers = Workers(self._client, self._tell)
            with self._losing():
                self._workers.check(self._address, self._patience)
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
        drawn = iter(tasks)
        try:
            while True:
                while self._room() > len(self._under_way):  # in this order: to look may take some back
                    task = self._again.popleft() if self._again else next(drawn, None)
                    if task is None:
                        break
                    self._send(task)
                if not self._under_way:
                    return
                for future, came in self._fetched():
                    task = self._under_way.pop(future.key).task
                    future.release()
                    outcome = self._outcome(task, came)
                    if outcome is None:
                        self._again.append(task)
                    else:
                        yield outcome
        finally:
            if self._client.status == "running" and self._under_way:
                with contextlib.suppress(*lost()):
                    self._client.cancel([each.future for each in self._under_way.values()], force=True)
            self._arrived = SimpleQueue()
            self._under_way.clear()
            self._again.clear()

    def _send(self, task: Task) -> None:
        from unbarred.batch.executors.dask_courier import carry

        only = self._workers.only
        # Not the client's name or anything else of her: all can see the keys.
        key = f"packet-{self._name}-{task.number}-{self._sent}"
        self._sent += 1
        with self._losing():
            future = self._client.submit(
                carry,
                Sealed(task),
                self._name,
                key=key,
                pure=False,
                workers=None if only is None else [*only],
            )
        future.add_done_callback(self._arrived.put)
        self._under_way[key] = _Sent(task, future, only)

    def _room(self) -> int:
        """Return how many tasks may be under way; workers come and go."""
        self._look(at_once=False)
        while self._workers.only == frozenset():
            # A task that is for no worker in particular would go to one that was left out.
            self._wait_for_workers()
        return _AHEAD * max(self._workers.threads, 1)

    def _look(self, *, at_once: bool = True) -> None:
        """See which workers there are; take back what was sent for workers that are all gone.

        Raises `UserError` if the scheduler is gone.
        """
        if self._client.status != "running":
            raise self._scheduler_lost()
        with self._losing():
            self._workers.look(at_once=at_once)
            there = self._workers.only
            gone = [
                key
                for key, sent in self._under_way.items()
                if there and sent.only is not None and sent.only.isdisjoint(there)
            ]
            for key in gone:
                sent = self._under_way.pop(key)
                self._client.cancel([sent.future], force=True)
                self._again.append(sent.task)

    def _fetched(self) -> list[tuple[Any, Any]]:
        """Wait for outcomes; return the futures that have one, each with it or with the exception it met.

        There may be none for a while, in which workers have come or gone.
        """
        futures = [each for each in self._next_futures() if each.key in self._under_way]
        with self._losing():
            done = {each.key: each for each in futures if each.status == "finished"}
            fetched = self._gathered(done)
            found = []
            for future in futures:
                if future.key not in self._under_way:
                    # It was taken back meanwhile, to be done by a worker that is still there.
                    continue
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
        try:
            while not wait([asked], timeout=0.5).done:
                # By itself Dask would wait for ever: for a scheduler that is gone, and for an outcome whose
                # worker was lost before it was fetched, if no other worker may do that task again.
                self._look(at_once=False)
                if not self._workers.threads:
                    self._wait_for_workers()
        except BaseException:
            # Ctrl-C too must leave nothing that waits in Dask's own thread.
            asked.cancel()
            raise
        fetched: dict[str, Any] = asked.result()
        return fetched

    def _next_futures(self) -> list[Any]:
        futures: list[Any] = []
        with contextlib.suppress(Empty):
            futures.append(self._arrived.get(timeout=LOOK if self._workers.threads else 1.0))
            while len(futures) < _BATCH:
                futures.append(self._arrived.get_nowait())
        if not futures:
            self._wait_for_workers()
        return futures

    def _wait_for_workers(self) -> None:
        """Look until there is a worker; raise `UserError` if there is none for long."""
        until = time.monotonic() + _WITHOUT_WORKERS
        while True:
            self._look()
            if self._workers.threads:
                return
            if time.monotonic() > until:
                raise UserError(
                    f"The scheduler at {self._address} has lost its last worker.",
                    "Start workers again; what is done stays done.",
                )
            time.sleep(1.0)

    def _outcome(self, task: Task, came: Any) -> Outcome | None:
        """Return what became of a task; None if its worker could not do it, and others are to."""
        from unbarred.batch.executors.dask_courier import Came

        if isinstance(came, ImportError | AttributeError):
            with self._losing():
                if self._workers.leave_out_unfit():
                    return None
        if isinstance(came, BaseException):
            # Dask gives a task up when several workers were lost over it.
            return failed(
                task, f"Several workers were lost while they were at work on it ({type(came).__name__})."
            )
        what, content = came.opened()
        if what is Came.DONE:
            self._workers.have_done_one()
            outcome: Outcome = content
            return outcome
        if what is Came.REFUSED:
            address, parts = content
            with self._losing():
                self._workers.leave_out(address, as_error(*parts))
            return None
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
