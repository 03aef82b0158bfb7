"""Opens the zip container of a workbook, and reads its XML in pieces, never all at once.

A workbook may come from anybody. Before anything of it is unpacked its directory is
held against limits, and XML that defines things of its own is refused.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, TypeVar
from xml.parsers import expat

from unbarred.batch.intake.faults import UnreadableIntake, unreadable
from unbarred.batch.intake.sources import Source
from unbarred.documents.word.opening import MOST_PARTS, TIGHTEST

LARGEST = 4_000_000_000
"""Bytes, unpacked. A sheet of a hundred thousand rows of eighty columns has a tenth."""
LARGEST_AT_ONCE = 50_000_000
"""Bytes of a part that is read whole: styles, the list of sheets."""
_LONGEST_PIECE = 32_000_000
"""Bytes without any end of a tag."""
_CHUNK = 1 << 16
_COPY = "Copy it again from where it came from."
_SAVE = "Open it in Excel or LibreOffice and save it anew as XLSX or ODS."

T = TypeVar("T")


@dataclass(frozen=True)
class Element:
    """The beginning of an element of XML: names without prefixes, and the name of the one around it."""

    parent: str
    name: str
    attributes: Mapping[str, str]


class Package:
    """A workbook's zip container; what it holds is read when it is asked for."""

    def __init__(self, source: Source) -> None:
        """Raise `UserError` if it is damaged, locked, or unpacks to more than any sheet needs."""
        self.source = source
        self.file = source.name
        with self._opened() as archive:
            entries = archive.infolist()
            self.names = {entry.filename for entry in entries}
            self._check(entries)

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        if any(entry.flag_bits & 1 for entry in entries):
            raise unreadable(self.file, "It is locked with a password.", "Save it without one.")
        too_tight = any(
            entry.file_size > 1_000_000 and entry.file_size > TIGHTEST * entry.compress_size
            for entry in entries
        )
        if too_tight or len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST:
            message = (
                "It unpacks to far more than a sheet needs, as a file does that is made to fill a computer."
            )
            raise unreadable(self.file, message, "Save the sheet as CSV, or split it.")
        if len(self.names) < len(entries):
            raise unreadable(self.file, "It holds two parts of one name.", _SAVE)

    def read(self, part: str) -> bytes:
        """Return a small part whole. Raises `UserError` if it is not there, damaged or too large."""
        with self.open(part) as stream:
            content = stream.read(LARGEST_AT_ONCE + 1)
        if len(content) > LARGEST_AT_ONCE:
            raise unreadable(self.file, f"Its part {part} is too large.", _SAVE)
        return content

    @contextmanager
    def open(self, part: str) -> Iterator[BinaryIO]:
        """Give a part as a stream of bytes; what is damaged ends in a `UserError`."""
        if part not in self.names:
            raise unreadable(self.file, "The workbook is not whole.", _COPY)
        with self._opened() as archive, archive.open(part) as stream:
            yield stream  # type: ignore[misc]

    @contextmanager
    def _opened(self) -> Iterator[zipfile.ZipFile]:
        try:
            with self.source.open() as stream, zipfile.ZipFile(stream) as archive:
                yield archive
        except UnreadableIntake:
            raise
        except expat.ExpatError as error:
            raise unreadable(
                self.file, "The workbook is damaged: its XML does not end well.", _SAVE
            ) from error
        # A damaged directory sends zipfile to places that are not in the file.
        except (
            zipfile.BadZipFile,
            zlib.error,
            struct.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            OverflowError,
            LookupError,
            ValueError,
        ) as error:
            raise unreadable(self.file, "The workbook is not whole.", _COPY) from error

    def pieces(
        self, part: str, parser: expat.XMLParserType, ready: deque[T | None]
    ) -> Generator[T, None, None]:
        """Feed a part to `parser`, and yield what its handlers put into `ready`, as it comes.

        Where they put None, the rest of the part is not read.
        """
        parser.StartDoctypeDeclHandler = self._refuse
        fed = 0
        with self.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk, False)
                fed += len(chunk)
                if fed - parser.CurrentByteIndex > _LONGEST_PIECE:
                    raise unreadable(self.file, "One cell of it is too long.", _SAVE)
                while ready:
                    if (each := ready.popleft()) is None:
                        return
                    yield each
            parser.Parse(b"", True)
            for each in ready:
                if each is None:
                    return
                yield each

    def elements(self, part: str) -> list[Element]:
        """Return the elements of a small part in order."""
        parser = expat.ParserCreate()
        open_ones = [""]
        ready: deque[Element | None] = deque()

        def begin(name: str, attributes: dict[str, str]) -> None:
            name = local(name)
            plain = {local(key): value for key, value in attributes.items()}
            ready.append(Element(open_ones[-1], name, plain))
            open_ones.append(name)

        parser.StartElementHandler = begin
        parser.EndElementHandler = lambda _: open_ones.pop()
        return list(_at_most(self.pieces(part, parser, ready), self.file))

    def _refuse(self, *_: object) -> None:
        raise unreadable(self.file, "Its XML defines names of its own, which no workbook needs.", _SAVE)


def local(name: str) -> str:
    """Return a name of XML without its prefix."""
    return name.rpartition(":")[2]


def _at_most(elements: Iterable[Element], file: str) -> Iterator[Element]:
    for count, element in enumerate(elements):
        if count > 500_000:
            raise unreadable(file, "Its list of styles is too long.", _SAVE)
        yield element
