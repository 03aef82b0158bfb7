"""Which characters the bytes of a text stand for: found out by reading all of it once."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import BinaryIO

from unbarred.batch.intake.faults import unreadable

_CHUNK = 1 << 20
_AS_UTF_8 = "Save it as “CSV UTF-8”, which every spreadsheet program offers."
_NO_TEXT = "Save the sheet as XLSX, ODS or CSV."
_OVER_ONE_BYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_NO_LETTER = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
"""What Windows-1252 has no character for."""
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")


@dataclass(frozen=True)
class Encoding:
    """How a text is to be decoded: Python's name for it, and the one that people know."""

    codec: str
    name: str


def encoding_of(stream: BinaryIO, file: str) -> Encoding:
    """Return the encoding of the whole text: UTF-8, Windows-1252, or UTF-16 with its mark.

    Raises `UserError` for what is no text, or is a mix of two encodings.
    """
    chunk = stream.read(_CHUNK)
    if chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        _check_wide(stream, chunk, file)
        return Encoding("utf-16", "UTF-16")
    seen = _Seen(file)
    while chunk:
        seen.add(chunk)
        chunk = stream.read(_CHUNK)
    return seen.encoding()


class _Seen:
    """What the bytes of a text have shown so far."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._is_utf_8 = True
        self._lines = 1
        self._size = self._controls = self._high = self._in_sequences = 0
        self._first_bad = self._no_letter = 0
        """The lines with the first of what is not UTF-8, and of what is not Windows-1252; 0 if none."""

    def add(self, chunk: bytes) -> None:
        if (at := chunk.find(b"\0")) >= 0:
            line = self._lines + chunk.count(b"\n", 0, at)
            raise unreadable(
                self._file, f"This is not a text: there is a zero byte in line {line}.", _NO_TEXT
            )
        self._size += len(chunk)
        self._controls += len(_CONTROLS.findall(chunk))
        if not chunk.isascii():
            self._weigh(chunk)
        elif self._is_utf_8:
            self._decode(chunk)
        self._lines += chunk.count(b"\n")

    def _decode(self, chunk: bytes, *, final: bool = False) -> None:
        try:
            self._decoder.decode(chunk, final)
        except UnicodeDecodeError as error:
            self._is_utf_8 = False
            self._first_bad = self._lines + chunk.count(b"\n", 0, error.start)

    def _weigh(self, chunk: bytes) -> None:
        if self._is_utf_8:
            self._decode(chunk)
        sequences = _OVER_ONE_BYTE.findall(chunk)
        self._in_sequences += len(sequences)
        self._high += len(_HIGH.findall(chunk)) - sum(map(len, sequences))
        if not self._no_letter and (bad := _NO_LETTER.search(_OVER_ONE_BYTE.sub(_as_blanks, chunk))):
            self._no_letter = self._lines + chunk.count(b"\n", 0, bad.start())

    def encoding(self) -> Encoding:
        if self._controls > 2 + self._size // 100:
            raise unreadable(self._file, "This is not a text.", _NO_TEXT)
        if self._is_utf_8:
            self._decode(b"", final=True)
        if self._is_utf_8:
            return Encoding("utf-8-sig", "UTF-8")
        if self._in_sequences > 3 and self._in_sequences > 2 * self._high:
            message = (
                f"Most of this text is UTF-8, but line {self._first_bad} has letters of another encoding."
            )
            raise unreadable(self._file, message, f"Write that line anew. {_AS_UTF_8}")
        if self._no_letter:
            message = f"The letters in line {self._no_letter} are neither UTF-8 nor Windows-1252."
            raise unreadable(self._file, message, _AS_UTF_8)
        return Encoding("cp1252", "Windows-1252")


def _as_blanks(found: re.Match[bytes]) -> bytes:
    """Return as many blanks as the sequence is long, unless Windows-1252 lacks one of its bytes too."""
    return found.group() if _NO_LETTER.search(found.group()) else b" " * len(found.group())


def _check_wide(stream: BinaryIO, chunk: bytes, file: str) -> None:
    decoder = codecs.getincrementaldecoder("utf-16")()
    try:
        while chunk:
            if "\0" in decoder.decode(chunk):
                raise unreadable(file, "This is not a text: there is a zero byte in it.", _NO_TEXT)
            chunk = stream.read(_CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeError as error:
        raise unreadable(file, "This text is not whole UTF-16.", _AS_UTF_8) from error
