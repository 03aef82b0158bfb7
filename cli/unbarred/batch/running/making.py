"""A batch from its files to its reports: what `unbarred batch run` does."""

from __future__ import annotations

import datetime
import importlib
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from unbarred.batch.clients import Spot
from unbarred.batch.executors.protocol import Executor
from unbarred.batch.reports.records import Record, Title, Totals
from unbarred.batch.reports.writing import Gathered
from unbarred.batch.running import marks, naming, output, reading
from unbarred.batch.running.recognising import Shelf
from unbarred.batch.running.running import EARLIER, Order, Run
from unbarred.batch.tasks import Status, Work

if TYPE_CHECKING:
    from unbarred.batch.matching.plan import Matched
    from unbarred.sessions.catalogue import Entry


@dataclass(frozen=True)
class Wanted:
    """What somebody asked for."""

    entry: Entry
    place: str | None
    as_of: datetime.date | None
    files: Sequence[Path | Literal["-"]]
    out: Path | None
    """None with `check_only` alone."""
    pattern: naming.Pattern
    check_only: bool = False
    jobs: int = 1
    """0 does the work in this process."""
    pdf: bool = False
    scheduler: str = ""
    ways: reading.Ways = field(default_factory=reading.Ways)
    recipients: tuple[str, ...] = ()
    seconds: float | None = None
    megabytes: int | None = None
    trusted: bool = False


Executors = Callable[[], AbstractContextManager[Executor]]
"""Gives an executor that is to be entered."""


class Watch(Protocol):
    """Who is told how it goes."""

    def remark(self, text: str) -> None:
        """Take a sentence about the files, or about the run as a whole."""

    def begin(self, total: int | None) -> None:
        """Take the number of rows, None if it is not known yet; from now on rows are done."""

    def seen(self, record: Record) -> None:
        """Take what became of a row, in the order of the sheet."""


def make(wanted: Wanted, watch: Watch) -> tuple[Title, Totals]:
    """Carry out a batch; return what stands above its report, and what it came to.

    Raises `UserError` for what is wrong with the command, the files or their columns before any
    row is done, and where nothing more can be written. What is made by then stays, and is recognised.
    """
    from unbarred.batch.reports import writing
    from unbarred.batch.reports.spool import spool
    from unbarred.sessions import arguments

    begun = output.look(wanted.out) if wanted.out else None
    today = datetime.datetime.now().astimezone().date()
    day = wanted.as_of or (begun.as_of if begun else today)
    place = wanted.place or ""
    if wanted.out:
        output.agree(begun, wanted.out, wanted.entry.name, place)
    _say_day(begun, day, today, watch)
    work = Work(
        interview=wanted.entry.name,
        arguments={"as_of": day.isoformat(), **({"place": place} if place else {})},
        check_only=wanted.check_only,
        pdf=wanted.pdf,
        recipients=wanted.recipients,
        out=None if wanted.scheduler or wanted.out is None else wanted.out.absolute(),
        trusted=wanted.trusted,
    )
    with ExitStack() as stack:
        executor = _workers(work, wanted, watch, stack, is_new=begun is None)
        given = arguments.check(wanted.entry, wanted.place, day)
        read = reading.read(wanted.files, wanted.entry.name, given, wanted.ways, wanted.pattern)
        for remark in read.remarks:
            watch.remark(remark)
        total = read.count()
        gathered = Gathered(None)
        if wanted.out:
            stack.enter_context(output.held(wanted.out, output.Batch(wanted.entry.name, place, day)))
            gathered = Gathered(stack.enter_context(spool(wanted.out, in_memory=bool(wanted.recipients))))
        watch.begin(total)
        if wanted.out:
            # What writes the report takes long to import; meanwhile there is little to do here but to wait.
            threading.Thread(target=importlib.import_module, args=("openpyxl",)).start()
        _do(Order(work, wanted.out, wanted.pattern, read.matched.column_of), read, gathered, executor, watch)
        title = _title(wanted, place, day)
        if wanted.out:
            writing.write(wanted.out, title, gathered, read.sources, wanted.recipients)
    return title, gathered.totals


def _workers(work: Work, wanted: Wanted, watch: Watch, stack: ExitStack, *, is_new: bool) -> Executors:
    """Return what gives the workers. In a new folder there is work: they get ready as files are read."""
    if is_new and wanted.jobs and not wanted.scheduler:
        started = stack.enter_context(_executor(work, wanted, watch))
        return lambda: nullcontext(started)
    return lambda: _executor(work, wanted, watch)


def _do(order: Order, read: reading.Read, gathered: Gathered, executor: Executors, watch: Watch) -> None:
    """Do all rows, and gather what becomes of them."""
    shelf = Shelf(order.out)

    def seen(record: Record, is_earlier: bool) -> None:
        gathered.add(record, is_earlier=is_earlier)
        watch.seen(record)

    Run(order, shelf, seen).go(read.clients(), executor)
    _add_rows_of_nobody(read.matched, gathered.totals.rows, seen)
    if read.is_mended:
        _add_others(order.out, shelf, gathered)
    else:
        gathered.totals.left_over = tuple(shelf.left_over())
    gathered.totals.remarks = read.remarks


def _say_day(begun: output.Batch | None, day: datetime.date, today: datetime.date, watch: Watch) -> None:
    if begun is None:
        return
    if day != begun.as_of:
        watch.remark(f"The packets in this folder are of {begun.as_of}; they are all made anew, as of {day}.")
    elif day != today:
        watch.remark(f"This batch was begun as of {day}, and goes on with that day.")


def _executor(work: Work, wanted: Wanted, watch: Watch) -> Executor:
    from unbarred.batch.executors.serving import Limits

    limits = Limits()
    if wanted.seconds is not None:
        limits = replace(limits, seconds=wanted.seconds)
    if wanted.megabytes is not None:
        limits = replace(limits, megabytes=wanted.megabytes or None)
    if wanted.scheduler:
        from unbarred.batch.executors.dask_cluster import Cluster

        return Cluster(wanted.scheduler, work, limits=limits, tell=watch.remark)
    if wanted.jobs == 0:
        from unbarred.batch.executors.serial import Serial

        return Serial(work)
    from unbarred.batch.executors.processes import Processes

    return Processes(work, wanted.jobs, limits=limits)


def _add_rows_of_nobody(matched: Matched, number: int, seen: Callable[[Record, bool], None]) -> None:
    """Tell of rows in other sheets whose client is in none."""
    for at, problem in enumerate(matched.problems, start=number):
        spot = replace(problem.spot, column="", heading="")
        seen(Record(at, problem.value, spot, Status.REFUSED, problems=(problem,)), False)


def _add_others(out: Path | None, shelf: Shelf, gathered: Gathered) -> None:
    """Tell of the packets whose rows were not among those that were mended: they are there as before."""
    for folder in shelf.left_over():
        mark = marks.read(out / folder) if out else None
        if mark is not None:
            record = Record(
                number=gathered.totals.rows,
                client=folder,
                spot=Spot(),
                status=Status.MADE,
                folder=folder,
                note=EARLIER,
                papers=mark.papers,
                pages=mark.pages,
                left_blank=mark.left_blank,
                to_check=mark.to_check,
            )
            gathered.add(record, is_earlier=True)


def _title(wanted: Wanted, place: str, day: datetime.date) -> Title:
    from unbarred import law

    named = law.place(place).name if place and wanted.entry.remedies else place
    return Title(wanted.entry.name, wanted.entry.title, named, day.isoformat(), wanted.check_only)
