"""The rows of a small sheet, kept once they were read: a batch looks at each sheet several times."""

from __future__ import annotations

from collections.abc import Callable, Generator

from unbarred.batch.intake.tables import Row
from unbarred.batch.intake.texts import EMPTY

_MOST = 16_000_000
"""Bytes, about. A thousand clients have half of it."""
_OF_A_CELL = 200
_OF_NONE = 8


class KeptRows:
    """Calls `read` until it was drawn to its end once, if its rows are few; from then on they are here."""

    def __init__(self, read: Callable[[], Generator[Row, None, None]]) -> None:
        self._read = read
        self._kept: list[Row] | None = None
        self._are_many = False

    def __call__(self) -> Generator[Row, None, None]:
        """Yield the rows from the first; raises what `read` raises."""
        if self._kept is not None:
            yield from self._kept
        elif self._are_many:
            yield from self._read()
        else:
            yield from self._keeping()

    def _keeping(self) -> Generator[Row, None, None]:
        kept: list[Row] = []
        held = 0
        for row in self._read():
            if not self._are_many:
                kept.append(row)
                held += _size(row)
                if held > _MOST:
                    self._are_many = True
                    kept.clear()
            yield row
        if not self._are_many:
            self._kept = kept


def _size(row: Row) -> int:
    there = [each.value for each in row.cells if each is not EMPTY]
    texts = sum(len(each) for each in there if isinstance(each, str))
    return _OF_NONE * len(row.cells) + _OF_A_CELL * len(there) + texts
