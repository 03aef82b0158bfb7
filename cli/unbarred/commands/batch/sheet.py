"""`unbarred batch sheet`: a workbook to fill in, made from an interview."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from unbarred.commands import completing, days, trusting
from unbarred.errors import UsageError

if TYPE_CHECKING:
    from unbarred.batch.columns.asked import Asked


def sheet(
    interview: str = typer.Argument(
        ..., help="The interview, such as clemency/commutation.", autocompletion=completing.interviews
    ),
    out: Path = typer.Option(..., "-o", "--out", metavar="FILE", help="The workbook to write (.xlsx)."),
    place: str | None = typer.Option(
        None, "--in", autocompletion=completing.places, metavar="PLACE", help="The place, such as us-ny."
    ),
    as_of: str | None = typer.Option(
        None, "--as-of", metavar="DAY", help="Ask what the law wants to know as of this day [today]."
    ),
    force: bool = typer.Option(False, "--force", help="Write over a file that is there."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object for other programs."),
    trust: bool = typer.Option(False, "--trust", help=trusting.HELP),
) -> None:
    """Make a workbook to fill in: a row for each client, a column for each answer.

    What there can be several of, such as children, has sheets of its own. The first sheet says how
    to fill it in.

    Example:  unbarred batch sheet clemency/commutation --in us-ny -o intake.xlsx
    """
    from unbarred.batch.columns.finding import find_asked
    from unbarred.batch.workbook import making
    from unbarred.sessions import arguments, catalogue

    entry = catalogue.entry(interview)
    if place is None and entry.is_ours:
        raise UsageError("The questions are not the same everywhere.", "Say for which place, with --in.")
    given = arguments.check(entry, place, days.given_or_today(as_of))
    making.check_place(out, force=force)
    trusting.settle(entry, trust=trust)
    asked = find_asked(entry.name, given)
    making.make(asked, out, force=force)
    if as_json:
        typer.echo(json.dumps(_as_data(asked, out), indent=2, ensure_ascii=False))
    else:
        _tell(asked, out, interview)


def _tell(asked: Asked, out: Path, interview: str) -> None:
    place = f" --in {shlex.quote(asked.place)}" if asked.place else ""
    answers = len(asked.columns)
    typer.echo(f"{out}: {answers} answers for each client, in the sheet Clients.")
    if asked.repeated:
        from unbarred.batch.workbook.sheets import titles

        named = ", ".join(titles(asked).values())
        typer.echo(f"What there can be several of has sheets of its own: {named}.")
    typer.echo("Its first sheet says how to fill it in. Then look for problems with:")
    run = f"unbarred batch run {shlex.quote(interview)}{place} {shlex.quote(str(out))} --check"
    typer.echo(f"  {run}")


def _as_data(asked: Asked, out: Path) -> dict[str, object]:
    from unbarred.batch.columns.asked import MAIN
    from unbarred.batch.workbook.sheets import titles

    named = titles(asked)
    sheets = [(MAIN, asked.columns), *((named[each.stem], each.columns) for each in asked.repeated)]
    return {
        "file": str(out),
        "interview": asked.interview,
        "place": asked.place or None,
        "as_of": asked.as_of,
        "content": asked.digest,
        "sheets": [
            {
                "name": name,
                "columns": [
                    {
                        "name": each.name,
                        "heading": each.heading,
                        "kind": each.kind.value,
                        "required": each.required,
                        "always_asked": each.always,
                        "choices": {choice.value: choice.label for choice in each.choices},
                    }
                    for each in columns
                ],
            }
            for name, columns in sheets
        ],
    }
