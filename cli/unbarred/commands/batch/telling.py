"""What a batch says: problems on standard output, how far it is on standard error."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import typer

from unbarred.batch.clients import RowProblem, Spot
from unbarred.batch.reports import words, writing
from unbarred.batch.reports.records import Record, Title, Totals
from unbarred.batch.tasks import Status
from unbarred.commands.batch.progress import Watcher
from unbarred.quoting import one_line, quoted

_MOST_TOLD = 10
"""Rows whose problems are told after a run; all of them stand in the report."""
_MOST_FACTS = 20
_LONGEST = 70


class Teller:
    """Tells a person, or with `as_json` another program, what becomes of a batch. To be entered."""

    def __init__(self, *, check_only: bool, out: Path | None, as_json: bool, is_sealed: bool = False) -> None:
        self.has_begun = False
        """Whether rows are being done, so that something may be made already."""
        self._is_check = check_only
        self._out = out
        self._is_sealed = is_sealed
        self._as_json = as_json
        self._watcher = Watcher(check_only=check_only)
        self._kept: list[Record] = []
        self._listed = 0

    def __enter__(self) -> Self:
        """Make ready to tell."""
        self._watcher.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        self._watcher.__exit__(kind, error, trace)

    def remark(self, text: str) -> None:
        """Say a sentence about the files or the run."""
        self._watcher.remark(text)

    def begin(self, total: int | None) -> None:
        """Begin with the rows."""
        self.has_begun = True
        self._watcher.begin(total)
        if self._as_json:
            typer.echo('{\n  "clients": [', nl=False)

    def seen(self, record: Record) -> None:
        """Take what became of a row."""
        self._watcher.seen(record)
        if record.status in (Status.MADE, Status.CHECKED):
            return
        if self._as_json:
            comma = "," if self._listed else ""
            typer.echo(f"{comma}\n    {json.dumps(record.as_data(), ensure_ascii=False)}", nl=False)
        elif self._is_check:
            _print(record)
        elif len(self._kept) < _MOST_TOLD:
            self._kept.append(record)
        self._listed += 1

    def stopped(self, why: str) -> None:
        """Say that the run ended before its time, and how to go on."""
        self._watcher.__exit__(None, None, None)
        if self._as_json and self.has_begun:
            typer.echo('\n  ],\n  "stopped": true\n}')
        far = f" {self._watcher.how_far()}" if self.has_begun else ""
        again = "" if self._is_check else " The same command goes on where it was stopped."
        typer.echo(f"{why}{far}{again}", err=True)

    def tell(self, title: Title, totals: Totals) -> None:
        """Say what it came to."""
        self._watcher.__exit__(None, None, None)
        if self._as_json:
            head = {**title.as_data(), "out": str(self._out) if self._out else None, **totals.as_data()}
            text = json.dumps(head, indent=2, ensure_ascii=False)
            typer.echo("\n  ],\n" + text.removeprefix("{\n"))
            return
        for record in self._kept:
            _print(record)
        if self._listed > len(self._kept) and self._kept:
            typer.echo(f"… and {self._listed - len(self._kept):,} more rows, in the report.")
        if self._listed:
            typer.echo("")
        for sentence in words.sums(totals):
            typer.echo(sentence)
        self._tell_more(totals)

    def _tell_more(self, totals: Totals) -> None:
        if totals.unused:
            named = ", ".join(quoted(name, 40) for name, _ in totals.unused.most_common(_MOST_TOLD))
            typer.echo(f"No question asks for: {named}.")
        if totals.unneeded:
            named = ", ".join(name for name, _ in totals.unneeded.most_common(_MOST_TOLD))
            typer.echo(f"Not asked of some, and in none of their papers: {named}.")
        if totals.left_over:
            folders = words.counted(len(totals.left_over), "folder has", "folders have")
            typer.echo(f"{folders} no row any more, and stays: see the report.")
        if totals.to_check:
            typer.echo(words.law(totals))
            if self._out is None:
                for says, clients in totals.to_check.most_common(_MOST_FACTS):
                    typer.echo(f"  {one_line(says, 400)} ({words.counted(clients, 'client', 'clients')})")
        if self._out is not None:
            sealed = self._out / writing.SEALED
            where = f"report.html in {sealed}" if self._is_sealed else str(self._out / "report.html")
            typer.echo(f"Report: {where}")
            if totals.by_status[Status.REFUSED]:
                mend = writing.ATTENTION
                where = f"{mend} in {sealed}" if self._is_sealed else str(self._out / mend)
                typer.echo(f"To mend: {where}. Mend the rows there, and give that file to the same command.")


def _print(record: Record) -> None:
    for line in _lines(record):
        typer.echo(line)


def _lines(record: Record) -> Iterator[str]:
    spot = one_line(record.spot, 200)
    where = f"{spot[:1].upper()}{spot[1:]}" if record.spot.row else "A packet"
    client = f", {one_line(record.client, _LONGEST)}" if record.client else ""
    yield f"{where}{client}:"
    if record.why:
        yield f"  {record.why}"
    for problem in record.problems:
        yield f"  {_place(problem.spot, record.spot)}{_value(problem)}{problem.message}"
        if problem.question:
            yield f"    The question: {one_line(problem.question, 200)}"


def _place(spot: Spot, row: Spot) -> str:
    if (spot.file, spot.sheet, spot.row) != (row.file, row.sheet, row.row):
        return f"{one_line(spot, 200)}, " if spot.row else ""
    if not (spot.column or spot.heading):
        return ""
    heading = quoted(spot.heading, _LONGEST) if spot.heading else ""
    return f"column {spot.column} {heading}, ".replace("  ", " ") if spot.column else f"{heading}, "


def _value(problem: RowProblem) -> str:
    if not (problem.spot.column or problem.spot.heading or problem.value):
        return ""
    return f"{quoted(problem.value, _LONGEST)}: " if problem.value else "blank: "
