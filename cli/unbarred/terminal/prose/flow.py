"""Blocks being made one under the other: those of a whole text, or of one cell of a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from unbarred.terminal.printable import printable
from unbarred.terminal.prose import tags
from unbarred.terminal.prose.blanks import one_blank
from unbarred.terminal.prose.blocks import Block
from unbarred.terminal.prose.tables import Table

_INDENT = "  "
_QUOTING = ("blockquote", "dd")
_LEADING = ("dt", "summary")
"""What comes after these belongs to them."""


class Flow:
    """Takes text as it comes; lists and quotations around it decide how far it goes in."""

    def __init__(self, style: str = "") -> None:
        self._style = style
        self._blocks: list[Block | Table] = []
        self._text = Text(style=style)
        self._lists: list[int | None] = []
        """The number of the next item in each list around; None for bullets."""
        self._items: list[str] = []
        """How far the text of each item around goes in."""
        self._quotes = 0
        self._mark = ""
        """What stands before the next block, inside quotations."""
        self._follows = False

    def add(self, text: str, marks: Sequence[str] = ()) -> None:
        """Add words under `marks`; blanks in a row are one blank."""
        self.add_run(Text(one_blank(text)), marks)

    def add_run(self, run: Text, marks: Sequence[str] = ()) -> None:
        """Add a run of marked text."""
        if run.plain.startswith(" ") and (not self._text or self._text.plain[-1] in " \n"):
            run = run[1:]
        for mark in marks:
            run.stylize(mark)
        self._text.append_text(run)

    def add_kept(self, text: str) -> None:
        """Add text in which blanks and line ends count."""
        self._text.append(printable(text), "code")

    def break_line(self) -> None:
        """Begin a new line in the same block."""
        if self._text:
            self._text.rstrip()
            self._text.append("\n")

    def end_block(self) -> None:
        """End the block that is under way, if there is one."""
        text, self._text = self._text, Text(style=self._style)
        while text.plain.endswith((" ", "\n", "\t")):
            text.right_crop(1)
        if not text.plain.strip():
            return
        mark = self._mark
        self._put(Block(text, _INDENT * self._quotes + mark, self._follows))
        # A second paragraph of the same item stands under the first.
        self._mark = " " * len(mark)

    def add_table(self, table: Table) -> None:
        """Put a table; inside a list or a quotation it stands at the margin."""
        self.end_block()
        if table.rows or table.head:
            self._put(table)

    def open(self, tag: str, first: int = 1) -> None:
        """Begin a block of that tag; a numbered list counts from `first`."""
        self.end_block()
        if tag in tags.LISTS:
            self._follows = bool(self._lists)
            self._lists.append(first if tag == "ol" else None)
            self._items.append("")
        elif tag == "li":
            self._open_item()
        elif tag in _QUOTING:
            self._quotes += 1

    def close(self, tag: str) -> None:
        """End a block of that tag."""
        self.end_block()
        if tag in tags.LISTS and self._lists:
            self._lists.pop()
            self._items.pop()
            self._mark = self._items[-1] if self._items else ""
            self._follows = bool(self._lists)
        elif tag == "li":
            self._close_item()
        elif tag in _QUOTING:
            self._quotes = max(self._quotes - 1, 0)
        elif tag in _LEADING:
            self._follows = bool(self._blocks)

    def finish(self) -> tuple[Block | Table, ...]:
        """End all that is open; return the blocks."""
        self.end_block()
        return tuple(self._blocks)

    def _open_item(self) -> None:
        self._close_item()
        number = self._lists[-1] if self._lists else None
        around = _INDENT * max(len(self._lists) - 1, 0)
        self._mark = f"{around}- " if number is None else f"{around}{number}. "
        if self._lists:
            self._lists[-1] = None if number is None else number + 1
            self._items[-1] = " " * len(self._mark)

    def _close_item(self) -> None:
        """The next item follows without room."""
        if self._items and self._items[-1]:
            self._items[-1] = ""
            self._follows = True

    def _put(self, block: Block | Table) -> None:
        self._blocks.append(block)
        self._follows = False
