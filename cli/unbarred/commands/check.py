"""`unbarred check`: is the content sound?"""

from __future__ import annotations

import json

import typer

from unbarred.errors import ExitCode

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def check() -> None:
    """Check the content: everything that is wrong with it, with file, line and column.

    Example:  unbarred check jurisdictions
    """


@app.command("jurisdictions")
def jurisdictions(
    as_of: str | None = typer.Option(
        None, "--as-of", metavar="DAY", help="As of this day; today if not given."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON list for other programs."),
) -> None:
    """Check the law data. Ends with status 1 if anything is wrong.

    Example:  unbarred check jurisdictions
    """
    from dataclasses import asdict

    from unbarred import content
    from unbarred.check import check_jurisdictions
    from unbarred.commands import days

    found = check_jurisdictions(content.jurisdictions(), days.given_or_today(as_of))
    if as_json:
        typer.echo(json.dumps([asdict(each) for each in found], indent=2, ensure_ascii=False))
    else:
        for each in found:
            typer.echo(str(each))
        typer.echo(f"{len(found)} to mend." if found else "Nothing is wrong.")
    if found:
        raise typer.Exit(ExitCode.REFUSED)
