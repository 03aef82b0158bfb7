"""Writes blocks as the paragraphs and tables of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from unbarred.documents.composing.build import INCH, POINT, element, flag
from unbarred.documents.composing.style import LINE
from unbarred.documents.drafting.blocks import (
    Block,
    Cell,
    Columns,
    NewPage,
    Paragraph,
    Skip,
    Table,
    Words,
)
from unbarred.documents.drafting.layouts import item_left
from unbarred.documents.drafting.numbering import BULLETS, number_of
from unbarred.documents.drafting.runs import Writer, has_fill
from unbarred.documents.filling.marks import ANSWER

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HANGING = {"ListNumber": 0.45, "ListBullet": 0.25}
_GAP = round(0.1 * INCH)
"""Between the words in a column and its edge."""


class Body:
    """Writes the body of one document whose text is `width` wide, in twentieths of a point."""

    def __init__(self, writer: Writer, width: int) -> None:
        self._writer = writer
        self._width = width

    def elements(self, blocks: Sequence[Block]) -> Iterator[Element]:
        """Yield what `blocks` are in a document."""
        yield from self._elements(blocks, self._width, in_cell=False)

    def _elements(self, blocks: Sequence[Block], width: int, *, in_cell: bool) -> Iterator[Element]:
        for position, block in enumerate(blocks):
            after = blocks[position + 1] if position + 1 < len(blocks) else None
            if isinstance(block, Paragraph):
                yield self._paragraph(block, width, kept=_announces(block, after), in_cell=in_cell)
            elif isinstance(block, Skip):
                yield element("p", element("pPr", _spacing(after=0)))
            elif isinstance(block, NewPage) and not in_cell:
                yield element("p", element("pPr", _low()), element("r", element("br", type="page")))
            elif isinstance(block, Table):
                yield self._table(block, width)
                yield _space()
            elif isinstance(block, Columns):
                yield self._columns(block, width)
                yield _space()

    def _paragraph(self, block: Paragraph, width: int, *, kept: bool, in_cell: bool) -> Element:
        layout = block.layout
        fills = has_fill(block.pieces) and not in_cell
        style = "Notice" if layout.boxed and block.style == "Normal" else block.style
        form = element(
            "pPr",
            None if style == "Normal" else element("pStyle", val=style),
            flag("keepNext", kept),
            _numbering(block),
            _rule_below() if layout.ruled_below else None,
            _fill_stop(width) if fills else None,
            _spacing(layout.after, layout.line),
            _indent(block),
            None if layout.align in ("", "left") else element("jc", val=layout.align),
        )
        runs = self._writer.runs(block.pieces, is_bold=layout.bold, fills=fills)
        return element("p", form if len(form) else None, *runs)

    def _table(self, table: Table, width: int) -> Element:
        widths = _shares(table.widths, width)
        form = element(
            "tblPr",
            element("tblStyle", val="TableGrid"),
            element("tblW", w=sum(widths), type="dxa"),
            element("tblLayout", type="fixed"),
            element(
                "tblLook",
                val="0020" if table.headings else "0000",
                firstRow=int(bool(table.headings)),
                lastRow=0,
                firstColumn=0,
                lastColumn=0,
                noHBand=1,
                noVBand=1,
            ),
        )
        made = element("tbl", form, _grid(widths))
        if table.headings:
            made.append(self._row(table.headings, widths, heading=True))
        made.extend([self._row(row, widths) for row in table.rows])
        return made

    def _row(self, cells: Sequence[Cell], widths: Sequence[int], *, heading: bool = False) -> Element:
        style = "TableHeading" if heading else "TableText"
        made = element("tr", element("trPr", element("cantSplit"), flag("tblHeader", heading)))
        for cell, width in zip(cells, widths, strict=True):
            align = element("jc", val=cell.align) if cell.align in ("center", "right") else None
            paragraph = element(
                "p", element("pPr", element("pStyle", val=style), align), *self._writer.runs(cell.pieces)
            )
            made.append(element("tc", element("tcPr", element("tcW", w=width, type="dxa")), paragraph))
        return made

    def _columns(self, columns: Columns, width: int) -> Element:
        half = width // 2
        edges = element("insideV", val="single", sz=LINE, space=0, color="000000") if columns.ruled else None
        sides = (element(side, w=_GAP, type="dxa") for side in ("left", "right"))
        form = element(
            "tblPr",
            element("tblW", w=2 * half, type="dxa"),
            element("tblBorders", edges) if edges is not None else None,
            element("tblLayout", type="fixed"),
            element("tblCellMar", *sides),
        )
        row = element("tr")
        for blocks in (columns.left, columns.right):
            inside = list(self._elements(blocks, half - 2 * _GAP, in_cell=True))
            row.append(element("tc", element("tcPr", element("tcW", w=half, type="dxa")), *inside))
        return element("tbl", form, _grid([half, half]), row)


def _announces(block: Paragraph, after: Block | None) -> bool:
    """Whether `block` ends in a colon and must not part from the list or table that it speaks of."""
    last = block.pieces[-1] if block.pieces else None
    if not isinstance(last, Words) or last.text.startswith(ANSWER) or not last.text.rstrip().endswith(":"):
        return False
    return isinstance(after, Table | Columns | Paragraph)


def _numbering(block: Paragraph) -> Element | None:
    if block.item is None:
        return None
    number = number_of(block.item.list_number) if block.item.list_number else BULLETS
    return element("numPr", element("ilvl", val=min(block.item.level, 8)), element("numId", val=number))


def _indent(block: Paragraph) -> Element | None:
    layout = block.layout
    if block.item is not None:
        left = item_left(block.item.depth) + layout.left
        return element("ind", left=round(left * INCH), hanging=round(_HANGING[block.style] * INCH))
    if layout.boxed and not (layout.left or layout.right):
        # A box has its own indent.
        return None
    if not (layout.left or layout.right or layout.first):
        return None
    first = round(layout.first * INCH) or None
    return element("ind", left=round(layout.left * INCH), right=round(layout.right * INCH), firstLine=first)


def _spacing(after: float | None = None, line: float | None = None) -> Element | None:
    if after is None and line is None:
        return None
    return element(
        "spacing",
        after=None if after is None else round(after * POINT),
        line=None if line is None else round(line * 240),
        lineRule=None if line is None else "auto",
    )


def _low() -> Element:
    """Return the spacing of a paragraph that is too low to be seen."""
    return element("spacing", before=0, after=0, line=POINT, lineRule="exact")


def _space() -> Element:
    # Word wants a paragraph between a table and the next, and so does the eye.
    return element(
        "p", element("pPr", element("spacing", before=0, after=0, line=8 * POINT, lineRule="exact"))
    )


def _rule_below() -> Element:
    return element("pBdr", element("bottom", val="single", sz=LINE, space=1, color="000000"))


def _fill_stop(width: int) -> Element:
    return element("tabs", element("tab", val="right", leader="underscore", pos=width))


def _grid(widths: Sequence[int]) -> Element:
    return element("tblGrid", *(element("gridCol", w=width) for width in widths))


def _shares(parts: Sequence[int], width: int) -> list[int]:
    total = sum(parts) or 1
    return [width * part // total for part in parts]
