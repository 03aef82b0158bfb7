"""A small sheet is read once; a large one as often as its rows are wanted, and nothing of it is held."""

from __future__ import annotations

from collections.abc import Generator
from itertools import islice

import pytest

from unbarred.batch.intake.kept_rows import KeptRows
from unbarred.batch.intake.tables import Cell, Row


class Sheet:
    """Rows with a long text each, and how often they were read from the first."""

    def __init__(self, rows: int, letters: int = 10) -> None:
        self.read = 0
        self._rows = rows
        self._letters = letters

    def __call__(self) -> Generator[Row, None, None]:
        self.read += 1
        for number in range(1, self._rows + 1):
            yield Row(number, [Cell(f"{number} " + "x" * self._letters)])


def test_a_small_sheet_is_read_once() -> None:
    sheet = Sheet(rows=100)
    rows = KeptRows(sheet)
    assert list(rows()) == list(rows()) == list(Sheet(rows=100)())
    assert sheet.read == 1


def test_what_was_drawn_in_part_is_read_again_from_the_first() -> None:
    sheet = Sheet(rows=100)
    rows = KeptRows(sheet)
    assert len(list(islice(rows(), 30))) == 30
    assert [each.number for each in rows()] == list(range(1, 101))
    assert sheet.read == 2


def test_two_may_read_at_once() -> None:
    rows = KeptRows(Sheet(rows=50))
    first, second = rows(), rows()
    assert [each.number for pair in zip(first, second, strict=True) for each in pair] == [
        number for number in range(1, 51) for _ in range(2)
    ]
    assert len(list(rows())) == 50


def test_a_large_sheet_is_read_each_time_and_whole() -> None:
    sheet = Sheet(rows=40, letters=1_000_000)
    rows = KeptRows(sheet)
    for _ in range(3):
        assert [each.number for each in rows()] == list(range(1, 41))
    assert sheet.read == 3


def test_a_damaged_sheet_is_damaged_each_time() -> None:
    def read() -> Generator[Row, None, None]:
        yield Row(1, [Cell("one")])
        raise ValueError("damaged")

    rows = KeptRows(read)
    for _ in range(2):
        with pytest.raises(ValueError, match="damaged"):
            list(rows())
