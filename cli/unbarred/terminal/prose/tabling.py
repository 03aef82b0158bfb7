"""Tables while they are read: which row and which cell the words go to."""

from __future__ import annotations

from rich.text import Text

from unbarred.terminal.prose.blocks import Block
from unbarred.terminal.prose.flow import Flow
from unbarred.terminal.prose.tables import Row, Table


class _Draft:
    """One table under way."""

    def __init__(self, around: Flow) -> None:
        self.around = around
        self.rows: list[Row] = []
        self.head: Row = ()
        self.cells: list[Text] = []
        self.cell: Flow | None = None
        self.in_head = False
        self.only_names = True
        """All cells of the row so far name their columns."""


class Tabling:
    """Tables may stand in cells of other tables; tags that close them may be missing."""

    def __init__(self, flow: Flow) -> None:
        self._outermost = flow
        self._drafts: list[_Draft] = []

    @property
    def flow(self) -> Flow:
        """Where words go now."""
        for draft in reversed(self._drafts):
            # Between cells there should be no words; those that are there stand before the table.
            return draft.cell or draft.around
        return self._outermost

    def open(self, tag: str) -> None:
        """Begin a table, a row, or a cell."""
        if tag == "table":
            self._drafts.append(_Draft(self.flow))
        if not self._drafts:
            return
        draft = self._drafts[-1]
        if tag == "thead":
            draft.in_head = True
        elif tag == "tr":
            _end_row(draft)
        elif tag in ("td", "th"):
            _end_cell(draft)
            draft.cell = Flow()
            draft.only_names = draft.only_names and tag == "th"

    def close(self, tag: str) -> None:
        """End a table, a row, or a cell."""
        if not self._drafts:
            return
        draft = self._drafts[-1]
        if tag in ("td", "th"):
            _end_cell(draft)
        elif tag in ("tr", "thead", "table"):
            _end_row(draft)
        if tag == "thead":
            draft.in_head = False
        elif tag == "table":
            self._drafts.pop()
            draft.around.add_table(Table(tuple(draft.rows), draft.head))

    def finish(self) -> tuple[Block | Table, ...]:
        """End all tables that are open; return the blocks of the whole text."""
        while self._drafts:
            self.close("table")
        return self._outermost.finish()


def _end_cell(draft: _Draft) -> None:
    if draft.cell is not None:
        draft.cells.append(Text("\n").join(block.text for block in draft.cell.finish()))
        draft.cell = None


def _end_row(draft: _Draft) -> None:
    _end_cell(draft)
    if draft.cells:
        row = tuple(draft.cells)
        names_columns = (draft.in_head or draft.only_names) and not draft.head and not draft.rows
        if not names_columns:
            draft.rows.append(row)
        elif any(cell.plain for cell in row):
            draft.head = row
    draft.cells = []
    draft.only_names = True
