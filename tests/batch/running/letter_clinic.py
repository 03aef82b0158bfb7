"""A little interview of somebody else's, sheets for it, and the command that makes its letters."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from unbarred.app import app
from unbarred.errors import UserError

PROGRAM = Path(sys.executable).with_name("unbarred")

LETTER = """
metadata:
  title: A letter
---
mandatory: True
code: |
  given_name
  if has_helper:
    helper
  letter
---
question: Who is it for?
fields:
  - First name: given_name
  - When born: born
    datatype: date
    hint: 3/14/1986
  - Remark: remark
    required: False
  - Is there a helper?: has_helper
    datatype: yesnoradio
---
question: Who helps?
fields:
  - Helper: helper
---
event: final
mandatory: True
question: Done
attachment:
  name: Letter
  filename: letter
  valid formats: [docx]
  variable name: letter
  content: |
    Dear ${ given_name }, born ${ born }. ${ remark }
"""

HEADINGS = ("client", "given_name", "born", "remark", "has_helper", "helper")

Row = Sequence[object]


@dataclass(frozen=True)
class Ended:
    """How a run of the command ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Clinic:
    """A folder with the interview, a sheet, and what is made of it."""

    folder: Path
    run_program: Callable[..., Ended]

    @property
    def interview(self) -> Path:
        return self.folder / "letter.yml"

    @property
    def sheet(self) -> Path:
        return self.folder / "intake.csv"

    @property
    def out(self) -> Path:
        return self.folder / "filings"

    def write(self, *rows: Row, headings: Sequence[str] = HEADINGS) -> None:
        """Write the sheet."""
        with self.sheet.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([headings, *rows])

    def run(self, *options: str | Path, sheet: Path | None = None, out: bool = True) -> Ended:
        """Run `unbarred batch run` with no workers beside it, for the day 21 November 2026."""
        where = ["--out", self.out] if out else []
        day = [] if "--as-of" in options else ["--as-of", "2026-11-21"]
        jobs = ["--jobs", "0", "--trust", *day]
        return self.run_program("batch", "run", self.interview, sheet or self.sheet, *where, *jobs, *options)

    def command(self, *options: str, jobs: int = 1) -> list[str]:
        """Return the command for a process of its own."""
        command = [PROGRAM, "batch", "run", self.interview, self.sheet, "--out", self.out, "--trust"]
        return [*map(str, command), "--jobs", str(jobs), "--as-of", "2026-11-21", *options]

    def start(self, *options: str, jobs: int = 1) -> subprocess.Popen[str]:
        """Start the command in a process group of its own."""
        return subprocess.Popen(
            self.command(*options, jobs=jobs),
            cwd=self.folder,
            env={**os.environ, "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def folders(self) -> list[str]:
        """Return the names of the packets' folders."""
        return sorted(path.name for path in self.out.iterdir() if path.is_dir())

    def files(self) -> Mapping[str, bytes]:
        """Return every file of every packet."""
        return {
            f"{name}/{path.name}": path.read_bytes()
            for name in self.folders()
            for path in (self.out / name).iterdir()
        }

    def made_when(self, name: str) -> int:
        """Return something that changes whenever the packet in the folder `name` is made again."""
        return (self.out / name / "manifest.json").stat().st_ino


def run_here(*arguments: str | Path) -> Ended:
    """Run the command in this process, where the engine is loaded once."""
    result = CliRunner().invoke(app, [str(each) for each in arguments])
    if isinstance(result.exception, UserError):
        return Ended(int(result.exception.code), result.stdout, f"{result.stderr}{result.exception}")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ended(result.exit_code, result.stdout, result.stderr)


def rosa(key: str = "A", **other: object) -> list[object]:
    """Return a row that is right, with other answers where they are given."""
    row = {
        "given_name": "Rosa",
        "born": "1986-02-28",
        "remark": "",
        "has_helper": "no",
        "helper": "",
        **other,
    }
    return [key, *row.values()]
