"""What a sheet says can do nothing in a report, and a report can be read by whoever needs it."""

from __future__ import annotations

import csv
import json
import re
import tempfile
from pathlib import Path

import openpyxl
import pytest
from letter_clinic import Clinic, rosa

from unbarred.batch.intake.opening import open_intake
from unbarred.batch.reports import cells

IMAGE = "<img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("http://example.org","a")'


@pytest.fixture
def hostile(clinic: Clinic) -> Clinic:
    """A finished run over rows of somebody who means harm."""
    clinic.write(rosa(IMAGE, born=FORMULA), rosa("@SUM(1)", given_name=FORMULA), rosa("+1", born="\tx-y"))
    assert clinic.run().code == 1
    return clinic


def test_nothing_in_a_page_is_anything_but_text(hostile: Clinic) -> None:
    page = (hostile.out / "report.html").read_text()
    assert "&lt;img src=x" in page
    assert set(re.findall(r"<(\w+)", page)) <= {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "li", "b"),
        *("section", "table", "thead", "tbody", "tr", "th", "td", "span", "br", "a"),
    }
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "").replace("http://example.org", "")


def test_no_field_of_the_csv_is_a_formula(hostile: Clinic) -> None:
    with (hostile.out / "report.csv").open(newline="", encoding="utf-8-sig") as file:
        lines = list(csv.reader(file))
    assert not [field for line in lines for field in line if field.lstrip()[:1] in set("=+-@")]
    assert {line[2] for line in lines[1:]} == {IMAGE, "'@SUM(1)", "'+1"}


def test_no_cell_of_a_workbook_is_a_formula(hostile: Clinic) -> None:
    for name in ("report.xlsx", "needs-attention.xlsx"):
        book = openpyxl.load_workbook(hostile.out / name)
        found = [cell for sheet in book for row in sheet for cell in row if isinstance(cell.value, str)]
        assert not [cell for cell in found if cell.data_type == "f"]
        risky = [cell for cell in found if cell.value.lstrip()[:1] in set("=+-@")]
        assert risky
        assert all(cell.quotePrefix for cell in risky)


def test_folders_are_called_what_is_safe_in_a_name(hostile: Clinic) -> None:
    assert hostile.folders() == ["@SUM(1)"]


def test_what_leaves_as_csv_comes_back_as_it_was(tmp_path: Path) -> None:
    values = [FORMULA, "-5 days", "+1 555 0100", "@home", "O'Neill", "plain"]
    path = tmp_path / "back.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(
            [["client", "said"], *([n, cells.for_csv(v)] for n, v in enumerate(values))]
        )
    (table,) = open_intake([path]).tables
    assert [row.cells[1].value for row in table.rows()] == values


def test_paths_in_the_reports_carry_no_answers(clinic: Clinic) -> None:
    clinic.write(rosa("Case 7", given_name="Rosamunde"))
    clinic.run()
    paths = [path.relative_to(clinic.out).as_posix() for path in clinic.out.rglob("*")]
    assert not [path for path in paths if "Rosamunde" in path]
    assert all(
        "Rosamunde" not in (clinic.out / f"report.{kind}").read_text() for kind in ("html", "csv", "json")
    )
    report = json.loads((clinic.out / "report.json").read_text())
    assert report["clients"][0]["folder"] == "Case 7"


def test_nothing_is_put_where_others_keep_temporary_files(
    hostile: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whatever asks for a temporary file without saying where fails now.
    monkeypatch.setattr(tempfile, "tempdir", str(hostile.folder / "nowhere"))
    (hostile.out / "report.xlsx").unlink()
    assert hostile.run().code == 1
    assert (hostile.out / "report.xlsx").is_file()
