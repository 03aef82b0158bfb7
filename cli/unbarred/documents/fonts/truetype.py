"""Reads a TrueType font file: which letters it has, how wide they are, and what a PDF must be told of it.

Only fonts with TrueType outlines are read (`.ttf`, and the first font of a
`.ttc`), and only those whose maker lets them be embedded.
"""

from __future__ import annotations

import struct
from functools import cached_property
from mmap import mmap

_NO_EMBEDDING = 0x0002
_UNICODE_MAPS = ((3, 10), (0, 6), (0, 4), (0, 3), (3, 1), (0, 2), (0, 1), (0, 0))
"""Platform and encoding of the maps from Unicode, the fullest first."""


FontFile = bytes | mmap
"""A font file, read or mapped: fonts of Chinese letters have tens of megabytes, of which little is needed."""


class FontUnusable(ValueError):
    """A file is no TrueType font, is damaged, or may not be embedded."""


class TrueType:
    """A font. Widths and heights are in thousandths of the letter size."""

    def __init__(self, data: FontFile) -> None:
        """Read the tables of a font file; raises `FontUnusable`."""
        self.data = data
        self.units: int
        self.box: tuple[int, int, int, int]
        self.glyph_count: int
        try:
            self._places = _tables(data)
            head, maxp = self.table("head"), self.table("maxp")
            self.units = struct.unpack_from(">H", head, 18)[0]
            self.box = struct.unpack_from(">4h", head, 36)
            self.has_long_places = struct.unpack_from(">h", head, 50)[0] == 1
            self.glyph_count = struct.unpack_from(">H", maxp, 4)[0]
            self._ascent, self._descent = struct.unpack_from(">2h", self.table("hhea"), 4)
            self._measured = struct.unpack_from(">H", self.table("hhea"), 34)[0]
            for needed in ("glyf", "loca", "hmtx", "cmap"):
                self.table(needed)
            licence = struct.unpack_from(">H", self.table("OS/2"), 8)[0] if "OS/2" in self._places else 0
        except struct.error as fault:
            raise FontUnusable("the font file is damaged") from fault
        if licence & 0x000F == _NO_EMBEDDING:
            raise FontUnusable("its maker does not let it be embedded")
        if not self.units or not self._measured:
            raise FontUnusable("the font file is damaged")

    def place(self, name: str) -> int:
        """Return where a table begins in the file; raises `FontUnusable` if it is not there."""
        return self._place(name)[0]

    def table(self, name: str) -> bytes:
        """Return one table of the font; raises `FontUnusable` if it is not there."""
        start, length = self._place(name)
        return self.data[start : start + length]

    def _place(self, name: str) -> tuple[int, int]:
        if name not in self._places:
            raise FontUnusable(f"the font has no table {name}")
        return self._places[name]

    @property
    def table_names(self) -> frozenset[str]:
        """The names of all tables."""
        return frozenset(self._places)

    @cached_property
    def letters(self) -> dict[int, int]:
        """The glyph of each letter, by code point."""
        table = self.table("cmap")
        try:
            count = struct.unpack_from(">H", table, 2)[0]
            maps = {
                (platform, encoding): offset
                for platform, encoding, offset in (
                    struct.unpack_from(">HHL", table, 4 + 8 * number) for number in range(count)
                )
            }
            chosen = next((maps[kind] for kind in _UNICODE_MAPS if kind in maps), None)
            found = {} if chosen is None else _letters(table, chosen)
        except (struct.error, IndexError) as fault:
            raise FontUnusable("the font file is damaged") from fault
        return {code: glyph for code, glyph in found.items() if 0 < glyph < self.glyph_count}

    def glyph(self, letter: str) -> int:
        """Return the glyph of `letter`, or 0 if the font does not have it."""
        return self.letters.get(ord(letter), 0)

    @cached_property
    def _advances(self) -> tuple[int, ...]:
        count = min(self._measured, len(self.table("hmtx")) // 4)
        flat = struct.unpack_from(f">{2 * count}H", self.table("hmtx"))
        return flat[::2]

    def advance(self, glyph: int) -> float:
        """Return how far the pen goes on after `glyph`."""
        return self.scaled(self._advances[min(glyph, len(self._advances) - 1)])

    def scaled(self, units: float) -> float:
        """Return a length in the font's own units in thousandths of the letter size."""
        return units * 1000 / self.units

    @property
    def ascent(self) -> float:
        """How far the letters reach above the line they stand on."""
        return self.scaled(self._ascent)

    @property
    def descent(self) -> float:
        """How far the letters reach below the line they stand on; a positive number."""
        return self.scaled(abs(self._descent))

    @cached_property
    def name(self) -> str:
        """The font's PostScript name, as a PDF may have it."""
        table = self.table("name")
        try:
            count, strings = struct.unpack_from(">HH", table, 2)
            for number in range(count):
                platform, _, _, kind, length, offset = struct.unpack_from(">6H", table, 6 + 12 * number)
                if kind == 6:
                    raw = table[strings + offset : strings + offset + length]
                    said = raw.decode("utf-16-be" if platform != 1 else "latin-1", "replace")
                    return "".join(
                        letter for letter in said if (letter.isascii() and letter.isalnum()) or letter == "-"
                    )
        except struct.error:
            return "Font"
        return "Font"


def _tables(data: FontFile) -> dict[str, tuple[int, int]]:
    start = 0
    if data[:4] == b"ttcf":
        start = struct.unpack_from(">L", data, 12)[0]
    if data[start : start + 4] not in (b"\x00\x01\x00\x00", b"true"):
        raise FontUnusable("this is no TrueType font")
    count = struct.unpack_from(">H", data, start + 4)[0]
    found = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, start + 12 + 16 * number)
        if offset + length > len(data):
            raise FontUnusable("the font file is not whole")
        found[tag.decode("latin-1")] = (offset, length)
    return found


def _letters(table: bytes, start: int) -> dict[int, int]:
    form = struct.unpack_from(">H", table, start)[0]
    if form == 4:
        return _in_segments(table, start)
    if form == 12:
        return _in_groups(table, start)
    return {}


def _in_segments(table: bytes, start: int) -> dict[int, int]:
    """Read a map of format 4: segments of the first 65,536 letters."""
    count = struct.unpack_from(">H", table, start + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", table, start + 14)
    firsts = struct.unpack_from(f">{count}H", table, start + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", table, start + 16 + 4 * count)
    ranges_at = start + 16 + 6 * count
    ranges = struct.unpack_from(f">{count}H", table, ranges_at)
    found: dict[int, int] = {}
    for number, (first, end, delta, far) in enumerate(zip(firsts, ends, deltas, ranges, strict=True)):
        for code in range(first, min(end, 0xFFFE) + 1):
            glyph = code
            if far:
                place = ranges_at + 2 * number + far + 2 * (code - first)
                glyph = struct.unpack_from(">H", table, place)[0]
                if glyph == 0:
                    continue
            found[code] = (glyph + delta) & 0xFFFF
    return found


def _in_groups(table: bytes, start: int) -> dict[int, int]:
    """Read a map of format 12: groups of any letters."""
    count = struct.unpack_from(">L", table, start + 12)[0]
    found: dict[int, int] = {}
    for number in range(min(count, 0x10000)):
        first, end, glyph = struct.unpack_from(">LLL", table, start + 16 + 12 * number)
        if end > 0x10FFFF or end - first > 0x10000:
            raise FontUnusable("the font file is damaged")
        found.update(zip(range(first, end + 1), range(glyph, glyph + end - first + 1), strict=True))
    return found
