"""Measures a page as it is seen: its size, where it is not white, how small its letters are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unbarred.documents.pdf.drawn import Drawn
from unbarred.documents.pdf.exhibits.fitting import Measured, letters_matter
from unbarred.documents.pdf.geometry import Box, Matrix
from unbarred.documents.pdf.paper import Sheet

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

LETTERS_LOOKED_AT = 400
LINE_OF_A_LETTER = 1.15
"""How much higher the line is that a letter stands on than its size in points, in usual fonts."""
SMALL_ONES = 0.1
"""The letters at this share of all, counted from the smallest, say how small a page can be made."""
SCANNED_DPI = 100
"""A page that is one picture with fewer pixels to the inch was photographed: its size says nothing."""


def measured(page: PdfPage, unit: float, sheet: Sheet) -> Measured:
    """Measure a page that is to go on `sheet`; `unit` is its /UserUnit, which PDFium does not look at."""
    width, height = page.get_size()
    ink = Drawn(page).ink(Box(0, 0, width, height))
    letters, is_sized = None, True
    if letters_matter(width * unit, height * unit, sheet):
        letters = _small_letters(page)
        is_sized = letters is not None or _is_scanned(page, unit)
    return Measured(
        width * unit,
        height * unit,
        Matrix(a=unit, d=unit).of(ink) if ink else None,
        letters * unit if letters else None,
        is_sized,
    )


def _small_letters(page: PdfPage) -> float | None:
    """Return the size of the small letters on a page in its own units, or None where it has no text."""
    text = page.get_textpage()
    count = text.count_chars()
    sizes = []
    for index in range(0, count, max(1, count // LETTERS_LOOKED_AT)):
        left, bottom, right, top = text.get_charbox(index, loose=True)
        size = max(right - left, top - bottom)
        if size > 0:
            sizes.append(size)
    text.close()
    return sorted(sizes)[int(len(sizes) * SMALL_ONES)] / LINE_OF_A_LETTER if sizes else None


def _is_scanned(page: PdfPage, unit: float) -> bool:
    """Whether a page without text was drawn, or scanned at its real size; not whether it was photographed."""
    import pypdfium2.raw as pdfium

    objects = list(page.get_objects(max_depth=3))
    pictures = [each for each in objects if each.type == pdfium.FPDF_PAGEOBJ_IMAGE]
    if not pictures:
        return True
    width, height = page.get_size()
    for picture in pictures:
        left, bottom, right, top = picture.get_bounds()
        covers = (right - left) * (top - bottom) > 0.5 * width * height
        pixels = max(picture.get_px_size())
        if covers and pixels / (max(right - left, top - bottom) * unit / 72) < SCANNED_DPI:
            return False
    return True
