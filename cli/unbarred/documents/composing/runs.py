"""Writes what stands within a line: words in their faces, tabs and breaks, the numbers of pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from unbarred.documents.composing.blocks import Control, Face, Inline, Words
from unbarred.documents.composing.build import element, text

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def runs(inline: Inline) -> Iterator[Element]:
    """Yield the runs of one line."""
    for piece in inline:
        if isinstance(piece, Words):
            yield element("r", _face(piece.face), text(piece.text))
        elif piece.kind in _FIELDS:
            yield element("fldSimple", element("r", text("1")), instr=f" {_FIELDS[piece.kind]} ")
        else:
            yield element("r", element("br" if piece.kind == "break" else "tab"))


def styled(style: str, inline: Inline, *form: Element | None) -> Element:
    """Return a paragraph in `style`; `form` has further properties in the schema's order."""
    return element("p", element("pPr", element("pStyle", val=style), *form), *runs(inline))


def control(statement: Control, whole: str) -> Element:
    """Return the paragraph (`p`) or row (`tr`) that python-docx-template takes for the statement."""
    tag = statement.tag.replace("{%", f"{{%{whole}")
    paragraph = element("p", element("r", text(tag)))
    return paragraph if whole == "p" else element("tr", element("tc", element("tcPr"), paragraph))


def _face(face: Face) -> Element | None:
    if face == "plain":
        return None
    return element("rPr", element("b") if face == "bold" else element("rStyle", val="Source"))
