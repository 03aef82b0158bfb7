"""`unbarred resume`: go on with a saved session."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from unbarred.commands import completing, packets, trusting


def resume(
    session: str | None = typer.Argument(
        None, autocompletion=completing.sessions, help="The session's name, or the end of it."
    ),
    out: Path | None = typer.Option(
        None, "--out", metavar="DIR", help="Put the papers in this new or empty folder."
    ),
    pdf: bool | None = packets.PDF,
    plain: bool = typer.Option(
        False, "--plain", help="One line at a time: no colour, no boxes, no moving cursor."
    ),
    as_json: bool = typer.Option(False, "--json", help="List the saved sessions as JSON."),
    trust: bool = typer.Option(False, "--trust", help=trusting.HELP),
) -> None:
    """List the saved sessions, or go on with one.

    Example:  unbarred resume 7kqm
    """
    from unbarred.commands import listing, sitting

    if session is not None:
        sitting.go_on(session, out, plain=plain, trust=trust, pdf=pdf)
    elif as_json:
        typer.echo(json.dumps(listing.as_data(), indent=2, ensure_ascii=False))
    else:
        listing.show()
