"""Stamps a line on each page, such as `Page 12 of 60` or a Bates number, where nothing else stands."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.pdf import boxes
from unbarred.documents.pdf.drawn import Drawn
from unbarred.documents.pdf.geometry import Box, Matrix, number
from unbarred.documents.pdf.paper import INCH
from unbarred.documents.pdf.reading import opened
from unbarred.documents.pdf.saving import saved
from unbarred.documents.pdf.shutting_in import shut_in
from unbarred.documents.pdf.stamping.lettering import Lettering

if TYPE_CHECKING:
    from pikepdf import Dictionary, Page, Pdf

SIZE = 9.0
"""Points of the stamp's letters."""
FROM_SIDE = 0.5 * INCH
FROM_FOOT = 0.25 * INCH
"""Of the sheet: nearer to the edge many printers do not print."""
HEIGHTS = (0.0, 0.12 * INCH, 0.25 * INCH)
"""How much further from the edge a stamp may stand if there is no room: still in the margin."""
AIR = 3.0
"""Points around the stamp that have to be white."""
NAME = "/UnbarredStamp"


@dataclass(frozen=True)
class _Place:
    """Where a stamp begins on the page as seen, in points; `shrink` is what the page is first laid with."""

    x: float
    y: float
    size: float
    shrink: Matrix | None = None


def bates(prefix: str, first: int, count: int, digits: int = 6) -> list[str]:
    """Return `count` numbers to stamp: `EXAMPLEWOOD 000012`, then `EXAMPLEWOOD 000013`."""
    return [f"{prefix} {value:0{digits}d}".strip() for value in range(first, first + count)]


def stamp(pdf: bytes, stamps: Sequence[str | None]) -> bytes:
    """Return the PDF with `stamps[n]` on page n; None leaves a page as it is.

    The line stands at the foot on the right, or where else the margin is
    white. A page without any room is made a little smaller. The stamp is
    upright as the page is seen, and marked as no part of what is read aloud.
    Raises `ValueError` if there is not one stamp for each page.
    """
    import pikepdf

    with pikepdf.Pdf.open(io.BytesIO(pdf)) as document:
        if len(stamps) != len(document.pages):
            raise ValueError(f"{len(stamps)} stamps for {len(document.pages)} pages")
        lettering = Lettering(document, "".join(text or "" for text in stamps))
        places = _places(pdf, document, lettering, stamps)
        for page, text, place in zip(document.pages, stamps, places, strict=True):
            if text and place:
                _draw(document, page, place, lettering.shown(text), lettering.resource)
        lettering.finish()
        return saved(document)


def _places(
    pdf: bytes, document: Pdf, lettering: Lettering, stamps: Sequence[str | None]
) -> list[_Place | None]:
    found: list[_Place | None] = []
    with opened(pdf) as shown:
        if shown.get_formtype():
            shown.init_forms()
        for index, text in enumerate(stamps):
            if not text:
                found.append(None)
                continue
            page = shown[index]
            found.append(_place(Drawn(page), document.pages[index], lettering, text))
            page.close()
    return found


def _place(drawn: Drawn, page: Page, lettering: Lettering, text: str) -> _Place:
    box, unit = boxes.box(page.obj), boxes.unit(page.obj)
    sheet = boxes.seen(page.obj).of(box)
    size = _size(lettering, text, sheet)
    width, height = lettering.width(text) * size, (lettering.ascent + lettering.descent) * size
    for spot in _spots(sheet, width, height):
        wanted = spot.wider(AIR).meets(sheet)
        # The picture is measured in units of the page, not in points.
        if wanted and drawn.ink(Matrix(a=1 / unit, d=1 / unit).of(wanted)) is None:
            return _Place(spot.left, spot.bottom + lettering.descent * size, size)
    spot = next(_spots(sheet, width, height))
    strip = spot.top + AIR
    scale = (sheet.height - strip) / sheet.height
    shrink = Matrix(scale, 0, 0, scale, sheet.width * (1 - scale) / 2, strip)
    return _Place(spot.left, spot.bottom + lettering.descent * size, size, shrink)


def _size(lettering: Lettering, text: str, sheet: Box) -> float:
    """Return the size of the letters; smaller on a page that is too small for the line."""
    size, room = min(SIZE, sheet.height / 10), sheet.width - 2 * _from_side(sheet)
    width = lettering.width(text) * size
    return size if width <= room else size * room / width


def _from_side(sheet: Box) -> float:
    return min(FROM_SIDE, sheet.width / 10)


def _spots(sheet: Box, width: float, height: float) -> Iterator[Box]:
    """Yield where a stamp may stand, the best place first."""
    side, foot = _from_side(sheet), min(FROM_FOOT, sheet.height / 20)
    across = (sheet.width - side - width, (sheet.width - width) / 2, side)
    for x in across:
        for more in HEIGHTS:
            yield Box(0, 0, width, height).moved(x, foot + more)
    for x in across:
        for more in HEIGHTS:
            yield Box(0, 0, width, height).moved(x, sheet.height - foot - more - height)


def _draw(document: Pdf, page: Page, place: _Place, text: bytes, font: Dictionary) -> None:
    seen = boxes.seen(page.obj)
    before = b""
    if place.shrink:
        box = boxes.box(page.obj)
        laid = seen.then(place.shrink).then(seen.back())
        clip = " ".join(number(value) for value in (box.left, box.bottom, box.width, box.height))
        before = f"q\n{laid} cm\n{clip} re W n\n".encode()
        _move_annotations(page, laid)
    upright = Matrix(e=place.x, f=place.y).then(seen.back())
    line = (
        f"/Artifact <</Type /Pagination /Subtype /Footer>> BDC\nq\n{upright} cm\n"
        f"BT\n0 g\n{NAME} {number(place.size)} Tf\n0 0 Td\n<{text.hex()}> Tj\nET\nQ\nEMC\n"
    ).encode()
    shut_in(document, page, before, b"\nQ\n" * bool(before) + line)
    _add_font(page, font)


def _add_font(page: Page, font: Dictionary) -> None:
    """Name the font among the page's resources, which other pages may share."""
    from pikepdf import Dictionary

    resources = page.get_resources()
    own = dict(resources.items()) if resources is not None else {}
    fonts = own.get("/Font")
    others = dict(fonts.items()) if isinstance(fonts, Dictionary) else {}
    page.obj.Resources = Dictionary({**own, "/Font": Dictionary({**others, NAME: font})})


def _move_annotations(page: Page, laid: Matrix) -> None:
    """Keep links over the words that they were over."""
    from pikepdf import Array

    for annotation in page.obj.get("/Annots", Array()):
        rectangle = annotation.get("/Rect")
        if isinstance(rectangle, Array) and len(rectangle) == 4:
            moved = laid.of(Box(*(float(edge) for edge in rectangle)))
            annotation.Rect = [moved.left, moved.bottom, moved.right, moved.top]
        corners = annotation.get("/QuadPoints")
        if isinstance(corners, Array) and len(corners) % 2 == 0:
            values = [float(value) for value in corners]
            pairs = zip(values[::2], values[1::2], strict=True)
            annotation.QuadPoints = [value for pair in pairs for value in laid.at(*pair)]
