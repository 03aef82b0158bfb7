"""How much of docassemble runs here: every example that comes with docassemble.base, walked to an end.

    python -m benchmarks.conformance               a table, and why each example fails that does
    python -m benchmarks.conformance --json        one object for other programs
    python -m benchmarks.conformance NAME ...      only these examples; /text/ for a part of their names
    python -m benchmarks.conformance --replay      resumes each session too, and compares screens and papers
    python -m benchmarks.conformance --pin         writes down what came of them, for the tests to hold to

Each example is compiled and walked on several paths by `unbarred.walking`. It counts as *completed* if
every path ends: at an end or exit, or in the circle the example is made to be; as *refused* if it needs a
service that unbarred names and does not offer; as *faulty* if it ends in the error that it ends in on a
server too, because it is a fragment or shows a mistake (benchmarks/own_faults.py); else as *failed*. The
interviews of docassemble.demo are walked too where that package is installed. Ends with status 1 if an
example failed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.examples import (
    COMPILE,
    COMPLETED,
    FAILED,
    FAULTY,
    REFUSED,
    WALK,
    Outcome,
    example_name,
    references,
    walked,
)

PATHS = 4
PINNED = Path(__file__).parents[1] / "tests" / "engine" / "conformance.txt"


def main() -> int:
    """Walk every example and report it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--pin", action="store_true", help="write the outcomes down for the tests")
    parser.add_argument("--replay", action="store_true", help="resume each session, and compare")
    parser.add_argument("--paths", type=int, default=PATHS, help=f"paths through each [{PATHS}]")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes at once")
    parser.add_argument("only", nargs="*", metavar="NAME", help="only these examples; /text/ for a part")
    chosen = parser.parse_args()
    began = time.perf_counter()
    outcomes = walked(list(_chosen(chosen.only)), chosen.paths, chosen.workers, replay=chosen.replay)
    took = time.perf_counter() - began
    if chosen.pin:
        PINNED.write_text(pinned(outcomes), encoding="utf-8")
    if chosen.json:
        print(json.dumps(summary(outcomes) | {"seconds": round(took, 1)}, indent=2))
    else:
        table(outcomes, took)
    return 1 if any(each.kind == FAILED for each in outcomes) else 0


def _chosen(only: Sequence[str]) -> Iterable[str]:
    parts = [each.strip("/") for each in only if each.startswith("/")]
    for reference in references():
        name = example_name(reference)
        if not only or name in only or any(part in name for part in parts):
            yield reference


def summary(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """Return the counts and every reason, as `--json` prints them."""
    kinds = Counter(each.kind for each in outcomes)
    return {
        "total": len(outcomes),
        "compiled": sum(each.stage != COMPILE for each in outcomes),
        "first_screen": sum(each.stage == WALK for each in outcomes),
        "completed": kinds[COMPLETED],
        "refused": kinds[REFUSED],
        "failed": kinds[FAILED] + kinds[FAULTY],
        "failed_on_a_server_too": kinds[FAULTY],
        "reasons": [
            {
                "example": each.example,
                "stage": each.stage,
                "kind": each.kind,
                "service": each.service,
                "reason": each.reason,
            }
            for each in outcomes
            if each.kind != COMPLETED
        ],
    }


def pinned(outcomes: Sequence[Outcome]) -> str:
    """Return the outcomes as the tests hold to them: a line each, with the service or the reason."""
    lines = [f"# docassemble.base {version('docassemble.base')}; python -m benchmarks.conformance --pin"]
    for each in outcomes:
        if ":" in each.example:
            # Not everybody has docassemble.demo.
            continue
        why = each.service or _line(each.reason)
        lines.append(f"{each.example:45} {each.kind:9} {why}".rstrip())
    return "\n".join(lines) + "\n"


def table(outcomes: Sequence[Outcome], took: float) -> None:
    """Print what came of the examples, and each that did not come to an end."""
    for each in outcomes:
        if each.kind != COMPLETED:
            service = f"[{each.service}] " if each.service else ""
            print(f"{each.kind:9} {each.stage:13} {each.example:45} {service}{_line(each.reason)[:400]}")
    counts = summary(outcomes)
    print()
    for key in ("total", "compiled", "first_screen", "completed", "refused", "failed"):
        print(f"{key.replace('_', ' '):13}{counts[key]:>5}")
    print(f"Of those that failed, {counts['failed_on_a_server_too']} end in that error on a server too.")
    _print_counted("Refused for", (each.service for each in outcomes if each.service))
    _print_counted(
        "The commonest reasons of failure", (_short(each.reason) for each in outcomes if each.kind == FAILED)
    )
    _print_circles(outcomes)
    print(f"{sum(len(each.seconds) for each in outcomes)} screens in {took:.0f} s")


def _print_counted(title: str, reasons: Iterable[str]) -> None:
    counted = Counter(reasons).most_common(25)
    if counted:
        print(f"\n{title}:")
    for reason, count in counted:
        print(f"{count:>5}  {reason}")


def _print_circles(outcomes: Sequence[Outcome]) -> None:
    circles = [each for each in outcomes if each.kind == COMPLETED and "a circle" in each.ends]
    if circles:
        print(f"\nOf the completed, {len(circles)} go in a circle:")
    for each in circles:
        print(f"  {each.example:45} {f'on {each.loops_on}' if each.loops_on else ''}")
    print()


def _line(reason: str) -> str:
    return " ".join(reason.split())


def _short(reason: str) -> str:
    """Return a reason without what is particular to one example."""
    return re.sub(r"“[^”]*”", "“…”", _line(reason))[:150]


if __name__ == "__main__":
    sys.exit(main())
