"""A font that a PDF has already, as its fields name it: one byte for each letter."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from unbarred.documents.fonts import standard

if TYPE_CHECKING:
    from pikepdf import Dictionary

_CODECS = {
    "/WinAnsiEncoding": "cp1252",
    "/MacRomanEncoding": "mac_roman",
    "/PDFDocEncoding": "pdfdoc_pikepdf",
}
# In the standard encoding these two keys are the curled quotes.
_CURLED = {0x27: "’", 0x60: "‘"}
_SERIF, _FIXED = 2, 1


class SimpleFont:
    """A Type 1 or TrueType font among the resources of a PDF. Widths are thousandths of the letter size."""

    def __init__(self, resource: Dictionary) -> None:
        """Take the font's dictionary."""
        self.resource = resource
        base = str(resource.get("/BaseFont", ""))[1:]
        self.standard = standard.standard_name(base)
        self._is_part = standard.is_part(base)
        self._measured: dict[str, float] = {}

    @property
    def is_usable(self) -> bool:
        """Whether its letters and widths are known well enough to write with it."""
        is_simple = str(self.resource.get("/Subtype", "")) in ("/Type1", "/TrueType", "/MMType1")
        return is_simple and not self._is_part and (bool(self.standard) or "/Widths" in self.resource)

    @property
    def family(self) -> str:
        """What it looks like: `serif`, `sans` or `mono`."""
        if self.standard:
            return {"T": "serif", "C": "mono"}.get(self.standard[0], "sans")
        flags = int(self._descriptor.get("/Flags", 0)) if self._descriptor is not None else 0
        return "mono" if flags & _FIXED else "serif" if flags & _SERIF else "sans"

    @property
    def is_bold(self) -> bool:
        """Whether its letters are heavy."""
        return "bold" in str(self.resource.get("/BaseFont", "")).lower()

    @cached_property
    def _descriptor(self) -> Dictionary | None:
        from pikepdf import Dictionary

        found = self.resource.get("/FontDescriptor")
        return found if isinstance(found, Dictionary) else None

    @cached_property
    def _codes(self) -> dict[str, int]:
        """The byte for each letter."""
        from fontTools import agl
        from pikepdf import Dictionary, Name

        encoding = self.resource.get("/Encoding")
        base = encoding.get("/BaseEncoding") if isinstance(encoding, Dictionary) else encoding
        letters = _letters_of(str(base) if base is not None else "")
        code = 0
        for each in encoding.get("/Differences", ()) if isinstance(encoding, Dictionary) else ():
            if isinstance(each, Name):
                name = str(each)[1:]
                # After a full stop stands another look of the letter, such as `a.sc` for a small capital.
                letters[code] = "" if "." in name else agl.toUnicode(name)
                code += 1
            else:
                code = int(each)
        return {letter: number for number, letter in letters.items() if len(letter) == 1 and number < 256}

    def has(self, letter: str) -> bool:
        """Whether the font can draw `letter`."""
        return letter in self._codes and self.width(letter) > 0

    def width(self, text: str) -> float:
        """Return how wide `text` is."""
        for letter in set(text) - self._measured.keys():
            self._measured[letter] = self._width(letter)
        return sum(map(self._measured.__getitem__, text))

    def _width(self, letter: str) -> float:
        first, widths = int(self.resource.get("/FirstChar", 0)), self.resource.get("/Widths")
        if widths is not None:
            place = self._codes[letter] - first
            if 0 <= place < len(widths):
                return float(widths[place])
            return float(self._descriptor.get("/MissingWidth", 0)) if self._descriptor is not None else 0
        return standard.width(self.standard or "Helvetica", letter)

    def encode(self, text: str) -> bytes:
        """Return `text`, all of which the font has, as the operator Tj takes it."""
        return bytes(self._codes[letter] for letter in text)


def _letters_of(encoding: str) -> dict[int, str]:
    """Return the letter of each byte in one of the named encodings; the standard one but for its accents."""
    codec = _CODECS.get(encoding)
    if codec is None:
        return {code: _CURLED.get(code, chr(code)) for code in range(0x20, 0x7F)}
    return {code: bytes([code]).decode(codec, "ignore") for code in range(0x20, 0x100) if code != 0x7F}
