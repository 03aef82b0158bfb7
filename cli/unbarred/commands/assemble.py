"""`unbarred assemble`: make the papers again."""

from __future__ import annotations

from pathlib import Path

import typer

from unbarred.commands import completing, packets, trusting
from unbarred.errors import UsageError


def assemble(
    session: str = typer.Argument(
        ..., autocompletion=completing.sessions, help="The session's name, or the end of it."
    ),
    out: Path | None = typer.Option(
        None, "--out", metavar="DIR", help="A new or empty folder, or an untouched earlier packet."
    ),
    pdf: bool | None = packets.PDF,
    draft: bool = typer.Option(False, "--draft", help="Mark every page as a draft that is not for filing."),
    public: bool = typer.Option(
        False, "--public", help="Make a public copy too, in a folder beside it: DIR-public."
    ),
    redacted_exhibit: list[str] = typer.Option(
        [],
        "--redacted-exhibit",
        metavar="LETTER=FILE",
        help="With --public: an exhibit out of which you took what must not be seen.",
    ),
    as_json: bool = typer.Option(False, "--json", help="Print what was made as JSON."),
    trust: bool = typer.Option(False, "--trust", help=trusting.HELP),
) -> None:
    """Make the papers of a finished session again, from its answers and today's law.

    A public copy has initials for children, the last four digits of numbers, the year of a birth
    and no home address, as far as the place's rules and our own caution ask for it.

    Examples:  unbarred assemble 7kqm --out packet,
    unbarred assemble 7kqm --out packet --public --redacted-exhibit B=school-redacted.pdf
    """
    from unbarred.commands import public_copies, sitting

    if public and draft:
        raise UsageError("A public copy is made of the papers that are filed, not of a draft.")
    exhibits = public_copies.exhibits(redacted_exhibit, public=public)
    with sitting.opened(session, trust=trust) as held:
        if public:
            public_copies.make(held, out, exhibits, as_json=as_json, again=True, pdf=pdf)
        else:
            packets.make(held, out, as_json=as_json, again=True, pdf=pdf, draft=draft)
