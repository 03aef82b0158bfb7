"""A sheet as a table: its headings found, its example and the rows above them left out."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace

from unbarred.batch.columns.asked import CLIENT, EXAMPLE
from unbarred.batch.intake.headings import (
    headings_of,
    letters,
    no_heading,
    oddities,
    rows_out_of_sight,
    variables_in,
)
from unbarred.batch.intake.kept_rows import KeptRows
from unbarred.batch.intake.tables import Heading, Row
from unbarred.batch.intake.texts import EMPTY

_LOOKED_AT = 200
"""Rows that are looked at to know which columns are in use."""
_MOST_SAID = 20
"""Remarks on single rows."""


class Sheet:
    """A table of cells with its headings in its first row that has anything in it.

    `read` yields the rows that have anything in them, from the first; each call begins again.
    A large sheet is read anew as often as its rows are wanted, and nothing of it is kept.
    """

    def __init__(
        self,
        file: str,
        name: str,
        read: Callable[[], Generator[Row, None, None]],
        remarks: Sequence[str] = (),
    ) -> None:
        self.file = file
        self.name = name
        self._remarks = list(remarks)
        self.remarks: Sequence[str] = self._remarks
        self.headings: Sequence[Heading] = ()
        self._read = KeptRows(read)
        self._below = 0
        self._examples: set[int] = set()
        self._said = 0
        self._are_hidden_said = False
        with closing(self._read()) as rows:
            self._look(list(itertools.islice((row for row in rows if _is_filled(row)), _LOOKED_AT)))

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing in it at all."""
        return not self.headings

    @property
    def has_variables(self) -> bool:
        """Say whether it has a row of variables, as sheets have that unbarred made."""
        return any(heading.variable for heading in self.headings)

    def remark(self, *said: str) -> None:
        """Add what else must be said of it."""
        self._remarks += said

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the headings, without the example; raises `UserError` for a damaged file."""
        width = len(self.headings)
        key = next((each.index for each in self.headings if each.variable == CLIENT), None)
        hidden = 0
        for row in self._read():
            if row.number <= self._below or not _is_filled(row):
                continue
            if key is not None and len(row.cells) > key and row.cells[key].value == EXAMPLE:
                self._say_example(row)
                continue
            hidden += row.is_hidden
            yield self._cut(row, width)
        if hidden and not self._are_hidden_said:
            self._are_hidden_said = True
            self._remarks.append(rows_out_of_sight(hidden, self.name))

    def _look(self, top: list[Row]) -> None:
        if not top:
            return
        first = top[0]
        variables = variables_in(top[1]) if len(top) > 1 else []
        self._below = top[1].number if variables else first.number
        below = [row for row in top if row.number > self._below]
        filled = {i for row in below for i, cell in enumerate(row.cells) if cell.value is not None}
        self.headings = headings_of(first, variables, filled)
        self._remarks += oddities(self.headings, filled, first, self.name)

    def _cut(self, row: Row, width: int) -> Row:
        """Return the row without what stands beyond the headings, which is said once for each column."""
        if len(row.cells) <= width:
            return row
        beyond = [letters(i) for i in range(width, len(row.cells)) if row.cells[i].value is not None]
        if beyond and self._said < _MOST_SAID:
            remark = no_heading(beyond, self.name, row.number)
            if remark not in self.remarks:
                self._said += 1
                self._remarks.append(remark)
        return replace(row, cells=row.cells[:width])

    def _say_example(self, row: Row) -> None:
        if row.number not in self._examples and len(self._examples) < _MOST_SAID:
            self._examples.add(row.number)
            self._remarks.append(f"The example in row {row.number} was left out.")


def _is_filled(row: Row) -> bool:
    return bool(row.fault) or any(
        cell is not EMPTY and (cell.value is not None or cell.trouble is not None) for cell in row.cells
    )
