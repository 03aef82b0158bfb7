"""`unbarred batch sheet`, as somebody types it."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

OTHERS = """
metadata:
  title: "=HYPERLINK(1)"
---
mandatory: True
question: Who are you?
fields:
  - "=cmd|' /C calc'!A0": who
  - Country: country
    choices:
      - "=1+1": one
      - "Here, or near": here
---
mandatory: True
question: Done
"""


def unbarred(*given: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "unbarred", *given],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_it_makes_a_workbook_and_says_what_to_do_next(tmp_path: Path) -> None:
    done = unbarred(
        "batch", "sheet", "clemency/commutation", "--in", "us-ny", "-o", "my intake.xlsx", folder=tmp_path
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "unbarred batch run clemency/commutation --in us-ny 'my intake.xlsx' --check" in done.stdout
    made = tmp_path / "my intake.xlsx"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert load_workbook(made).sheetnames[1] == "Clients"


def test_an_interview_of_others_is_trusted_first_and_none_of_its_words_is_a_formula(tmp_path: Path) -> None:
    (tmp_path / "others.yml").write_text(OTHERS)
    asked = ("batch", "sheet", "others.yml", "-o", "others.xlsx", "--json")
    refused = unbarred(*asked, folder=tmp_path)
    assert refused.returncode == 2
    assert "--trust" in refused.stderr
    assert not (tmp_path / "others.xlsx").exists()
    done = unbarred(*asked, "--trust", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [each["name"] for each in told["sheets"][0]["columns"]] == ["who", "country"]
    book = load_workbook(tmp_path / "others.xlsx")
    cells = [cell for sheet in book.worksheets for line in sheet.iter_rows() for cell in line if cell.value]
    assert "=1+1" in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("clemency/commutation", "-o", "a.xlsx"), "--in"),
        (("clemency/commutation", "--in", "us-ny", "-o", "a.csv"), "a.xlsx"),
        (("clemency/commutation", "--in", "us-ny", "-o", "there.xlsx"), "--force"),
        (("clemency/nothing", "--in", "us-ny", "-o", "a.xlsx"), "clemency/"),
    ],
)
def test_what_cannot_be_made_is_said_at_once(tmp_path: Path, given: tuple[str, ...], said: str) -> None:
    (tmp_path / "there.xlsx").write_text("hers")
    done = unbarred("batch", "sheet", *given, folder=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert (tmp_path / "there.xlsx").read_text() == "hers"
