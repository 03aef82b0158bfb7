"""`unbarred packet leave-out` and `take-in`: which parts are filed."""

from __future__ import annotations

from pathlib import Path

from unbarred.commands.packet import arguments, telling


def leave_out(folder: Path = arguments.FOLDER, part: str = arguments.PART) -> None:
    """Leave a part out of the packet; its file stays in the folder, and its label is not given again.

    Example:  unbarred packet leave-out packet-2026-11-21 C
    """
    from unbarred.documents.packets import editing

    telling.paragraph(f"Left out: {editing.leave_out(folder, part)}.")
    telling.out_of_date(folder)


def take_in(folder: Path = arguments.FOLDER, part: str = arguments.PART) -> None:
    """Take a part that was left out into the packet again.

    Example:  unbarred packet take-in packet-2026-11-21 C
    """
    from unbarred.documents.packets import editing

    telling.paragraph(f"In the packet again: {editing.take_in(folder, part)}.")
    telling.out_of_date(folder)
