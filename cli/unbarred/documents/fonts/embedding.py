"""Puts a font into a PDF: only the letters that are used, and a table that says which letter each is."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from unbarred.documents.fonts.subsetting import subset
from unbarred.documents.fonts.truetype import TrueType

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf

_CMAP = """\
/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{maps}endcmap CMapName currentdict /CMap defineresource pop end end
"""
_SYMBOLIC = 4
_MOST_IN_A_MAP = 100


class EmbeddedFont:
    """A font in one PDF. Draw with it, then call `finish` once, before the PDF is saved."""

    def __init__(self, pdf: Pdf, font: TrueType) -> None:
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
        from pikepdf import Array, Dictionary, Name, String

        font = self.font
        glyphs = [0, *(font.glyph(letter) for letter in self._codes)]
        data = subset(font, glyphs)
        tag = hashlib.sha256(data).digest()
        name = Name("/" + "".join(chr(65 + byte % 26) for byte in tag[:6]) + "+" + font.name)
        program = self._pdf.make_stream(data, Length1=len(data))
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=_SYMBOLIC,
            FontBBox=Array([round(font.scaled(edge)) for edge in font.box]),
            ItalicAngle=0,
            Ascent=round(font.ascent),
            Descent=-round(font.descent),
            CapHeight=round(font.ascent),
            StemV=80,
            FontFile2=program,
        )
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            FontDescriptor=self._pdf.make_indirect(descriptor),
            DW=1000,
            W=Array([0, Array([round(font.advance(glyph)) for glyph in glyphs])]),
            CIDToGIDMap=self._pdf.make_stream(b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)),
        )
        self.resource.Subtype = Name.Type0
        self.resource.BaseFont = name
        self.resource.Encoding = Name("/Identity-H")
        self.resource.DescendantFonts = Array([self._pdf.make_indirect(descendant)])
        self.resource.ToUnicode = self._pdf.make_stream(self._map().encode())

    def _map(self) -> str:
        """Return the table from codes to letters, for searching and reading aloud."""
        lines = [
            f"<{code:04X}> <{letter.encode('utf-16-be').hex().upper()}>\n"
            for letter, code in self._codes.items()
        ]
        blocks = [lines[at : at + _MOST_IN_A_MAP] for at in range(0, len(lines), _MOST_IN_A_MAP)]
        return _CMAP.format(
            maps="".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
        )
