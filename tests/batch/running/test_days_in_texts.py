"""Days that stand as days where a question takes words: in a column of texts somebody pasted them."""

from __future__ import annotations

import datetime
import json

import docx
import openpyxl
import pytest
from letter_clinic import HEADINGS, LETTER, Clinic, Ended, rosa


def run_with(clinic: Clinic, label: str, value: object, code: str = "General") -> Ended:
    """Run a workbook in which `value` stands below a question for words, which is called `label`.

    It has a row of variables, as those that unbarred makes, so nobody looks what the columns ask for.
    """
    clinic.interview.write_text(LETTER.replace("Remark: remark", f"{label}: remark"))
    book = openpyxl.Workbook()
    book.active.append([f"Column {number}" for number, _ in enumerate(HEADINGS)])
    book.active.append(HEADINGS)
    book.active.append(rosa())
    cell = book.active.cell(3, HEADINGS.index("remark") + 1)
    cell.value, cell.number_format = value, code
    book.save(clinic.folder / "intake.xlsx")
    return clinic.run(sheet=clinic.folder / "intake.xlsx")


def letter(clinic: Clinic) -> str:
    """Return the words of the letter that was made."""
    paragraphs = docx.Document(str(clinic.out / "A" / "letter.docx")).paragraphs
    return " ".join(each.text for each in paragraphs).strip()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (datetime.date(2021, 3, 4), "March 4, 2021"),
        (datetime.datetime(2021, 3, 4, 14, 30), "March 4, 2021, 2:30 pm"),
        ("Spring 2020", "Spring 2020"),
        (2021, "2021"),
    ],
)
def test_a_day_where_words_say_when_becomes_words(clinic: Clinic, value: object, words: str) -> None:
    code = "yyyy-mm-dd h:mm" if isinstance(value, datetime.date) else "@"
    ended = run_with(clinic, "When did you begin it?", value, code)
    assert ended.code == 0, ended.out + ended.err
    assert letter(clinic).endswith(f". {words}")


def test_a_number_by_which_a_spreadsheet_keeps_a_day_is_told_with_the_day(clinic: Clinic) -> None:
    ended = run_with(clinic, "When did you begin it?", 44259, "@")
    assert ended.code == 1
    assert "may be how a spreadsheet keeps 4 March 2021" in ended.out


def test_a_day_where_words_say_something_else_is_told(clinic: Clinic) -> None:
    ended = run_with(clinic, "Number of the case", datetime.date(2026, 3, 12), "yyyy-mm-dd")
    assert ended.code == 1
    (refused,) = json.loads((clinic.out / "report.json").read_text())["clients"]
    (problem,) = refused["problems"]
    assert problem["value"] == "2026-03-12"
    assert "made a day of what was typed here: 12 March 2026" in problem["message"]


def test_a_number_or_a_day_that_was_typed_as_text_stays_as_it_is(clinic: Clinic) -> None:
    for typed in ("44259", "2026-03-12"):
        assert run_with(clinic, "Number of the case", typed).code == 0
        assert letter(clinic).endswith(f". {typed}")
