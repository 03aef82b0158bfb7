"""Makes a font file that holds only the letters a document uses.

Glyphs keep their numbers, and those that are not used become empty: what is
left is a sound font of a few kilobytes, without a table to translate numbers.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

from unbarred.documents.fonts.truetype import FontUnusable, TrueType

_KEPT = ("cvt ", "fpgm", "head", "hhea", "hmtx", "maxp", "prep")
_WORDS, _SCALE, _MORE, _TWO_SCALES, _FOUR_SCALES = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
_CHECKSUM = 0xB1B0AFBA


def subset(font: TrueType, glyphs: Iterable[int]) -> bytes:
    """Return a font file with `glyphs`, those they are put together from, and the sign for a missing one."""
    places = _places(font)
    kept = _with_components(font, places, {0, *glyphs})
    outlines, starts = bytearray(), []
    for glyph in range(font.glyph_count):
        starts.append(len(outlines))
        if glyph in kept:
            outlines += _outline(font, places, glyph)
            outlines += bytes(-len(outlines) % 4)
    starts.append(len(outlines))
    tables = {name: font.table(name) for name in _KEPT if name in font.table_names}
    head = bytearray(tables["head"])
    struct.pack_into(">L", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)
    tables |= {"head": bytes(head), "glyf": bytes(outlines), "loca": struct.pack(f">{len(starts)}L", *starts)}
    return _file(tables)


def _places(font: TrueType) -> tuple[int, ...]:
    """Return where each glyph's outline begins in its table, and where the last one ends."""
    count, table = font.glyph_count + 1, font.table("loca")
    try:
        if font.has_long_places:
            return struct.unpack_from(f">{count}L", table)
        return tuple(2 * place for place in struct.unpack_from(f">{count}H", table))
    except struct.error as fault:
        raise FontUnusable("the font file is damaged") from fault


def _outline(font: TrueType, places: tuple[int, ...], glyph: int) -> bytes:
    start = font.place("glyf")
    return font.data[start + places[glyph] : start + places[glyph + 1]]


def _with_components(font: TrueType, places: tuple[int, ...], glyphs: set[int]) -> set[int]:
    """Return `glyphs` and all that they are put together from, such as é from e and an accent."""
    found: set[int] = set()
    waiting = list(glyphs)
    while waiting:
        glyph = waiting.pop()
        if glyph in found or glyph >= font.glyph_count:
            continue
        found.add(glyph)
        waiting += _components(_outline(font, places, glyph))
    return found


def _components(outline: bytes) -> list[int]:
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    parts, place, flags = [], 10, _MORE
    try:
        while flags & _MORE:
            flags, part = struct.unpack_from(">HH", outline, place)
            parts.append(part)
            place += 8 if flags & _WORDS else 6
            place += 2 * bool(flags & _SCALE) + 4 * bool(flags & _TWO_SCALES) + 8 * bool(flags & _FOUR_SCALES)
    except struct.error as fault:
        raise FontUnusable("the font file is damaged") from fault
    return parts


def _file(tables: dict[str, bytes]) -> bytes:
    """Return a font file of `tables`."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    out = bytearray(
        struct.pack(">LHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, 16 * (count - power))
    )
    place = len(out) + 16 * count
    body, head_at = bytearray(), 0
    for name in sorted(tables):
        table = tables[name]
        out += struct.pack(">4sLLL", name.encode("latin-1"), _sum(table), place + len(body), len(table))
        if name == "head":
            head_at = place + len(body)
        body += table + bytes(-len(table) % 4)
    out += body
    struct.pack_into(">L", out, head_at + 8, (_CHECKSUM - _sum(bytes(out))) & 0xFFFFFFFF)
    return bytes(out)


def _sum(table: bytes) -> int:
    padded = table + bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
