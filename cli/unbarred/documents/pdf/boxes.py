"""What a page says of its own size and turn, read so that no wrong value harms."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from unbarred.documents.pdf.geometry import Box, Matrix, as_seen
from unbarred.documents.pdf.paper import SHEETS

if TYPE_CHECKING:
    from pikepdf import Object


def seen(page: Object) -> Matrix:
    """Return the matrix from a page's own space to the page as it is seen, in points."""
    return as_seen(box(page), turn(page), unit(page))


def unit(page: Object) -> float:
    """Return how many points one unit of a page is long."""
    found = _number(page.get("/UserUnit"))
    return found if found is not None and found > 0 else 1.0


def turn(page: Object) -> int:
    """Return how far a page is turned to the right when it is shown: 0, 90, 180 or 270 degrees."""
    degrees = _number(page.get("/Rotate")) or 0
    return int(degrees) % 360 if degrees % 90 == 0 else 0


def box(page: Object) -> Box:
    """Return what shows of a page: its crop box within its media box."""
    letter = SHEETS["letter"]
    media = _rectangle(page.get("/MediaBox")) or Box(0, 0, letter.width, letter.height)
    crop = _rectangle(page.get("/CropBox"))
    return (crop and media.meets(crop)) or media


def _rectangle(value: object) -> Box | None:
    import pikepdf

    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    edges = [_number(each) for each in value]
    if any(edge is None for edge in edges):
        return None
    left, bottom, right, top = (edge for edge in edges if edge is not None)
    found = Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    return found if found.width >= 1 and found.height >= 1 else None


def _number(value: object) -> float | None:
    try:
        found = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None
