"""`unbarred batch run`: a packet for each row of a spreadsheet."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from unbarred.batch.running import naming
from unbarred.commands import completing, days, trusting
from unbarred.errors import ExitCode, UsageError, UserError

if TYPE_CHECKING:
    from unbarred.batch.running.making import Wanted
    from unbarred.commands.batch.telling import Teller


class Dates(StrEnum):
    """How days are written in figures, where a sheet does not say."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


def run(
    interview: str = typer.Argument(
        ..., help="The interview, such as clemency/commutation.", autocompletion=completing.interviews
    ),
    files: list[str] = typer.Argument(
        ...,
        metavar="FILE",
        help="Spreadsheets (XLSX, ODS, CSV), JSON Lines, a folder of answer sets, or -.",
    ),
    place: str | None = typer.Option(
        None, "--in", autocompletion=completing.places, metavar="PLACE", help="The place, such as us-ny."
    ),
    out: Path | None = typer.Option(
        None, "--out", metavar="DIR", help="Where the packets go: a new folder, or one to go on with."
    ),
    check: bool = typer.Option(False, "--check", help="Look for problems only; make no packets."),
    jobs: int | None = typer.Option(
        None, "--jobs", metavar="N", min=0, help="So many processes [one for each processor]; 0 for none."
    ),
    pdf: bool = typer.Option(False, "--pdf", help="One PDF of each packet too; takes seconds a client."),
    scheduler: str = typer.Option(
        "", "--scheduler", metavar="ADDRESS", help="Do the work on a Dask cluster: tcp://host:8786."
    ),
    mapping: Path | None = typer.Option(
        None,
        "--map",
        metavar="FILE",
        help="What the columns of a foreign sheet are; see: unbarred batch map.",
    ),
    dates: Dates | None = typer.Option(None, "--dates", help="How the sheet writes days in figures."),
    ignore_unmatched: bool = typer.Option(
        False, "--ignore-unmatched", help="Pass over columns that no question asks for."
    ),
    name: str = typer.Option(
        naming.DEFAULT,
        "--name",
        metavar="PATTERN",
        help="What folders are called: {client}, {row:03}, and answers such as {petitioner.name.last}.",
    ),
    seal: list[str] = typer.Option(
        [], "--seal", metavar="RECIPIENT", help="Encrypt packets and reports with age, for this public key."
    ),
    as_of: str | None = typer.Option(
        None, "--as-of", metavar="DAY", help="Read the law and date the papers as of this day [today]."
    ),
    seconds: float | None = typer.Option(
        None,
        "--seconds",
        metavar="N",
        min=0.1,
        help="The longest that one row may take [60; 300 with --pdf].",
    ),
    memory: int | None = typer.Option(
        None, "--memory", metavar="MB", min=0, help="The most memory of a process [1024]; 0 for no limit."
    ),
    trust: bool = typer.Option(False, "--trust", help=trusting.HELP),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object for other programs."),
) -> None:
    """Make a packet for each row of a spreadsheet, and say what is wrong with the others.

    The same command goes on where it was stopped; what is made is not made again. Rows with
    problems stand in needs-attention.xlsx: mend them there, and give that file to the same command.

    Examples:  unbarred batch run clemency/commutation --in us-ny intake.xlsx --check,
    unbarred batch run clemency/commutation --in us-ny intake.xlsx --out filings
    """
    from unbarred import sealing
    from unbarred.batch.matching.days import Order
    from unbarred.batch.running import making, reading
    from unbarred.commands.batch.telling import Teller
    from unbarred.sessions import catalogue

    if out is None and not check:
        raise UsageError("There is no folder for the packets.", "Give one with --out, or --check alone.")
    entry = catalogue.entry(interview)
    if place is None and entry.is_ours:
        raise UsageError("The papers are not the same everywhere.", "Say for which place, with --in.")
    wanted = making.Wanted(
        entry=entry,
        place=place,
        as_of=days.given(as_of),
        files=_paths(files),
        out=out,
        pattern=naming.pattern(name),
        check_only=check,
        jobs=_processors() if jobs is None else jobs,
        pdf=pdf,
        scheduler=scheduler,
        ways=reading.Ways(mapping, Order(dates.value) if dates else None, ignore_unmatched),
        recipients=sealing.recipients(seal),
        seconds=seconds or (300.0 if pdf else None),
        megabytes=memory,
        trusted=trust,
    )
    if pdf and not check:
        _check_office()
    trusting.settle(entry, trust=trust)
    with Teller(check_only=check, out=out, as_json=as_json, is_sealed=bool(seal)) as teller:
        _carry_out(wanted, teller)


def _carry_out(wanted: Wanted, teller: Teller) -> None:
    from unbarred.batch.running import making

    try:
        title, totals = making.make(wanted, teller)
    except KeyboardInterrupt:
        teller.stopped("Stopped.")
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    except UserError as error:
        if not teller.has_begun:
            raise
        teller.stopped(str(error))
        raise typer.Exit(error.code) from error
    teller.tell(title, totals)
    if not totals.is_all_well:
        raise typer.Exit(ExitCode.REFUSED)


def _paths(files: list[str]) -> list[Path | Literal["-"]]:
    paths: list[Path | Literal["-"]] = []
    for each in files:
        if each == "-":
            paths.append("-")
        else:
            paths.append(Path(each))
    return paths


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


def _check_office() -> None:
    """Raise `OfficeMissing` now, rather than for each row, if no PDF can be made."""
    from unbarred.documents.office import OfficeMissing, find

    if find() is None:
        raise OfficeMissing
