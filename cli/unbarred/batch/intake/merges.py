"""Cells that are merged: one shows over others, which have nothing of their own."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace

from unbarred.batch.intake.tables import Cell, Row, Trouble
from unbarred.batch.intake.texts import EMPTY

WIDEST = 16_384
"""Columns that a sheet can have."""


@dataclass(frozen=True, order=True)
class Merged:
    """A block of cells merged into its first one; rows counted from 1, columns from 0, both ends in it."""

    top: int
    left: int
    bottom: int
    right: int


class Covering:
    """Which blocks reach into the row that is read, and what they show."""

    def __init__(self, blocks: Iterable[Merged] = ()) -> None:
        self._coming = sorted(blocks, reverse=True)
        self._reaching: list[tuple[Merged, str]] = []

    def add(self, block: Merged) -> None:
        """Take a block that begins in the row that comes next."""
        self._coming.append(block)

    def covered(self, row: Row) -> Row:
        """Return the row with the cells marked that others show over; rows must come in order."""
        self._reaching = [each for each in self._reaching if each[0].bottom >= row.number]
        while self._coming and self._coming[-1].top <= row.number:
            block = self._coming.pop()
            if block.top == row.number and block.left < len(row.cells):
                first = row.cells[block.left]
                if first.value is not None:
                    self._reaching.append((block, first.shown or str(first.value)))
        if not self._reaching:
            return row
        width = min(max(len(row.cells), *(block.right + 1 for block, _ in self._reaching)), WIDEST)
        cells = [*row.cells, *[EMPTY] * (width - len(row.cells))]
        for block, shown in self._reaching:
            for index in range(block.left, min(block.right + 1, width)):
                if (row.number, index) != (block.top, block.left):
                    cells[index] = Cell(None, Trouble.MERGED, shown=shown)
        return replace(row, cells=cells)


def with_merges(rows: Iterable[Row], blocks: Iterable[Merged]) -> Generator[Row, None, None]:
    """Yield the rows, which come in order, with covered cells marked."""
    covering = Covering(blocks)
    for row in rows:
        yield covering.covered(row)
