"""Reads an author's Markdown, with its markup lifted out, into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from unbarred.documents.drafting import layouts
from unbarred.documents.drafting.blocks import (
    Block,
    Cell,
    Columns,
    Edge,
    Item,
    Layout,
    Mark,
    NewPage,
    Paragraph,
    Piece,
    Skip,
    Table,
    Words,
)
from unbarred.documents.drafting.inline import as_written, pieces, tidied
from unbarred.documents.drafting.layouts import Settings
from unbarred.documents.drafting.markup import PARAGRAPH, Code, Source
from unbarred.documents.filling.marks import ANSWER

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ALIGN = re.compile(r"text-align:(left|center|right)")
_EDGES = {
    "BEGIN_TWOCOL": Edge("begin"),
    "BREAK": Edge("between"),
    "END_TWOCOL": Edge("end"),
    "BEGIN_CAPTION": Edge("begin", ruled=True),
    "VERTICAL_LINE": Edge("between"),
    "END_CAPTION": Edge("end"),
}
_WIDEST, _NARROWEST = 40, 6
"""Letters: a column that says more, or less, is no wider, or narrower."""


@dataclass
class _List:
    number: int | None
    """Which numbered list it is; None for bullets."""
    is_fresh: bool = False
    """Whether an item has just begun."""


class Reading:
    """Reads one text. `starts` has the number each list begins with, by the list's own number less one."""

    def __init__(self, source: Source, settings: Settings) -> None:
        self.starts: list[int] = []
        self._source = source
        self._settings = settings
        self._lists: list[_List] = []
        self._quotes = 0

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks of the text, columns put together."""
        return _with_columns(list(self._read(_parser().parse(self._source.markdown))))

    def line(self, text: str) -> tuple[Piece, ...]:
        """Return the words of a header or footer; what parts paragraphs is a break there."""
        tokens = _parser().parseInline(text)[0].children or []
        return tidied([_within(piece) for piece in pieces(tokens, self._source)])

    def _read(self, tokens: Sequence[Token]) -> Iterator[Block]:
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "table_open":
                end = next(i for i in range(position, len(tokens)) if tokens[i].type == "table_close")
                yield self._table(tokens[position:end])
                position = end
            elif token.type == "heading_open":
                style = "Heading1" if token.tag == "h1" else "Heading2"
                yield from self._paragraphs(style, tokens[position + 1].children or [])
                position += 2
            elif token.type == "paragraph_open":
                yield from self._paragraphs("Normal", tokens[position + 1].children or [])
                position += 2
            elif token.type in ("fence", "code_block"):
                yield self._as_written(token.content)
            elif token.type == "hr":
                yield Paragraph("Normal", (), Layout(ruled_below=True))
            else:
                self._enter(token)
            position += 1

    def _enter(self, token: Token) -> None:
        if token.type == "blockquote_open":
            self._quotes += 1
        elif token.type == "blockquote_close":
            self._quotes -= 1
        elif token.type == "ordered_list_open":
            self.starts.append(int(token.attrs.get("start", 1)))
            self._lists.append(_List(len(self.starts)))
        elif token.type == "bullet_list_open":
            self._lists.append(_List(None))
        elif token.type.endswith("_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            self._lists[-1].is_fresh = True

    def _paragraphs(self, style: str, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield the paragraph; several, if its author's markup parts it."""
        held: list[Piece] = []
        layout = self._base(style)
        for piece in pieces(tokens, self._source):
            if not isinstance(piece, Code):
                held.append(piece)
                continue
            done = self._done(style, held, layout)
            held = []
            yield from done
            if piece.name in PARAGRAPH:
                # [BORDER] and [CENTER] together: both, as long as no words stand between them.
                layout = layouts.with_code(self._base(style) if done else layout, piece)
            else:
                yield from self._apart(piece)
                if piece.name != "NEWPAR":
                    layout = self._base(style)
        yield from self._done(style, held, layout)

    def _apart(self, code: Code) -> Iterator[Block]:
        if code.name == "PAGEBREAK":
            yield NewPage()
        elif code.name in ("SKIPLINE", "VERTICALSPACE"):
            yield Skip()
        elif code.name in _EDGES:
            yield _EDGES[code.name]
        else:
            self._settings = layouts.changed(self._settings, code.name)

    def _done(self, style: str, held: Sequence[Piece], layout: Layout) -> tuple[Block, ...]:
        words = tidied(held)
        if not words:
            return ()
        if style != "Normal" or not self._lists:
            return (Paragraph(style, words, layout),)
        current, depth = self._lists[-1], len(self._lists) - 1
        if not current.is_fresh:
            return (Paragraph("ListContinue", words, replace(layout, left=layouts.item_left(depth))),)
        current.is_fresh = False
        style = "ListBullet" if current.number is None else "ListNumber"
        level = sum((each.number is None) == (current.number is None) for each in self._lists) - 1
        return (Paragraph(style, words, layout, Item(current.number or 0, depth, level)),)

    def _base(self, style: str) -> Layout:
        return layouts.of_style(style, self._settings, self._quotes, in_list=bool(self._lists))

    def _as_written(self, text: str) -> Paragraph:
        lines: list[Piece] = []
        for line in text.rstrip("\n").split("\n"):
            lines += [Mark("break"), *map(_within, as_written(line, self._source))]
        return Paragraph("Normal", tuple(lines[1:]), replace(self._base("Normal"), first=0))

    def _table(self, tokens: Sequence[Token]) -> Table:
        rows: list[list[Cell]] = []
        for position, token in enumerate(tokens):
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                found = _ALIGN.search(str(token.attrs.get("style", "")))
                inside = pieces(tokens[position + 1].children or [], self._source)
                align: Literal["", "left", "center", "right"] = found.group(1) if found else ""  # type: ignore[assignment]
                rows[-1].append(Cell(tidied([_within(piece) for piece in inside]), align))
        headings = tuple(rows[0]) if any(cell.pieces for cell in rows[0]) else ()
        return Table(self._widths(tokens[0], rows), headings, tuple(map(tuple, rows[1:])))

    def _widths(self, opening: Token, rows: list[list[Cell]]) -> tuple[int, ...]:
        assert opening.map is not None
        rule = self._source.markdown.splitlines()[opening.map[0] + 1]
        written = tuple(part.count("-") for part in rule.strip().strip("|").split("|"))
        said = any(ANSWER in words.text for row in rows for cell in row for words in _words(cell.pieces))
        # What docassemble counted for its tables were the places of answers.
        if len(set(written)) > 1 and len(written) == len(rows[0]) and not said:
            return written
        longest = (max(_length(row[column].pieces) for row in rows) for column in range(len(rows[0])))
        return tuple(min(max(length, _NARROWEST), _WIDEST) for length in longest)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # HTML is read within paragraphs only, so that Markdown between its tags is read too.
    options = {"typographer": True, "html": True}
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough", "smartquotes"])
    return parser.disable("html_block")


def _within(piece: Piece | Code) -> Piece:
    """Return what stands in a line or cell: one paragraph, so that what would part it is a break."""
    if not isinstance(piece, Code):
        return piece
    return Words("") if piece.name in PARAGRAPH else Mark("break")


def _words(found: Sequence[Piece]) -> list[Words]:
    return [piece for piece in found if isinstance(piece, Words)]


def _length(found: Sequence[Piece]) -> int:
    return sum(len(words.text) for words in _words(found))


def _with_columns(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Put what stands between the edges of columns into columns; a lone edge means nothing."""
    made: list[Block] = []
    begun: list[tuple[Edge, list[Block], list[Block] | None]] = []
    for block in blocks:
        if isinstance(block, Edge):
            if block.kind == "begin":
                begun.append((block, made, None))
                made = []
            elif block.kind == "between" and begun and begun[-1][2] is None:
                edge, outer, _ = begun.pop()
                begun.append((edge, outer, made))
                made = []
            elif block.kind == "end" and begun:
                edge, outer, left = begun.pop()
                columns = Columns(
                    tuple(made if left is None else left), tuple(made if left else ()), edge.ruled
                )
                made = [*outer, columns]
        else:
            made.append(block)
    for _, outer, left in reversed(begun):
        made = [*outer, *(left or []), *made]
    return tuple(made)
