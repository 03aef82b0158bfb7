"""Chooses letters for a text in a PDF: from the font that is wanted, else from others that have them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from unbarred.documents.fonts import pictured
from unbarred.documents.fonts.embedding import EmbeddedFont
from unbarred.documents.fonts.finding import Style, fonts_for, read
from unbarred.documents.fonts.simple import SimpleFont
from unbarred.errors import UserError

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf


class Face(Protocol):
    """A font that is in a PDF, or will be. Lengths are thousandths of the letter size."""

    @property
    def resource(self) -> Dictionary:
        """What stands under its name among the resources."""

    def has(self, letter: str) -> bool:
        """Whether it can draw `letter`."""

    def width(self, text: str) -> float:
        """Return how wide `text` is."""

    def encode(self, text: str) -> bytes:
        """Return `text` as Tj takes it."""


@dataclass(frozen=True)
class Piece:
    """Letters that are drawn in one go with a face; as a picture by its file, if `picture` says which."""

    text: str
    width: float
    face: Face
    picture: Path | None = None


@dataclass(frozen=True)
class Line:
    """A text without line ends, ready to be drawn."""

    pieces: tuple[Piece, ...]

    @property
    def width(self) -> float:
        """How wide it is, in thousandths of the letter size."""
        return sum(piece.width for piece in self.pieces)


class NoLetter(UserError):
    """No font on this computer has a letter."""

    def __init__(self, letter: str) -> None:
        name = unicodedata.name(letter, f"number {ord(letter):X}").lower()
        super().__init__(
            f"No font on this computer can draw a letter of the text ({name}).",
            "Install a font that has it, such as one of the Noto fonts, or take the letter out.",
        )


class Lettering:
    """The letters of one PDF. Call `finish` before it is saved."""

    def __init__(self, pdf: Pdf) -> None:
        """Begin with no letters."""
        self._pdf = pdf
        self._embedded: dict[Path, EmbeddedFont] = {}
        self._chosen: dict[tuple[str, Style], Face] = {}

    def line(self, text: str, faces: Sequence[Face], style: Style) -> Line:
        """Return `text`, which has no line ends, in the first of `faces` that has all of it.

        Where none has, fonts of this computer like `style` serve, letter by
        letter. Raises `NoLetter`.
        """
        shown = visible(text)
        if pictured.needs_picture(shown):
            path = self._picture_font(shown, style)
            return Line((Piece(shown, pictured.width(shown, path), self._face(path), path),))
        for face in faces:
            fitting = _spaced(shown, face)
            if all(face.has(letter) for letter in fitting):
                return Line((Piece(fitting, face.width(fitting), face),))
        return Line(tuple(self._mixed(shown, style)))

    def faces_for(self, text: str, faces: Sequence[Face], style: Style) -> tuple[Face, ...]:
        """Return those of `faces` that have all letters of `text`; blanks and line ends do not count.

        Where none has, the first font of this computer that has them all, if there
        is one: a name in two fonts looks like a mistake.
        """
        letters = {letter for letter in visible(text) if not letter.isspace()}
        fitting = tuple(face for face in faces if all(map(face.has, letters)))
        if fitting or pictured.needs_picture(visible(text)):
            return fitting
        found = (path for path, font in fonts_for(style) if all(map(font.glyph, letters)))
        return tuple(self._face(path) for path in islice(found, 1))

    def house_face(self, style: Style) -> Face:
        """Return the first embeddable font of this computer like `style`, else the standard one."""
        for path, _ in fonts_for(style):
            return self._face(path)
        return self.standard_face(style)

    def standard_face(self, style: Style) -> SimpleFont:
        """Return the font like `style` that every program has, with the letters of Western Europe."""
        from pikepdf import Dictionary, Name

        name = {"serif": "Times-Roman", "sans": "Helvetica", "mono": "Courier"}[style.family]
        if style.is_bold:
            name = name.replace("-Roman", "") + "-Bold"
        made = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"), Encoding=Name.WinAnsiEncoding
        )
        return SimpleFont(self._pdf.make_indirect(made))

    def finish(self) -> None:
        """Write the letters that were used into the PDF."""
        for font in self._embedded.values():
            font.finish()

    def _face(self, path: Path) -> EmbeddedFont:
        if path not in self._embedded:
            self._embedded[path] = EmbeddedFont(self._pdf, read(path))
        return self._embedded[path]

    def _mixed(self, text: str, style: Style) -> list[Piece]:
        pieces: list[Piece] = []
        for letter in text:
            face = self._face_for(letter, style)
            letter = _spaced(letter, face)  # noqa: PLW2901 - a rare blank becomes a plain one
            if pieces and pieces[-1].face is face:
                letter = pieces.pop().text + letter  # noqa: PLW2901 - joined with its neighbours
            pieces.append(Piece(letter, face.width(letter), face))
        return pieces

    def _face_for(self, letter: str, style: Style) -> Face:
        wanted = " " if letter.isspace() else letter
        if (wanted, style) not in self._chosen:
            found = next((path for path, font in fonts_for(style) if font.glyph(wanted)), None)
            face: Face = self._face(found) if found else self.standard_face(style)
            if not face.has(wanted):
                raise NoLetter(letter)
            self._chosen[wanted, style] = face
        return self._chosen[wanted, style]

    def _picture_font(self, text: str, style: Style) -> Path:
        """Return a font file that has every letter of `text`."""
        needed = {letter for letter in text if not letter.isspace()}
        missing = set(needed)
        for path, font in fonts_for(style):
            lacking = {letter for letter in needed if not font.glyph(letter)}
            if not lacking and pictured.can_picture():
                return path
            missing &= lacking
        raise NoLetter(min(missing or needed, key=lambda letter: (ord(letter) < 0x300, ord(letter))))


def visible(text: str) -> str:
    """Return what of `text` is drawn: composed letters, tabs as blanks, no marks that only steer programs."""
    composed = unicodedata.normalize("NFC", text).replace("\t", "    ")
    return "".join(letter for letter in composed if unicodedata.category(letter) not in ("Cf", "Cc"))


def _spaced(text: str, face: Face) -> str:
    """Return `text` with plain blanks for those of other widths that `face` does not have."""
    return "".join(" " if letter.isspace() and not face.has(letter) else letter for letter in text)
