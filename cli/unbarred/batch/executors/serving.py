"""The other process: does one task after the other, until whoever started it closes its input.

A thread listens all the while, so that this process never outlives the other: it ends at once,
in the middle of a task too, when the other one does, however that came about.
"""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from queue import SimpleQueue
from typing import IO

from unbarred.batch.executors import frames
from unbarred.batch.executors.failures import failed, own_fault, parts_of, too_much_memory
from unbarred.batch.tasks import Outcome, Task, Work
from unbarred.errors import UserError

_SETTLED_AFTER = 25
"""Tasks after which a worker has loaded what it keeps; what it takes more later has leaked."""


@dataclass(frozen=True)
class Limits:
    """How much a worker may take."""

    seconds: float = 60.0
    """For one task; then its worker is stopped."""
    megabytes: int | None = 1024
    """Of memory for the worker's data, where the system can hold it to that; None for no limit."""
    grown_megabytes: int = 128
    """A worker whose memory grew by so much since its first tasks makes room for a new one."""


@dataclass(frozen=True)
class Start:
    """The first message: what the worker is for."""

    begin: Callable[[Work], Callable[[Task], Outcome]]
    work: Work
    limits: Limits
    folder: Path
    """Its own, for all temporary files; it goes with the worker."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Variables that it has beside those of the one who starts it."""


class Said(Enum):
    """What a worker's messages begin with."""

    READY = "ready"
    FAULTY = "faulty"
    """It cannot begin; a `UserError`'s parts follow."""
    BEGAN = "began"
    """It is at work on the next task that it was sent."""
    DONE = "done"
    """An outcome follows, and whether the worker should be replaced."""


def serve() -> None:
    """Do what is asked for on standard input; answer on what was standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # All that is brought in at the beginning stays: there is no garbage among it to look for.
    gc.disable()
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # What an interview prints must not stand between the answers.
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123  (a descriptor is wanted)
        os.dup2(nothing.fileno(), 1)
    first = frames.receive(requests)
    if first is None:
        return
    start: Start = frames.opened(first)
    try:
        _serve(start, requests, answers)
    except BrokenPipeError:
        # Whoever asked has gone, and the other thread may not have noticed yet.
        pass
    finally:
        _clear(start.folder)


def _serve(start: Start, requests: IO[bytes], answers: IO[bytes]) -> None:
    _limit_memory(start.limits.megabytes)
    waiting: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(requests, waiting, start.folder), daemon=True).start()
    try:
        do = start.begin(start.work)
    except UserError as error:
        frames.send(answers, (Said.FAULTY, parts_of(error)))
    except Exception as error:  # noqa: BLE001  (said to the one who started it; a trace has nowhere to go)
        frames.send(answers, (Said.FAULTY, (own_fault(error), "", None, None, None)))
    else:
        gc.enable()
        frames.send(answers, (Said.READY,))
        _work_off(waiting, answers, do, start.limits)


def _work_off(
    waiting: SimpleQueue[bytes], answers: IO[bytes], do: Callable[[Task], Outcome], limits: Limits
) -> None:
    settled = 0
    for count in range(sys.maxsize):
        task: Task = frames.opened(waiting.get())
        frames.send(answers, (Said.BEGAN,))
        outcome, is_worn = _done(do, task, limits)
        if count == _SETTLED_AFTER:
            settled = memory()
        elif count > _SETTLED_AFTER and memory() - settled > limits.grown_megabytes * 1024**2:
            is_worn = True
        frames.send(answers, (Said.DONE, outcome, is_worn))


def _done(do: Callable[[Task], Outcome], task: Task, limits: Limits) -> tuple[Outcome, bool]:
    """Return what came of a task, and whether this process should do no more."""
    try:
        return do(task), False
    except MemoryError:
        return failed(task, too_much_memory(limits.megabytes)), True
    except Exception as error:  # noqa: BLE001  (one row's fault must not end the others)
        return failed(task, own_fault(error)), False


def _listen(requests: IO[bytes], waiting: SimpleQueue[bytes], folder: Path) -> None:
    while (asked := frames.receive(requests)) is not None:
        waiting.put(asked)
    _clear(folder)
    os._exit(0)


def _clear(folder: Path) -> None:
    """Remove this worker's folder, and what all of them are in if it is the last."""
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        folder.parent.rmdir()


def _limit_memory(megabytes: int | None) -> None:
    """Keep this process to its share, and its memory out of files, where the system can.

    What is counted is data, not address space: a program maps far more than it uses.
    """
    with contextlib.suppress(ImportError):
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if megabytes is not None:
                # The hard limit stays: LibreOffice, started from here, may be given more.
                hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
                resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1024**2, hard))


def memory() -> int:
    """Return how much memory this process takes, in bytes; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError, AttributeError):
        return 0
