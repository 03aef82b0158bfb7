"""The texts of a workbook, which Excel keeps once each, apart from the sheets."""

from __future__ import annotations

import re
import zlib
from array import array
from collections import deque
from functools import lru_cache
from xml.parsers import expat

from unbarred.batch.intake.faults import unreadable
from unbarred.batch.intake.zipped import Package, local

MOST = 500_000_000
"""Bytes of all texts, which are held in memory, packed."""
_IN_BLOCK = 64
"""Texts that are packed together: enough to pack well, few enough to be unpacked for one of them."""
_AT_HAND = 32
"""Blocks that stay unpacked; texts of one row mostly stand in one or two."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class SharedStrings:
    """Texts by number, packed in blocks: those of a hundred thousand clients would fill the memory.

    They are kept nowhere else, for what clients said may stand in no temporary file.
    """

    def __init__(self) -> None:
        self._blocks: list[bytes] = []
        self._last = bytearray()
        """The block that is not full yet."""
        self._ends = array("L")
        """Where each text ends in its block."""
        self._unpacked = lru_cache(_AT_HAND)(self._unpack)
        self.size = 0
        """Bytes of all texts."""

    def __getitem__(self, index: int) -> str:
        """Return a text. Raises `IndexError`."""
        if not 0 <= index < len(self._ends):
            raise IndexError(index)
        block, place = divmod(index, _IN_BLOCK)
        texts = self._unpacked(block) if block < len(self._blocks) else self._last
        return texts[self._ends[index - 1] if place else 0 : self._ends[index]].decode()

    def add(self, text: str) -> None:
        """Take the next text."""
        content = text.encode("utf-8", "replace")
        self._last += content
        self._ends.append(len(self._last))
        self.size += len(content)
        if len(self._ends) % _IN_BLOCK == 0:
            self._blocks.append(zlib.compress(self._last, 1))
            self._last = bytearray()

    def _unpack(self, block: int) -> bytes:
        return zlib.decompress(self._blocks[block])


def read_shared_strings(package: Package, part: str) -> SharedStrings:
    """Return the texts of a workbook; raises `UserError` if it is damaged, or they are too many."""
    strings = SharedStrings()
    ready: deque[str | None] = deque()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    _Texts(parser, ready)
    for text in package.pieces(part, parser, ready):
        strings.add(text)
        if strings.size > MOST:
            raise unreadable(package.file, "It holds too much text.", "Save the sheet as CSV, or split it.")
    return strings


def unescaped(text: str) -> str:
    """Return a text of a workbook with characters that XML cannot hold: `_x000D_` is a return."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return found.group() if "\ud800" <= character <= "\udfff" else character


class _Texts:
    """Gathers the text of each item, without the readings that Japanese has above its words."""

    def __init__(self, parser: expat.XMLParserType, ready: deque[str | None]) -> None:
        self._ready = ready
        self._parts: list[str] = []
        self._is_text = False
        self._in_reading = False
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def _begin(self, name: str, _attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "t":
            self._is_text = not self._in_reading
        elif name == "si":
            self._parts.clear()
        elif name == "rPh":
            self._in_reading = True

    def _end(self, name: str) -> None:
        name = local(name)
        if name == "t":
            self._is_text = False
        elif name == "si":
            self._ready.append(unescaped("".join(self._parts)))
        elif name == "rPh":
            self._in_reading = False

    def _characters(self, text: str) -> None:
        if self._is_text:
            self._parts.append(text)
