"""Marks a form as a draft on every page, so that it cannot be taken for the one that is filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unbarred.documents.filling.drafts import LINE, WORD
from unbarred.documents.fonts import Style
from unbarred.documents.fonts.drawing import Drawing, number
from unbarred.documents.fonts.lettering import Lettering
from unbarred.documents.pdf import boxes
from unbarred.documents.pdf.geometry import Box
from unbarred.documents.pdf.shutting_in import shut_in

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

_SIZE, _FROM_EDGE = 12.0, 10.0
_SLOPE = 0.7071
"""Sine and cosine of 45 degrees."""


def mark_as_draft(pdf: Pdf, lettering: Lettering) -> None:
    """Put a boxed line above and one large word behind what stands on each page of `pdf`."""
    for page in pdf.pages:
        _mark(pdf, page, lettering)


def _mark(pdf: Pdf, page: Page, lettering: Lettering) -> None:
    from pikepdf import Array, Dictionary, Name

    seen = boxes.seen(page.obj)
    sheet = seen.of(boxes.box(page.obj))
    resources = Dictionary(dict(page.resources.items()))
    shapes = Dictionary(dict(resources.get("/XObject", Dictionary()).items()))
    for name, drawing in (
        ("/Draft0", _across(pdf, sheet, lettering)),
        ("/Draft1", _above(pdf, sheet, lettering)),
    ):
        shapes[name] = pdf.make_stream(
            drawing.content(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, sheet.width, sheet.height]),
            Resources=drawing.resources(),
        )
    resources.XObject = shapes
    page.obj.Resources = resources
    placed = f"q {seen.back()} cm {{}} Do Q"
    artifact = f"/Artifact <</Type /Pagination>> BDC {placed} EMC\n"
    behind, above = artifact.format("/Draft0"), artifact.format("/Draft1")
    shut_in(pdf, page, behind.encode(), f"\n{above}".encode())


def _above(pdf: Pdf, sheet: Box, lettering: Lettering) -> Drawing:
    style, drawing = Style("serif", is_bold=True), Drawing(pdf)
    line = lettering.line(LINE, (lettering.standard_face(style),), style)
    width = line.width * _SIZE / 1000
    left, bottom = (sheet.width - width) / 2, sheet.height - _FROM_EDGE - _SIZE - 4
    frame = " ".join(map(number, (left - 6, bottom, width + 12, _SIZE + 4)))
    drawing.add(f"q 1 g 0 G 1.5 w {frame} re B Q")
    drawing.line(line, left, bottom + 5, _SIZE)
    return drawing


def _across(pdf: Pdf, sheet: Box, lettering: Lettering) -> Drawing:
    style, drawing = Style("serif", is_bold=True), Drawing(pdf)
    line = lettering.line(WORD, (lettering.standard_face(style),), style)
    size = 0.8 * min(sheet.width, sheet.height) / _SLOPE * 1000 / line.width * 0.8
    half, third = line.width * size / 2000, size / 3
    turned = (_SLOPE, _SLOPE, -_SLOPE, _SLOPE, sheet.width / 2, sheet.height / 2)
    drawing.add(f"q {' '.join(map(number, turned))} cm")
    drawing.line(line, -half, -third, size, colour="0.85 g")
    drawing.add("Q")
    return drawing
