"""`unbarred packet replace`: another file takes an exhibit's place."""

from __future__ import annotations

from pathlib import Path

import typer

from unbarred.commands.packet import arguments, telling


def replace(
    folder: Path = arguments.FOLDER,
    label: str = typer.Argument(..., metavar="LABEL", help="The exhibit's label, such as C."),
    file: Path = typer.Argument(..., metavar="FILE", help="A Word, PDF, JPEG, PNG or TIFF file."),
    title: str = typer.Option("", "--title", help="Another title, if it is another thing."),
) -> None:
    """Put another file in the place of an exhibit, which keeps its label.

    Example:  unbarred packet replace packet-2026-11-21 C better-scan.pdf
    """
    from unbarred.documents.packets import editing
    from unbarred.documents.packets.arranging import said

    replaced = editing.replace(folder, label, file, title=title)
    counted = f", {telling.pages(replaced.pages)}" if replaced.pages else ""
    telling.paragraph(f"{said(replaced.part)} is now {file.name}{counted}.")
    telling.out_of_date(folder)
