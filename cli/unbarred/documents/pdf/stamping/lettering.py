"""The letters of a stamp: a font of this computer that has them all, embedded with only those."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from unbarred.documents.fonts import EmbeddedFont, Style, Typeface, fonts_for

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf

UNKNOWN = "?"


class Lettering:
    """One font in one PDF. Draw with it, then call `finish` once. Measures are shares of the letter size."""

    def __init__(self, pdf: Pdf, letters: str) -> None:
        """Choose the first font, serifs before others, that has the most of `letters`."""
        needed = set(letters)
        best = max(_fonts(needed), key=lambda font: sum(font.glyph(letter) != 0 for letter in needed))
        self._font = EmbeddedFont(pdf, best)

    @property
    def resource(self) -> Dictionary:
        """What stands under the font's name among the resources of a page."""
        return self._font.resource

    @property
    def ascent(self) -> float:
        """How far the letters reach above their line."""
        return self._font.font.ascent / 1000

    @property
    def descent(self) -> float:
        """How far they reach below it."""
        return self._font.font.descent / 1000

    def width(self, text: str) -> float:
        """Return how wide a line is."""
        return self._font.width(self._known(text)) / 1000

    def shown(self, text: str) -> bytes:
        """Return a line as the operator Tj takes it; a letter that no font has becomes a question mark."""
        return self._font.encode(self._known(text))

    def finish(self) -> None:
        """Write the letters that were used into the PDF."""
        self._font.finish()

    def _known(self, text: str) -> str:
        return "".join(letter if self._font.has(letter) else UNKNOWN for letter in text)


def _fonts(needed: set[str]) -> Iterator[Typeface]:
    """Yield fonts until one has all that is needed, and at last the one that Pillow brings along."""
    from PIL import ImageFont

    for _, font in fonts_for(Style("serif")):
        yield font
        if all(font.glyph(letter) for letter in needed):
            return
    brought = ImageFont.load_default(size=10)
    assert isinstance(brought, ImageFont.FreeTypeFont), "a size was asked for"
    yield Typeface(brought.font_bytes)
