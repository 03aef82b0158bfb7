"""Workbooks of LibreOffice: repeated cells and rows, notes, errors, hidden things, what covers what."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from intake_reading import ods, rows, table, values

from unbarred.batch.intake.tables import Trouble
from unbarred.errors import UserError

HEADING = (
    "<table:table-row><table:table-cell office:value-type='string'><text:p>H</text:p></table:table-cell>"
    "</table:table-row>"
)


def sheet(data: str, name: str = "S", style: str = "") -> str:
    return f"<table:table table:name='{name}' table:style-name='{style}'>{HEADING}{data}</table:table>"


def row(cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def cell(kind: str, value: str = "", text: str = "", more: str = "") -> str:
    attribute = {"float": "value", "percentage": "value", "currency": "value", "string": "string-value"}.get(
        kind, f"{kind}-value"
    )
    given = f"office:{attribute}='{value}'" if value else ""
    said = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell office:value-type='{kind}' {given} {more}>{said}</table:table-cell>"


NOTED = (
    "yes</text:p><office:annotation><text:p>no</text:p></office:annotation>"
    "<draw:frame><text:p>no</text:p></draw:frame><text:p>"
)


@pytest.mark.parametrize(
    ("xml", "value", "trouble"),
    [
        (cell("float", "12", "12.00"), 12, None),
        (cell("float", "0.1", "0.1"), Decimal("0.1"), None),
        (cell("float", "1234", "01234"), "01234", None),
        (cell("float", "5551234567", "5551234567"), 5551234567, None),
        (cell("percentage", "0.25", "25%"), "25%", None),
        (cell("currency", "1250.5", "$1,250.50"), Decimal("1250.5"), None),
        (cell("date", "1980-05-04", "5/4/80"), datetime.date(1980, 5, 4), None),
        (cell("date", "1980-05-04T14:30:00", "x"), datetime.datetime(1980, 5, 4, 14, 30), None),
        (cell("date", "1980-05-01", "May 80", "table:style-name='ce1'"), "May 1980", None),
        (cell("date", "-0400-05-01", "x"), "-0400-05-01", Trouble.NO_DATE),
        (cell("time", "PT14H30M00S", "14:30"), datetime.time(14, 30), None),
        (cell("time", "PT26H30M00S", "26:30"), "26:30", None),
        (cell("boolean", "true", "TRUE"), True, None),
        (cell("string", "", "#N/A", "table:formula='of:=NA()'"), "#N/A", Trouble.ERROR),
        (cell("string", "", "Err:502", "calcext:value-type='error'"), "Err:502", Trouble.ERROR),
        ("<table:table-cell table:formula='of:=1+1'/>", None, Trouble.UNCALCULATED),
        (cell("string", "", "a<text:s text:c='2'/>b<text:line-break/>c"), "a  b\nc", None),
        (cell("string", "", "a<text:span>b</text:span></text:p><text:p>c"), "ab\nc", None),
        (
            cell("string", "", NOTED),
            "yes",
            None,
        ),
    ],
)
def test_a_cell_of_each_kind(tmp_path: Path, xml: str, value: object, trouble: Trouble | None) -> None:
    styles = (
        "<number:date-style style:name='N1'><number:month/><number:year/></number:date-style>"
        "<style:style style:name='ce1' style:family='table-cell' style:data-style-name='N1'/>"
    )
    [got] = rows(ods(tmp_path / "t.ods", sheet(row(xml)), styles=styles))
    assert (got.cells[0].value, type(got.cells[0].value), got.cells[0].trouble) == (
        value,
        type(value),
        trouble,
    )


def test_repeated_rows_and_cells_are_counted_and_blank_ones_are_not_read(tmp_path: Path) -> None:
    blank = "<table:table-cell table:number-columns-repeated='16000'/>"
    data = (
        row(blank, "table:number-rows-repeated='10'")
        + row("<table:table-cell/>" + cell("float", "1", more="table:number-columns-repeated='2'") + blank)
        + row(cell("float", "2"), "table:number-rows-repeated='3' table:visibility='collapse'")
        + row(blank, "table:number-rows-repeated='1048000'")
    )
    path = ods(tmp_path / "t.ods", sheet(data))
    assert [(each.number, each.is_hidden) for each in rows(path)] == [
        (12, False),
        (13, True),
        (14, True),
        (15, True),
    ]
    assert values(path)[0] == [None, 1, 1]


def test_rows_without_end_are_told(tmp_path: Path) -> None:
    data = row(cell("float", "1"), "table:number-rows-repeated='20000000'")
    path = ods(
        tmp_path / "t.ods",
        sheet(row(cell("float", "1")) + row("", "table:number-rows-repeated='16777213'") + data),
    )
    with pytest.raises(UserError, match="below any row that a sheet can have"):
        rows(path)


def test_covered_cells_are_named_with_what_covers_them(tmp_path: Path) -> None:
    covered = "<table:covered-table-cell/>"
    spanning = cell("string", "", "Kings", "table:number-rows-spanned='2' table:number-columns-spanned='2'")
    data = row(spanning + covered + cell("float", "1")) + row(covered * 2 + cell("float", "2"))
    first, second = rows(ods(tmp_path / "t.ods", sheet(data)))
    assert [each.trouble for each in first.cells] == [None, Trouble.MERGED, None]
    assert [(each.trouble, each.shown) for each in second.cells[:2]] == [(Trouble.MERGED, "Kings")] * 2


def test_hidden_sheets_and_copies_of_other_files_are_left_out(tmp_path: Path) -> None:
    styles = (
        "<style:style style:name='ta2' style:family='table'><style:table-properties table:display='false'/>"
        "</style:style>"
    )
    tables = (
        sheet("", "Old &amp; gone", "ta2")
        + sheet(row(cell("float", "1")), "Now")
        + sheet("", "&apos;file:///x.ods&apos;#$A")
    )
    only = table(ods(tmp_path / "t.ods", tables, styles=styles))
    assert only.name == "Now"
    assert [each.number for each in only.rows()] == [2]
    assert list(only.remarks) == ["Sheet “Old & gone” is hidden and was not read; show it if it has answers."]
