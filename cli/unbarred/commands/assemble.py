"""`unbarred assemble`: make the papers again."""

from __future__ import annotations

from pathlib import Path

import typer

from unbarred.commands import completing, trusting


def assemble(
    session: str = typer.Argument(
        ..., autocompletion=completing.sessions, help="The session's name, or the end of it."
    ),
    out: Path | None = typer.Option(
        None, "--out", metavar="DIR", help="A new or empty folder, or an untouched earlier packet."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print what was made as JSON."),
    trust: bool = typer.Option(False, "--trust", help=trusting.HELP),
) -> None:
    """Make the papers of a finished session again, from its answers and today's law.

    Example:  unbarred assemble 7kqm --out packet
    """
    from unbarred.commands import packets, sitting

    with sitting.opened(session, trust=trust) as held:
        packets.make(held, out, as_json=as_json, again=True)
