"""`unbarred preview`: the pages of papers as pictures."""

from __future__ import annotations

import json
from pathlib import Path

import typer


def preview(
    files: list[Path] = typer.Argument(
        ..., metavar="FILE...", help="Word files, PDFs, a template's Markdown, or the folder of a packet."
    ),
    out: Path = typer.Option(Path("preview"), "--out", metavar="DIR", help="Where the pictures go."),
    dpi: int = typer.Option(100, "--dpi", min=20, max=600, help="Pixels to the inch."),
    pages: str = typer.Option("1-", "--pages", metavar="PAGES", help="Such as 2, 1-3 or 1,4-."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object for other programs."),
) -> None:
    """Make a picture (PNG) of each page, to look at papers or templates before they are used.

    A template is shown as it stands, with its tags. Word files need LibreOffice; PDFs do not. Only you
    can open the pictures.

    Example:  unbarred preview packet-2026-11-22 --pages 1-3
    """
    from unbarred.documents.previewing import pages_named
    from unbarred.documents.previewing import preview as make
    from unbarred.law.words import counted

    made = make(files, out, dpi=dpi, pages=pages_named(pages))
    if as_json:
        papers = [
            {"paper": str(each.paper), "pages": each.pages, "pictures": [str(path) for path in each.pictures]}
            for each in made
        ]
        typer.echo(json.dumps({"folder": str(out), "papers": papers}, indent=2, ensure_ascii=False))
        return
    for each in made:
        for path in each.pictures:
            typer.echo(str(path))
    pictures = sum(len(each.pictures) for each in made)
    typer.echo(f"{counted(pictures, 'picture')} of {counted(len(made), 'paper')} in {out}.", err=True)
