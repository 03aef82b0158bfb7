"""Opening one file as its only table, and small workbooks written part by part."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from unbarred.batch.intake.opening import open_intake
from unbarred.batch.intake.tables import Row, Table

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODS_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style", "number", "drawing")
) + (
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def table(path: Path) -> Table:
    """The only table in a file."""
    [only] = open_intake([path]).tables
    return only


def rows(path: Path) -> list[Row]:
    return list(table(path).rows())


def values(path: Path) -> list[list[Any]]:
    """The values below the headings."""
    return [[cell.value for cell in row.cells] for row in rows(path)]


def xlsx(path: Path, sheet: str | bytes, *, strings: str = "", styles: str = "", book: str = "") -> Path:
    """A workbook whose one sheet is the XML in `sheet`; the others are the insides of those parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{book}<sheets>'
            '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}">'
            f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
            f'<Relationship Id="r3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        )
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>')
        archive.writestr("xl/styles.xml", f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>')
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return path


def sheet(data: str, *, before: str = "", after: str = "") -> str:
    """The XML of a sheet with the heading “H” in A1, and `data` below it."""
    heading = '<row r="1"><c r="A1" t="inlineStr"><is><t>H</t></is></c></row>'
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{heading}{data}</sheetData>{after}</worksheet>'


def ods(path: Path, tables: str, *, styles: str = "") -> Path:
    """An ODS workbook with the XML of its tables and automatic styles."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content {ODS_NAMES}>"
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    return path
