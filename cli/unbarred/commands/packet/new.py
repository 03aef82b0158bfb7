"""`unbarred packet new`: a packet from files that no interview made."""

from __future__ import annotations

from pathlib import Path

import typer

from unbarred.commands.packet import telling
from unbarred.errors import UsageError, nearest


def new(
    folder: Path = typer.Argument(..., metavar="DIR", help="A new or empty folder."),
    files: list[Path] = typer.Argument(
        ..., metavar="FILE...", help="The papers in order: Word, PDF or picture files."
    ),
    title: str = typer.Option("", "--title", help="What stands on the cover."),
    by: str = typer.Option("", "--by", metavar="NAME", help="Whose papers these are."),
    paper: str = typer.Option("letter", "--paper", metavar="SIZE", help="letter or A4."),
) -> None:
    """Begin a packet from papers you have, without an interview. They are copied.

    Example:  unbarred packet new my-packet petition.docx affidavit.pdf --title "Petition"
    """
    from unbarred.documents.packets import beginning
    from unbarred.documents.packets.plan import PAPER_SIZES

    size = next((each for each in PAPER_SIZES if each.casefold() == paper.casefold()), None)
    if size is None:
        known = list(PAPER_SIZES)
        raise UsageError(f"There is no paper {paper}.", nearest(paper, [*known]) or "Use letter or A4.")
    plan = beginning.begin(folder, files, title=title, by=by, paper=size)
    telling.paragraph(f"{plan.title}: {len(files)} in {folder}/")
    typer.echo(f"Add exhibits with: {telling.command('add', folder, 'FILE')}", err=True)
    typer.echo(f"Make the PDF with: {telling.command('make', folder)}", err=True)
