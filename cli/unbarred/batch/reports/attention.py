"""`needs-attention.xlsx`: the refused rows with their own columns, and what to mend in each.

It can be mended and given to `unbarred batch run` as it is: the column that says what to do is passed over.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unbarred.batch.clients import RowProblem, Spot
from unbarred.batch.columns.asked import Column
from unbarred.batch.intake.tables import CellValue, Heading, Row, Table
from unbarred.batch.reports import cells, choices
from unbarred.batch.reports.spool import Spool, keeping_within

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

HEADING = "What to mend"
"""What stands above the column of reasons, the first of each sheet."""

Place = tuple[str, str, int]
"""File, sheet and row."""


@dataclass(frozen=True)
class Source:
    """A table of the input, and what its columns are."""

    table: Table
    key: Heading | None
    """The column that says which client a row is about."""
    is_of_clients: bool
    column_under: Callable[[Heading], Column | None]
    """The question that a heading stands for, if any."""

    @property
    def needs_key(self) -> bool:
        """Whether clients are called by the numbers of their rows, which are others in a new sheet."""
        return self.is_of_clients and self.key is None


_DAY, _TIME = "d mmm yyyy", "h:mm"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE = 31
_WIDTH = 60
_LAST_ROW = 50_000


@dataclass
class Refused:
    """Which rows are to be written: for each the place of its record in the spool."""

    rows: dict[Place, int] = field(default_factory=dict)

    def add(self, places: Iterable[Place], where: int) -> None:
        """Take the rows of a client whose record is at `where`."""
        for place in places:
            self.rows[place] = where


def places(spot: Spot, others: Iterable[Spot], problems: Iterable[RowProblem]) -> set[Place]:
    """Return all rows of a client: her own, and those that something of hers stands in."""
    spots = [spot, *others, *(each.spot for each in problems)]
    return {(each.file, each.sheet, each.row) for each in spots if each.row}


def write(path: Path, sources: Sequence[Source], refused: Refused, spool: Spool) -> None:
    """Write the rows that were refused to `path`; raises `OSError` and what reading does."""
    from openpyxl import Workbook

    with keeping_within(spool.folder):
        book = Workbook(write_only=True)
        drop_downs = choices.Choices(book)
        taken: set[str] = set()
        for source in sources:
            title = _title(source.table, taken)
            _Sheet(book, title, source, drop_downs).fill(refused.rows, spool)
        drop_downs.close()
        book.save(path)


class _Sheet:
    """One sheet of the workbook, from one table of the input."""

    def __init__(
        self,
        book: Workbook,
        title: str,
        source: Source,
        drop_downs: choices.Choices,
    ) -> None:
        from openpyxl.styles import Alignment
        from openpyxl.utils import get_column_letter

        self._sheet: WriteOnlyWorksheet = book.create_sheet(title)
        self._table = source.table
        self._source = source
        # What an earlier run said to mend is not carried along.
        self._headings = [each for each in source.table.headings if each.text != HEADING]
        self._has_variables = any(each.variable for each in self._headings)
        self._first = [HEADING, "client"] if source.needs_key else [HEADING]
        """The headings that are put before the sheet's own."""
        begin = len(self._first) + 1
        own = choices.widths([each.text for each in self._headings])
        self._widths = [_WIDTH, *[20] * (len(self._first) - 1), *own]
        self._at_top = cells.cell(self._sheet, None, alignment=Alignment(vertical="top"))
        self._letters = [get_column_letter(begin + at) for at in range(len(self._headings))]
        self._set_up(drop_downs)

    def _set_up(self, drop_downs: choices.Choices) -> None:
        sheet, first = self._sheet, 3 if self._has_variables else 2
        sheet.column_dimensions["A"].width = _WIDTH
        texts = [each.text for each in self._headings]
        for letters, heading, width in zip(self._letters, self._headings, choices.widths(texts), strict=True):
            sheet.column_dimensions[letters].width = width
            column = self._source.column_under(heading)
            if column is not None:
                drop_downs.offer(sheet, f"{letters}{first}:{letters}{_LAST_ROW}", column)
        sheet.freeze_panes = f"A{first}"
        if self._has_variables:
            sheet.row_dimensions[2].hidden = True

    def fill(self, refused: Mapping[Place, int], spool: Spool) -> None:
        """Write the headings, and the rows that were refused."""
        from openpyxl.styles import Alignment, Font

        sheet = self._sheet
        look = {"font": Font(bold=True), "alignment": Alignment(wrap_text=True, vertical="top")}
        texts = [*self._first, *(each.text for each in self._headings)]
        cells.append(sheet, 1, [cells.cell(sheet, text, **look) for text in texts], self._widths)
        if self._has_variables:
            names = [None, *self._first[1:], *(each.variable for each in self._headings)]
            sheet.append([each and cells.cell(sheet, each) for each in names])
        number = 2 if self._has_variables else 1
        for row in self._table.rows():
            place = (row.file or self._table.file, self._table.name, row.number)
            where = refused.get(place)
            if where is not None:
                number += 1
                made = list(self._cells(row, place, spool.at(where)))
                # What she wrote may be long; the reasons have to be seen whole.
                cells.append(sheet, number, made, self._widths[:1])

    def _cells(self, row: Row, place: Place, record: dict[str, Any]) -> Iterator[Any]:
        from openpyxl.styles import Alignment

        here = [each for each in record["problems"] if _place_of(each) == place]
        is_her_own = (record["file"], record["sheet"], record["row"]) == place
        told = record["problems"] if is_her_own else here
        text = "\n".join(self._said(each, place) for each in told) or "Another row of hers is to be mended."
        yield cells.cell(self._sheet, text, alignment=Alignment(wrap_text=True, vertical="top"))
        if self._source.needs_key:
            yield cells.cell(self._sheet, record["client"], self._at_top)
        at_fault: dict[int, list[str]] = {}
        for each in here:
            index = self._column_of(each)
            if index is not None:
                at_fault.setdefault(index, []).append(each["message"])
        for index, heading in enumerate(self._headings):
            value = row.cells[heading.index].value if heading.index < len(row.cells) else None
            if value is None and heading is self._source.key and is_her_own:
                value = record["client"]
            yield self._cell(value, at_fault.get(index))

    def _cell(self, value: CellValue, messages: list[str] | None) -> Any:
        shown = "; ".join(value) if isinstance(value, list) else value
        look: dict[str, Any] = {}
        if isinstance(shown, datetime.datetime):
            look["number_format"] = f"{_DAY} {_TIME}"
        elif isinstance(shown, datetime.date):
            look["number_format"] = _DAY
        elif isinstance(shown, datetime.time):
            look["number_format"] = _TIME
        if messages:
            look |= _marked(messages)
        return cells.cell(self._sheet, shown, self._at_top, **look) if shown is not None or look else None

    def _column_of(self, problem: Mapping[str, Any]) -> int | None:
        for index, heading in enumerate(self._headings):
            if problem["column"] and problem["column"] == heading.letters:
                return index
            if not problem["column"] and problem["heading"] in (heading.text, heading.variable):
                return index
        return None

    def _said(self, problem: Mapping[str, Any], place: Place) -> str:
        """Say what to mend; rows have other numbers here, columns other letters."""
        if _place_of(problem) != place:
            heading = f", “{problem['heading']}”" if problem["heading"] else ""
            sheet = f"sheet {problem['sheet']}" if problem["sheet"] else "another file"
            return f"In {sheet}{heading}: {problem['message']}"
        index = self._column_of(problem)
        if index is None:
            question = f"“{problem['question']}”: " if problem["question"] else ""
            return f"{question}{problem['message']}"
        return f"{self._letters[index]} “{problem['heading']}”: {problem['message']}"


def _marked(messages: list[str]) -> dict[str, Any]:
    """Return how a faulty cell looks, also to somebody who sees no colours."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Border, PatternFill, Side

    line = Side("mediumDashed", color="B00020")
    text = "\n".join(messages)
    return {
        "comment": Comment(text, "unbarred", height=60 + 18 * (len(text) // 40), width=320),
        "border": Border(left=line, right=line, top=line, bottom=line),
        "fill": PatternFill("lightUp", fgColor="F4A6A6", bgColor="FFF4F4"),
    }


def _place_of(problem: Mapping[str, Any]) -> Place:
    return problem["file"], problem["sheet"], problem["row"]


def _title(table: Table, taken: set[str]) -> str:
    """Return the sheet's own name, or the file's, as a workbook takes it, and unlike the others."""
    given = table.name or Path(table.file).stem or "Clients"
    plain = " ".join(_FORBIDDEN.sub(" ", given).split())[:_LONGEST_TITLE].strip() or "Clients"
    title, number = plain, 1
    while title.casefold() in taken or title.casefold() == "history":
        number += 1
        title = f"{plain[: _LONGEST_TITLE - 5]} ({number})"
    taken.add(title.casefold())
    return title
