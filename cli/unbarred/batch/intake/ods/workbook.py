"""A workbook of LibreOffice: its sheets and their rows."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property
from xml.parsers import expat

from unbarred.batch.intake.faults import unreadable
from unbarred.batch.intake.headings import letters_of
from unbarred.batch.intake.merges import Covering
from unbarred.batch.intake.ods.rows import Repeated, RowReader, is_sheet
from unbarred.batch.intake.ods.styles import Styles, styles_of
from unbarred.batch.intake.tables import Row
from unbarred.batch.intake.zipped import Element, Package, local

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_TABLE = re.compile(rb"<table:(?:table|table-row)[\s>][^<>]*")
_LONGEST_TAG = 2_000
_CHUNK = 1 << 20
_LAST_ROW = 16_777_216
_SAVE = "Open it in LibreOffice and save it anew."


@dataclass(frozen=True)
class SheetTable:
    """One sheet: its number, counted from 0, its name, and whether it is shown."""

    number: int
    name: str
    is_hidden: bool


class OpenDocument:
    """An ODS workbook of which sheets are read row by row. What is damaged ends in a `UserError`."""

    def __init__(self, package: Package) -> None:
        self.package = package
        if _MANIFEST in package.names and b"encryption-data" in package.read(_MANIFEST):
            raise unreadable(package.file, "It is locked with a password.", "Save it without one.")
        self.sheets = [
            SheetTable(
                number,
                attributes.get("table:name", ""),
                attributes.get("table:style-name", "") in self._styles.hidden_tables,
            )
            for number, attributes in enumerate(self._tables())
        ]

    def _tables(self) -> Iterator[dict[str, str]]:
        """Yield the attributes of each sheet, found without reading its cells."""
        left = b""
        with self.package.open(_CONTENT) as stream:
            while chunk := stream.read(_CHUNK):
                piece = left + chunk
                last = piece.rfind(b"<table:table ")
                end = piece.find(b">", last)
                for found in re.finditer(rb"<table:table\s[^<>]*>", piece):
                    attributes = _attributes(found.group())
                    if is_sheet(attributes):
                        yield attributes
                left = (
                    piece[last:]
                    if last >= 0 and end < 0 and len(piece) - last < _LONGEST_TAG
                    else piece[-12:]
                )

    @cached_property
    def _styles(self) -> Styles:
        # Formats of dates may stand in one part, and the styles of cells that use them in the other.
        common = self.package.elements("styles.xml") if "styles.xml" in self.package.names else []
        with closing(self._before_body()) as own:
            return styles_of((*common, *own))

    def _before_body(self) -> Generator[Element, None, None]:
        ready: deque[Element | None] = deque()
        parser = expat.ParserCreate()
        around = [""]

        def begin(name: str, attributes: dict[str, str]) -> None:
            if name == "office:body":
                ready.append(None)
            plain = {local(key): value for key, value in attributes.items()}
            ready.append(Element(around[-1], local(name), plain))
            around.append(local(name))

        parser.StartElementHandler = begin
        parser.EndElementHandler = lambda _: around.pop()
        return self.package.pieces(_CONTENT, parser, ready)

    def hidden_columns(self, sheet: SheetTable) -> list[str]:
        """Return the letters of the columns that are hidden; those to the sheet's edge count as one."""
        ready: deque[tuple[int, int] | None] = deque()
        parser = expat.ParserCreate()
        number = -1
        column = 0

        def begin(name: str, attributes: dict[str, str]) -> None:
            nonlocal number, column
            if name == "table:table" and is_sheet(attributes):
                number += 1
            elif number == sheet.number and name == "table:table-column":
                count = int(attributes.get("table:number-columns-repeated", "1"))
                if attributes.get("table:visibility") in ("collapse", "filter"):
                    ready.append((column, count))
                column += count
            elif number == sheet.number and name == "table:table-row":
                ready.append(None)

        parser.StartElementHandler = begin
        return letters_of(self.package.pieces(_CONTENT, parser, ready))

    def rows(self, sheet: SheetTable) -> Generator[Row, None, None]:
        """Yield the rows that have anything in them."""
        covering = Covering()
        with closing(self._repeated(sheet)) as repeated:
            for each in repeated:
                for block in each.blocks:
                    covering.add(block)
                for further in range(each.times):
                    number = each.row.number + further
                    if number > _LAST_ROW:
                        message = f"Sheet {sheet.name} goes on below any row that a sheet can have."
                        raise unreadable(self.package.file, message, _SAVE)
                    yield covering.covered(replace(each.row, number=number) if further else each.row)

    def _repeated(self, sheet: SheetTable) -> Generator[Repeated, None, None]:
        ready: deque[Repeated | None] = deque()
        parser = expat.ParserCreate()
        RowReader(parser, ready, sheet.number, self._styles.shows)
        return self.package.pieces(_CONTENT, parser, ready)


def _attributes(tag: bytes) -> dict[str, str]:
    """Return the attributes of one tag. Raises `expat.ExpatError` if it is none."""
    found: dict[str, str] = {}
    parser = expat.ParserCreate("utf-8")

    def begin(_name: str, attributes: dict[str, str]) -> None:
        found.update(attributes)

    parser.StartElementHandler = begin
    parser.Parse(tag.removesuffix(b">").removesuffix(b"/") + b"/>", True)
    return found
