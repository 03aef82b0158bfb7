"""Writes pieces of a paragraph as runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from unbarred.documents.composing.build import element, flag, text
from unbarred.documents.drafting.blocks import Face, Mark, Picture, Piece, Words
from unbarred.documents.word.wordml import R

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_RULE = "_" * 18

Drawer = Callable[[Picture], "Element | str"]
"""Draws a picture: its drawing, or the words that stand for it."""
Linker = Callable[[str], str]
"""Returns the identifier by which a document may refer to an address."""


class Writer:
    """Writes the pieces of one part of a document."""

    def __init__(self, draw: Drawer, link: Linker) -> None:
        self._draw = draw
        self._link = link

    def runs(
        self, pieces: Sequence[Piece], *, is_bold: bool = False, fills: bool = False
    ) -> Iterator[Element]:
        """Yield the runs of `pieces`; with `fills` a rule may go up to the right margin."""
        for piece in pieces:
            if isinstance(piece, Words):
                face = replace(piece.face, bold=True) if is_bold else piece.face
                run = element("r", _form(face, is_link=bool(piece.link)), text(piece.text))
                yield self._linked(run, piece.link) if piece.link else run
            elif isinstance(piece, Picture):
                drawn = self._draw(piece)
                yield element("r", text(drawn) if isinstance(drawn, str) else element("drawing", drawn))
            elif piece.kind in _FIELDS:
                yield element("fldSimple", element("r", text("1")), instr=f" {_FIELDS[piece.kind]} ")
            elif piece.kind == "fill" and not fills:
                yield element("r", text(_RULE))
            else:
                yield element("r", element("br" if piece.kind == "break" else "tab"))

    def _linked(self, run: Element, address: str) -> Element:
        link = element("hyperlink", run)
        link.set(f"{{{R}}}id", self._link(address))
        return link


def has_fill(pieces: Sequence[Piece]) -> bool:
    """Say whether a rule up to the right margin is among `pieces`."""
    return Mark("fill") in pieces


def _form(face: Face, *, is_link: bool) -> Element | None:
    raised = "superscript" if face.raised else "subscript"
    form = element(
        "rPr",
        flag("b", face.bold),
        flag("i", face.italic),
        flag("strike", face.struck),
        element("u", val="single") if face.underlined or is_link else None,
        element("vertAlign", val=raised) if face.raised or face.lowered else None,
    )
    return form if len(form) else None
