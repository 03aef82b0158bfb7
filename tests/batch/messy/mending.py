"""Mending `needs-attention.xlsx` as a volunteer does: cell by cell, by what stands above each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from messy_faults import Formula
from messy_sheet import DELETED, KEY, MAIN, Expected, Messy

_ITEM = re.compile(r"^\w+\[(\d+)\]")


def mend(path: Path, messy: Messy) -> None:
    """Write into each faulty cell what belongs there; take out the rows that nobody wants."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    for each in messy.expected:
        if each.mended is not DELETED:
            _write(book, messy, each)
    for each in messy.expected:
        if each.mended is DELETED:
            sheet = book[each.sheet] if each.sheet else book.worksheets[0]
            rows = _rows_of(sheet, each.client)
            if rows:
                sheet.delete_rows(rows[-1])
    book.save(path)


def _write(book: Any, messy: Messy, fault: Expected) -> None:
    sheet = book[fault.sheet] if fault.sheet else book.worksheets[0]
    names = messy.names[fault.sheet or MAIN]
    column = re.sub(r"\[\d+\]", "[i]", fault.name) if fault.sheet else fault.name
    heading = messy.sheets[fault.sheet or MAIN][0][names.index(column)]
    headings = [cell.value for cell in sheet[1]]
    item = _ITEM.match(fault.name)
    row = _rows_of(sheet, fault.client)[int(item[1]) if item and fault.sheet else 0]
    if fault.name:
        cell = sheet.cell(row, headings.index(heading) + 1)
        cell.value = fault.mended.shows if isinstance(fault.mended, Formula) else fault.mended
        if isinstance(fault.mended, str):
            cell.data_type = "s"


def _rows_of(sheet: Any, client: str) -> list[int]:
    column = [cell.value for cell in sheet[1]].index(KEY) + 1
    return [number for number in range(2, sheet.max_row + 1) if sheet.cell(number, column).value == client]
