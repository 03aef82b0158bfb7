"""`unbarred batch map`: what the columns of a foreign sheet are, proposed for a person to confirm."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from unbarred.commands import completing, days, trusting
from unbarred.errors import UsageError, UserError
from unbarred.quoting import one_line

if TYPE_CHECKING:
    from unbarred.batch.proposing.proposals import SheetProposal


def map_columns(
    interview: str = typer.Argument(
        ..., help="The interview, such as clemency/commutation.", autocompletion=completing.interviews
    ),
    file: Path = typer.Argument(..., metavar="FILE", help="The sheet: XLSX, ODS, CSV or JSON Lines."),
    place: str | None = typer.Option(
        None, "--in", autocompletion=completing.places, metavar="PLACE", help="The place, such as us-ny."
    ),
    out: Path = typer.Option(Path("map.yml"), "-o", "--out", metavar="FILE", help="The mapping to write."),
    as_of: str | None = typer.Option(
        None, "--as-of", metavar="DAY", help="Ask what the law wants to know as of this day [today]."
    ),
    yes: bool = typer.Option(
        False, "--yes", help="Ask here whether all of it is right, and write it as confirmed if it is."
    ),
    force: bool = typer.Option(False, "--force", help="Write over a file that is there."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object for other programs."),
    trust: bool = typer.Option(False, "--trust", help=trusting.HELP),
) -> None:
    """Propose what each column of a foreign sheet is.

    It can be an export of another system, or made by hand. Read the file that this writes, mend
    what is wrong, and confirm it at its top; then give it to unbarred batch run with --map. What
    the cells hold is not printed; the file is for you alone.

    Example:  unbarred batch map clemency/commutation --in us-ny export.csv -o map.yml
    """
    from unbarred import private_files
    from unbarred.batch.columns.finding import find_asked
    from unbarred.batch.intake.opening import open_intake
    from unbarred.batch.proposing.map_file import written
    from unbarred.batch.proposing.proposals import propose
    from unbarred.sessions import arguments, catalogue

    entry = catalogue.entry(interview)
    if place is None and entry.is_ours:
        raise UsageError("The questions are not the same everywhere.", "Say for which place, with --in.")
    if yes and (as_json or not sys.stdin.isatty()):
        raise UsageError(
            "There is nobody to ask with --yes.", "Leave it out, read the file, and confirm it there."
        )
    given = arguments.check(entry, place, days.given_or_today(as_of))
    _check_place(out, file, force=force)
    trusting.settle(entry, trust=trust)
    intake = open_intake([file])
    sheets = propose(intake.tables, find_asked(entry.name, given))
    if not any(sheet.stem != "ignore" for sheet in sheets):
        raise UserError(
            "No column of this file is near to anything that the interview asks.", "Is it the right file?"
        )
    if not as_json:
        _show(sheets)
    is_confirmed = yes and typer.confirm("Is every line of it right?", default=False)
    private_files.make_folder(out.absolute().parent)
    private_files.write(out, written(file.name, sheets, confirmed=is_confirmed).encode())
    if as_json:
        about = {"interview": entry.name, "place": given.get("place"), "file": str(file), "map": str(out)}
        typer.echo(
            json.dumps({**about, "confirmed": False, **_as_data(sheets)}, indent=2, ensure_ascii=False)
        )
        return
    if is_confirmed:
        typer.echo(f"{out} is written and confirmed. Use it with: unbarred batch run … --map {out}")
        return
    typer.echo(f"{out} is written. Read it, mend what is wrong, and write “confirmed: true” at its top.")


def _check_place(out: Path, file: Path, *, force: bool) -> None:
    if out.exists() and file.exists() and out.samefile(file):
        raise UsageError(f"{out} is the sheet itself.", "Give another name with -o.")
    if out.exists() and not force:
        raise UsageError(
            f"{out} is there already.", "Give another name with -o, or write over it with --force."
        )


def _show(sheets: tuple[SheetProposal, ...]) -> None:
    for sheet in sheets:
        if sheet.table.name:
            what = f"items of {sheet.stem}" if sheet.stem else "clients"
            said = "passed over" if sheet.stem == "ignore" else f"its rows are {what}"
            typer.echo(f"Sheet {one_line(sheet.table.name, 80)}: {said}")
        if sheet.stem == "ignore":
            continue
        for each in sheet.columns:
            letters = f"{each.heading.letters}  " if each.heading.letters else ""
            sure = "" if each.target == "ignore" else f" ({each.sure})"
            typer.echo(f"{letters}{one_line(each.heading.text, 80) or '(no heading)'}: {each.target}{sure}")
            looks = f"; it has {' and '.join(each.kinds)}" if each.kinds else ""
            typer.echo(f"    {each.why}{looks}")
            if each.unlike:
                count = len(each.unlike)
                values = "1 value is" if count == 1 else f"{count} values are"
                typer.echo(f"    {values} none of the choices: see “values” in the file")


def _as_data(sheets: tuple[SheetProposal, ...]) -> dict[str, object]:
    return {
        "sheets": [
            {
                "sheet": sheet.table.name,
                "list": sheet.stem if sheet.stem != "ignore" else None,
                "ignored": sheet.stem == "ignore",
                "dates": sheet.order.value,
                "columns": [
                    {
                        "column": each.heading.letters,
                        "heading": each.heading.text,
                        "proposal": each.target,
                        "why": each.why,
                        "sure": each.sure.value,
                        "looks_like": list(each.kinds),
                        "values_without_choice": len(each.unlike),
                    }
                    for each in sheet.columns
                ],
            }
            for sheet in sheets
        ]
    }
