"""Sheets as the tests of this folder look at them: what an interview asks, and what a workbook shows."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from unbarred.batch.columns.asked import Asked
from unbarred.batch.columns.finding import find_asked
from unbarred.batch.workbook.making import workbook

DAY = "2026-11-21"
HEADINGS, VARIABLES, EXAMPLE = 1, 2, 3


@cache
def asked_in(interview: str, place: str) -> Asked:
    """What an interview asks in a place; found once."""
    return find_asked(interview, {"place": place, "as_of": DAY})


@cache
def bytes_of(interview: str, place: str) -> bytes:
    """The workbook of an interview in a place; made once."""
    return workbook(asked_in(interview, place))


def book_of(interview: str, place: str) -> Workbook:
    """The same, read back."""
    return load_workbook(io.BytesIO(bytes_of(interview, place)))


def filled_sheets(book: Workbook) -> list[Worksheet]:
    """The sheets that are filled in."""
    return [each for each in book.worksheets[1:] if each.sheet_state == "visible"]


def row(sheet: Worksheet, number: int) -> list[Any]:
    """The values of a row as far as there are variables."""
    width = sum(cell.value is not None for cell in sheet[VARIABLES])
    return [sheet.cell(number, index).value for index in range(1, width + 1)]


def drop_downs(book: Workbook, sheet: Worksheet) -> dict[str, list[str]]:
    """What each column's drop-down offers, by the column's variable."""
    found: dict[str, list[str]] = {}
    for each in sheet.data_validations.dataValidation:
        if each.type == "list" and each.formula1 != "client_keys":
            for part in str(each.sqref).split():
                column = sheet[part.partition(":")[0]].column
                found[sheet.cell(VARIABLES, column).value] = _offered(book, each.formula1)
    return found


def _offered(book: Workbook, formula: str) -> list[str]:
    if formula.startswith('"'):
        return formula.strip('"').split(",")
    name, place = next(iter(book.defined_names[formula].destinations))
    return [cell.value for (cell,) in book[name][place]]
