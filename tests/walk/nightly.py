"""Walks every interview in every place, on two hundred paths each: `poe nightly`. It takes hours.

`poe nightly parole/ --in us-ny --paths 20` walks less: names of interviews, or how they begin.
"""

from __future__ import annotations

import argparse
import datetime
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from unbarred.errors import ExitCode
from unbarred.sessions import catalogue

PROGRAM = Path(sys.executable).with_name("unbarred")


@dataclass(frozen=True)
class Walked:
    """What `unbarred check walk` told of one interview in one place."""

    interview: str
    place: str
    status: int
    told: str


def all_of(names: Iterable[str], place: str) -> list[tuple[str, str]]:
    """Return the interviews that begin with one of `names`, each with its places, or with `place` alone."""
    begins = tuple(names) or ("",)
    return [
        (entry.name, each)
        for entry in catalogue.entries()
        for each in entry.places
        if entry.name.startswith(begins) and place in ("", each)
    ]


def walked(interview: str, place: str, paths: int, seed: int) -> Walked:
    """Walk one interview in one place, by the command that anybody can give."""
    command = [PROGRAM, "check", "walk", interview, "--in", place]
    command += ["--paths", str(paths), "--seed", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return Walked(interview, place, done.returncode, done.stdout + done.stderr)


def main() -> int:
    """Walk, tell what failed, and return the exit status."""
    today = datetime.date.today()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="interviews, or how they begin; all if not given")
    parser.add_argument("--in", dest="place", default="", help="only this place")
    parser.add_argument("--paths", type=int, default=200)
    parser.add_argument("--seed", type=int, default=today.toordinal(), help="other paths every night")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    wanted = parser.parse_args()
    cases = all_of(wanted.names, wanted.place)
    began = time.monotonic()
    failed = 0
    with ThreadPoolExecutor(wanted.jobs) as pool:
        for each in pool.map(lambda case: walked(*case, wanted.paths, wanted.seed), cases):
            if each.status != ExitCode.DONE:
                failed += 1
                sys.stdout.write(f"\n===== {each.interview} --in {each.place}\n{each.told}\n")
                sys.stdout.flush()
    minutes = (time.monotonic() - began) / 60
    sys.stdout.write(
        f"{len(cases)} times an interview in a place, {wanted.paths} paths each, seed {wanted.seed}: "
        f"{failed} failed, {minutes:.0f} minutes.\n"
    )
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
