"""Turns a template's Markdown into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from unbarred.documents.composing.blocks import (
    Block,
    Caption,
    Control,
    Face,
    Inline,
    Lines,
    Mark,
    NewPage,
    Place,
    Side,
    SignatureBlock,
    Table,
    Words,
)
from unbarred.documents.composing.keeping import announces, depth_of, kept_lines
from unbarred.documents.composing.source import Source
from unbarred.documents.composing.typography import bind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_HEADINGS = {"h1": "Title", "h2": "Heading1", "h3": "Heading2"}
_FENCED = {
    "address": "Address",
    "centred": "Centred",
    "contents": "Contents",
    "display": "Display",
    "facts": "Fact",
    "notice": "Notice",
    "regarding": "Regarding",
    "ruled": "Ruled",
    "subtitle": "Subtitle",
}
_DEEPER = {"Contents": "Contents2"}
_OTHER_FENCES = ("caption", "signature")
_COLUMNS = "---"
_NUMBERS = ("ListNumber", "ListNumber2")
_BOX = "[ ] "
_FIELDS = re.compile(r"(\[pages?\]| \| )")
_MARKS = {"[page]": Mark("page"), "[pages]": Mark("pages"), " | ": Mark("tab")}


def read_blocks(source: Source) -> list[Block]:
    """Return the blocks of a template; raises `ContentError` for Markdown the house has no style for."""
    blocks = list(_indented(_Reader(source).blocks()))
    spoken = [block for block in blocks if not isinstance(block, Control)]
    for before, block in zip([None, *spoken[:-1]], spoken, strict=True):
        if isinstance(block, SignatureBlock) and not isinstance(before, Lines):
            raise source.fault("A signature comes straight after the words that are signed.")
    return blocks


def _indented(blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield `blocks`; bullets that a numbered paragraph announces are set in as far as its words are."""
    under_number = False
    for block in blocks:
        if isinstance(block, Lines) and block.style == "ListBullet" and under_number:
            yield replace(block, style="ListBullet2")
            continue
        if not isinstance(block, Control):
            numbered = isinstance(block, Lines) and block.style.startswith(("ListNumber", "ListContinue"))
            under_number = numbered and announces(block)
        yield block


def read_line(source: Source) -> Inline:
    """Return the one paragraph of a footer: ` | ` parts its sides, `[page]` and `[pages]` count."""
    return _Reader(source).line(source.markdown.strip())


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    options = {"typographer": True, "html": False}
    return MarkdownIt("commonmark", options).enable(["table", "smartquotes"])


class _Reader:
    """Walks the tokens of one template."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = source.markdown.splitlines()
        self.tokens = _parser().parse(source.markdown)
        self.lists: list[str] = []
        self.first_in_item = False

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in order."""
        position = 0
        while position < len(self.tokens):
            token = self.tokens[position]
            if token.type == "table_open":
                end = next(
                    i for i in range(position, len(self.tokens)) if self.tokens[i].type == "table_close"
                )
                yield self._table(token, self.tokens[position:end])
                position = end
            elif token.type == "fence":
                yield from self._fence(token)
            elif token.type == "hr":
                yield NewPage()
            elif token.type in ("heading_open", "paragraph_open"):
                yield self._text(token, self.tokens[position + 1])
                position += 2
            else:
                self._list(token)
            position += 1

    def line(self, words: str) -> Inline:
        """Return the words of one line of a fence or footer: Markdown within the line."""
        tokens = _parser().parseInline(words)
        return tuple(self._inline(tokens[0], fields=True)) if words else ()

    def _list(self, token: Token) -> None:
        if token.type.endswith("_list_open"):
            self.lists.append(token.type.removesuffix("_list_open"))
        elif token.type.endswith("_list_close"):
            self.lists.pop()
        elif token.type == "list_item_open":
            self.first_in_item = True
        elif token.type != "list_item_close":
            raise self.source.fault(f"The house style has nothing for {token.type} at {token.content!r}.")

    def _text(self, opening: Token, token: Token) -> Block:
        control = self.source.control(token.content)
        if control and opening.type == "paragraph_open":
            return Control(control)
        inline = tuple(self._inline(token))
        if opening.type == "heading_open":
            return Lines(_HEADINGS[opening.tag], inline)
        style = self._list_style(token.content)
        if style == "Checklist":
            first = inline[0]
            assert isinstance(first, Words)
            inline = (Words(first.text.removeprefix(_BOX), first.face), *inline[1:])
        return Lines(style, inline)

    def _list_style(self, words: str) -> str:
        if not self.lists:
            return "Normal"
        if not self.first_in_item:
            return "ListContinue"
        self.first_in_item = False
        if self.lists[-1] == "ordered":
            return _NUMBERS[min(self.lists.count("ordered"), len(_NUMBERS)) - 1]
        return "Checklist" if words.startswith(_BOX) else "ListBullet"

    def _fence(self, token: Token) -> Iterator[Block]:
        kind, lines = token.info.strip(), [line for line in token.content.splitlines() if line.strip()]
        if kind == "signature":
            yield SignatureBlock(lines[0].count(" | ") + 1, tuple(map(self.line, lines)))
        elif kind == "caption":
            yield self._caption(lines)
        elif kind in _FENCED:
            yield from self._lines(_FENCED[kind], lines)
        else:
            known = ", ".join(sorted([*_FENCED, *_OTHER_FENCES]))
            raise self.source.fault(f"There is no block called {kind!r}; there are {known}.")

    def _lines(self, style: str, lines: list[str]) -> Iterator[Lines | Control]:
        spoken = [line for line in lines if not self.source.control(line)]
        together = _together(lines, self.source) if style == "Fact" else ()
        for number, line in enumerate(lines):
            control = self.source.control(line)
            if control:
                yield Control(control)
            else:
                own = _DEEPER.get(style, style) if line.startswith(" ") else style
                words = line if line.startswith(" | ") else line.strip()
                inline = self.line(words)
                if style == "Ruled" and Mark("tab") not in inline:
                    inline = (*inline, Words(" "), Mark("tab"))
                yield Lines(own, inline, _place(line, spoken), number in together)

    def _caption(self, lines: list[str]) -> Caption:
        marks = [number for number, line in enumerate(lines) if line.strip() == _COLUMNS]
        if len(marks) != 2:
            raise self.source.fault(
                f"A caption has three parts with a line {_COLUMNS} between them: the head, the left and "
                "the right column."
            )
        first, second = marks
        parts = (lines[:first], lines[first + 1 : second], lines[second + 1 :])
        head, left, right = (tuple(self._lines("CaptionText", part)) for part in parts)
        return Caption(head, left, right)

    def _table(self, opening: Token, tokens: list[Token]) -> Table:
        rows: list[list[Token]] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(token)
        assert opening.map is not None
        rule = self.lines[opening.map[0] + 1]
        columns = rule.strip().strip("|").split("|")
        widths = tuple(part.count("-") for part in columns)
        made = tuple(map(self._row_or_control, rows[1:]))
        return Table(widths, self._row(rows[0]), made, tuple(map(_side, columns)))

    def _row_or_control(self, cells: list[Token]) -> tuple[Inline, ...] | Control:
        control = self.source.control("".join(cell.content for cell in cells))
        return Control(control) if control else self._row(cells)

    def _row(self, cells: list[Token]) -> tuple[Inline, ...]:
        return tuple(tuple(self._inline(cell, fields=True)) for cell in cells)

    def _inline(self, token: Token, *, fields: bool = False) -> Iterator[Words | Mark]:
        face: Face = "plain"
        for child in token.children or []:
            if child.type == "text" and child.content:
                yield from self._words(child.content, face, fields)
            elif child.type in ("strong_open", "em_open"):
                face = "bold" if child.type == "strong_open" else "source"
            elif child.type in ("strong_close", "em_close"):
                face = "plain"
            elif child.type == "softbreak":
                yield Words(" ", face)
            elif child.type == "hardbreak":
                yield Mark("break")
            elif child.type != "text":
                raise self.source.fault(f"The house style has nothing for {child.type} in {token.content!r}.")

    def _words(self, words: str, face: Face, fields: bool) -> Iterator[Words | Mark]:
        for piece in _FIELDS.split(words) if fields else [words]:
            if piece in _MARKS and fields:
                yield _MARKS[piece]
            elif piece:
                yield Words(self.source.restore(bind(piece)), face)


def _side(rule: str) -> Side:
    """Return the side that a table's column keeps to, by the colons of its rule as in Markdown."""
    if not rule.strip().endswith(":"):
        return "left"
    return "center" if rule.strip().startswith(":") else "right"


def _together(lines: list[str], source: Source) -> frozenset[int]:
    """Return the numbers of the lines of a block that stay on one page with the next."""
    depth, always = 0, []
    for number, line in enumerate(lines):
        tags = source.control(line)
        if tags:
            depth += depth_of(tags)
        elif not depth:
            always.append(number)
    return kept_lines(always)


def _place(line: str, lines: list[str]) -> Place:
    """Return where `line` stands among `lines`; each is written once, with its own tags."""
    if len(lines) < 2 or line not in lines:
        return "alone"
    if line is lines[0]:
        return "first"
    return "last" if line is lines[-1] else "within"
