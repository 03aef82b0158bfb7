"""Walks the interviews that come with docassemble, each in a process of its own, and says what came of it.

State is fresh in each process, time is limited, what an example prints is thrown away, and a socket that is
opened is a failure.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path

from benchmarks.own_faults import OWN_FAULTS

from unbarred.engine import interview, origins
from unbarred.engine.boot import boot
from unbarred.walking import Coverage, Curious, Ended, Failure, FailureKind, Ground, Manner, walk_path
from unbarred.walking.failures import failure_of
from unbarred.walking.replaying import difference
from unbarred.walking.values import Taste

FOLDERS = (
    ("docassemble.base", "data/questions/examples"),
    ("docassemble.demo", "data/questions/examples"),
)
PLAUSIBLE = Manner(Taste(surprise=0.0))
"""What an example cannot stand would fail on a server too: texts are what their labels speak of."""
BEGUN_WITH = {"as_of": "2026-11-22"}
LIMIT = 120
"""The most screens of a path."""
WORK = 20
"""Seconds of work that one example may take."""
TIME = 120.0
"""Seconds that it may take in all, on a machine that others keep busy too."""

COMPLETED, REFUSED, FAULTY, FAILED = "completed", "refused", "faulty", "failed"
COMPILE, FIRST_SCREEN, WALK = "compile", "first screen", "walk"
_GRAVITY = (COMPLETED, REFUSED, FAULTY, FAILED)


@dataclass(frozen=True)
class Outcome:
    """How far one example came."""

    example: str
    stage: str = WALK
    """The stage at which it failed or was refused, else the last one."""
    kind: str = COMPLETED
    reason: str = ""
    service: str = ""
    """What it needs and unbarred refuses."""
    ends: tuple[str, ...] = ()
    """How its paths ended."""
    seconds: tuple[float, ...] = ()
    """From each answer to the next screen, over all paths."""
    loops_on: str = ""
    """The one screen it asks again and again, if there is one."""


@dataclass
class _Worker:
    reference: str
    process: ForkProcess
    began: float = field(default_factory=time.monotonic)


def references() -> list[str]:
    """Return docassemble's names of all examples that are installed."""
    return [f"{package}:{folder}/{name}" for package, folder in FOLDERS for name in _files(package, folder)]


def example_name(reference: str) -> str:
    """Return the name that an example is reported by, `demo:` before those of docassemble.demo."""
    of = "demo:" if reference.startswith("docassemble.demo") else ""
    return f"{of}{Path(reference).stem}"


def _files(package: str, folder: str) -> Iterator[str]:
    found = importlib.util.find_spec(package)
    for place in (found.submodule_search_locations or ()) if found else ():
        yield from sorted(path.name for path in (Path(place) / folder).glob("*.yml"))


def walked(
    references: Sequence[str], paths: int, workers: int, *, replay: bool = False, before: Sequence[str] = ()
) -> list[Outcome]:
    """Walk `paths` paths of each example, `workers` examples at once; return what came of them, in order.

    The examples in `before` are walked once in this process first: what they load is loaded for all.
    """
    boot()
    for reference in before:
        run(reference, 1)
    gc.collect()
    gc.freeze()
    forking = get_context("fork")
    waiting = list(reversed(references))
    running: dict[Connection, _Worker] = {}
    done: dict[str, Outcome] = {}
    while waiting or running:
        while waiting and len(running) < workers:
            reference = waiting.pop()
            here, there = forking.Pipe(duplex=False)
            process = forking.Process(target=_work, args=(reference, paths, there, replay))
            process.start()
            there.close()
            running[here] = _Worker(reference, process)
        wait(list(running), timeout=1)
        for pipe, worker in list(running.items()):
            if outcome := _news(pipe, worker):
                done[worker.reference] = outcome
                del running[pipe]
                pipe.close()
                worker.process.join()
    return [done[reference] for reference in references]


def _news(pipe: Connection, worker: _Worker) -> Outcome | None:
    """Return what came of an example if it is over; end it if it takes too long."""
    name = example_name(worker.reference)
    try:
        if pipe.poll():
            outcome: Outcome = pipe.recv()
            return outcome
    except EOFError:
        worker.process.join()
        died = worker.process.exitcode == -signal.SIGXCPU
        return Outcome(
            name, WALK, FAILED, f"more than {WORK} seconds of work" if died else "the process died"
        )
    if time.monotonic() - worker.began > TIME:
        worker.process.kill()
        return Outcome(name, WALK, FAILED, f"it took longer than {TIME:g} seconds")
    return None


def _work(reference: str, paths: int, pipe: Connection, replay: bool) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (WORK, WORK + 5))
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(silence, stream)
    opened: list[str] = []

    def watch(event: str, details: tuple[object, ...]) -> None:
        if event in ("socket.__new__", "socket.getaddrinfo"):
            opened.append(event)
            raise OSError("no example may open a socket")

    sys.addaudithook(watch)
    outcome = run(reference, paths, replay=replay)
    if opened:
        outcome = replace(outcome, kind=FAILED, reason="it opens a socket")
    pipe.send(outcome)
    pipe.close()


def run(reference: str, paths: int, *, replay: bool = False) -> Outcome:
    """Compile and walk one example in this process."""
    origin = origins.find(reference)
    outcome = _walked(example_name(reference), origin, paths, replay=replay)
    lacking = origins.missing(origin) if outcome.kind == FAILED else None
    if lacking is None:
        return outcome
    return replace(outcome, kind=REFUSED, reason=lacking.message, service="a package that is not installed")


def _walked(name: str, origin: origins.Origin, paths: int, *, replay: bool) -> Outcome:
    try:
        interview.admit(origin)
        loaded = interview.load(origin.name)
    except Exception as error:  # noqa: BLE001  (whatever it is, it is the reason)
        return _failed(Outcome(name, COMPILE), failure_of(error))
    ground, coverage = Ground(loaded, BEGUN_WITH, LIMIT), Coverage()
    worst = Outcome(name)
    ends: list[str] = []
    seconds: list[float] = []
    circling: set[str] = set()
    for number in range(paths):
        seed = f"{name}:{number}"
        path = walk_path(ground, Curious(random.Random(seed), coverage, PLAUSIBLE), coverage, seed)
        ends.append(path.ended)
        seconds += path.seconds
        failure = path.failure or (difference(ground, path) if replay else None)
        if path.ended is Ended.CIRCLE and len({step.screen.id for step in path.steps[-10:]}) == 1:
            circling.add(path.steps[-1].screen.id)
        if failure is not None:
            failed = _failed(Outcome(name, WALK if path.last else FIRST_SCREEN), failure)
            worst = max(worst, failed, key=lambda each: _GRAVITY.index(each.kind))
        if path.last is None:
            break
    return replace(worst, ends=tuple(ends), seconds=tuple(seconds), loops_on=", ".join(sorted(circling)))


def _failed(outcome: Outcome, failure: Failure) -> Outcome:
    cause = failure.cause if failure.cause not in failure.message else ""
    told = " | ".join(part for part in (failure.message, cause) if part)
    own = OWN_FAULTS.get(outcome.example)
    if own is not None and own.says in told:
        kind = REFUSED if own.service else FAULTY
        return replace(outcome, kind=kind, reason=own.why, service=own.service)
    if failure.service:
        return replace(outcome, kind=REFUSED, reason=told, service=failure.service)
    kind = "" if failure.kind is FailureKind.FAULT else f"{failure.kind}: "
    return replace(outcome, kind=FAILED, reason=f"{kind}{told}")
