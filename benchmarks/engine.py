"""How fast the engine is, and whether it keeps what it should forget.

    python -m benchmarks.engine            in words, with the goals
    python -m benchmarks.engine --json     for other programs

Its start is measured in programs of their own, by the clock and by the work of the processor, which tells
what the engine needs where other programs keep the machine busy; the time from an answer to the next screen
over every example that comes with docassemble; the memory on a session that answers 1,000 screens and is
resumed again and again.
Ends with status 1 if a goal is missed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.examples import example_name, references, walked
from benchmarks.startup import Measured, keep_compiled, report

from unbarred.engine import LoadedInterview, load_file
from unbarred.sessions import Session
from unbarred.sessions.journal import FORMAT, MemoryJournal
from unbarred.sessions.records import add_up

SCREENS = 1000
REPLAYS = 6
PATHS = 2
USED_BEFORE = 20
"""One example of so many is walked before the clock runs."""
LOADING = frozenset(
    "address-block datetime-field docx-template iso-country send-email validation-code-phone".split()
)
"""So are these: each needs a large library, which is loaded once a program, at its first use."""

LIST = f"""
objects:
  - things: DAList.using(ask_number=True, target_number={SCREENS})
---
mandatory: True
code: |
  things.gather()
---
question: The ${{ ordinal(i) }} thing?
fields:
  - Name: things[i]
  - Kind: kinds[i]
    required: False
---
objects:
  - kinds: DADict
---
mandatory: True
question: All ${{ things.number() }} are told
buttons:
  - Exit: exit
"""

BOOT = """
import time
began, worked = time.perf_counter(), time.process_time()
from unbarred.engine.boot import boot
boot()
print((time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000)
"""


def main() -> int:
    """Measure everything and report it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--runs", type=int, default=9, help="starts of the engine [9]")
    chosen = parser.parse_args()
    keep_compiled()
    return report([*booted(chosen.runs), *screens(), *memory()], as_json=chosen.json)


def booted(runs: int) -> list[Measured]:
    """Time the engine's start in new programs, after one that does not count."""
    command = [sys.executable, "-c", BOOT]
    printed = [
        subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(runs + 1)
    ][1:]
    waited, worked = zip(*([float(each) for each in line.split()] for line in printed), strict=True)
    return [
        _measured("the engine's start", waited, 300),
        _measured("the processor's work for it", worked, 300),
    ]


def screens() -> list[Measured]:
    """Time every screen of every example, papers included, once the libraries that they use are loaded.

    Half of the processors walk; what else the machine does is left the others.
    """
    examples = references()
    before = [*examples[::USED_BEFORE], *(each for each in examples if example_name(each) in LOADING)]
    outcomes = walked(examples, PATHS, max(1, (os.cpu_count() or 1) // 2), before=before)
    times = sorted(seconds * 1000 for outcome in outcomes for seconds in outcome.seconds)
    hundredth = times[int(len(times) * 0.99)]
    return [
        _measured("from an answer to the next screen, all examples", times, 2),
        Measured(
            "99 of 100 of them take at most",
            round(times[0], 2),
            round(hundredth, 2),
            round(times[-1], 2),
            len(times),
            20,
        ),
    ]


def memory() -> list[Measured]:
    """Answer a thousand screens, resume the session again and again, and see what memory each time adds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.yml"
        path.write_text(LIST, encoding="utf-8")
        journal = _answered(load_file(path))
        interview = load_file(path)
        held = []
        for _ in range(REPLAYS):
            Session(None, journal, add_up(journal), lambda name: interview)
            held.append(_resident())
    # The first replays fill what the allocator keeps for the next.
    grown = [after - before for before, after in pairwise(held[1:])]
    return [_measured(f"memory that each replay of {SCREENS} screens adds", grown, 0.5, "MB")]


def _answered(interview: LoadedInterview) -> MemoryJournal:
    journal = MemoryJournal()
    opened = {"event": "opened", "format": FORMAT, "interview": interview.name, "arguments": {}}
    journal.append(opened)
    session = Session(None, journal, add_up(journal), lambda name: interview)
    while not session.is_over:
        given: Mapping[str, str] = {field.name: "thing" for field in session.screen.inputs}
        session.submit(given)
    assert session.number > SCREENS
    return journal


def _resident() -> float:
    """Return the megabytes that this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def _measured(what: str, found: Sequence[float], goal: float, unit: str = "ms") -> Measured:
    rounded = [round(each, 2) for each in (min(found), statistics.median(found), max(found))]
    return Measured(what, rounded[0], rounded[1], rounded[2], len(found), goal, unit)


if __name__ == "__main__":
    sys.exit(main())
