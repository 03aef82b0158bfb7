"""Markdown, with the HTML that authors put into it, as blocks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from unbarred.terminal.printable import printable
from unbarred.terminal.prose import tags
from unbarred.terminal.prose.blocks import Block
from unbarred.terminal.prose.hypertext import read_html
from unbarred.terminal.prose.marks import without_marks
from unbarred.terminal.prose.tables import Table

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def blocks(
    markdown: str, terms: Mapping[str, str] | None = None, style: str = ""
) -> tuple[Block | Table, ...]:
    """Read Markdown. A `{term}` that `terms` explains loses its braces and gains the mark `term`."""
    return _blocks(markdown, frozenset(terms or ()), style)


@lru_cache(maxsize=256)
def _blocks(markdown: str, terms: frozenset[str], style: str) -> tuple[Block | Table, ...]:
    source = printable(markdown)
    has_tags = tags.TAG.search(source) is not None
    return read_html(str(_parser(has_tags).render(without_marks(source))), terms, style)


@cache
def _parser(has_tags: bool) -> MarkdownIt:
    """A parser that leaves tags where they are and reads the Markdown between them.

    A tag at the start of a line does not keep the words behind it from being
    Markdown; and as authors indent their HTML as they like, four blanks make
    code only in a text without any.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable("html_block")
    if has_tags:
        parser.disable("code")
    # Nothing is followed; an address that a browser should refuse still has words to read.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser
