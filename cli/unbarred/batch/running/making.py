"""A batch from its files to its reports: what `unbarred batch run` does."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from unbarred.batch.clients import Client, Spot
from unbarred.batch.executors.protocol import Executor
from unbarred.batch.intake.tables import Table
from unbarred.batch.reports.records import Record, Title, Totals
from unbarred.batch.reports.writing import Gathered
from unbarred.batch.running import marks, mended, naming, output
from unbarred.batch.running.recognising import Shelf
from unbarred.batch.running.running import EARLIER, Order, Run
from unbarred.batch.tasks import Status, Work
from unbarred.errors import UsageError, nearest

if TYPE_CHECKING:
    from unbarred.batch.columns.asked import Asked
    from unbarred.batch.matching.days import Order as DayOrder
    from unbarred.batch.matching.plan import Matched
    from unbarred.batch.matching.sheets import MatchedSheet
    from unbarred.batch.reports.attention import Source
    from unbarred.sessions.catalogue import Entry

_COUNTING = 0.7
"""Seconds for counting rows, so that the time left can be told; if there are more it is not."""


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
    mapping: Path | None = None
    day_order: DayOrder | None = None
    ignore_unmatched: bool = False
    recipients: tuple[str, ...] = ()
    seconds: float | None = None
    megabytes: int | None = None
    trusted: bool = False


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
    from unbarred.batch.intake.opening import open_intake
    from unbarred.batch.reports import writing
    from unbarred.batch.reports.spool import spool
    from unbarred.sessions import arguments

    begun = output.look(wanted.out) if wanted.out else None
    today = datetime.datetime.now().astimezone().date()
    day = wanted.as_of or (begun.as_of if begun else today)
    given = arguments.check(wanted.entry, wanted.place, day)
    place = given.get("place", "")
    if wanted.out:
        output.agree(begun, wanted.out, wanted.entry.name, place)
    _say_day(begun, day, today, watch)
    asked = _Asked(wanted.entry.name, given)
    intake = open_intake(wanted.files)
    tables = mended.without_reasons(intake.tables)
    matched = _match(wanted, tables, asked)
    _check_pattern(wanted.pattern, matched)
    for remark in dict.fromkeys((*(said for table in tables for said in table.remarks), *matched.remarks)):
        watch.remark(remark)
    with ExitStack() as stack:
        gathered = Gathered(None)
        if wanted.out:
            stack.enter_context(output.held(wanted.out, output.Batch(wanted.entry.name, place, day)))
            gathered = Gathered(stack.enter_context(spool(wanted.out)))
        shelf = Shelf(wanted.out)
        work = Work(
            interview=wanted.entry.name,
            arguments=given,
            check_only=wanted.check_only,
            pdf=wanted.pdf,
            recipients=wanted.recipients,
            out=None if wanted.scheduler or wanted.out is None else wanted.out.absolute(),
            trusted=wanted.trusted,
        )

        def seen(record: Record, is_earlier: bool) -> None:
            gathered.add(record, is_earlier=is_earlier)
            watch.seen(record)

        watch.begin(_counted(matched))
        run = Run(Order(work, wanted.out, wanted.pattern, matched.column_of), shelf, seen)
        run.go(_clients(matched), lambda: _executor(work, wanted))
        _add_rows_of_nobody(matched, gathered.totals.rows, seen)
        if mended.is_mended(intake.tables):
            assert wanted.out is not None or not len(shelf), "there are packets only in a folder"
            _add_others(wanted.out, shelf, gathered)
        else:
            gathered.totals.left_over = tuple(shelf.left_over())
        late = [said for table in tables for said in table.remarks]
        gathered.totals.remarks = tuple(dict.fromkeys((*late, *matched.remarks)))
        title = _title(wanted, place, day)
        if wanted.out:
            writing.write(wanted.out, title, gathered, lambda: _sources(matched, asked))
    return title, gathered.totals


class _Asked:
    """What the interview can ask, found when it is first needed: that takes seconds."""

    def __init__(self, interview: str, arguments: dict[str, str]) -> None:
        self._interview = interview
        self._arguments = arguments
        self._found: Asked | None = None

    def __call__(self) -> Asked:
        """Return it."""
        if self._found is None:
            from unbarred.batch.columns.finding import find_asked

            self._found = find_asked(self._interview, self._arguments)
        return self._found


def _say_day(begun: output.Batch | None, day: datetime.date, today: datetime.date, watch: Watch) -> None:
    if begun is None:
        return
    if day != begun.as_of:
        watch.remark(f"The packets in this folder are of {begun.as_of}; they are all made anew, as of {day}.")
    elif day != today:
        watch.remark(f"This batch was begun as of {day}, and goes on with that day.")


def _match(wanted: Wanted, tables: Sequence[Table], asked: Callable[[], Asked]) -> Matched:
    from unbarred.batch.matching.days import Order as DayOrder
    from unbarred.batch.matching.mapping import read_mapping
    from unbarred.batch.matching.plan import match

    return match(
        tables,
        asked,
        read_mapping(wanted.mapping) if wanted.mapping else None,
        order=wanted.day_order or DayOrder.UNKNOWN,
        ignore_unmatched=wanted.ignore_unmatched,
    )


def _check_pattern(pattern: naming.Pattern, matched: Matched) -> None:
    """Raise `UsageError` if no column holds an answer that folders are to be called by."""
    for name in pattern.answers:
        if matched.column_of(name) is None:
            known = [bound.name for sheet in matched.clients for bound in sheet.bound]
            raise UsageError(
                f"No column of the sheet is {name}, which --name asks for.", nearest(name, known)
            )


def _clients(matched: Matched) -> Iterator[Client]:
    from unbarred.batch.matching.clients import clients

    return clients(matched)


def _counted(matched: Matched) -> int | None:
    """Return how many rows there are, or None if counting them takes long."""
    from unbarred.batch.matching.keys import is_example

    count, until = 0, time.monotonic() + _COUNTING
    for sheet in matched.clients:
        for row in sheet.table.rows():
            count += not is_example(row, sheet.key)
            if count % 100 == 0 and time.monotonic() > until:
                return None
    return count


def _executor(work: Work, wanted: Wanted) -> Executor:
    from unbarred.batch.executors.serving import Limits

    limits = Limits()
    if wanted.seconds is not None:
        limits = replace(limits, seconds=wanted.seconds)
    if wanted.megabytes is not None:
        limits = replace(limits, megabytes=wanted.megabytes or None)
    if wanted.scheduler:
        from unbarred.batch.executors.dask_cluster import Cluster

        return Cluster(wanted.scheduler, work, limits=limits)
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


def _sources(matched: Matched, asked: Callable[[], Asked]) -> list[Source]:
    """Return the tables of the input, with the questions that their columns stand for."""
    from unbarred.batch.matching.labels import pattern
    from unbarred.batch.reports.attention import Source

    by_name = {each.name: each for each in asked().all_columns()}

    def source(sheet: MatchedSheet) -> Source:
        names = {each.heading: each.name for each in sheet.bound}
        return Source(
            sheet.table,
            sheet.key,
            not sheet.stem,
            lambda heading: by_name.get(pattern(names.get(heading, ""))),
        )

    return [source(sheet) for sheet in (*matched.clients, *matched.items)]
