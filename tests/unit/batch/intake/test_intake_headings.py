"""The row of headings: where it is, what stands below it, and what is odd about it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from intake_reading import rows, table

from unbarred.batch.intake.headings import letters
from unbarred.batch.intake.opening import open_intake
from unbarred.batch.intake.xlsx.rows import column_index
from unbarred.errors import UserError

BELOW_NONE = "below an empty heading; it is not read until a heading stands there."


def book(path: Path, **sheets: list[list[object]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, lines in sheets.items():
        page = made.create_sheet(name)
        for line in lines:
            page.append(line)
    made.save(path)
    return path


def test_letters_of_columns_are_those_of_excel() -> None:
    assert [letters(index) for index in (0, 25, 26, 701, 702, 16_383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert all(column_index(letters(index)) == index for index in range(16_384))


def test_the_first_row_with_anything_in_it_is_the_headings(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", S=[[], [None, None], ["Name", " First\n name "], ["Ann", "Bea"]])
    only = table(path)
    assert [(each.letters, each.text) for each in only.headings] == [("A", "Name"), ("B", "First name")]
    assert [row.number for row in only.rows()] == [4]


def test_a_row_of_variables_is_known_and_the_example_is_left_out(tmp_path: Path) -> None:
    path = book(
        tmp_path / "t.xlsx",
        Guide=[["Fill in the sheet Clients."], ["One row for each."]],
        Clients=[
            ["Who", "When were you born?", "Note"],
            ["client", "petitioner.birthdate", None],
            ["EXAMPLE", "1980-05-04"],
            ["A-1", "1981-01-01", "x"],
        ],
        Children=[["Who", "Age"], ["client", "children[i].age"], ["A-1", 3]],
    )
    clients, children = open_intake([path]).tables
    assert [each.variable for each in clients.headings] == ["client", "petitioner.birthdate", ""]
    assert [each.variable for each in children.headings] == ["client", "children[i].age"]
    assert [row.number for row in clients.rows()] == [4]
    assert list(clients.remarks) == [
        "Sheet “Guide” has no row with the names of answers and was not read.",
        "The example in row 3 was left out.",
    ]


def test_a_first_row_of_plain_words_is_no_row_of_variables(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", S=[["Last", "First", "City"], ["Smith", "Jane", "Albany"]])
    assert [row.number for row in rows(path)] == [2]
    assert {each.variable for each in table(path).headings} == {""}


def test_a_hidden_row_of_variables_needs_no_client(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", S=[["Last", "Born"], ["petitioner.name.last", "born"], ["Lee", 1]])
    assert len(rows(path)) == 2
    made = openpyxl.load_workbook(path)
    made.active.row_dimensions[2].hidden = True
    made.save(path)
    assert len(rows(path)) == 1
    assert open_intake([path]).is_named


def test_the_row_of_variables_is_known_in_a_text_too(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Who;Born\nclient;petitioner.birthdate\nEXAMPLE;1980-05-04\nA;1981-01-01\n")
    assert [row.number for row in rows(path)] == [4]


def test_columns_of_one_heading_and_columns_without_one_are_told(tmp_path: Path) -> None:
    path = book(
        tmp_path / "t.xlsx", S=[["Name", "City", "name", None, "Zip"], ["Ann", "Rome", "Lee", "x", 1]]
    )
    only = table(path)
    assert list(only.remarks) == [
        "Sheet “S”: columns A and C have the same heading “Name”; give each one of its own.",
        f"Sheet “S”: column D has something {BELOW_NONE}",
    ]
    assert [each.text for each in only.headings] == ["Name", "City", "name", "", "Zip"]


def test_a_title_above_the_headings_is_told(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", S=[["Intake of October"], ["Name", "City", "Zip"], ["Ann", "Rome", 1]])
    [remark] = table(path).remarks
    assert remark.startswith("Sheet “S”: row 1, the first with anything in it, was taken for the headings")


def test_a_row_far_down_that_is_longer_than_the_headings_is_told_when_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("A,B\n" + "1,2\n" * 500 + "1,2,3\n")
    only = table(path)
    assert len(only.remarks) == 1
    for _ in range(2):
        assert all(len(row.cells) == 2 for row in only.rows())
    assert list(only.remarks)[1:] == [f"Column C has something in row 502 {BELOW_NONE}"]


def test_several_files_are_one_intake_the_main_one_first(tmp_path: Path) -> None:
    clients = book(tmp_path / "clients.xlsx", Clients=[["Client"], ["A"]])
    children = tmp_path / "children.csv"
    children.write_text("Client,Age\nA,3\n")
    intake = open_intake([clients, children])
    assert [(each.file, each.name) for each in intake.tables] == [
        ("clients.xlsx", "Clients"),
        ("children.csv", ""),
    ]
    assert [each.name for each in intake.sources] == ["clients.xlsx", "children.csv"]


def test_a_workbook_with_nothing_to_see_is_told(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", S=[])
    with pytest.raises(UserError, match="nothing in it"):
        open_intake([path])
