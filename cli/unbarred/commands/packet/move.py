"""`unbarred packet move`: the order of the parts."""

from __future__ import annotations

from pathlib import Path

from unbarred.commands.packet import arguments, telling


def move(
    folder: Path = arguments.FOLDER,
    part: str = arguments.PART,
    before: str = arguments.BEFORE,
    after: str = arguments.AFTER,
) -> None:
    """Put a part of the packet right before or after another.

    Example:  unbarred packet move packet-2026-11-21 C --before A
    """
    from unbarred.documents.packets import editing

    telling.paragraph(
        f"The order is now: {', '.join(editing.move(folder, part, before=before, after=after))}."
    )
    telling.out_of_date(folder)
