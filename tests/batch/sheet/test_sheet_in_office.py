"""The workbook in LibreOffice: it opens, and what is in it comes back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sheets_read import HEADINGS, VARIABLES, book_of, bytes_of, drop_downs, filled_sheets, row

OFFICE = shutil.which("soffice")
COMMUTATION = "clemency/commutation"


def converted(file: Path, kind: str, folder: Path) -> Path:
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    folder.mkdir(exist_ok=True)
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    made = folder / file.with_suffix(f".{kind}").name
    assert made.exists()
    return made


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
def test_it_comes_back_from_libreoffice_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "intake.xlsx"
    file.write_bytes(bytes_of(COMMUTATION, "us-ny"))
    ods = converted(file, "ods", tmp_path / "there")
    back = load_workbook(converted(ods, "xlsx", tmp_path / "there"))
    ours = book_of(COMMUTATION, "us-ny")
    assert back.sheetnames == ours.sheetnames
    for mine, theirs in zip(filled_sheets(ours), filled_sheets(back), strict=True):
        assert row(theirs, HEADINGS) == row(mine, HEADINGS)
        assert row(theirs, VARIABLES) == row(mine, VARIABLES)
        assert theirs.row_dimensions[VARIABLES].hidden
        assert theirs.protection.sheet
        assert not theirs.column_dimensions["B"].protection.locked
        notes = {cell.coordinate: cell.comment.text for cell in mine[HEADINGS] if cell.comment}
        assert {cell.coordinate: cell.comment.text for cell in theirs[HEADINGS] if cell.comment} == notes
        assert drop_downs(back, theirs) == drop_downs(ours, mine)
        values = [[cell.value for cell in line] for line in mine.iter_rows(3, mine.max_row)]
        assert [[cell.value for cell in line] for line in theirs.iter_rows(3, mine.max_row)] == values
