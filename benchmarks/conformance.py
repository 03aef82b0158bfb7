"""How much of docassemble runs here: every example that comes with docassemble.base, walked to an end.

    python -m benchmarks.conformance               a table, and why each example fails that does
    python -m benchmarks.conformance --json        one object for other programs
    python -m benchmarks.conformance NAME ...      only the examples whose names hold one of these

Each example is compiled and walked on several paths by `unbarred.check.walk`, in a process of its own,
with fresh state and limited time. It counts as *completed* if every path ends: at an end or exit, or in the
circle the example is made to be; as *refused* if it needs a service that unbarred names and does not offer;
else as *failed*. The interviews of docassemble.demo are walked too where that package is installed.
Ends with status 1 if an example failed.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path

from unbarred.check.walk.answering import Curious, Manner
from unbarred.check.walk.branches import Coverage
from unbarred.check.walk.failures import failure_of
from unbarred.check.walk.path import Failure, FailureKind
from unbarred.check.walk.walking import Ground, walk_path
from unbarred.engine import interview, origins
from unbarred.engine.boot import boot

FOLDERS = (
    ("docassemble.base", "data/questions/examples"),
    ("docassemble.demo", "data/questions"),
)
PATHS = 4
LIMIT = 120
TIME = 20.0
"""Seconds that one example may take."""
ARGUMENTS: dict[str, str] = {}


@dataclass(frozen=True)
class Outcome:
    """How far one example came."""

    example: str
    stage: str
    """`compile`, `first screen` or `walk`: the stage that failed, or the last one."""
    kind: str
    """`completed`, `refused` or `failed`."""
    reason: str = ""
    ends: tuple[str, ...] = ()
    """How its paths ended."""
    screens: int = 0
    seconds: float = 0.0


def main() -> int:
    """Walk every example and report it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--paths", type=int, default=PATHS, help=f"paths through each [{PATHS}]")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes at once")
    parser.add_argument("only", nargs="*", metavar="NAME", help="only examples whose names hold this")
    chosen = parser.parse_args()
    began = time.perf_counter()
    references = [each for each in all_examples() if not chosen.only or any(n in each for n in chosen.only)]
    outcomes = walked(references, chosen.paths, chosen.workers)
    took = time.perf_counter() - began
    print(json.dumps(summary(outcomes) | {"seconds": round(took, 1)}, indent=2)) if chosen.json else table(
        outcomes, took
    )
    return 1 if any(each.kind == "failed" for each in outcomes) else 0


def all_examples() -> list[str]:
    """Return docassemble's names of all examples that are installed."""
    return [f"{package}:{folder}/{name}" for package, folder in FOLDERS for name in _files(package, folder)]


def _files(package: str, folder: str) -> Iterator[str]:
    found = importlib.util.find_spec(package)
    for place in (found.submodule_search_locations or ()) if found else ():
        yield from sorted(path.name for path in (Path(place) / folder).glob("*.yml"))


def walked(references: Sequence[str], paths: int, workers: int) -> list[Outcome]:
    """Walk each example in a process of its own, `workers` at once; return what came of them, in order."""
    boot()
    gc.collect()
    gc.freeze()
    forking = get_context("fork")
    waiting = list(reversed(references))
    running: dict[Connection, tuple[str, ForkProcess, float]] = {}
    done: dict[str, Outcome] = {}
    while waiting or running:
        while waiting and len(running) < workers:
            reference = waiting.pop()
            here, there = forking.Pipe(duplex=False)
            process = forking.Process(target=_work, args=(reference, paths, there))
            process.start()
            there.close()
            running[here] = (reference, process, time.monotonic())
        wait(list(running), timeout=1)
        for pipe, (reference, process, began) in list(running.items()):
            if outcome := _news(pipe, reference, process, began):
                done[reference] = outcome
                del running[pipe]
                pipe.close()
                process.join()
    return [done[reference] for reference in references]


def _news(pipe: Connection, reference: str, process: ForkProcess, began: float) -> Outcome | None:
    """Return what came of an example if it is over; end it if it takes too long."""
    try:
        if pipe.poll():
            outcome: Outcome = pipe.recv()
            return outcome
    except EOFError:
        return Outcome(_name(reference), "walk", "failed", "the process died")
    if time.monotonic() - began > TIME:
        process.kill()
        return Outcome(_name(reference), "walk", "failed", f"it took longer than {TIME:g} seconds")
    return None


def _work(reference: str, paths: int, pipe: Connection) -> None:
    # Some examples print.
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    began = time.perf_counter()
    outcome = run(reference, paths)
    pipe.send(Outcome(**{**asdict(outcome), "seconds": round(time.perf_counter() - began, 3)}))
    pipe.close()


def _name(reference: str) -> str:
    return Path(reference).stem


def run(reference: str, paths: int) -> Outcome:
    """Compile and walk one example."""
    name = _name(reference)
    try:
        origin = origins.find(reference)
        interview.admit(origin)
        loaded = interview.load(origin.name)
    except Exception as error:  # noqa: BLE001  (whatever it is, it is the reason)
        failure = failure_of(error)
        refused = failure.kind is FailureKind.NOT_OFFERED
        return Outcome(name, "compile", "refused" if refused else "failed", _reason(failure))
    ground, coverage = Ground(loaded, ARGUMENTS, LIMIT), Coverage()
    ends: list[str] = []
    screens = 0
    worst: tuple[int, Outcome] = (0, Outcome(name, "walk", "completed"))
    for number in range(paths):
        chooser = Curious(random.Random(f"{name}:{number}"), coverage, Manner())
        path = walk_path(ground, chooser, coverage, f"{name}:{number}")
        ends.append(path.ended)
        screens += len(path.steps) + (path.last is not None)
        stage = "first screen" if path.last is None else "walk"
        if path.failure is not None:
            refused = path.failure.kind is FailureKind.NOT_OFFERED and "offer yet" not in path.failure.message
            outcome = Outcome(name, stage, "refused" if refused else "failed", _reason(path.failure))
            worst = max(worst, (1 if refused else 2, outcome), key=lambda each: each[0])
            if path.last is None:
                break
    return Outcome(**{**asdict(worst[1]), "ends": tuple(ends), "screens": screens})


def _reason(failure: Failure) -> str:
    cause = failure.cause if failure.cause not in failure.message else ""
    return " | ".join(part for part in (failure.kind, failure.message, cause) if part)


def _line(reason: str) -> str:
    return " ".join(reason.split())


def _short(reason: str) -> str:
    """Return a reason without what is particular to one example."""
    return re.sub(r"“[^”]*”", "“…”", _line(reason))[:150]


def summary(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """Return the counts and every reason, as `--json` prints them."""
    kinds = Counter(each.kind for each in outcomes)
    return {
        "total": len(outcomes),
        "compiled": sum(each.stage != "compile" for each in outcomes),
        "first_screen": sum(each.stage == "walk" for each in outcomes),
        "completed": kinds["completed"],
        "refused": kinds["refused"],
        "failed": kinds["failed"],
        "reasons": [
            {"example": each.example, "stage": each.stage, "kind": each.kind, "reason": each.reason}
            for each in outcomes
            if each.kind != "completed"
        ],
    }


def table(outcomes: Sequence[Outcome], took: float) -> None:
    """Print what came of the examples, and each that did not come to an end."""
    for each in outcomes:
        if each.kind != "completed":
            print(f"{each.kind:9} {each.stage:13} {each.example:45} {_line(each.reason)[:400]}")
    counts = summary(outcomes)
    print()
    for key in ("total", "compiled", "first_screen", "completed", "refused", "failed"):
        print(f"{key.replace('_', ' '):13}{counts[key]:>5}")
    circles = [
        each.example for each in outcomes if each.kind == "completed" and set(each.ends) == {"a circle"}
    ]
    print("\nThe commonest reasons:")
    for (kind, reason), count in Counter(
        (each.kind, _short(each.reason)) for each in outcomes if each.reason
    ).most_common(25):
        print(f"{count:>5}  {kind:9} {reason}")
    print(f"\nOf the completed, {len(circles)} go in a circle: {', '.join(circles)}")
    print(f"{sum(each.screens for each in outcomes)} screens in {took:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
