"""A sheet whose columns are known: which answer each holds, and which the key of a client."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from unbarred.batch.clients import Spot
from unbarred.batch.columns.asked import CLIENT, Column
from unbarred.batch.intake.tables import CellValue, Heading, Row, Table
from unbarred.batch.matching.labels import plain


@dataclass(frozen=True)
class Bound:
    """A column that holds an answer."""

    heading: Heading
    name: str
    """The variable; in a sheet of items with iterators, as in `children[i].age`."""
    column: Column | None = None
    """What the interview asks there; None where it was not looked at."""
    full_name: tuple[str, ...] = ()
    """The variables for a full name that is taken apart: first, last, and middle if it is asked."""


@dataclass(frozen=True)
class MatchedSheet:
    """One sheet: of clients, or of things that each client can have several of."""

    table: Table
    stem: str = ""
    """The list whose items its rows are, such as `children`; "" for a sheet of clients."""
    key: Heading | None = None
    """The column of the clients' keys; None if a client is called by the number of her row."""
    within: tuple[Heading, ...] = ()
    """In a sheet of items within items: the columns that say which, the outermost first."""
    bound: tuple[Bound, ...] = ()
    unused: tuple[Heading, ...] = ()
    """Columns with something in them that match nothing, and are passed over because somebody said so."""

    def spot(self, row: Row, heading: Heading | None = None) -> Spot:
        """Return the place of a row, or of its cell below `heading`."""
        if heading is None:
            return Spot(row.file or self.table.file, self.table.name, row.number)
        shown = heading.text or heading.variable
        return Spot(row.file or self.table.file, self.table.name, row.number, heading.letters, shown)


_KEYS = frozenset({CLIENT, f"{CLIENT} id", f"{CLIENT} key", f"{CLIENT} number", f"{CLIENT} no"})
"""What people write above the clients' keys, in plain words."""


def is_key(heading: Heading) -> bool:
    """Say whether a column is that of the clients' keys, by its variable or by what stands above it."""
    return heading.variable == CLIENT or (not heading.variable and plain(heading.text) in _KEYS)


def value_at(row: Row, heading: Heading) -> CellValue:
    """Return what stands in a row below `heading`; None if nothing does."""
    return row.cells[heading.index].value if heading.index < len(row.cells) else None


def filled(table: Table, headings: Iterable[Heading]) -> set[int]:
    """Return the numbers of those columns that have anything in them; reads no further than it must."""
    left = {heading.index for heading in headings}
    found: set[int] = set()
    if not left:
        return found
    for row in table.rows():
        seen = {
            index
            for index in left
            if index < len(row.cells) and (row.cells[index].value is not None or row.cells[index].trouble)
        }
        found |= seen
        left -= seen
        if not left:
            break
    return found
