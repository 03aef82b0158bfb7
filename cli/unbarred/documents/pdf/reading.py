"""What stands on the pages of a PDF: how many there are, their text, their pictures."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from unbarred.documents.pdf.refusals import PdfUnreadable

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# PDFium keeps state for the whole process and must not be entered by two threads at once.
_ALONE = threading.RLock()
_LOCKED = 4
"""What PDFium says of a PDF that only opens with a password."""
POINTS_PER_INCH = 72
LARGEST_PICTURE = 50_000_000
"""Pixels. A page so large that its picture would have more is pictured smaller."""


@contextmanager
def opened(pdf: bytes) -> Iterator[PdfDocument]:
    """Give the PDF to read its pages, and keep other threads from PDFium until the block ends."""
    import pypdfium2

    with _ALONE:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            if error.err_code == _LOCKED:
                raise PdfUnreadable(
                    "This PDF is locked with a password.",
                    "Open it with the password, and print it to a new PDF.",
                ) from error
            raise PdfUnreadable("This PDF is damaged and cannot be read.", "Make it anew.") from error
        try:
            yield document
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with opened(pdf) as document:
        return len(document)


def text_of_pages(pdf: bytes) -> list[str]:
    """Return the text of each page, lines ended by a newline, in the order the page gives it."""
    texts = []
    with opened(pdf) as document:
        for page in pages(document):
            text = page.get_textpage()
            texts.append(text.get_text_range().replace("\r\n", "\n").replace("\r", "\n"))
            text.close()
    return texts


def pictures(pdf: bytes, dpi: float = 100, only: Iterable[int] | None = None) -> list[bytes]:
    """Return each page as it looks, as a PNG of `dpi` pixels to the inch, on white.

    `only` names the pages that are wanted, counted from 1.
    """
    found = []
    with opened(pdf) as document:
        if document.get_formtype():
            document.init_forms()
        for page in pages(document, only):
            out = io.BytesIO()
            bitmap = page.render(scale=picture_scale(page, dpi))
            bitmap.to_pil().save(out, "PNG")
            bitmap.close()
            found.append(out.getvalue())
    return found


def picture_scale(page: PdfPage, dpi: float) -> float:
    """Return the pixels per point that picture a page at `dpi`, fewer where it would be too large."""
    width, height = page.get_size()
    scale = dpi / POINTS_PER_INCH
    pixels = max(width * height, 1.0) * scale * scale
    return float(scale * min(1.0, (LARGEST_PICTURE / pixels) ** 0.5))


def pages(document: PdfDocument, only: Iterable[int] | None = None) -> Iterator[PdfPage]:
    import pypdfium2

    for index in range(len(document)) if only is None else (number - 1 for number in only):
        try:
            page = document[index]
        except pypdfium2.PdfiumError as error:
            raise PdfUnreadable(
                f"Page {index + 1} of this PDF is damaged and cannot be read.", "Make it anew."
            ) from error
        try:
            yield page
        finally:
            page.close()
