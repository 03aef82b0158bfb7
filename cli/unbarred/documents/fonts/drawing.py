"""Draws lines of text into a content stream, and gathers the resources that they need."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from unbarred.documents.fonts import pictured
from unbarred.documents.fonts.lettering import Face, Line, Piece

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf, Stream


def number(value: float) -> str:
    """Return a number as a content stream has it: at most three decimals, no exponent."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if abs(value) >= 0.0005 else "0"


class Drawing:
    """One content stream in the making. Lengths are points; x goes right and y goes up."""

    def __init__(self, pdf: Pdf) -> None:
        """Begin with nothing drawn."""
        self._pdf = pdf
        self._parts: list[str] = []
        self._fonts: list[Face] = []
        self._pictures: list[Stream] = []

    def add(self, operators: str) -> None:
        """Add operators as they are."""
        self._parts.append(operators)

    def line(self, line: Line, x: float, y: float, size: float, *, colour: str = "0 g") -> None:
        """Draw `line` with letters of `size`, beginning at (x, y)."""
        for piece in line.pieces:
            if piece.picture is None:
                self.add(f"{colour} {self._letters(piece.face, piece.text, x, y, size)}")
            else:
                self._picture(piece, piece.picture, x, y, size, colour)
            x += piece.width * size / 1000

    def content(self) -> bytes:
        """Return the content stream."""
        return ("\n".join(self._parts) + "\n").encode("latin-1")

    def resources(self) -> Dictionary:
        """Return the fonts and pictures that the content names."""
        from pikepdf import Dictionary

        made = Dictionary()
        if self._fonts:
            made.Font = Dictionary({f"/U{at}": face.resource for at, face in enumerate(self._fonts)})
        if self._pictures:
            made.XObject = Dictionary({f"/P{at}": picture for at, picture in enumerate(self._pictures)})
        return made

    def _letters(self, face: Face, text: str, x: float, y: float, size: float, mode: str = "") -> str:
        if face not in self._fonts:
            self._fonts.append(face)
        name, words = f"/U{self._fonts.index(face)}", face.encode(text).hex().upper()
        return f"BT {mode}{name} {number(size)} Tf {number(x)} {number(y)} Td <{words}> Tj ET"

    def _picture(self, piece: Piece, font: Path, x: float, y: float, size: float, colour: str) -> None:
        picture, (left, bottom, width, height) = pictured.picture(self._pdf, piece.text, font, size)
        self._pictures.append(picture)
        matrix = " ".join(map(number, (width, 0, 0, height, x + left, y + bottom)))
        self.add(f"q {colour} {matrix} cm /P{len(self._pictures) - 1} Do Q")
        # The same words unseen, as a scanned page has them, for whoever searches, copies or listens.
        text = pictured.as_seen(piece.text)
        stretched = number(100 * piece.width / max(piece.face.width(text), 1))
        self.add(f"q {self._letters(piece.face, text, x, y, size, f'3 Tr {stretched} Tz ')} Q")
