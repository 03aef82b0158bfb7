"""The place where she types, broken into rows between words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout.controls import BufferControl, UIContent

from unbarred.terminal.words import prompts
from unbarred.terminal.wrapping import TAB_STOP, cells, row_starts


@dataclass(frozen=True)
class _Row:
    """One row: where it starts in the whole text (the prompt before it), and its characters."""

    start: int
    text: str
    is_last_of_line: bool


class EntryControl(BufferControl):
    """A buffer's text after a prompt, in rows that end between words.

    prompt_toolkit's own control breaks words in the middle, which is no way to
    read what one has written.
    """

    def __init__(self, buffer: Buffer, is_kept: Callable[[], bool]) -> None:
        super().__init__(buffer)
        self._is_kept = is_kept
        self.prompt = ""
        self.full_prompt = ""
        """The prompt once everything is read; its rows are kept free, so that showing it moves nothing."""
        self.is_secret = False
        """What is typed is not drawn; words stand for what was typed before."""
        self._width = 80

    def count_rows(self, width: int) -> int:
        """Return how many rows prompt and text take."""
        return max(len(self._rows(width)), len(row_starts(self.full_prompt, self._room(width))))

    def create_content(self, width: int, height: int, preview_search: bool = False) -> UIContent:
        self._width = width
        rows = self._rows(width)
        place, column = self._cursor(rows)
        return UIContent(
            get_line=lambda number: self._fragments(rows[number]),
            line_count=len(rows),
            cursor_position=Point(x=column, y=place),
        )

    def move_rows(self, step: int) -> None:
        """Move the cursor up (-1) or down (1) by one row, as seen."""
        rows = self._rows(self._width)
        place, column = self._cursor(rows)
        target = place + step
        if 0 <= target < len(rows):
            self._put_cursor(rows[target], column)

    def move_to_edge(self, *, end: bool) -> None:
        """Move the cursor to the start or the end of its row."""
        rows = self._rows(self._width)
        place, _ = self._cursor(rows)
        self._put_cursor(rows[place], self._width if end else 0)

    @property
    def _shown(self) -> str:
        """The buffer's text, as far as anybody may see it."""
        if not self.is_secret:
            return self.buffer.text
        return prompts.typed_not_shown() if self._is_kept() else ""

    def _rows(self, width: int) -> list[_Row]:
        room = self._room(width)
        rows: list[_Row] = []
        start = 0
        for line in (self.prompt + self._shown).split("\n"):
            starts = row_starts(line, room)
            ends = [*starts[1:], len(line)]
            rows += [
                _Row(start + first, line[first:last], last == len(line))
                for first, last in zip(starts, ends, strict=True)
            ]
            start += len(line) + 1
        return rows

    def _room(self, width: int) -> int:
        return max(width - 1, 2)

    def _cursor(self, rows: Sequence[_Row]) -> tuple[int, int]:
        """The row of the cursor and how many drawn characters stand before it."""
        position = len(self.prompt) + min(self.buffer.cursor_position, len(self._shown))
        place = max(number for number, row in enumerate(rows) if row.start <= position)
        before = rows[place].text[: position - rows[place].start]
        return place, min(len(_drawn(before)), max(self._width - 1, 0))

    def _put_cursor(self, row: _Row, column: int) -> None:
        """Put the cursor at the drawn column, or as near to it as the row reaches."""
        # The place after the last character of a broken line belongs to the next row.
        longest = len(row.text) if row.is_last_of_line else max(len(row.text) - 1, 0)
        offset = 0
        while offset < longest and len(_drawn(row.text[: offset + 1])) <= column:
            offset += 1
        self.buffer.cursor_position = max(row.start + offset - len(self.prompt), 0)

    def _fragments(self, row: _Row) -> StyleAndTextTuples:
        in_prompt = max(len(self.prompt) - row.start, 0)
        style = "class:kept" if self._is_kept() else ""
        text = self._fitting(_drawn(row.text[in_prompt:]))
        return [("class:strong", row.text[:in_prompt]), (style, text)]

    def _fitting(self, text: str) -> str:
        """Without the blanks at the end of a row that stand outside of it."""
        return text.rstrip() if sum(map(cells, text)) >= self._width else text


def _drawn(text: str) -> str:
    """Return the text as it is drawn: tabs as blanks, signs that have no shape as a mark."""
    return "".join(_glyph(character) for character in text)


def _glyph(character: str) -> str:
    if character == "\t":
        return " " * TAB_STOP
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"
