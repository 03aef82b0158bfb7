"""Writes tables, and the caption of a paper for a court or board, which is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from unbarred.documents.composing.blocks import Caption, Control, Inline, Lines, Table
from unbarred.documents.composing.build import element, flag
from unbarred.documents.composing.runs import control, runs, styled
from unbarred.documents.composing.style import CAPTION_GAP, LINE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LOOKS = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}


def table(block: Table, width: int) -> Element:
    """Return `block` as wide as `width`, in twentieths of a point; its heading repeats on each page."""
    total = sum(block.widths)
    widths = [width * part // total for part in block.widths]
    look = element("tblLook", val="0020", **_LOOKS)
    made = _begun(widths, look, element("tblStyle", val="TableGrid"))
    sides = block.sides or ("left",) * len(widths)
    made.append(_row(block.headings, widths, sides, heading=True))
    for row in block.rows:
        made.append(control(row, "tr") if isinstance(row, Control) else _row(row, widths, sides))
    return made


def caption(block: Caption, width: int) -> Iterator[Element]:
    """Yield the lines over the caption, and its two columns with a rule beside and under the left one."""
    yield from _lines(block.head, "CaptionHead", kept=True)
    left = width // 2
    widths = [left, width - left]
    made = _begun(widths)
    row = element("tr", element("trPr", element("cantSplit")))
    row.append(_column(block.left, left, ruled=True))
    row.append(_column(block.right, width - left, ruled=False))
    made.append(row)
    yield made


def unsplit(paragraphs: Iterable[Element], width: int) -> Element:
    """Return `paragraphs` in a frame that nobody sees and no page divides.

    LibreOffice does not always keep lines together that have to stay with the next; a row that may not
    be split it does, and the words before it stay with it.
    """
    made = _begun([width], sides=0)
    cell = element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *paragraphs)
    made.append(element("tr", element("trPr", element("cantSplit")), cell))
    return made


def _begun(
    widths: Sequence[int],
    look: Element | None = None,
    style: Element | None = None,
    sides: int | None = None,
) -> Element:
    margins = [element(side, w=sides, type="dxa") for side in ("left", "right")]
    form = element(
        "tblPr",
        style,
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        None if sides is None else element("tblCellMar", *margins),
        look,
    )
    return element("tbl", form, element("tblGrid", *(element("gridCol", w=part) for part in widths)))


def _row(
    cells: tuple[Inline, ...], widths: Sequence[int], sides: Sequence[str], heading: bool = False
) -> Element:
    style = "TableHeading" if heading else "TableText"
    made = element("tr", element("trPr", element("cantSplit"), flag("tblHeader", heading)))
    for cell, width, side in zip(cells, widths, sides, strict=True):
        paragraph = styled(style, cell, None if side == "left" else element("jc", val=side))
        made.append(element("tc", element("tcPr", element("tcW", w=width, type="dxa")), paragraph))
    return made


def _column(lines: Sequence[Lines | Control], width: int, *, ruled: bool) -> Element:
    rules = [element(side, val="single", sz=LINE, space=0, color="000000") for side in ("bottom", "right")]
    near = element("left", w=0 if ruled else CAPTION_GAP, type="dxa")
    form = element(
        "tcPr",
        element("tcW", w=width, type="dxa"),
        element("tcBorders", *rules) if ruled else None,
        element("tcMar", near),
        None if ruled else element("vAlign", val="center"),
    )
    paragraphs = list(_lines(lines, "CaptionText", kept=False))
    # A cell has to end with a paragraph that is there, whatever its conditions leave out.
    if not paragraphs or isinstance(lines[-1], Control):
        paragraphs.append(styled("CaptionText", ()))
    return element("tc", form, *paragraphs)


def _lines(lines: Sequence[Lines | Control], style: str, *, kept: bool) -> Iterator[Element]:
    for line in lines:
        if isinstance(line, Control):
            yield control(line, "p")
        else:
            form = element("pPr", element("pStyle", val=style), flag("keepNext", kept))
            yield element("p", form, *runs(line.inline))
