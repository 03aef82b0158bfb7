"""`unbarred law cite`: where a citation is used."""

from __future__ import annotations

import typer

from unbarred.law.words import counted


def cite(
    text: str = typer.Argument(..., metavar="CITATION", help='Such as "28 C.F.R. 1.2", or "N.Y. Exec. Law".'),
    as_json: bool = typer.Option(False, "--json", help="Print JSON for other programs."),
) -> None:
    """List the facts that rest on a citation.

    Example:  unbarred law cite "28 C.F.R. 1.2"
    """
    from unbarred import content
    from unbarred.commands.law import printing
    from unbarred.law.browsing.citing import citing

    found = list(citing(content.jurisdictions(), text))
    if as_json:
        printing.as_json([printing.held_as_data(each) for each in found])
        return
    printing.held(found)
    if found:
        typer.echo(f"{counted(len(found), 'fact')} with this citation.")
    else:
        typer.echo("No fact has this citation. Part of it finds more, such as the name of the code alone.")
