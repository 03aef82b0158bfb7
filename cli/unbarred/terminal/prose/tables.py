"""Tables: in columns where they fit, else row by row in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.text import Text

from unbarred.terminal.words.labels import after_label, nothing_here
from unbarred.terminal.wrapping import row_starts, width_of

_GAP = "  "
_LONGEST_WORD = 20
"""A column need not be wider than this for the sake of one long word."""

_TOGETHER = re.compile(r"\S+ \(\d+\)|\S+")
"""What is not broken: a word, with the number of what it does."""

Row = tuple[Text, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells; `head` names the columns, and is empty where nothing does."""

    rows: tuple[Row, ...]
    head: Row = ()
    follows: bool = False

    def columns(self, width: int) -> list[Text] | None:
        """Return the lines of the table in columns, or None if `width` is too little for that."""
        everything = [self.head, *self.rows] if self.head else list(self.rows)
        widths = _widths(everything, width)
        if widths is None:
            return None
        rows = [_row(row, widths) for row in everything]
        # Rows that run over several lines can be told apart only with room between them.
        is_loose = any(len(row) > 1 for row in rows)
        lines: list[Text] = []
        for row in rows:
            lines += [Text()] if lines and is_loose else []
            lines += row
        return lines if self.rows else [*lines, Text(nothing_here())]

    def told(self) -> list[list[Text]]:
        """Return each row as lines in words: `Column: what stands there`."""
        if not self.rows:
            names = ", ".join(name for cell in self.head if (name := " ".join(cell.plain.split())))
            return [[_labelled(Text(names), Text(nothing_here()))]]
        rows = [[cell for cell in self._told_row(row) if cell.plain.strip()] for row in self.rows]
        return [row for row in rows if row]

    def _told_row(self, row: Row) -> list[Text]:
        if self.head:
            return [_labelled(name, cell) for name, cell in zip_longest(self.head, row, fillvalue=Text())]
        filled = [cell for cell in row if cell.plain.strip()]
        if len(filled) == 2 and "\n" not in filled[0].plain:
            return [_labelled(*filled)]
        return filled

    @property
    def text(self) -> Text:
        """The whole table in words, for a place where no table can stand."""
        return Text("\n").join(cell for row in self.told() for cell in row)


def _labelled(name: Text, cell: Text) -> Text:
    if not cell.plain.strip():
        return Text()
    label = " ".join(name.plain.split())
    return Text.assemble(label, after_label(label), cell)


def _widths(rows: Sequence[Row], width: int) -> list[int] | None:
    """How wide each column is, the widest made narrower until all fit; None if they cannot."""
    columns = list(zip_longest(*rows, fillvalue=Text()))
    if not columns:
        return None
    widths = [max(width_of(line) for cell in column for line in cell.plain.split("\n")) for column in columns]
    least = [
        min(
            max((width_of(word) for cell in column for word in _TOGETHER.findall(cell.plain)), default=0),
            _LONGEST_WORD,
        )
        for column in columns
    ]
    room = width - len(_GAP) * (len(columns) - 1)
    while sum(widths) > room:
        spare = [(size, place) for place, size in enumerate(widths) if size > least[place]]
        if not spare:
            return None
        widths[max(spare)[1]] -= 1
    return widths


def _row(row: Row, widths: Sequence[int]) -> list[Text]:
    cells = [_cell(cell, width) for cell, width in zip_longest(row, widths, fillvalue=Text())]  # type: ignore[arg-type]
    lines = []
    for pieces in zip_longest(*cells, fillvalue=Text()):
        line = Text()
        for place, (piece, width) in enumerate(zip(pieces, widths, strict=True)):
            line.append(_GAP if place else "").append_text(piece)
            line.append(" " * (width - width_of(piece.plain)))
        line.rstrip()
        lines.append(line)
    return lines


def _cell(cell: Text, width: int) -> list[Text]:
    lines = []
    for piece in cell.split("\n", allow_blank=True):
        for row in piece.divide(row_starts(piece.plain, max(width, 1))[1:]):
            row.rstrip()
            lines.append(row)
    return lines
