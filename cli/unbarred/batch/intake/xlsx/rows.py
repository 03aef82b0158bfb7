"""The rows of one sheet of a workbook, read in pieces."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from typing import TypeVar
from xml.parsers import expat

from unbarred.batch.intake.merges import WIDEST
from unbarred.batch.intake.tables import Cell, Row
from unbarred.batch.intake.texts import EMPTY
from unbarred.batch.intake.zipped import local

_DIGITS = "0123456789"
_REMEMBERED = 4_000
_SHORT = 60
T = TypeVar("T")
_TRUE = ("1", "true")

Making = Callable[[str, str, str, str | None], Cell]
"""Gives a cell of its kind, number of style, text, and formula (None if it has none)."""


class RowReader:
    """Handlers of XML that put each row which has anything in it into `ready`."""

    def __init__(self, parser: expat.XMLParserType, ready: deque[Row | None], make: Making) -> None:
        self._ready = ready
        self._make = make
        self._remembered: dict[tuple[str, str, str, str | None], Cell] = {}
        self._indexes: dict[str, int] = {}
        self._locals: dict[str, str] = {}
        self._in_rows = False
        self._number = 0
        self._is_hidden = False
        self._cells: list[Cell] = []
        self._column = -1
        self._kind = self._style = ""
        self._formula: list[str] | None = None
        self._parts: list[str] = []
        self._gathering: list[str] | None = None
        self._in_reading = False
        self._begins: dict[str, Callable[[dict[str, str]], None]] = {
            "sheetData": self._begin_rows,
            "row": self._begin_row,
            "c": self._begin_cell,
            "v": self._begin_value,
            "t": self._begin_text,
            "f": self._begin_formula,
            "rPh": self._begin_reading,
        }
        self._ends: dict[str, Callable[[], None]] = {
            "c": self._end_cell,
            "v": self._end_text,
            "t": self._end_text,
            "f": self._end_text,
            "row": self._end_row,
            "rPh": self._end_reading,
            "sheetData": self._end_rows,
        }
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        handler = self._begins.get(name) or self._begins.get(self._local(name))
        if handler is not None and (self._in_rows or name.endswith("sheetData")):
            handler(attributes)

    def _end(self, name: str) -> None:
        if self._in_rows:
            handler = self._ends.get(name) or self._ends.get(self._local(name))
            if handler is not None:
                handler()

    def _local(self, name: str) -> str:
        """Return a name without its prefix, which some programs write before every one."""
        if (found := self._locals.get(name)) is None:
            found = self._locals[name] = local(name)
        return found

    def _characters(self, text: str) -> None:
        if self._gathering is not None:
            self._gathering.append(text)

    def _begin_rows(self, _: dict[str, str]) -> None:
        self._in_rows = True

    def _end_rows(self) -> None:
        self._in_rows = False

    def _begin_row(self, attributes: dict[str, str]) -> None:
        said = attributes.get("r", "")
        self._number = int(float(said)) if said else self._number + 1
        self._is_hidden = attributes.get("hidden") in _TRUE
        self._cells = []
        self._column = -1

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        self._column = self._column + 1 if place is None else self._index(place.rstrip(_DIGITS))
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._parts = []
        self._formula = None

    def _index(self, letters: str) -> int:
        if (found := self._indexes.get(letters)) is None:
            found = self._indexes[letters] = column_index(letters)
        return found

    def _begin_value(self, _: dict[str, str]) -> None:
        self._gathering = self._parts

    def _begin_text(self, _: dict[str, str]) -> None:
        self._gathering = None if self._in_reading else self._parts

    def _begin_formula(self, _: dict[str, str]) -> None:
        self._formula = self._gathering = []

    def _end_text(self) -> None:
        self._gathering = None

    def _begin_reading(self, _: dict[str, str]) -> None:
        self._in_reading = True

    def _end_reading(self) -> None:
        self._in_reading = False

    def _end_cell(self) -> None:
        formula = None if self._formula is None else "".join(self._formula)
        text = self._parts[0] if len(self._parts) == 1 else "".join(self._parts)
        if not text and formula is None:
            return
        key = (self._kind, self._style, text, formula)
        cell = self._remembered.get(key)
        if cell is None:
            cell = self._make(*key)
            # A number can stand for a long text, which hardly comes again.
            if len(text) < _SHORT and not (isinstance(cell.value, str) and len(cell.value) >= _SHORT):
                if len(self._remembered) > _REMEMBERED:
                    self._remembered.clear()
                self._remembered[key] = cell
        if cell is EMPTY:
            return
        cells = self._cells
        missing = self._column - len(cells)
        if missing > 0:
            cells.extend([EMPTY] * missing)
        if missing >= 0:
            cells.append(cell)
        else:
            cells[self._column] = cell

    def _end_row(self) -> None:
        if self._cells:
            self._ready.append(Row(self._number, self._cells, self._is_hidden))
            self._cells = []


_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def column_index(letters: str) -> int:
    """Return the number of a column, counted from 0. Raises `ValueError` if no sheet can have it."""
    index = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            raise ValueError(f"{letters[:10]!r} is no column")
        index = index * 26 + ord(letter) - 64
    if not 1 <= index <= WIDEST:
        raise ValueError(f"{letters[:10]!r} is no column")
    return index - 1


def reference(text: str) -> tuple[int, int]:
    """Return row, counted from 1, and column, counted from 0, of `B7`. Raises `ValueError`."""
    found = _REFERENCE.fullmatch(text)
    if found is None:
        raise ValueError(f"{text[:20]!r} is no cell")
    return int(found[2]), column_index(found[1])
