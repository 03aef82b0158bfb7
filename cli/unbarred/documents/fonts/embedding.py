"""Puts a font into a PDF: only the letters that are used, and a table that says which letter each is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from unbarred.documents.fonts.subsetting import Part, subset
from unbarred.documents.fonts.typeface import Typeface

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Pdf

_CMAP = """\
/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> def
/CMapName /{name} def /CMapType {kind} def {more}
1 begincodespacerange <0000> <FFFF> endcodespacerange
{maps}endcmap CMapName currentdict /CMap defineresource pop end end
"""
_GLYPHS = "Unbarred-Glyphs"
_SYMBOLIC = 4
_MOST_IN_A_MAP = 100


class EmbeddedFont:
    """A font in one PDF. Draw with it, then call `finish` once, before the PDF is saved."""

    def __init__(self, pdf: Pdf, font: Typeface) -> None:
        """Reserve the font's place in `pdf`."""
        import pikepdf

        self._pdf, self.font = pdf, font
        self._codes: dict[str, int] = {}
        self._measured: dict[str, float] = {}
        self.resource: Dictionary = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font))
        """What stands under the font's name among the resources of a page or form."""

    def has(self, letter: str) -> bool:
        """Whether the font can draw `letter`."""
        return self.font.glyph(letter) != 0

    def width(self, text: str) -> float:
        """Return how wide `text` is, in thousandths of the letter size."""
        for letter in set(text) - self._measured.keys():
            self._measured[letter] = self.font.advance(self.font.glyph(letter))
        return sum(map(self._measured.__getitem__, text))

    def encode(self, text: str) -> bytes:
        """Return `text` as the operator Tj takes it; its letters will be in the file."""
        # A code for each letter, not for each glyph: a micro sign and a Greek mu look alike and are two.
        return b"".join(
            self._codes.setdefault(letter, len(self._codes) + 1).to_bytes(2, "big") for letter in text
        )

    def finish(self) -> None:
        """Write the letters that were used into the PDF."""
        from pikepdf import Array, Name

        glyphs = [0, *(self.font.glyph(letter) for letter in self._codes)]
        part = subset(self.font, glyphs)
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(part.data).digest()[:6])
        name = f"{tag}+{self.font.name or 'Font'}"
        described = self._described(name, glyphs, part)
        self.resource.Subtype = Name.Type0
        self.resource.DescendantFonts = Array([self._pdf.make_indirect(described)])
        self.resource.ToUnicode = self._pdf.make_stream(self._letters().encode())
        if self.font.has_postscript_outlines:
            self.resource.BaseFont = Name(f"/{name}-{_GLYPHS}")
            self.resource.Encoding = self._encoding(part.numbers[glyph] for glyph in glyphs[1:])
        else:
            self.resource.BaseFont = Name(f"/{name}")
            self.resource.Encoding = Name("/Identity-H")

    def _described(self, name: str, glyphs: list[int], part: Part) -> Dictionary:
        """Return the font that stands behind the codes: its glyphs, and how wide each is."""
        from pikepdf import Array, Dictionary, Name

        numbers = [part.numbers[glyph] for glyph in glyphs]
        widths = [round(self.font.advance(glyph)) for glyph in glyphs]
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(f"/{name}"),
            Flags=_SYMBOLIC,
            FontBBox=Array([round(edge) for edge in self.font.box]),
            ItalicAngle=0,
            Ascent=round(self.font.ascent),
            Descent=-round(self.font.descent),
            CapHeight=round(self.font.ascent),
            StemV=80,
        )
        described = Dictionary(
            Type=Name.Font,
            BaseFont=Name(f"/{name}"),
            CIDSystemInfo=_system(),
            FontDescriptor=self._pdf.make_indirect(descriptor),
            DW=1000,
        )
        if self.font.has_postscript_outlines:
            descriptor.FontFile3 = self._pdf.make_stream(part.data, Subtype=Name.CIDFontType0C)
            described.Subtype = Name.CIDFontType0
            pairs = sorted(dict(zip(numbers, widths, strict=True)).items())
            described.W = Array([each for number, width in pairs for each in (number, Array([width]))])
        else:
            descriptor.FontFile2 = self._pdf.make_stream(part.data, Length1=len(part.data))
            described.Subtype = Name.CIDFontType2
            described.W = Array([0, Array(widths)])
            places = b"".join(number.to_bytes(2, "big") for number in numbers)
            described.CIDToGIDMap = self._pdf.make_stream(places)
        return described

    def _encoding(self, numbers: Iterable[int]) -> Object:
        """Return the table from codes to glyphs; only fonts with PostScript outlines need one."""
        from pikepdf import Name

        lines = [f"<{code:04X}> {number}\n" for code, number in enumerate(numbers, 1)]
        table = _CMAP.format(
            ordering="Identity", name=_GLYPHS, kind=1, more="/WMode 0 def", maps=_maps("cid", lines)
        )
        return self._pdf.make_stream(
            table.encode(), Type=Name.CMap, CMapName=Name(f"/{_GLYPHS}"), CIDSystemInfo=_system(), WMode=0
        )

    def _letters(self) -> str:
        """Return the table from codes to letters, for searching and reading aloud."""
        lines = [
            f"<{code:04X}> <{letter.encode('utf-16-be').hex().upper()}>\n"
            for letter, code in self._codes.items()
        ]
        return _CMAP.format(
            ordering="UCS", name="Adobe-Identity-UCS", kind=2, more="", maps=_maps("bf", lines)
        )


def _system() -> Dictionary:
    from pikepdf import Dictionary, String

    return Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)


def _maps(kind: str, lines: list[str]) -> str:
    """Return `lines` in the blocks of a table, which may have a hundred each."""
    blocks = [lines[at : at + _MOST_IN_A_MAP] for at in range(0, len(lines), _MOST_IN_A_MAP)]
    return "".join(f"{len(block)} begin{kind}char\n{''.join(block)}end{kind}char\n" for block in blocks)
