"""Markdown of screens as blocks of marked text, for any width.

The blocks are the same for both faces; a face decides what bold or a hard word
looks like. Marks (styles) are `strong`, `em`, `code`, `term` and `title`.
HTML is not markup here: it is shown as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rich.text import Text

from unbarred.terminal.helping import TERM
from unbarred.terminal.wrapping import row_starts, width_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


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


def set_lines(blocks: Sequence[Block], width: int) -> list[Text]:
    """Return the lines of all blocks, with a blank line between them where one belongs."""
    lines: list[Text] = []
    for block in blocks:
        if lines and not block.follows:
            lines.append(Text())
        lines += block.lines(width)
    return lines


def blocks(markdown: str, terms: Mapping[str, str] | None = None, style: str = "") -> tuple[Block, ...]:
    """Read Markdown. A `{term}` that `terms` explains loses its braces and gains the mark `term`."""
    return _blocks(markdown, frozenset(terms or ()), style)


def literal(text: str, mark: str = "", *, style: str = "", follows: bool = False) -> Block:
    """Return plain text as a block; nothing in it is markup."""
    return Block(Text(text, style=style), mark, follows)


@lru_cache(maxsize=256)
def _blocks(markdown: str, terms: frozenset[str], style: str) -> tuple[Block, ...]:
    return tuple(_Reader(terms, style).read(_parser().parse(markdown)))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


class _Reader:
    """Goes through the tokens of one text, keeping in mind which lists it is in."""

    def __init__(self, terms: frozenset[str], style: str) -> None:
        self._terms = terms
        self._style = style
        self._next: list[int | None] = []
        """The number of the next item in each list around; None for bullets."""
        self._mark = ""
        self._follows = False
        self._is_title = False
        self._row: list[Text] | None = None

    def read(self, tokens: Sequence[Token]) -> Iterator[Block]:
        for token in tokens:
            if token.type == "inline":
                yield from self._text(self._inline(token.children or ()))
            elif token.type in ("fence", "code_block"):
                yield from self._text(Text(token.content.rstrip("\n"), style="code"))
            elif token.type == "tr_close":
                cells, self._row = self._row or [], None
                yield from self._text(Text("  |  ").join(cells))
                self._follows = True
            else:
                self._enter_or_leave(token)

    def _text(self, text: Text) -> Iterator[Block]:
        if self._row is not None:
            self._row.append(text)
            return
        yield Block(text, self._mark, self._follows)
        # A second paragraph of the same item stands under the first.
        self._mark = " " * len(self._mark)
        self._follows = False

    def _enter_or_leave(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._follows = bool(self._next)
                is_numbered = token.type == "ordered_list_open"
                self._next.append(int(token.attrs.get("start", 1)) if is_numbered else None)
            case "list_item_open":
                self._mark = self._item_mark()
            case "list_item_close":
                self._follows = True
            case "bullet_list_close" | "ordered_list_close":
                self._next.pop()
                self._mark = ""
                self._follows = bool(self._next)
            case "heading_open" | "heading_close":
                self._is_title = token.type == "heading_open"
            case "table_close":
                self._follows = False
            case "tr_open":
                self._row = []

    def _item_mark(self) -> str:
        number = self._next[-1]
        indent = "  " * (len(self._next) - 1)
        if number is None:
            return f"{indent}- "
        self._next[-1] = number + 1
        return f"{indent}{number}. "

    def _inline(self, tokens: Sequence[Token]) -> Text:
        text = Text(style="title" if self._is_title else self._style)
        marks: list[str] = []
        links: list[str] = []
        for token in tokens:
            if token.type in ("strong_open", "em_open"):
                marks.append(token.type.removesuffix("_open"))
            elif token.type in ("strong_close", "em_close"):
                marks.pop()
            elif token.type == "link_open":
                links.append(str(token.attrs.get("href", "")))
            elif token.type == "link_close":
                text.append(_address(links.pop(), text.plain))
            else:
                text.append_text(self._run(token, marks))
        return text

    def _run(self, token: Token, marks: Sequence[str]) -> Text:
        """One run of text under the `marks` around it, its hard words marked."""
        breaks = {"softbreak": " ", "hardbreak": "\n"}
        if token.type in breaks:
            return Text(breaks[token.type])
        if token.type == "code_inline":
            return Text(token.content, style="code")
        run = Text()
        at = 0
        for match in TERM.finditer(token.content):
            if match[1].casefold() in self._terms:
                run.append(token.content[at : match.start()]).append(match[1], "term")
                at = match.end()
        run.append(token.content[at:])
        for mark in marks:
            run.stylize(mark)
        return run


def _address(href: str, said: str) -> str:
    """What is said after a link, for those who can only type its address."""
    return "" if not href or href.removeprefix("mailto:") in said else f" ({href})"
