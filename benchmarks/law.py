"""How long the law takes: one place, all places, a page of it from the command to its end.

    python -m benchmarks.law            medians in words, with the goals
    python -m benchmarks.law --json     for other programs

Files are read anew each time: a folder that leads to the law data by another name is
another folder to whoever keeps what was read. Ends with status 1 if a goal is missed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.startup import UNBARRED, Measured, repeated, report, summed_up, timed

from unbarred import content, law
from unbarred.law import files, index, topics

PLACE = "us-ny"
REMEDY = "clemency/commutation"


def main() -> int:
    """Measure everything and report it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--runs", type=int, default=9, help="runs of each [9]")
    chosen = parser.parse_args()
    law.preload()
    measured = [
        fresh("a remedy of one place, with its parents", 20, chosen.runs, remedy),
        each_place(),
        fresh("every file of all places", 2000, min(chosen.runs, 5), everywhere),
        repeated(f"unbarred law {PLACE} clemency", 500, chosen.runs, page),
    ]
    return report(measured, as_json=chosen.json)


def fresh(what: str, goal: float, runs: int, read: Callable[[Path], object]) -> Measured:
    """Time `read` of the law data, after one run that does not count; nothing is kept from run to run."""
    with tempfile.TemporaryDirectory() as temporary:
        roots = [another_name(Path(temporary) / str(number)) for number in range(runs + 1)]
        read(roots[0])
        return summed_up(what, goal, [timed(partial(read, root)) for root in roots[1:]])


def each_place() -> Measured:
    """Time every file of each place with its parents, each place once."""
    places = index.slugs(content.jurisdictions())
    with tempfile.TemporaryDirectory() as temporary:
        roots = {place: another_name(Path(temporary) / place) for place in places}
        everything(another_name(Path(temporary) / "first"), places[0])
        times = [timed(partial(everything, roots[place], place)) for place in places]
    return summed_up("every file of one place, with its parents", 20, times)


def another_name(path: Path) -> Path:
    """Return `path`, made to lead to the law data."""
    path.symlink_to(content.jurisdictions(), target_is_directory=True)
    return path


def remedy(root: Path) -> None:
    """Read what holds for one remedy."""
    files.place(root, PLACE)
    assert topics.remedy(root, PLACE, REMEDY)


def everywhere(root: Path) -> None:
    """Read all there is."""
    for place in index.slugs(root):
        everything(root, place)


def everything(root: Path, place: str) -> None:
    """Read every file of the place, and what holds in it from above."""
    files.place(root, place)
    files.counting_rules(root, place)
    files.time_rules(root, place)
    files.facilities(root, place)
    for each in files.lineage(root, place):
        files.organisations(root, each)
    for name in topics.remedy_names(root, place):
        topics.remedy(root, place, name)


def page() -> None:
    """Show a page of law."""
    subprocess.run([UNBARRED, "law", PLACE, "clemency"], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
