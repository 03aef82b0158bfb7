"""Makes a font file that holds only the glyphs a document uses, by fontTools."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.fonts.typeface import Typeface

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# What draws glyphs; which letter a glyph is, and what it is called, the PDF says itself.
_KEPT = frozenset(("CFF ", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"))


@dataclass(frozen=True)
class Part:
    """A part of a font, as a PDF has it."""

    data: bytes
    """A font file with TrueType outlines, or the bare PostScript outlines (CFF)."""
    numbers: Mapping[int, int]
    """By which number a PDF asks it for each glyph of the whole font."""


def subset(face: Typeface, glyphs: Collection[int]) -> Part:
    """Return `glyphs`, those they are put together from, and the sign for a missing one.

    Raises `FontUnusable` for a damaged font.
    """
    from fontTools.subset import Options, Subsetter

    wanted = sorted({0, *glyphs})
    with face.opened() as font:
        for name in set(font.keys()) - _KEPT - {"GlyphOrder"}:
            del font[name]
        names = [font.getGlyphName(glyph) for glyph in wanted]
        subsetter = Subsetter(Options(drop_tables=[], notdef_outline=True))
        subsetter.populate(gids=wanted)
        subsetter.subset(font)
        numbers = _numbers(font)
        return Part(_bytes(font), {glyph: numbers[name] for glyph, name in zip(wanted, names, strict=True)})


def _numbers(font: TTFont) -> dict[str, int]:
    """Return the number of each glyph by its name."""
    order = font.getGlyphOrder()
    if "CFF " in font and hasattr(font["CFF "].cff.topDictIndex[0], "ROS"):
        # Its glyphs bring the numbers along that their maker gave them, such as `cid01200`.
        return {name: int(name.removeprefix("cid")) if name != ".notdef" else 0 for name in order}
    return {name: number for number, name in enumerate(order)}


def _bytes(font: TTFont) -> bytes:
    if "CFF " in font:
        return bytes(font.getTableData("CFF "))
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()
