"""A workbook that LibreOffice has written is read as the one that it was made from."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from unbarred.batch.intake.opening import open_intake
from unbarred.batch.intake.tables import Table, Trouble

HEADINGS = [
    "Client",
    "Name",
    "Born",
    "Docket",
    "Phone",
    "Share",
    "Money",
    "Seen",
    "At",
    "Flag",
    "Zip",
    "Month",
]
FORMATS = {"C": "m/d/yyyy", "F": "0.0%", "G": '"$"#,##0.00', "K": "00000", "L": "mmm-yy", "I": "h:mm"}
FIRST: list[Any] = [
    "A-1",
    " Ann\u00a0 ",
    datetime.date(1980, 5, 4),
    "01234",
    5551234567.0,
    0.125,
    1250.5,
    datetime.datetime(2020, 1, 2, 3, 4, 5),
    datetime.time(14, 30),
    True,
    1234,
    datetime.date(1980, 5, 1),
]
READ = [
    "A-1",
    "Ann",
    datetime.date(1980, 5, 4),
    "01234",
    5551234567,
    "12.5%",
    Decimal("1250.5"),
    datetime.datetime(2020, 1, 2, 3, 4, 5),
    datetime.time(14, 30),
    True,
    "01234",
    "May 1980",
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same workbook as openpyxl, LibreOffice in its own format, and LibreOffice as Excel write it."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Clients"
    page.append(HEADINGS)
    page.append(FIRST)
    for column, code in FORMATS.items():
        page[f"{column}2"].number_format = code
    page.append(["A-2", CellRichText("Be", TextBlock(InlineFont(b=True), "a")), None, "two\nlines"])
    page.append(["A-3", "Cy", "=DATE(1981,1,2)", "=1/0", '=B4&"!"'])
    page["C4"].number_format = "yyyy-mm-dd"
    page.append(["A-4", "Di", None, "over both"])
    page.append(["A-5", "Ed", None, None])
    page.merge_cells("D5:D6")
    page.row_dimensions[4].hidden = True
    page.column_dimensions["E"].hidden = True
    page["B2"].comment = Comment("a note is no answer", "somebody")
    page.protection.sheet = True
    page["Z900"].font = openpyxl.styles.Font(bold=True)
    secret = book.create_sheet("Secret")
    secret.append(["a"])
    secret.sheet_state = "hidden"
    children = book.create_sheet("Children")
    for row in (["Client", "Age"], ["A-1", 3]):
        children.append(row)
    book.save(folder / "made.xlsx")
    for kind, source in (("ods", "made.xlsx"), ("xlsx", "made.ods")):
        target = folder / "office" if kind == "xlsx" else folder
        command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", kind, "--outdir", str(target), str(folder / source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


@pytest.fixture(params=["made.xlsx", "made.ods", "office/made.xlsx"])
def tables(request: pytest.FixtureRequest, made: Path) -> tuple[Table, ...]:
    return tuple(open_intake([made / request.param]).tables)


def test_every_kind_of_cell_is_read_the_same(tables: tuple[Table, ...]) -> None:
    clients, children = tables
    assert [heading.text for heading in clients.headings] == HEADINGS
    first, second, *_ = clients.rows()
    assert [cell.value for cell in first.cells] == READ
    assert [type(cell.value) for cell in first.cells] == [type(value) for value in READ]
    assert {cell.trouble for cell in first.cells} == {None}
    assert [cell.value for cell in second.cells] == ["A-2", "Bea", None, "two\nlines"]
    assert [[cell.value for cell in row.cells] for row in children.rows()] == [["A-1", 3]]


def test_formulas_have_their_results_or_are_named(tables: tuple[Table, ...]) -> None:
    third = list(tables[0].rows())[2]
    assert third.is_hidden
    day, error, text = third.cells[2:5]
    if day.trouble is Trouble.UNCALCULATED:
        # As openpyxl writes them: no program has calculated them yet.
        assert (error.trouble, text.trouble) == (day.trouble, day.trouble)
    else:
        assert (day.value, text.value) == (datetime.date(1981, 1, 2), "Cy!")
        assert (error.value, error.trouble) == ("#DIV/0!", Trouble.ERROR)
    assert all(cell.is_formula for cell in (day, error, text))


def test_what_is_hidden_or_covered_is_told(tables: tuple[Table, ...]) -> None:
    clients = tables[0]
    fourth, fifth = list(clients.rows())[3:]
    assert fourth.cells[3].value == "over both"
    assert (fifth.cells[3].trouble, fifth.cells[3].shown) == (Trouble.MERGED, "over both")
    assert list(clients.remarks) == [
        "Sheet “Clients”: column E is hidden; what stands there is read all the same.",
        "Sheet “Secret” is hidden and was not read; show it if it has answers.",
        "Sheet “Clients”: one row is hidden, as a filter may do; what stands there is read all the same.",
    ]
