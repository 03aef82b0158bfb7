"""What runs in a Dask worker: it keeps the content, and hands tasks to a process of its own.

The tasks are not done in the worker itself: a row that hangs or ends its process then costs the
cluster nothing, and the worker's own environment stays as it is. No exception leaves `carry`,
for Dask would log it, with what the task was given.
"""

from __future__ import annotations

import asyncio
import shutil
import threading
import time
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

from distributed import WorkerPlugin, get_worker

from unbarred.batch.executors.build import build
from unbarred.batch.executors.dask_checks import check_workers
from unbarred.batch.executors.failures import own_fault, parts_of
from unbarred.batch.executors.parcel import Parcel
from unbarred.batch.executors.processes import Processes, Surroundings
from unbarred.batch.executors.sealed import Sealed
from unbarred.batch.executors.serving import Limits
from unbarred.batch.tasks import Outcome, Task, Work
from unbarred.content import CONTENT_VARIABLE
from unbarred.errors import UserError
from unbarred.settings import HOME_VARIABLE

_REST = 120.0
"""Seconds without a task after which a worker's process ends: whoever sent them may have gone for good."""


class Came(Enum):
    """What came of a task that was carried to a worker; the other part of what comes back."""

    DONE = "done"
    """An outcome."""
    REFUSED = "refused"
    """The worker's address, and the parts of a `UserError` which every task would meet there."""
    FAULT_OF_OURS = "fault of ours"
    """A sentence."""


def about(dask_worker: Any) -> dict[str, Any]:
    """Return what decides whether a worker is given answers: its `build`, whether it writes them to disk."""
    # What a worker holds is a plain dictionary, or else something that can move parts of it to a disk.
    return {"build": build(), "spills": not isinstance(dask_worker.data, dict)}


def about_scheduler() -> dict[str, str]:
    """Return the `build` where the scheduler runs."""
    return build()


def carry(task: Sealed, courier: str) -> Sealed:
    """Do a task; return what came of it, a `Came` and what belongs to it."""
    worker = get_worker()
    try:
        if courier not in worker.plugins:
            message = f"The worker {worker.address} has other versions than the computer with the answers."
            raise UserError(message, "Its log says more.")
        carried = Sealed((Came.DONE, worker.plugins[courier].do(task)))
    except UserError as error:
        return Sealed((Came.REFUSED, (worker.contact_address, parts_of(error))))
    except Exception as error:  # noqa: BLE001  (see above)
        return Sealed((Came.FAULT_OF_OURS, own_fault(error)))
    return carried


class Courier(WorkerPlugin):  # type: ignore[misc]  # Dask has no types
    """One for each worker, also for those that join later."""

    def __init__(
        self,
        name: str,
        parcel: Parcel,
        begin: Callable[[Work], Callable[[Task], Outcome]],
        work: Work,
        limits: Limits,
    ) -> None:
        """Begin `work` in each worker, with the content in `parcel`."""
        self.name = name
        self._given = (parcel, begin, work, limits)
        self._build = build()

    def __repr__(self) -> str:
        """Say its name only."""
        return f"<{self.name}>"

    def __getstate__(self) -> dict[str, Any]:
        """Return what is sent to workers."""
        return {"name": self.name, "_given": self._given, "_build": self._build}

    async def setup(self, worker: Any) -> None:
        """Unpack the content into a private folder of the worker."""
        self._lock = threading.Lock()
        self._resting: list[tuple[float, Processes]] = []
        self._running: set[Processes] = set()
        self._over = threading.Event()
        self._folder = Path(worker.local_directory, self.name)
        self._refusal: UserError | None = None
        try:
            # Those that were there from the start are checked already; this one may have joined since.
            check_workers({worker.address: about(worker)}, self._build)
            await asyncio.to_thread(self._given[0].unpack, self._folder / "content")
        except UserError as error:
            self._refusal = error
        threading.Thread(target=self._let_go, daemon=True).start()

    async def teardown(self, worker: Any) -> None:
        """End what runs, remove the folder."""
        await asyncio.to_thread(self._close)

    def do(self, sealed: Sealed) -> Outcome:
        """Do a task in a process that rests, or in a new one. Raises `UserError` if none can be done here."""
        if self._refusal is not None:
            raise self._refusal
        processes = self._taken()
        is_sound = False
        try:
            (outcome,) = processes.outcomes([sealed.opened()])
            is_sound = True
        finally:
            self._put_back(processes, is_sound)
        return outcome

    def _taken(self) -> Processes:
        parcel, begin, work, limits = self._given
        with self._lock:
            if self._over.is_set():
                raise UserError("The workers were stopped.")
            if self._resting:
                processes = self._resting.pop()[1]
                self._running.add(processes)
                return processes
            unpacked = self._folder / "content"
            environment = {
                CONTENT_VARIABLE: str(parcel.content_in(unpacked)),
                HOME_VARIABLE: str(self._folder / "home"),
            }
            surroundings = Surroundings(environment, self._folder)
            processes = Processes(parcel.work_in(unpacked, work), 1, begin, limits, surroundings)
            processes.__enter__()
            self._running.add(processes)
        return processes

    def _put_back(self, processes: Processes, is_sound: bool) -> None:
        with self._lock:
            self._running.discard(processes)
            if is_sound and not self._over.is_set():
                self._resting.append((time.monotonic(), processes))
                return
        processes.__exit__(None, None, None)

    def _let_go(self) -> None:
        """End processes that had nothing to do for long, in a thread, until the courier is taken down."""
        while not self._over.wait(5):
            before = time.monotonic() - _REST
            with self._lock:
                old = [each for each in self._resting if each[0] < before]
                self._resting = [each for each in self._resting if each[0] >= before]
            for _, processes in old:
                processes.__exit__(None, None, None)

    def _close(self) -> None:
        self._over.set()
        with self._lock:
            still = [*self._running, *(each for _, each in self._resting)]
            self._resting.clear()
        for processes in still:
            processes.__exit__(None, None, None)
        shutil.rmtree(self._folder, ignore_errors=True)
