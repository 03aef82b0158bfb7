"""How far a batch is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

import typer

from unbarred.batch.reports.records import Record
from unbarred.batch.tasks import Status

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_FIRST_LINE, _LINE = 3.0, 15.0
"""Seconds until the first line, and between two, where nobody watches."""


class Watcher:
    """Tells on standard error how a run goes. To be entered; leaving it takes the bar away."""

    def __init__(self, *, check_only: bool) -> None:
        self._is_check = check_only
        self._total: int | None = None
        self._done = self._earlier = self._made = 0
        self._first = self._told = 0.0
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        """Nothing is shown before there are rows."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def remark(self, text: str) -> None:
        """Say a sentence."""
        typer.echo(text, err=True)

    def begin(self, total: int | None) -> None:
        """Begin to count; `total` is None where it is not known."""
        self._total = total
        self._told = time.monotonic() - _LINE + _FIRST_LINE
        # Problems that are told on the same terminal as they are found show well enough how far it is.
        if sys.stderr.isatty() and not (self._is_check and sys.stdout.isatty()):
            self._show_bar()

    def seen(self, record: Record) -> None:
        """Count a row."""
        if not self._done:
            # Until then the workers were getting ready.
            self._first = time.monotonic()
        self._done += 1
        self._made += record.status is Status.MADE
        # What was there already says nothing about how fast packets are made.
        self._earlier += record.status is Status.MADE and bool(record.note) and not self._is_timed
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._done, said=self._said())
        elif time.monotonic() - self._told >= _LINE:
            self._told = time.monotonic()
            of = f" of {self._total:,}" if self._total else ""
            typer.echo(f"{self._done:,}{of} rows, {self._said()}", err=True)

    def how_far(self) -> str:
        """Return how many packets are made by now: `120 of 300 packets are made`."""
        of = f" of {self._total:,}" if self._total else ""
        if self._is_check:
            return f"{self._done:,}{of} rows were looked at."
        return f"{self._made:,}{of} packets are made."

    @property
    def _is_timed(self) -> bool:
        return self._done > self._earlier + 1

    def _said(self) -> str:
        took = time.monotonic() - self._first
        timed = self._done - self._earlier - 1
        if timed < 1 or took <= 0:
            return "the first is done"
        rate = timed / took
        said = f"{rate:,.0f} a second" if rate >= 10 else f"{rate:.1f} a second"
        if self._total and self._total > self._done:
            said += f", {_time((self._total - self._done) / rate)} left"
        return said

    def _show_bar(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        self._bar = Progress(
            TextColumn("Rows"),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TextColumn("{task.fields[said]}"),
            console=Console(stderr=True),
            transient=True,
            refresh_per_second=5,
        )
        self._task = self._bar.add_task("", total=self._total, said="starting")
        self._bar.start()


def _time(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {rest:02} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min"
