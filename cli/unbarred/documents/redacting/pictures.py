"""What is written in the file of a picture beside what it shows: its title, where it was taken."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_PNG_TEXTS = (b"tEXt", b"zTXt", b"iTXt", b"eXIf")
_JPEG_TEXTS = frozenset((*range(0xE0, 0xF0), 0xFE))
_JPEG_PICTURE = 0xDA
"""The segment with which what a JPEG shows begins."""
_LONGEST = 1_000_000
"""Bytes that a packed text is unpacked to."""

_LETTER = rb"(?:[ -~]|[\xc2-\xf4][\x80-\xbf]{1,3})"
_SHORT, _LONG = 2, 6
"""Letters of a text, where texts stand; and where they may be colours of the picture too."""


def said_beside(content: bytes) -> Iterator[str]:
    """Yield what somebody reads who opens a picture, or any file of another kind, as text."""
    if content.startswith(_PNG):
        for text in _png(content):
            yield from _texts(text, _SHORT)
    elif content.startswith(_JPEG):
        for text in _jpeg(content):
            yield from _texts(text, _SHORT)
    else:
        yield from _texts(content, _LONG)


def _texts(content: bytes, shortest: int) -> Iterator[str]:
    run = _LETTER + rb"{%d,}" % shortest
    yield from (match.decode("utf-8", "ignore") for match in re.findall(run, content))
    wide = rb"(?:[ -~]\0){%d,}" % min(shortest, 4)
    yield from (match.decode("utf-16-le") for match in re.findall(wide, content))
    if b"x:xmpmeta" in content:
        yield content.decode("utf-8", "ignore")


def _png(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        held = content[at + 8 : at + 8 + length]
        if kind in _PNG_TEXTS:
            yield held
            yield _unpacked(held.partition(b"\0")[2].lstrip(b"\0\1"))
            # An international text has its language and a keyword between.
            yield _unpacked(held.rpartition(b"\0\0")[2])
        at += length + 12
    yield content[at:]


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _LONGEST)
    except zlib.error:
        return b""


def _jpeg(content: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != _JPEG_PICTURE:
        kind, length = struct.unpack_from(">xBH", content, at)
        if kind in _JPEG_TEXTS:
            yield content[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)
    # Behind its end may stand what only some programs read.
    yield content[at:].rpartition(b"\xff\xd9")[2]
