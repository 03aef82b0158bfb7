"""A workbook of Excel: its sheets, its styles, and the cells they make."""

from __future__ import annotations

import posixpath
import re
from collections import deque
from collections.abc import Generator
from dataclasses import dataclass
from functools import cached_property
from xml.parsers import expat

from unbarred.batch.intake.faults import unreadable
from unbarred.batch.intake.headings import letters_of
from unbarred.batch.intake.merges import WIDEST, Merged, with_merges
from unbarred.batch.intake.moments import moment_cell
from unbarred.batch.intake.tables import Cell, Row, Trouble
from unbarred.batch.intake.texts import number_of, percent, text_cell, tidy
from unbarred.batch.intake.xlsx.number_formats import PLAIN, NumberFormat, number_format
from unbarred.batch.intake.xlsx.rows import RowReader, reference
from unbarred.batch.intake.xlsx.shared_strings import SharedStrings, read_shared_strings, unescaped
from unbarred.batch.intake.zipped import Element, Package

_MOST_MERGED = 200_000
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*?\bref=\"([A-Z0-9$:]+)\"")
_CHUNK = 1 << 20
_LONGEST_TAG = 400
_SAVE = "Open it in Excel or LibreOffice and save it anew as XLSX."


@dataclass(frozen=True)
class SheetPart:
    """One sheet of a workbook: its name, where it lies in the package, and whether it is shown."""

    name: str
    part: str
    is_hidden: bool


class Workbook:
    """A workbook of which sheets are read row by row. What is damaged ends in a `UserError`."""

    def __init__(self, package: Package) -> None:
        self.package = package
        main = self._related("_rels/.rels", "", "/officeDocument")
        if not main:
            raise unreadable(package.file, "This is not a workbook.", _SAVE)
        self._main = main[0][1]
        folder, name = posixpath.split(self._main)
        self._relations = posixpath.join(folder, "_rels", f"{name}.rels")
        elements = package.elements(self._main)
        self._since_1904 = any(
            each.name == "workbookPr" and each.attributes.get("date1904") in ("1", "true")
            for each in elements
        )
        self.sheets = self._sheets(elements)

    def _sheets(self, elements: list[Element]) -> list[SheetPart]:
        parts = dict(self._related(self._relations, self._main, "/worksheet"))
        return [
            SheetPart(
                each.attributes.get("name", ""),
                parts[each.attributes["id"]],
                each.attributes.get("state", "visible") != "visible",
            )
            for each in elements
            if each.name == "sheet" and each.parent == "sheets" and each.attributes.get("id") in parts
        ]

    def _related(self, relations: str, of: str, kind: str) -> list[tuple[str, str]]:
        """Return numbers and names of the parts that stand in a relation of that kind to the part `of`."""
        if relations not in self.package.names:
            raise unreadable(self.package.file, "This is not a workbook, or it is not whole.", _SAVE)
        return [
            (each.attributes.get("Id", ""), _part(of, each.attributes.get("Target", "")))
            for each in self.package.elements(relations)
            if each.name == "Relationship" and each.attributes.get("Type", "").endswith(kind)
        ]

    def hidden_columns(self, sheet: SheetPart) -> list[str]:
        """Return the letters of the columns that are hidden; those to the sheet's edge count as one."""
        ready: deque[tuple[int, int] | None] = deque()
        parser = expat.ParserCreate()

        def begin(name: str, attributes: dict[str, str]) -> None:
            if name.endswith("col") and attributes.get("hidden") in ("1", "true"):
                first = int(attributes["min"]) - 1
                ready.append((first, min(int(attributes["max"]), WIDEST) - first))
            elif name.endswith("sheetData"):
                ready.append(None)

        parser.StartElementHandler = begin
        return letters_of(self.package.pieces(sheet.part, parser, ready))

    def rows(self, sheet: SheetPart) -> Generator[Row, None, None]:
        """Yield the rows that have anything in them."""
        ready: deque[Row | None] = deque()
        parser = expat.ParserCreate()
        RowReader(parser, ready, self._cell)
        yield from with_merges(self.package.pieces(sheet.part, parser, ready), self._merged(sheet))

    def _merged(self, sheet: SheetPart) -> list[Merged]:
        """Return the blocks of merged cells: they stand after the rows, and are wanted with them."""
        if (found := self._blocks.get(sheet.part)) is None:
            found = self._blocks[sheet.part] = self._found_merged(sheet)
        return found

    @cached_property
    def _blocks(self) -> dict[str, list[Merged]]:
        return {}

    def _found_merged(self, sheet: SheetPart) -> list[Merged]:
        blocks: list[Merged] = []
        left = b""
        with self.package.open(sheet.part) as stream:
            while chunk := stream.read(_CHUNK):
                piece = left + chunk
                done = 0
                if b"mergeCell " in piece:
                    for found in _MERGED.finditer(piece):
                        blocks += _block(found[1].decode())
                        done = found.end()
                left = piece[max(done, len(piece) - _LONGEST_TAG) :]
                if len(blocks) > _MOST_MERGED:
                    message = f"Sheet {sheet.name} has more than {_MOST_MERGED:,} blocks of merged cells."
                    raise unreadable(self.package.file, message, "Unmerge them, and fill each cell.")
        return blocks

    def _cell(self, kind: str, style: str, text: str, formula: str | None) -> Cell:
        is_formula = formula is not None
        if kind == "s":
            return text_cell(self._strings[int(text)], is_formula=is_formula)
        if kind in ("str", "inlineStr"):
            return text_cell(unescaped(text), is_formula=is_formula)
        if not text:
            return Cell(None, Trouble.UNCALCULATED, is_formula=True, shown=f"={formula}" if formula else "")
        if kind == "b":
            # LibreOffice writes a plain yes or no as a formula that gives it.
            is_plain = formula in (None, "TRUE()", "FALSE()")
            return Cell(text in ("1", "true"), is_formula=not is_plain)
        if kind == "e":
            return Cell(tidy(text), Trouble.ERROR, is_formula=is_formula)
        return self._number(kind, style, text, is_formula=is_formula)

    def _number(self, kind: str, style: str, text: str, *, is_formula: bool) -> Cell:
        if kind == "d":
            return text_cell(text.removesuffix("Z").removesuffix("T00:00:00"), is_formula=is_formula)
        number = number_of(text)
        shown_as = self._formats.get(style, PLAIN)
        if shown_as.moment is not None:
            cell = moment_cell(number, shown_as.moment, since_1904=self._since_1904)
            return Cell(cell.value, cell.trouble, is_formula, cell.shown)
        if shown_as.is_percent:
            return Cell(percent(number), is_formula=is_formula)
        if shown_as.zeros and isinstance(number, int) and (padded := shown_as.padded(number)):
            return Cell(padded, is_formula=is_formula)
        return Cell(number, is_formula=is_formula)

    @cached_property
    def _strings(self) -> SharedStrings:
        parts = self._related(self._relations, self._main, "/sharedStrings")
        return read_shared_strings(self.package, parts[0][1]) if parts else SharedStrings()

    @cached_property
    def _formats(self) -> dict[str, NumberFormat]:
        """What each style that is no plain number makes of one, by its number as cells write it."""
        parts = self._related(self._relations, self._main, "/styles")
        elements = self.package.elements(parts[0][1]) if parts else []
        codes = {
            each.attributes.get("numFmtId", ""): each.attributes.get("formatCode", "")
            for each in elements
            if each.name == "numFmt" and each.parent == "numFmts"
        }
        styles = [
            each.attributes.get("numFmtId", "0")
            for each in elements
            if each.name == "xf" and each.parent == "cellXfs"
        ]
        formats = {str(index): number_format(int(each), codes.get(each)) for index, each in enumerate(styles)}
        return {style: each for style, each in formats.items() if each != PLAIN}


def _part(of: str, target: str) -> str:
    """Return the name of a part, as the package has it, that `of` names as `target`."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(of), target))


def _block(written: str) -> list[Merged]:
    first, _, last = written.partition(":")
    if not last:
        return []
    top, left = reference(first)
    bottom, right = reference(last)
    return [Merged(top, left, bottom, right)]
