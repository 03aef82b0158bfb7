"""Makes the lines of a list of pages lead to those pages."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_ABOVE = 2.0
"""Points by which a link is higher than its letters, so that it is easily met."""
_PRINTED = 4
"""The flag of an annotation that archives ask for."""


@dataclass(frozen=True)
class Entry:
    """A line in a list: its words in the order in which they stand there, and the page (from 1) it names."""

    words: str
    page: int


@dataclass(frozen=True)
class _Letter:
    """A letter on a page and where it stands: left, bottom, right, top in points."""

    text: str
    box: tuple[float, float, float, float]


def linked(pdf: bytes, pages: range, entries: Sequence[Entry]) -> bytes:
    """Return the PDF with a link over each entry that stands on `pages` (from 1), in order.

    An entry whose words are not found there is left as it is: letters can be joined or turned round in a PDF.
    """
    import pikepdf

    from unbarred.documents.pdf.saving import saved

    letters = {number: _letters(pdf, number - 1) for number in pages}
    with pikepdf.Pdf.open(io.BytesIO(pdf)) as document:
        begin, start = pages[0], 0
        for entry in entries:
            for number in range(begin, pages[-1] + 1):
                found = _find(letters[number], start if number == begin else 0, entry)
                if found:
                    begin, start = number, found.stop
                    _link(document, number, _rectangle(letters[number], found), entry.page)
                    break
        return saved(document)


def _letters(pdf: bytes, index: int) -> list[_Letter]:
    """Return the letters of a page in its own order, without what is white."""
    from unbarred.documents.pdf.reading import opened

    with opened(pdf) as document:
        page = document[index]
        text = page.get_textpage()
        found = list(_boxed(text))
        text.close()
        page.close()
    return found


def _boxed(text: PdfTextPage) -> Iterator[_Letter]:
    import pypdfium2.raw as pdfium

    for index in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if not letter.isspace():
            yield _Letter(letter, text.get_charbox(index))


def _find(letters: Sequence[_Letter], start: int, entry: Entry) -> range | None:
    """Return which letters an entry is: its words, dots, and its page. A heading can have the same words."""
    plain = [_plain(letter.text) for letter in letters[start:]]
    owners = [start + index for index, text in enumerate(plain) for _ in text]
    line = rf"{re.escape(_plain(entry.words))}\.*{entry.page}(?!\d)"
    found = re.search(line, "".join(plain))
    return range(owners[found.start()], owners[found.end() - 1] + 1) if found else None


def _rectangle(letters: Sequence[_Letter], found: range) -> list[float]:
    """Return the box around the lines on which the letters stand, over the whole width of the text."""
    boxes = [letters[index].box for index in found]
    bottom = min(box[1] for box in boxes) - _ABOVE
    top = max(box[3] for box in boxes) + _ABOVE
    left = min(letter.box[0] for letter in letters)
    right = max(letter.box[2] for letter in letters)
    return [round(each, 2) for each in (left, bottom, right, top)]


def _link(document: Any, number: int, rectangle: list[float], target: int) -> None:
    from pikepdf import Array, Dictionary, Name

    page = document.pages[number - 1]
    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array(rectangle),
        Border=Array([0, 0, 0]),
        F=_PRINTED,
        Dest=Array([document.pages[target - 1].obj, Name.Fit]),
    )
    if Name.Annots not in page:
        page[Name.Annots] = Array([])
    page.Annots.append(document.make_indirect(link))


def _plain(words: str) -> str:
    """Return words without what is white, and with joined letters and accents taken apart."""
    return "".join(unicodedata.normalize("NFKD", words).split())
