"""Headers and footers: what an attachment's metadata say, and a page's number on every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from unbarred.documents.composing.build import document_xml, element
from unbarred.documents.drafting.blocks import Mark, Piece, Words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from unbarred.documents.drafting.runs import Writer

_SIDES = ("Left", "Center", "Right")
Line = tuple[tuple[Piece, ...], ...]
"""What stands left, in the middle and right."""


@dataclass(frozen=True)
class Running:
    """What stands at the head and foot of pages; the first page's own is None if it is like the others."""

    head: tuple[Line, ...]
    foot: tuple[Line, ...]
    first_head: tuple[Line, ...] | None = None
    first_foot: tuple[Line, ...] | None = None


def running(metadata: Mapping[str, object], read: Callable[[str], tuple[Piece, ...]], house: Line) -> Running:
    """Return what `metadata` want; `house` stands at the foot of pages that would have no number else."""

    def lines(prefix: str) -> tuple[Line, ...]:
        sides = [_lines(read(str(metadata.get(f"{prefix}{side}") or "").strip())) for side in _SIDES]
        return tuple(zip_longest(*sides, fillvalue=()))

    head, foot = lines("Header"), lines("Footer")
    first_head, first_foot = lines("FirstHeader"), lines("FirstFooter")
    numbered = _numbered(head, foot, house)
    if not first_head and not first_foot:
        return Running(head, numbered)
    return Running(head, numbered, first_head, _numbered(first_head, first_foot, house))


def house_line(title: tuple[Piece, ...], page: str, of: str) -> Line:
    """Return the house's own foot: the title, and which page of how many it is."""
    return (
        title,
        (),
        (Words(f"{page} "), Mark("page"), Words(f" {of} "), Mark("pages")),
    )


def running_part(lines: Sequence[Line], writer: Writer, width: int, *, is_head: bool) -> bytes:
    """Return the part for a header or a footer; `width` is that of the text, in twentieths of a point."""
    paragraphs = [
        _paragraph(line, writer, width, is_ruled=not is_head and position == 0)
        for position, line in enumerate(lines)
    ]
    paragraphs = paragraphs or [element("p")]
    return document_xml(element("hdr" if is_head else "ftr", *paragraphs))


def _numbered(head: tuple[Line, ...], foot: tuple[Line, ...], house: Line) -> tuple[Line, ...]:
    has_number = any(Mark("page") in side for line in (*head, *foot) for side in line)
    return foot if has_number else (*foot, house)


def _lines(pieces: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    """Return the lines of one side; none if it says nothing."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece == Mark("break"):
            lines.append([])
        else:
            lines[-1].append(piece)
    return [tuple(line) for line in lines] if pieces else []


def _paragraph(line: Line, writer: Writer, width: int, *, is_ruled: bool) -> Element:
    left, middle, right = line
    form = element(
        "pPr",
        element("pStyle", val="Footer"),
        # The house's line is above the foot, once.
        None if is_ruled else element("pBdr", element("top", val="nil")),
        element(
            "tabs",
            element("tab", val="center", pos=width // 2),
            element("tab", val="right", pos=width),
        ),
    )
    runs = [*writer.runs(left)]
    if middle or right:
        runs += [element("r", element("tab")), *writer.runs(middle)]
    if right:
        runs += [element("r", element("tab")), *writer.runs(right)]
    return element("p", form, *runs)
