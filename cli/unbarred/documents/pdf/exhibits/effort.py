"""Finds pages that would take forever to draw: drawings that repeat drawings that repeat drawings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unbarred.documents.pdf.refusals import ExhibitRefused
from unbarred.documents.pdf.rewriting import commands

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

MOST_DRAWN = 400 * 1024 * 1024
"""Bytes of drawing commands on one page, each counted as often as it is carried out."""
DRAWS = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s+Do\b")
DEEPEST = 100
"""Drawings within drawings; no program follows them further down."""


def check_effort(pdf: Pdf) -> None:
    """Raise `ExhibitRefused` for a page that draws more than any honest one."""
    known: dict[tuple[int, int], int] = {}
    for number, page in enumerate(pdf.pages, 1):
        drawn = _drawn(commands(page.obj), page.get_resources(), known, 0)
        if drawn > MOST_DRAWN:
            raise ExhibitRefused(
                f"Page {number} of this PDF is too intricate to print.",
                "Open it, print it to a new PDF as a picture, and use that one.",
            )


def _drawn(held: bytes, resources: Object | None, known: dict[tuple[int, int], int], depth: int) -> int:
    import pikepdf

    total = len(held)
    drawings = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(drawings, pikepdf.Dictionary) or depth > DEEPEST:
        return total
    for name in DRAWS.findall(held):
        drawing = drawings.get("/" + name.decode("latin-1"))
        if isinstance(drawing, pikepdf.Stream) and drawing.get("/Subtype") == pikepdf.Name.Form:
            total += _of_drawing(drawing, resources, known, depth)
    return total


def _of_drawing(drawing: Object, above: Object | None, known: dict[tuple[int, int], int], depth: int) -> int:
    if drawing.objgen not in known:
        # One that draws itself is drawn once by every program.
        known[drawing.objgen] = 0
        inside = drawing.get("/Resources", above)
        known[drawing.objgen] = _drawn(commands(drawing), inside, known, depth + 1)
    return known[drawing.objgen]
