"""Reads a font file: which letters it has, how wide they are, and what a PDF must be told of it.

Fonts are read by fontTools: those with TrueType outlines, those with
PostScript's (CFF), and the first font of a collection of them (`.ttf`, `.otf`,
`.ttc`). Only those are taken whose maker lets a part of them be embedded.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_PERMISSION = 0x000F
_NO_EMBEDDING = 0x0002
_WHOLE_OR_AS_PICTURES_ONLY = 0x0300

# What is wrong with one of a computer's many fonts is of no use to the person at the screen.
logging.getLogger("fontTools").addHandler(logging.NullHandler())


class FontUnusable(ValueError):
    """A file is no font that a PDF can have, is damaged, or may not be embedded."""


class Typeface:
    """A font. Widths and heights are in thousandths of the letter size."""

    def __init__(self, source: Path | bytes) -> None:
        """Read the font in a file, or in its bytes; raises `FontUnusable`, and `OSError` for a file."""
        self._source = source
        with self.opened() as font:
            self._take(font)

    @contextmanager
    def opened(self) -> Iterator[TTFont]:
        """Give the font to fontTools; raises `FontUnusable` for whatever it stumbles over."""
        from fontTools.ttLib import TTFont

        # Not kept open: a computer has more fonts than a program may have files.
        with _file(self._source) as file:
            try:
                # The time of the last change stays as it is, for the same bytes each time.
                with TTFont(file, fontNumber=0, lazy=True, recalcTimestamp=False) as font:
                    yield font
            except FontUnusable:
                raise
            except Exception as fault:
                # A damaged font makes fontTools raise nearly anything.
                raise FontUnusable("this is no font, or it is damaged") from fault

    def _take(self, font: TTFont) -> None:
        self.has_postscript_outlines = "CFF " in font
        if not self.has_postscript_outlines and not ("glyf" in font and "loca" in font):
            raise FontUnusable("it has no outlines that a PDF can have")
        licence = font["OS/2"].fsType if "OS/2" in font else 0
        if licence & _PERMISSION == _NO_EMBEDDING or licence & _WHOLE_OR_AS_PICTURES_ONLY:
            raise FontUnusable("its maker does not let it be embedded")
        # The names that makers give their glyphs are slow to read, and of no use here.
        font.setGlyphOrder([str(glyph) for glyph in range(font["maxp"].numGlyphs)])
        glyphs = font.getReverseGlyphMap()
        self._letters: dict[int, int] = {
            code: glyphs.get(name, 0) for code, name in (font.getBestCmap() or {}).items()
        }
        head, hhea = font["head"], font["hhea"]
        self.units: int = head.unitsPerEm
        self.box = tuple(self._scaled(edge) for edge in (head.xMin, head.yMin, head.xMax, head.yMax))
        """The edges of a box that holds any of its letters: left, bottom, right, top."""
        self.ascent: float = self._scaled(hhea.ascent)
        """How far the letters reach above the line they stand on."""
        self.descent: float = self._scaled(abs(hhea.descent))
        """How far the letters reach below the line they stand on."""
        widths = font["hmtx"].metrics
        self._advances = [self._scaled(widths[name][0]) for name in glyphs]
        said = font["name"].getDebugName(6) or ""
        self.name = "".join(each for each in said if each.isascii() and (each.isalnum() or each == "-"))
        """Its PostScript name, as a PDF may have it."""

    def _scaled(self, units: float) -> float:
        return units * 1000 / self.units

    def glyph(self, letter: str) -> int:
        """Return the glyph of `letter`, or 0 if the font does not have it."""
        return self._letters.get(ord(letter), 0)

    def advance(self, glyph: int) -> float:
        """Return how far the pen goes on after `glyph`."""
        return self._advances[glyph]


@contextmanager
def _file(source: Path | bytes) -> Iterator[io.BufferedIOBase]:
    with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
        yield file
