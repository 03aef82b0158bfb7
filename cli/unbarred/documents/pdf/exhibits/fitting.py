"""Where a page of any size goes on sheets of paper. Pure reckoning; all measures in points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from unbarred.documents.pdf.geometry import Box, Matrix
from unbarred.documents.pdf.paper import INCH, Sheet

EDGE = 0.25 * INCH
"""What most printers cannot print on, at each edge."""
FOOT = 0.5 * INCH
"""What a page that has to be made smaller leaves free at the foot, for the stamp."""
SMALLEST_SCALE = 0.7
"""Letter of twelve points then print as of eight: legal paper still goes on one letter sheet."""
SMALLEST_LETTERS = 6.0
"""Points. Below the smallest scale a page is kept whole only if its small letters stay this large."""
OVERLAP = 24.0
"""What two neighbouring sheets of a split page both show."""
NARROW = 9.0
"""The white edge that a split page keeps around what is drawn on it."""
MOST_SHEETS = 12
"""A page is split over no more than these; a larger one is made smaller."""
WORTH_TURNING = 1.1
"""A page is turned only if it is larger by this factor then."""
TRIMMED = 1.1
"""A page larger by less than this keeps its size if only its blank edge is lost: A4 on letter."""


@dataclass(frozen=True)
class Measured:
    """A page as it is seen: its size, where it is not white, and what tells how small it can be made.

    `letters` is the size of its small letters, or None where it has no text;
    `is_sized` says whether its size is that of the paper it was scanned from:
    a photograph's is not.
    """

    width: float
    height: float
    ink: Box | None = None
    letters: float | None = None
    is_sized: bool = True


@dataclass(frozen=True)
class Piece:
    """What goes on one sheet: `matrix` lays the page as seen on it, and only what is in `window` shows."""

    matrix: Matrix
    window: Box


def pieces(page: Measured, sheet: Sheet) -> list[Piece]:
    """Return where a page goes: on one sheet, or on several where its letters would get too small.

    It is never made larger. Where it is too large, it is scaled to the
    printable area. A page that is wider than the sheet is turned a quarter to
    the left if it can be larger so: its top lies at the left edge, where
    packets are bound, and it reads when the packet is turned to the right.
    Pieces of a split page follow row by row from its top left, and
    neighbours overlap.
    """
    whole = _unscaled(page, sheet)
    if whole is not None:
        return [whole]
    upright, turned = (_scale(page, _room(sheet, is_turned), 1, 1) for is_turned in (False, True))
    is_turned = turned > upright * WORTH_TURNING
    if _is_readable(page, turned if is_turned else upright):
        return _tiles(page, sheet, 1, 1, is_turned=is_turned)
    # White edges would cost sheets.
    used, moved = _used(page)
    columns, rows, is_turned = _fewest(used, sheet)
    found = _tiles(used, sheet, columns, rows, is_turned=is_turned)
    return [Piece(moved.then(piece.matrix), piece.window) for piece in found]


def _used(page: Measured) -> tuple[Measured, Matrix]:
    """Return what of a page is drawn on, with a narrow edge, and the matrix that moves it to 0, 0."""
    whole = Box(0, 0, page.width, page.height)
    used = page.ink.wider(NARROW).meets(whole) if page.ink else None
    if used is None:
        return page, Matrix()
    return replace(page, width=used.width, height=used.height, ink=None), Matrix(e=-used.left, f=-used.bottom)


def letters_matter(width: float, height: float, sheet: Sheet) -> bool:
    """Whether a page is so large that it depends on its letters how it is laid."""
    page = Measured(width, height)
    return min(_scale(page, _room(sheet, is_turned), 1, 1) for is_turned in (False, True)) < SMALLEST_SCALE


def _unscaled(page: Measured, sheet: Sheet) -> Piece | None:
    """Return the page at its own size, moved as little as keeps what is on it off the edges."""
    if page.width > sheet.width * TRIMMED or page.height > sheet.height * TRIMMED:
        return None
    x, y = (sheet.width - page.width) / 2, (sheet.height - page.height) / 2
    printable = Box(EDGE, EDGE, sheet.width - EDGE, sheet.height - EDGE)
    if page.ink is not None:
        if page.ink.width > printable.width or page.ink.height > printable.height:
            return None
        x = min(max(x, printable.left - page.ink.left), printable.right - page.ink.right)
        y = min(max(y, printable.bottom - page.ink.bottom), printable.top - page.ink.top)
    window = Box(0, 0, page.width, page.height).moved(x, y).meets(Box(0, 0, sheet.width, sheet.height))
    return Piece(Matrix(e=x, f=y), window) if window is not None else None


def _is_readable(page: Measured, scale: float) -> bool:
    if scale >= SMALLEST_SCALE or not page.is_sized:
        return True
    return page.letters is not None and page.letters * scale >= SMALLEST_LETTERS


def _needed(page: Measured) -> float:
    """Return the scale at which a split page can be read."""
    if page.letters is None:
        return SMALLEST_SCALE
    return min(SMALLEST_SCALE, SMALLEST_LETTERS / page.letters)


def _fewest(page: Measured, sheet: Sheet) -> tuple[int, int, bool]:
    """Return columns, rows and whether to turn: the fewest sheets on which the page can be read."""
    choices = [
        (_scale(page, _room(sheet, is_turned), columns, rows), columns, rows, is_turned)
        for is_turned in (False, True)
        for columns in range(1, MOST_SHEETS + 1)
        for rows in range(1, MOST_SHEETS // columns + 1)
    ]
    readable = [choice for choice in choices if choice[0] >= _needed(page)] or [max(choices)]
    _, columns, rows, is_turned = min(readable, key=lambda choice: (choice[1] * choice[2], -choice[0]))
    return columns, rows, is_turned


def _room(sheet: Sheet, is_turned: bool) -> tuple[float, float]:
    """Return width and height of what a sheet has for a scaled page, as the page is read."""
    across, up = sheet.width - 2 * EDGE, sheet.height - EDGE - FOOT
    return (up, across) if is_turned else (across, up)


def _covered(room: float, sheets: int) -> float:
    """Return how far `sheets` sheets reach that overlap."""
    return sheets * room - (sheets - 1) * OVERLAP


def _scale(page: Measured, room: tuple[float, float], columns: int, rows: int) -> float:
    return min(1.0, _covered(room[0], columns) / page.width, _covered(room[1], rows) / page.height)


def _tiles(page: Measured, sheet: Sheet, columns: int, rows: int, *, is_turned: bool) -> list[Piece]:
    room = _room(sheet, is_turned)
    scale = _scale(page, room, columns, rows)
    # From a sheet as it is read to the upright sheet.
    laid = Matrix(0, 1, -1, 0, sheet.width - EDGE, FOOT) if is_turned else Matrix(e=EDGE, f=FOOT)
    found = []
    for row in range(rows):
        for column in range(columns):
            x = -_offset(page.width * scale, room[0], columns, column)
            # Rows are counted from the top, as they are read.
            y = -_offset(page.height * scale, room[1], rows, rows - 1 - row)
            shown = Box(0, 0, page.width * scale, page.height * scale).moved(x, y).meets(Box(0, 0, *room))
            assert shown is not None, "every sheet shows some of the page"
            found.append(Piece(Matrix(scale, 0, 0, scale, x, y).then(laid), laid.of(shown)))
    return found


def _offset(length: float, room: float, sheets: int, index: int) -> float:
    """Return where in a length a sheet begins; one sheet has it in the middle, several share it evenly."""
    if sheets == 1:
        return (length - room) / 2
    return (length - room) / (sheets - 1) * index
