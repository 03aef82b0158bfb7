"""Reads and writes the zip container of a DOCX, the same bytes every time.

`zipfile` stamps entries with the clock and packs every part again. Here the
entries are sorted, the stamp is fixed, and a part that did not change keeps
the deflated bytes it was read with, which is most of a document's size.
"""

from __future__ import annotations

import io
import math
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.errors import TemplateFault
from unbarred.documents.word.opening import open_container
from unbarred.documents.word.wordml import MAIN
from unbarred.errors import Where

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CONTENT_TYPES = "[Content_Types].xml"
# 1 January 1980, midnight: the earliest stamp a zip can hold.
STAMP = (0, 33)
DEFLATED = 8
QUICKLY = 3
"""An effort of deflating: the part is then 7% larger than with the usual 6, and packed in half the time."""
_ROOM = ((2**14, 14, 5), (2**16, 15, 6), (math.inf, 15, zlib.DEF_MEM_LEVEL))
"""For contents of at most so many bytes: zlib's window, as a power of two, and its level of memory. A few
pages are packed as tightly with less, and in half the time: most of it goes into clearing the memory."""
UTF8_NAMES = 0x800
LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True)
class Part:
    """One part of a package, deflated: its checksum, packed bytes and size in bytes."""

    checksum: int
    packed: bytes
    size: int

    @classmethod
    def of(cls, content: bytes, effort: int = 6) -> Part:
        """Return `content` as a part, deflated with an effort of 1 to 9."""
        room = _ROOM if effort <= QUICKLY else _ROOM[-1:]
        window, tables = next(each for most, *each in room if len(content) <= most)
        packer = zlib.compressobj(effort, zlib.DEFLATED, -window, tables)
        return cls(zlib.crc32(content), packer.compress(content) + packer.flush(), len(content))

    @property
    def content(self) -> bytes:
        """The part's bytes."""
        return zlib.decompress(self.packed, -15)


def read_package(content: bytes, name: str) -> dict[str, Part]:
    """Return the parts of a DOCX by their names; `name` is said when it is none."""
    held = open_container(content, name)
    if CONTENT_TYPES not in held or MAIN not in held:
        raise TemplateFault("This is not a Word document (DOCX).", where=Where(name))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {part: _part(content, archive.getinfo(part), unpacked) for part, unpacked in held.items()}


def parsed(content: bytes, part: str, name: str) -> Element:
    """Return the root of the XML of a part; raises `TemplateFault`, which says `name`, if it is damaged."""
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as fault:
        raise TemplateFault(f"{part} is damaged: {fault.msg}.", where=Where(name)) from fault


def _part(content: bytes, entry: zipfile.ZipInfo, unpacked: bytes) -> Part:
    """Return an entry of the zip `content` as a part, with the packed bytes it has there."""
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        return Part.of(unpacked)
    *_, name_length, extra_length = LOCAL.unpack_from(content, entry.header_offset)
    start = entry.header_offset + LOCAL.size + name_length + extra_length
    packed = content[start : start + entry.compress_size]
    whole = _unpacks_to(packed, len(unpacked))
    return Part(entry.CRC, packed, entry.file_size) if whole else Part.of(unpacked)


def _unpacks_to(packed: bytes, size: int) -> bool:
    """Whether deflated bytes end as they should, and there; zipfile looks no further than a part's size."""
    unpacker = zlib.decompressobj(-15)
    try:
        return len(unpacker.decompress(packed, size + 1)) == size and unpacker.eof
    except zlib.error:
        return False


def write_package(parts: Mapping[str, Part]) -> bytes:
    """Return the bytes of a DOCX; equal parts give equal bytes."""
    out = bytearray()
    directory = bytearray()
    # Word and the file command want the content types first; the rest is sorted.
    names = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name))
    for name in names:
        part, raw, offset = parts[name], name.encode(), len(out)
        sizes = (part.checksum, len(part.packed), part.size)
        out += LOCAL.pack(b"PK\x03\x04", 20, UTF8_NAMES, DEFLATED, *STAMP, *sizes, len(raw), 0)
        out += raw + part.packed
        directory += CENTRAL.pack(
            b"PK\x01\x02", 20, 20, UTF8_NAMES, DEFLATED, *STAMP, *sizes, len(raw), 0, 0, 0, 0, 0, offset
        )
        directory += raw
    count = len(names)
    out += directory + END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(out), 0)
    return bytes(out)
