"""Lays the pages of a PDF on sheets of paper: turned upright, scaled to fit, split where too large."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING

from unbarred.documents.pdf.cleaning import strip
from unbarred.documents.pdf.fitting import Measured, Piece, pieces
from unbarred.documents.pdf.geometry import Box, Matrix, as_seen, number
from unbarred.documents.pdf.measuring import measured
from unbarred.documents.pdf.paper import INCH, SHEETS, Sheet
from unbarred.documents.pdf.reading import opened
from unbarred.documents.pdf.refusals import ExhibitRefused
from unbarred.documents.pdf.saving import saved

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

LONGEST = 200 * INCH
"""The longest edge that PDF itself allows for."""


def upright(pdf: Pdf, index: int) -> float:
    """Give a page boxes and a turn that all programs read alike; return its /UserUnit.

    What a page says wrongly is taken as if it were not said.
    """
    page = pdf.pages[index].obj
    unit = _number(page.get("/UserUnit")) or 1.0
    box = _box(page)
    if max(box.width, box.height) * unit > LONGEST:
        raise ExhibitRefused(
            f"Page {index + 1} of this PDF is {max(box.width, box.height) * unit / INCH:,.0f} inches long.",
            "Print it to a new PDF on a usual size of paper.",
        )
    page.MediaBox = page.CropBox = [box.left, box.bottom, box.right, box.top]
    page.Rotate = _turn(page)
    page.UserUnit = unit
    return unit


def laid(pdf: Pdf, sheet: Sheet) -> bytes:
    """Return the pages of `pdf`, each already made `upright`, on sheets of paper."""
    import pikepdf

    units = [float(page.obj.UserUnit) for page in pdf.pages]
    clean = saved(pdf)
    with opened(clean) as document:
        sizes = []
        for index, unit in enumerate(units):
            page = document[index]
            sizes.append(measured(page, unit))
            page.close()
    out = pikepdf.Pdf.new()
    with pikepdf.Pdf.open(io.BytesIO(clean)) as source:
        for page, size in zip(source.pages, sizes, strict=True):
            _lay(out, page, size, sheet)
        strip(out)
        return saved(out)


def _lay(out: Pdf, page: Page, size: Measured, sheet: Sheet) -> None:
    from pikepdf import Dictionary

    box = Box(*(float(edge) for edge in page.mediabox))
    seen = as_seen(box, int(page.obj.Rotate), float(page.obj.UserUnit))
    form = out.copy_foreign(page.as_form_xobject(handle_transformations=False))
    form.BBox = [box.left, box.bottom, box.right, box.top]
    for piece in pieces(size, sheet):
        new = out.add_blank_page(page_size=(sheet.width, sheet.height))
        new.obj.Resources = Dictionary(XObject=Dictionary({"/Page": form}))
        new.obj.Contents = out.make_stream(_content(piece, seen))


def _content(piece: Piece, seen: Matrix) -> bytes:
    window = piece.window
    clip = " ".join(number(value) for value in (window.left, window.bottom, window.width, window.height))
    return f"q\n{clip} re W n\n{seen.then(piece.matrix)} cm\n/Page Do\nQ\n".encode()


def _box(page: Object) -> Box:
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
    box = Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    return box if box.width >= 1 and box.height >= 1 else None


def _number(value: object) -> float | None:
    try:
        found = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def _turn(page: Object) -> int:
    turn = _number(page.get("/Rotate")) or 0
    return int(turn) % 360 if turn % 90 == 0 else 0
