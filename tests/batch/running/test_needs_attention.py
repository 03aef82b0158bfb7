"""The rows to be mended, where the sheet was unbarred's own: its sheets, names and drop-downs are kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from letter_clinic import Clinic

FAMILY = """
metadata:
  title: A family
---
objects:
  - children: DAList.using(object_type=DAObject, complete_attribute='age')
---
mandatory: True
code: |
  who
  children.gather()
  letter
---
question: Who is it for?
fields:
  - Name: who
  - How she is held: held
    choices:
      - Alone, in a cell: alone
      - With others: others
---
question: Are there children?
yesno: children.there_are_any
---
question: Tell us about a child.
fields:
  - Called: children[i].called
  - Age: children[i].age
    datatype: integer
---
question: Is there another?
yesno: children.there_is_another
---
event: final
mandatory: True
question: Done
attachment:
  name: Letter
  filename: letter
  valid formats: [docx]
  variable name: letter
  content: |
    ${ who }, ${ held }, with ${ len(children) } children.
"""


@pytest.fixture
def family(clinic: Clinic) -> Path:
    """A workbook made from the interview, with two clients and a child each; one of them has faults."""
    clinic.interview.write_text(FAMILY)
    path = clinic.folder / "family.xlsx"
    made = clinic.run_program("batch", "sheet", clinic.interview, "-o", path, "--trust")
    assert made.code == 0, made.err
    book = openpyxl.load_workbook(path)
    fill(book["Clients"], {"client": "One", "who": "Ana", "held": "With others"})
    fill(book["Clients"], {"client": "Two", "who": "=cmd|' /C calc'!A0", "held": "on the moon"})
    fill(book["Children"], {"client": "Two", "children[i].called": "Bo", "children[i].age": "twelvish"})
    fill(book["Children"], {"client": "One", "children[i].called": "Al", "children[i].age": 3})
    fill(book["Children"], {"client": "Two", "children[i].called": "Cy", "children[i].age": 4})
    book.save(path)
    return path


def test_all_her_rows_are_there_with_what_to_mend_in_each(clinic: Clinic, family: Path) -> None:
    ended = clinic.run(sheet=family)
    assert ended.code == 1, ended.err
    assert clinic.folders() == ["One"]
    book = openpyxl.load_workbook(clinic.out / "needs-attention.xlsx")
    clients, children = book["Clients"], book["Children"]
    assert [cell.value for cell in clients[2]] == [None, "client", "who", "held"]
    assert clients.row_dimensions[2].hidden
    assert clients.max_row == 3
    reasons = clients["A3"].value.split("\n")
    assert [reason.partition(":")[0] for reason in reasons] == [
        f"D “{clients['D1'].value}”",
        f"In sheet Children, “{children['D1'].value}”",
    ]
    assert clients["D3"].comment is not None
    assert clients["C3"].comment is None
    assert [row[1:] for row in children.iter_rows(min_row=3, values_only=True)] == [
        ("Two", "Bo", "twelvish"),
        ("Two", "Cy", 4),
    ]
    assert children["D3"].comment is not None
    assert children["A4"].value == "Another row of hers is to be mended."


def test_its_drop_downs_are_kept(clinic: Clinic, family: Path) -> None:
    clinic.run(sheet=family)
    book = openpyxl.load_workbook(clinic.out / "needs-attention.xlsx")
    (found,) = book["Clients"].data_validations.dataValidation
    assert str(found.sqref).startswith("D3:D")
    place = book.defined_names[found.formula1].attr_text
    name, _, area = place.replace("$", "").partition("!")
    assert [row[0].value for row in book[name][area]] == ["Alone, in a cell", "With others"]
    assert book[name].sheet_state == "hidden"


def test_no_text_of_hers_becomes_a_formula_and_none_is_changed(clinic: Clinic, family: Path) -> None:
    clinic.run(sheet=family)
    book = openpyxl.load_workbook(clinic.out / "needs-attention.xlsx")
    cell = book["Clients"]["C3"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert cell.value == "=cmd|' /C calc'!A0"
    assert all(each.data_type != "f" for sheet in book for row in sheet for each in row)


def test_it_can_be_mended_and_run_again(clinic: Clinic, family: Path) -> None:
    clinic.run(sheet=family)
    path = clinic.out / "needs-attention.xlsx"
    book = openpyxl.load_workbook(path)
    book["Clients"]["D3"] = "Alone, in a cell"
    book["Children"]["D3"] = 12
    book.save(path)
    ended = clinic.run(sheet=path)
    assert ended.code == 0, ended.out + ended.err
    assert clinic.folders() == ["One", "Two"]


def test_what_is_missing_about_a_child_is_told_in_the_childs_own_row(clinic: Clinic, family: Path) -> None:
    book = openpyxl.load_workbook(family)
    fill(book["Clients"], {"client": "Three", "who": "Eve"})
    fill(book["Children"], {"client": "Three", "children[i].called": "Di"})
    book.save(family)
    told = json.loads(clinic.run("--check", "--json", sheet=family, out=False).out)
    problems = [
        (each["client"], problem["where"]) for each in told["clients"] for problem in each["problems"]
    ]
    assert [where for client, where in problems if client == "Three"] == [
        "sheet Clients, row 6, column C “How she is held *”",
        "sheet Children, row 7, column C “Age *”",
    ]


def fill(sheet: Any, values: dict[str, object]) -> None:
    """Add a row below the last one."""
    names = {cell.value: cell.column for cell in sheet[2]}
    number = next(row for row in range(4, 50) if sheet.cell(row, 1).value is None)
    for name, value in values.items():
        cell = sheet.cell(number, names[name])
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
