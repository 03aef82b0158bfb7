"""The rows of one sheet of an ODS workbook, read in pieces."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from unbarred.batch.intake.merges import WIDEST, Merged
from unbarred.batch.intake.moments import Shows
from unbarred.batch.intake.ods.cells import cell_of
from unbarred.batch.intake.tables import Cell, Row
from unbarred.batch.intake.texts import EMPTY

_ACROSS = "table:number-columns-repeated"
_SPANS = {"table:number-columns-spanned", "table:number-rows-spanned"}
_HIDDEN = ("collapse", "filter")
_MOST_BLANKS = 10_000


@dataclass(frozen=True)
class Repeated:
    """A row that stands `times` times below itself, and the merged blocks that begin in it."""

    row: Row
    times: int
    blocks: tuple[Merged, ...]


class RowReader:
    """Handlers of XML that put each row of the table with number `wanted` into `ready`.

    Rows without anything in them are only counted: a sheet may say that it has a million of them.
    """

    def __init__(
        self,
        parser: expat.XMLParserType,
        ready: deque[Repeated | None],
        wanted: int,
        shows: Mapping[str, Shows],
    ) -> None:
        self._ready = ready
        self._wanted = wanted
        self._shows = shows
        self._table = -1
        self._is_in_table = False
        self._number = 1
        self._times = 1
        self._is_hidden = False
        self._row_style = ""
        self._columns: list[tuple[int, str]] = []
        """The columns' own styles: each with the number of the first column after it."""
        self._column = 0
        self._cells: list[Cell] = []
        self._blocks: list[Merged] = []
        self._cell: dict[str, str] | None = None
        self._texts: list[str] = []
        self._is_text = False
        self._beside = 0
        """How deep within a note or a drawing, which are no part of what a cell says."""
        self._begins: dict[str, Callable[[dict[str, str]], None]] = {
            "table:table-column": self._begin_column,
            "table:table-row": self._begin_row,
            "table:table-cell": self._begin_cell,
            "table:covered-table-cell": self._begin_covered,
            "text:p": self._begin_paragraph,
            "text:s": self._blanks,
            "text:tab": lambda _: self._characters("\t"),
            "text:line-break": lambda _: self._characters("\n"),
        }
        self._ends: dict[str, Callable[[], None]] = {
            "table:table-row": self._end_row,
            "table:table-cell": self._end_cell,
            "table:covered-table-cell": self._end_cell,
            "text:p": self._end_paragraph,
        }
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if self._is_in_table:
            handler = self._begins.get(name)
            if self._beside or (handler is None and _is_beside(name)):
                self._beside += 1
            elif handler is not None:
                handler(attributes)
        elif name == "table:table" and is_sheet(attributes):
            self._table += 1
            self._is_in_table = self._table == self._wanted

    def _end(self, name: str) -> None:
        if not self._is_in_table:
            return
        if self._beside:
            self._beside -= 1
        elif name == "table:table":
            self._is_in_table = False
            self._ready.append(None)
        elif (handler := self._ends.get(name)) is not None:
            handler()

    def _begin_column(self, attributes: dict[str, str]) -> None:
        before = self._columns[-1][0] if self._columns else 0
        style = attributes.get("table:default-cell-style-name", "")
        self._columns.append((before + _times(attributes, _ACROSS), style))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._times = _times(attributes, "table:number-rows-repeated")
        self._is_hidden = attributes.get("table:visibility") in _HIDDEN
        self._row_style = attributes.get("table:default-cell-style-name", "")
        self._cells = []
        self._blocks = []
        self._column = 0

    def _end_row(self) -> None:
        if self._cells:
            row = Row(self._number, self._cells, self._is_hidden)
            self._ready.append(Repeated(row, self._times, tuple(self._blocks)))
            self._cells = []
        self._number += self._times

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes
        self._texts = []

    def _begin_covered(self, attributes: dict[str, str]) -> None:
        # What it may still hold is not shown.
        self._begin_cell({_ACROSS: attributes.get(_ACROSS, "1"), "covered": ""})

    def _end_cell(self) -> None:
        attributes, self._cell = self._cell, None
        if attributes is None:
            return
        times = 1 if _ACROSS not in attributes else _times(attributes, _ACROSS)
        cell = EMPTY
        if len(attributes) > 1 or self._texts or "table:formula" in attributes:
            cell = self._made(attributes)
        if cell is not EMPTY and self._column < WIDEST:
            self._cells.extend([EMPTY] * (self._column - len(self._cells)))
            self._cells.extend([cell] * min(times, WIDEST - self._column))
            if _SPANS & attributes.keys():
                self._span(attributes)
        self._column += times

    def _made(self, attributes: dict[str, str]) -> Cell:
        if "covered" in attributes:
            return EMPTY
        shows = None
        if attributes.get("office:value-type") in ("date", "time"):
            style = attributes.get("table:style-name") or self._row_style or self._column_style()
            shows = self._shows.get(style)
        return cell_of(attributes, "\n".join(self._texts), shows)

    def _column_style(self) -> str:
        return next((style for end, style in self._columns if self._column < end), "")

    def _span(self, attributes: dict[str, str]) -> None:
        across = _times(attributes, "table:number-columns-spanned")
        down = _times(attributes, "table:number-rows-spanned")
        if across > 1 or down > 1:
            top, left = self._number, self._column
            self._blocks.append(Merged(top, left, top + down - 1, left + across - 1))

    def _begin_paragraph(self, _: dict[str, str]) -> None:
        if self._cell is not None:
            self._texts.append("")
            self._is_text = True

    def _end_paragraph(self) -> None:
        self._is_text = False

    def _blanks(self, attributes: dict[str, str]) -> None:
        self._characters(" " * min(int(attributes.get("text:c", "1")), _MOST_BLANKS))

    def _characters(self, text: str) -> None:
        if self._is_text and not self._beside:
            self._texts[-1] += text


def is_sheet(attributes: Mapping[str, str]) -> bool:
    """Say whether a table is a sheet: LibreOffice keeps copies of other files' sheets as tables too."""
    return not attributes.get("table:name", "").startswith("'file:")


def _is_beside(name: str) -> bool:
    return name.startswith(("draw:", "dr3d:")) or name in ("office:annotation", "table:shapes")


def _times(attributes: Mapping[str, str], name: str) -> int:
    return max(1, int(attributes.get(name, "1")))
