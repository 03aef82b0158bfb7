"""Writing the messy sheet as people's programs do: XLSX, ODS by LibreOffice, CSV in Windows-1252."""

from __future__ import annotations

import csv
import datetime
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from messy_faults import Formatted, Formula
from messy_sheet import Messy

if TYPE_CHECKING:
    from openpyxl.cell import Cell


def write(messy: Messy, folder: Path) -> Path:
    """Write the sheet into `folder`; return its path."""
    path = folder / f"intake.{messy.format}"
    if messy.format == "csv":
        _write_csv(messy, path)
    elif messy.format == "ods":
        _as_ods(messy, path)
    else:
        _write_xlsx(messy, path)
    return path


def _write_csv(messy: Messy, path: Path) -> None:
    [rows] = messy.sheets.values()
    # What the encoding has no letter for becomes a question mark, as it does in Excel.
    with path.open("w", encoding="cp1252", errors="replace", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def _write_xlsx(messy: Messy, path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.active)
    results: list[tuple[int, str, str | float]] = []
    for number, (title, rows) in enumerate(messy.sheets.items(), start=1):
        sheet = book.create_sheet(title)
        for y, row in enumerate(rows, start=1):
            for x, value in enumerate(row, start=1):
                if value is not None:
                    _set(sheet.cell(y, x), value)
                if isinstance(value, Formula) and value.shows is not None:
                    results.append((number, f"{get_column_letter(x)}{y}", value.shows))
    for title, row in messy.hidden:
        book[title].row_dimensions[row].hidden = True
    for title, column, first, last in messy.merged:
        letter = get_column_letter(column + 1)
        book[title].merge_cells(f"{letter}{first}:{letter}{last}")
    book.save(path)
    _put_results(path, results)


def _set(cell: Cell, value: object) -> None:
    if isinstance(value, Formula):
        cell.value = value.text
    elif isinstance(value, Formatted):
        cell.value, cell.number_format = value.value, value.number_format
    else:
        cell.value = value
        if isinstance(value, str):
            # openpyxl takes a text for a formula or an error by how it begins.
            cell.data_type = "e" if value in ("#N/A", "#REF!") else "s"
        elif isinstance(value, datetime.date):
            cell.number_format = "mm/dd/yyyy"


def _put_results(path: Path, results: list[tuple[int, str, str | float]]) -> None:
    """Put the results of formulas in, which a spreadsheet program saves and openpyxl cannot."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for number, place, shows in results:
        part = f"xl/worksheets/sheet{number}.xml"
        kind = ' t="e"' if isinstance(shows, str) and shows.startswith("#") else ""
        shown, count = re.subn(
            rf'<c r="{place}"([^>]*?)(?: t="\w+")?><f>(.*?)</f><v ?/?>(?:</v>)?</c>',
            lambda found, kind=kind, shows=shows, place=place: (
                f'<c r="{place}"{found[1]}{kind}><f>{found[2]}</f><v>{shows}</v></c>'
            ),
            parts[part].decode(),
        )
        assert count == 1, (place, count)
        parts[part] = shown.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def _as_ods(messy: Messy, path: Path) -> None:
    """Let LibreOffice make an ODS of the workbook."""
    import subprocess

    book = path.with_suffix(".xlsx")
    _write_xlsx(messy, book)
    profile = path.parent / "profile"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "ods"]
    subprocess.run(
        [*command, "--outdir", path.parent, book], check=True, stdout=subprocess.DEVNULL, timeout=60
    )
    book.unlink()
