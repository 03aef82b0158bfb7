"""How long a person waits: for help, for the first question, between screens, for the packet.

    python benchmarks/startup.py            medians in words, with the goals
    python benchmarks/startup.py --json     for other programs

Whole programs are run as a person would run them; the first run of each is
thrown away. Ends with status 1 if a goal is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect

if TYPE_CHECKING:
    from unbarred.answers.answer_set import AnswerSet
    from unbarred.sessions import Session

ROOT = Path(__file__).parents[1]
UNBARRED = Path(sys.executable).with_name("unbarred")
INTERVIEW = "clemency/commutation"
EXAMPLE = ROOT / "examples" / "rosa-example.yml"
FIRST_SCREEN = "Enter"
"""Every screen names its keys; once that is on the terminal, she can type."""


@dataclass(frozen=True)
class Measured:
    """One waiting time: best, median and worst of `runs` in milliseconds, and the most it may be.

    On a busy machine the best says what the program needs, the median what the others took too.
    """

    what: str
    best: float
    median: float
    worst: float
    runs: int
    goal: float
    unit: str = "ms"
    """Of something else that is measured, such as `MB`."""

    @property
    def is_met(self) -> bool:
        """Say whether the median is within the goal."""
        return self.median <= self.goal


def main() -> int:
    """Measure everything and report it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--runs", type=int, default=9, help="runs of each whole program [9]")
    parser.add_argument("--one-packet", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one_packet:
        print(one_packet())
        return 0
    keep_compiled()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["UNBARRED_HOME"] = str(Path(folder) / "home")
        measured = [
            repeated("unbarred --help", 150, chosen.runs, run_help),
            repeated("start, to the first question", 800, chosen.runs, run_to_first_question),
            between_screens(),
            packet(chosen.runs),
            repeated("the example, from command to papers", 2000, chosen.runs, run_example),
        ]
    return report(measured, as_json=chosen.json)


def keep_compiled() -> None:
    """Let the programs that are measured keep what Python compiles, as installed ones do.

    A machine may be set to keep none; then each would compile anew whatever was changed since `setup`.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def report(measured: Sequence[Measured], *, as_json: bool) -> int:
    """Print what was measured; return the exit status: 1 if a goal is missed."""
    if as_json:
        print(json.dumps([asdict(each) | {"is_met": each.is_met} for each in measured], indent=2))
    else:
        for each in measured:
            mark = "" if each.is_met else "   MISSED"
            times = f"{each.median:8.1f} {each.unit} ({each.best:.1f} to {each.worst:.1f})"
            print(f"{each.what:<50}{times:<34} goal {each.goal:g}{mark}")
    return 0 if all(each.is_met for each in measured) else 1


def repeated(what: str, goal: float, runs: int, action: Callable[[], object]) -> Measured:
    """Time `action`, after one run that does not count."""
    action()
    return summed_up(what, goal, [timed(action) for _ in range(runs)])


def timed(action: Callable[[], object]) -> float:
    """Return how many milliseconds `action` takes."""
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def summed_up(what: str, goal: float, times: list[float]) -> Measured:
    """Return the median and the worst of `times`."""
    best, median, worst = (round(each, 2) for each in (min(times), statistics.median(times), max(times)))
    return Measured(what, best, median, worst, len(times), goal)


def run_help() -> None:
    """Show the help."""
    subprocess.run([UNBARRED, "--help"], check=True, stdout=subprocess.DEVNULL)


def run_to_first_question() -> None:
    """Begin the interview in a terminal and wait for its first screen."""
    arguments = ["start", INTERVIEW, "--in", "us-ny", "--plain"]
    child = pexpect.spawn(str(UNBARRED), arguments, dimensions=(24, 80), encoding="utf-8")
    child.expect(FIRST_SCREEN, timeout=20)
    child.close(force=True)


def run_example() -> None:
    """Make the example's packet without a question."""
    with tempfile.TemporaryDirectory() as folder:
        command: list[str | Path] = [
            UNBARRED,
            "start",
            INTERVIEW,
            "--answers",
            EXAMPLE,
            # LibreOffice has a benchmark of its own.
            "--no-pdf",
            "--out",
            Path(folder) / "packet",
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def between_screens() -> Measured:
    """Answer the example screen by screen, each saved to disk before the next, and time all but the last.

    The last one makes the papers, and counts there. What the program loads while she reads
    the first screen is loaded first here too.
    """
    from unbarred import law

    law.preload()
    times, session = submitted()
    session.close()
    return summed_up("from one screen to the next", 30, times[:-1])


def packet(runs: int) -> Measured:
    """Time the packet from the last answer to the folder, each time in a new program, nothing kept."""
    command = [sys.executable, __file__, "--one-packet"]
    times = [
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(runs)
    ]
    return summed_up("the whole packet, ten papers", 500, times)


def one_packet() -> float:
    """Return the milliseconds from the last answer of the example to its papers on disk."""
    from unbarred.sessions import make_packet

    times, session = submitted()
    with tempfile.TemporaryDirectory() as folder:
        return times[-1] + timed(lambda: make_packet(session, Path(folder) / "packet"))


def submitted() -> tuple[list[float], Session]:
    """Answer the example to its end; return the milliseconds that each screen took."""
    from unbarred.sessions import Session, shelf
    from unbarred.sessions.unattended import fill

    answers, arguments = example()
    session = Session.begin(
        shelf.new_folder(INTERVIEW, date.fromisoformat(arguments["as_of"])), INTERVIEW, arguments
    )
    times: list[float] = []
    submit = session.submit
    session.submit = lambda submission: times.append(timed(lambda: submit(submission)))  # type: ignore[method-assign]
    complaints = fill(session, answers.answers)
    assert not complaints, complaints
    return times, session


def example() -> tuple[AnswerSet, dict[str, str]]:
    """Return the example's answers and what its session begins with."""
    from unbarred.answers.answer_file import load

    answers = load(EXAMPLE)
    assert answers.as_of is not None
    return answers, {"place": answers.jurisdiction, "as_of": answers.as_of.isoformat()}


if __name__ == "__main__":
    sys.exit(main())
