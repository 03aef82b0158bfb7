"""The first sheet: how to fill in the others."""

from __future__ import annotations

import datetime
import shlex
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from unbarred.batch.columns.asked import EXAMPLE, MAIN, Asked
from unbarred.batch.workbook import looks
from unbarred.screens import FieldKind

if TYPE_CHECKING:
    from openpyxl import Workbook

TITLE = "How to fill this"
_FILE = "intake.xlsx"
_WIDTH = 96
"""Signs in a line."""
_LINE = 15.5
"""Points."""
_INK = "1F2937"


def add_guide(book: Workbook, asked: Asked, sheets: Sequence[str]) -> None:
    """Add the sheet; `sheets` are the names of those of repeated things."""
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet = book.create_sheet(TITLE, 0)
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 3
    sheet.column_dimensions["B"].width = _WIDTH
    row = 1
    for kind, text in _lines(asked, sheets):
        cell = sheet.cell(row, 2)
        looks.put(cell, text)
        cell.font = Font(name=looks.FACE, size=11)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        lines = -(-len(text) // (_WIDTH - 4)) or 1
        sheet.row_dimensions[row].height = _LINE * lines + 4
        if kind == "title":
            cell.font = Font(name=looks.FACE, bold=True, size=16, color=_INK)
            sheet.row_dimensions[row].height = 26
        elif kind == "part":
            cell.font = Font(name=looks.FACE, bold=True, size=12, color=_INK)
            cell.alignment = Alignment(vertical="bottom")
            sheet.row_dimensions[row].height = 26
        elif kind == "command":
            cell.font = Font(name="Courier New", color=_INK)
            cell.fill = PatternFill("solid", fgColor="F2F2F2")
        row += 1
    sheet.protection.sheet = True
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _lines(asked: Asked, sheets: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield "title", TITLE
    where = f", {asked.place_name}" if asked.place_name else ""
    yield (
        "text",
        f"{asked.title}{where}. The questions are those of the interview {asked.interview}{_day(asked)}.",
    )
    yield "part", "Clients"
    yield "text", f"One row for each client, in the sheet {MAIN}. Column A says what you call her."
    yield "text", "Leave a cell blank, and it is left for later: the paper has a line there to write on."
    yield "text", "* must be filled in for every client."
    yield "text", "(*) must be filled in only where the interview asks it. That hangs on other answers."
    yield "text", "Point at a heading: a note shows the question, help and an example."
    yield "text", f"The row {EXAMPLE} shows how it is done. It is skipped: leave it, and write below it."
    if sheets:
        yield "part", "What there can be several of"
        yield "text", f"These have sheets of their own: {', '.join(sheets)}."
        yield "text", f"One row for each of them. Column A says whose it is, as in the sheet {MAIN}."
        yield "text", "She has none? Then write no row."
    yield "part", "What to write"
    yield from (("text", line) for line in _ways(asked))
    yield "part", "When it is filled in"
    run = f"unbarred batch run {shlex.quote(asked.interview)}"
    if asked.place:
        run += f" --in {shlex.quote(asked.place)}"
    yield "text", f"Look for problems first. Nothing is made. {_FILE} stands for the name of this file."
    yield "command", f"{run} {_FILE} --check"
    yield "text", "Then make the papers: a folder for each client."
    yield "command", f"{run} {_FILE} --out filings/"
    yield "part", "Good to know"
    yield "text", "What is written here is private. Keep this file where only you can read it."
    yield "text", "Headings are protected, without a password, so that nothing slips."
    yield "text", "You can sort and filter rows, add and delete them, and make columns wider."
    yield from _parts(asked)


def _ways(asked: Asked) -> Iterator[str]:
    kinds = {each.kind for each in asked.all_columns()}
    if kinds & {FieldKind.DATE, FieldKind.DATE_TIME}:
        yield (
            "Dates: day, month in letters, year, such as 14 Mar 2031. The sheet shows every date like that. "
            "If it shows it otherwise, it did not understand it."
        )
    if kinds & {FieldKind.ONE_OF, FieldKind.YES_NO}:
        yield "Choices: click the cell, then the arrow beside it."
    if FieldKind.SOME_OF in kinds:
        yield "Several choices in one cell: write them with semicolons between, such as: School; Work"
    if FieldKind.AREA in kinds:
        yield "Long texts: for a new line in a cell press Alt and Enter (in LibreOffice, Ctrl and Enter)."
    if kinds & {FieldKind.FILES, FieldKind.SIGNATURE}:
        yield "Files: write where the file is on this computer, such as ~/papers/letter.pdf"
    yield "Numbers of cases and the like stay as you type them: 00123 stays 00123."


def _parts(asked: Asked) -> Iterator[tuple[str, str]]:
    """Yield which columns of the main sheet are which part of the interview."""
    from openpyxl.utils import get_column_letter

    found: list[tuple[str, int, int]] = []
    for index, column in enumerate(asked.columns, 2):
        if found and found[-1][0] == column.section:
            found[-1] = (column.section, found[-1][1], index)
        else:
            found.append((column.section, index, index))
    if len(found) < 2:
        return
    yield "part", f"The parts of the sheet {MAIN}"
    for section, first, last in found:
        letters = get_column_letter(first)
        columns = f"Column {letters}" if first == last else f"Columns {letters} to {get_column_letter(last)}"
        yield "text", f"{columns}: {section or 'other questions'}"


def _day(asked: Asked) -> str:
    if not asked.as_of:
        return ""
    day = datetime.date.fromisoformat(asked.as_of)
    return f" as of {day.day} {day:%b} {day.year}"
