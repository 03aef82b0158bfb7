"""`unbarred packet add`: exhibits and papers come into a packet."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from unbarred.commands.packet import arguments, telling


def add(
    folder: Path = arguments.FOLDER,
    files: list[Path] = typer.Argument(
        ..., metavar="FILE...", help="Word, PDF, JPEG, PNG or TIFF files, in order."
    ),
    title: str = typer.Option("", "--title", help="What it is: “School certificate” [the file's name]."),
    label: str = typer.Option("", "--label", help="The exhibit's label [the next free letter]."),
    as_papers: bool = typer.Option(False, "--as-paper", help="Add it to the papers, not to the exhibits."),
    before: str = arguments.BEFORE,
    after: str = arguments.AFTER,
    as_json: bool = arguments.AS_JSON,
) -> None:
    """Copy exhibits into a packet; each gets the next letter.

    Example:  unbarred packet add packet-2026-11-21 scan.jpg --title "School certificate"
    """
    from unbarred.documents.packets import editing
    from unbarred.documents.packets.arranging import said

    asked = editing.Asked(title, label, as_papers=as_papers, before=before, after=after)
    added = editing.add(folder, files, asked)
    if as_json:
        data = [
            {"part": each.called, "title": each.part.title, "file": each.part.file} | {"pages": each.pages}
            for each in added
        ]
        typer.echo(json.dumps({"folder": str(folder), "added": data}, indent=2, ensure_ascii=False))
        return
    for each in added:
        counted = f", {telling.pages(each.pages)}" if each.pages else ""
        telling.paragraph(f"{said(each.part)}{counted}")
    telling.out_of_date(folder)
