"""`unbarred doctor`: what is installed, what is missing and how to get it."""

from __future__ import annotations

import dataclasses
import json

import typer

from unbarred.errors import ExitCode


def doctor(
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object for other programs."),
) -> None:
    """Say what is installed here, what is missing and how to get it.

    A page is made into a PDF to see whether that works. Ends with status 1 if something does not work.

    Example:  unbarred doctor
    """
    from unbarred.doctor import State, examine

    signs = examine()
    well = all(sign.state is not State.BAD for sign in signs)
    if as_json:
        typer.echo(
            json.dumps({"well": well, "signs": [dataclasses.asdict(sign) for sign in signs]}, indent=2)
        )
    else:
        width = max(len(sign.about) for sign in signs)
        for sign in signs:
            typer.echo(f"{sign.state:<8}  {sign.about:<{width}}  {sign.says}")
            if sign.mend:
                typer.echo(f"{'':<8}  {'':<{width}}  {sign.mend}")
    if not well:
        raise typer.Exit(ExitCode.REFUSED)
