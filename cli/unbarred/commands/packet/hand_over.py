"""`unbarred packet zip`: a packet as one file, to hand over."""

from __future__ import annotations

from pathlib import Path

import typer

from unbarred.commands.packet import arguments, telling


def hand_over(
    folder: Path = arguments.FOLDER,
    out: Path | None = typer.Option(None, "--out", metavar="FILE", help="The ZIP file [DIR.zip]."),
    as_is: bool = typer.Option(False, "--as-is", help="Also if packet.pdf is older than the rest."),
) -> None:
    """Put the packet into a ZIP file to hand over: its PDF, papers, exhibits, plan and manifest.

    What is left out of the packet is left out here too. The same packet gives
    the same bytes.

    Example:  unbarred packet zip packet-2026-11-21
    """
    from unbarred.documents.packets import handing_over

    handed = handing_over.hand_over(folder, out, as_is=as_is)
    files = "1 file" if len(handed.files) == 1 else f"{len(handed.files)} files"
    telling.paragraph(f"{handed.path} is made: {files}.")
    if handed.not_in_it:
        telling.paragraph(f"Not in it: {telling.listed(handed.not_in_it)}.")
