"""Blocks of marked text, and how they are broken into lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from unbarred.terminal.printable import printable
from unbarred.terminal.prose.tables import Table
from unbarred.terminal.wrapping import row_starts, width_of


@dataclass(frozen=True)
class Block:
    """A paragraph: its text, what stands before its first line, how far the others go in."""

    text: Text
    mark: str = ""
    follows: bool = False
    """Stands right under the block before, without a blank line."""

    def lines(self, width: int) -> list[Text]:
        """Return the block broken into lines that are at most `width` columns wide."""
        room = max(width - width_of(self.mark), 1)
        lines: list[Text] = []
        for piece in self.text.split("\n", allow_blank=True):
            for row in piece.divide(row_starts(piece.plain, room)[1:]):
                row.rstrip()
                lines.append(Text(" " * width_of(self.mark) if lines else self.mark).append_text(row))
        return lines


def set_lines(blocks: Sequence[Block | Table], width: int, *, in_columns: bool = True) -> list[Text]:
    """Return the lines of all blocks, with a blank line between them where one belongs.

    Without columns, a table is told row by row, as it would be read aloud.
    """
    lines: list[Text] = []
    for block in blocks:
        if lines and not block.follows:
            lines.append(Text())
        if isinstance(block, Table):
            lines += set_lines(_told(block), width) if not in_columns else _set(block, width)
        else:
            lines += block.lines(width)
    return lines


def literal(text: str, mark: str = "", *, style: str = "", follows: bool = False) -> Block:
    """Return plain text as a block; nothing in it is markup."""
    return Block(Text(printable(text), style=style), mark, follows)


def _set(table: Table, width: int) -> list[Text]:
    """The table in columns, or told where the columns would be too narrow to read."""
    lines = table.columns(width)
    return set_lines(_told(table), width) if lines is None else lines


def _told(table: Table) -> list[Block]:
    rows = table.told()
    return [Block(line, follows=place > 0) for row in rows for place, line in enumerate(row)]
