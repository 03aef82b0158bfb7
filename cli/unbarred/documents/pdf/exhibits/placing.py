"""Lays the pages of a PDF on sheets of paper: turned upright, scaled to fit, split where too large."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from unbarred.documents.pdf import boxes
from unbarred.documents.pdf.archival import claim
from unbarred.documents.pdf.exhibits.cleaning import strip
from unbarred.documents.pdf.exhibits.fitting import Measured, Piece, pieces
from unbarred.documents.pdf.exhibits.measuring import measured
from unbarred.documents.pdf.geometry import Box, Matrix, number
from unbarred.documents.pdf.paper import INCH, LONGEST, Sheet
from unbarred.documents.pdf.reading import opened, pages
from unbarred.documents.pdf.refusals import ExhibitRefused
from unbarred.documents.pdf.rewriting import unmark
from unbarred.documents.pdf.saving import saved

if TYPE_CHECKING:
    from pikepdf import Page, Pdf
    from pypdfium2 import PdfDocument

UNSEEN = 0.5
"""Points. LibreOffice's letter paper is a little smaller than that."""


def upright(pdf: Pdf, index: int) -> None:
    """Give a page boxes and a turn that all programs read alike.

    What a page says wrongly is taken as if it were not said.
    """
    page = pdf.pages[index].obj
    box, unit = boxes.box(page), boxes.unit(page)
    longest = max(box.width, box.height) * unit
    if longest > LONGEST:
        raise ExhibitRefused(
            f"Page {index + 1} of this PDF is {longest / INCH:,.0f} inches long.",
            "Print it to a new PDF on a usual size of paper.",
        )
    page.MediaBox = page.CropBox = [box.left, box.bottom, box.right, box.top]
    page.Rotate, page.UserUnit = boxes.turn(page), unit


def fits(pdf: bytes, sheet: Sheet) -> bool:
    """Whether every page already has the size of the sheet, and nothing on it is too near to the edge."""
    whole = Piece(Matrix(), Box(0, 0, sheet.width, sheet.height))
    with opened(pdf) as document:
        sizes = _sizes(document, [1.0] * len(document), sheet)
    return all(_is_close(pieces(size, sheet), whole) for size in sizes)


def laid(pdf: Pdf, sheet: Sheet, *, archival: bool = False) -> bytes:
    """Return the pages of `pdf`, each already made `upright`, on sheets of paper.

    `archival` pages claim to be PDF/A-2b.
    """
    import pikepdf

    units = [boxes.unit(page.obj) for page in pdf.pages]
    clean = saved(pdf)
    with opened(clean) as document:
        sizes = _sizes(document, units, sheet)
    out = pikepdf.Pdf.new()
    with pikepdf.Pdf.open(io.BytesIO(clean)) as source:
        for page, size in zip(source.pages, sizes, strict=True):
            unmark(source, page)
            _lay(out, page, size, sheet)
        strip(out)
        if archival:
            claim(out)
        return saved(out)


def _sizes(document: PdfDocument, units: Sequence[float], sheet: Sheet) -> list[Measured]:
    sizes = []
    for page, unit in zip(pages(document), units, strict=True):
        sizes.append(measured(page, unit, sheet))
    return sizes


def _is_close(found: list[Piece], wanted: Piece) -> bool:
    """Whether a page is laid as `wanted`, but for what nobody sees."""
    piece = found[0]
    return (
        len(found) == 1
        and piece.matrix.is_close(wanted.matrix)
        and piece.window.holds(wanted.window, slack=UNSEEN)
    )


def _lay(out: Pdf, page: Page, size: Measured, sheet: Sheet) -> None:
    from pikepdf import Dictionary

    box, seen = boxes.box(page.obj), boxes.seen(page.obj)
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
