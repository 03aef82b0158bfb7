"""Workbooks of Excel: each cell is what it shows, or what is wrong with it is named."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_reading import rows, sheet, table, values, xlsx

from unbarred.batch.intake.moments import Shows, moment_cell
from unbarred.batch.intake.tables import Trouble
from unbarred.batch.intake.texts import text_cell
from unbarred.batch.intake.xlsx.number_formats import format_of

FORMATS = (
    '<numFmts><numFmt numFmtId="170" formatCode="{}"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
)


def one_cell(folder: Path, cell: str, *, code: str = "General", book: str = "", strings: str = "") -> Any:
    path = xlsx(
        folder / "t.xlsx",
        sheet(f'<row r="2">{cell}</row>'),
        styles=FORMATS.format(code.replace('"', "&quot;")),
        book=book,
        strings=strings,
    )
    [row] = rows(path)
    return row.cells[0]


@pytest.mark.parametrize(
    ("number", "code", "value"),
    [
        ("12.0", "General", 12),
        ("5551234567", "General", 5551234567),
        ("5.551234567E9", "General", 5551234567),
        ("0.30000000000000004", "General", Decimal("0.3")),
        ("1250.5", '"$"#,##0.00', Decimal("1250.5")),
        ("0.125", "0.0%", "12.5%"),
        ("1", "0%", "100%"),
        ("1234", "00000", "01234"),
        ("123456789", r"000\-00\-0000", "123-45-6789"),
        ("29345", "m/d/yyyy", datetime.date(1980, 5, 4)),
        ("29345", "[$-409]dddd, mmmm d, yyyy;@", datetime.date(1980, 5, 4)),
        ("29345.604166666664", "yyyy-mm-dd hh:mm", datetime.datetime(1980, 5, 4, 14, 30)),
        ("29345", "yyyy-mm-dd hh:mm", datetime.date(1980, 5, 4)),
        ("0.604166666666667", "h:mm AM/PM", datetime.time(14, 30)),
        ("1.104166666666667", "[h]:mm", "26:30"),
        ("29342", "mmm-yy", "May 1980"),
        ("59", "yyyy-mm-dd", datetime.date(1900, 2, 28)),
        ("61", "yyyy-mm-dd", datetime.date(1900, 3, 1)),
        ("29345", r"\d0", 29345),
        ("29345", '"day "0', 29345),
        ("29345", "[Red]0", 29345),
    ],
)
def test_a_number_is_what_its_format_shows(tmp_path: Path, number: str, code: str, value: object) -> None:
    cell = one_cell(tmp_path, f'<c r="A2" s="1"><v>{number}</v></c>', code=code)
    assert (cell.value, type(cell.value), cell.trouble) == (value, type(value), None)


@pytest.mark.parametrize(("code", "shown"), [("d-mmm", "May 4"), ("mmmm", "May"), ("d/m", "May 4")])
def test_a_day_shown_without_its_year_is_named_with_the_day_that_the_cell_holds(
    tmp_path: Path, code: str, shown: str
) -> None:
    cell = one_cell(tmp_path, '<c r="A2" s="1"><v>29345</v></c>', code=code)
    assert (cell.value, cell.trouble, cell.shown) == (datetime.date(1980, 5, 4), Trouble.NO_YEAR, shown)


@pytest.mark.parametrize("number", ["60", "0", "-1", "2958466", "1E+300"])
def test_a_number_that_is_no_date_is_named(tmp_path: Path, number: str) -> None:
    assert (
        one_cell(tmp_path, f'<c r="A2" s="1"><v>{number}</v></c>', code="d/m/yyyy").trouble is Trouble.NO_DATE
    )


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    cell = one_cell(
        tmp_path, '<c r="A2" s="1"><v>0</v></c>', code="d/m/yyyy", book='<workbookPr date1904="1"/>'
    )
    assert cell.value == datetime.date(1904, 1, 1)


@pytest.mark.parametrize(
    ("cell", "value", "trouble", "is_formula"),
    [
        ('<c r="A2" t="e"><v>#REF!</v></c>', "#REF!", Trouble.ERROR, False),
        ('<c r="A2"><f>1+1</f><v></v></c>', None, Trouble.UNCALCULATED, True),
        ('<c r="A2"><f>B1</f></c>', None, Trouble.UNCALCULATED, True),
        ('<c r="A2"><f>1+1</f><v>2</v></c>', 2, None, True),
        ('<c r="A2" t="str"><f>B1&amp;"x"</f><v> x </v></c>', "x", None, True),
        ('<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!", Trouble.ERROR, True),
        ('<c r="A2" t="b"><v>1</v></c>', True, None, False),
        ('<c r="A2" t="d"><v>1980-05-04T00:00:00</v></c>', "1980-05-04", None, False),
        ('<c r="A2" t="inlineStr"><is><r><t>Be</t></r><r><t>a</t></r></is></c>', "Bea", None, False),
        ('<c r="A2" t="inlineStr"><is><t>a_x000D_\nb</t></is></c>', "a\nb", None, False),
        ('<c r="A2" t="s"><v>1</v></c>', "Ann Lee", None, False),
        ('<c t="inlineStr"><is><t>no place</t></is></c>', "no place", None, False),
    ],
)
def test_a_cell_of_each_kind(
    tmp_path: Path, cell: str, value: object, trouble: Trouble | None, is_formula: bool
) -> None:
    rich = '<r><t xml:space="preserve">Ann </t></r><r><t>Lee</t></r><rPh><t>no</t></rPh>'
    strings = f"<si><t>H</t></si><si>{rich}</si>"
    got = one_cell(tmp_path, cell, strings=strings)
    assert (got.value, got.trouble, got.is_formula) == (value, trouble, is_formula)


def test_a_namespace_with_a_prefix_and_rows_without_numbers_are_read(tmp_path: Path) -> None:
    main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    cells = "<x:row><x:c t='inlineStr'><x:is><x:t>{}</x:t></x:is></x:c></x:row>"
    path = xlsx(
        tmp_path / "t.xlsx",
        f"<x:worksheet xmlns:x='{main}'><x:sheetData>{cells.format('H')}{cells.format('a')}</x:sheetData>"
        "</x:worksheet>",
    )
    assert values(path) == [["a"]]


def test_cells_that_are_covered_are_named_with_what_covers_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    for row in (["Client", "County"], ["A", "Kings"], ["B", None], ["C", None], ["D", "Erie"]):
        page.append(row)
    page.merge_cells("B2:B4")
    book.save(tmp_path / "t.xlsx")
    read = [row.cells[1] if len(row.cells) > 1 else None for row in rows(tmp_path / "t.xlsx")]
    assert [(cell.value, cell.trouble, cell.shown) for cell in read if cell] == [
        ("Kings", None, ""),
        (None, Trouble.MERGED, "Kings"),
        (None, Trouble.MERGED, "Kings"),
        ("Erie", None, ""),
    ]


def test_hidden_rows_columns_and_sheets_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Clients"
    for row in (["Client", "Name", "City"], ["A", "Ann", "Rome"], ["B", "Bea", "Utica"]):
        page.append(row)
    page.row_dimensions[3].hidden = True
    page.column_dimensions["B"].hidden = True
    page.protection.sheet = True
    page.protection.set_password("secret")
    hidden = book.create_sheet("Old")
    hidden.append(["x"])
    hidden.sheet_state = "veryHidden"
    book.create_sheet("Empty")
    book.save(tmp_path / "t.xlsx")
    only = table(tmp_path / "t.xlsx")
    assert [row.is_hidden for row in only.rows()] == [False, True]
    assert list(only.remarks) == [
        "Sheet “Clients”: column B is hidden; what stands there is read all the same.",
        "Sheet “Old” is hidden and was not read; show it if it has answers.",
        "Sheet “Clients”: one row is hidden, as a filter may do; what stands there is read all the same.",
    ]


def test_a_sheet_that_says_it_has_a_million_rows_has_those_with_something_in_them(tmp_path: Path) -> None:
    styled = "".join(f'<row r="{n}"><c r="A{n}" s="1"/><c r="XFD{n}" s="1"/></row>' for n in range(3, 3000))
    path = xlsx(
        tmp_path / "t.xlsx",
        sheet(
            '<row r="2"><c r="A2"><v>7</v></c></row>' + styled,
            before='<dimension ref="A1:XFD1048576"/>',
        ),
    )
    assert [(row.number, len(row.cells)) for row in rows(path)] == [(2, 1)]


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.one_of(
            st.none(),
            st.integers(-(10**14), 10**14),
            st.booleans(),
            st.dates(datetime.date(1900, 3, 1)),
            st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=8),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_what_openpyxl_writes_is_read_back(cells: list[Any]) -> None:
    import tempfile

    book = openpyxl.Workbook()
    page = book.active
    page.append([f"Question {n}" for n in range(len(cells))])
    for column, value in enumerate(cells, 1):
        cell = page.cell(2, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "t.xlsx")
        book.save(path)
        got = values(path)
    expected = [text_cell(each).value if isinstance(each, str) else each for each in cells]
    while expected and expected[-1] is None:
        expected.pop()
    assert got == ([expected] if expected else [])


@given(st.dates(datetime.date(1900, 3, 1)), st.integers(0, 86_399))
def test_every_moment_is_the_one_excel_means(day: datetime.date, seconds: int) -> None:
    serial = (day - datetime.date(1899, 12, 30)).days + Decimal(seconds) / 86_400
    written = Decimal(format(serial, ".15g"))
    cell = moment_cell(written, Shows(year=True, month=True, day=True, time=True))
    midnight = datetime.datetime.combine(day, datetime.time())
    assert cell.value == (midnight + datetime.timedelta(seconds=seconds) if seconds else day)


@pytest.mark.parametrize("code", ["0.00", "#,##0", "@", "General", "0.00E+00", '0 "days"', "[>1]0;0"])
def test_a_format_of_numbers_is_no_date(code: str) -> None:
    assert format_of(code).moment is None
