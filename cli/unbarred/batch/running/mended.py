"""A workbook of rows to be mended, given back: what an earlier run wrote into it is passed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unbarred.batch.intake.tables import Heading, Row, Table
from unbarred.batch.reports.attention import HEADING


class _Mended:
    """A table without the column of reasons."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.file = table.file
        self.name = table.name
        # It grows while rows are read, so it is the table's own.
        self.remarks = table.remarks
        self.headings: Sequence[Heading] = tuple(each for each in table.headings if each.text != HEADING)

    def rows(self) -> Iterator[Row]:
        """Yield the rows; the cells of the column are in them, below no heading."""
        return self._table.rows()


def is_mended(tables: Sequence[Table]) -> bool:
    """Say whether these are rows that an earlier run refused, and not all there are."""
    return any(heading.text == HEADING for table in tables for heading in table.headings)


def without_reasons(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return the tables without what an earlier run wrote into them."""
    return tuple(_Mended(each) if is_mended([each]) else each for each in tables)
