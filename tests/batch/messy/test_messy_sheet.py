"""A messy sheet gives exactly the right problems, told so that a volunteer can mend each without asking."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from mending import mend
from messy_faults import FAULTS
from messy_files import write
from messy_sheet import MISSPELT, NO_COLUMN, Messy, messy
from openpyxl import load_workbook

from unbarred.batch.columns.asked import Asked
from unbarred.batch.columns.finding import find_asked
from unbarred.batch.intake.opening import open_intake
from unbarred.batch.matching.faulty_sheets import FaultySheets
from unbarred.batch.matching.plan import match

CLIENTS, FAULTY = 16, 12

BatchRun = Callable[..., "subprocess.CompletedProcess[str]"]

Place = tuple[str, int, str]
"""Sheet, row, letters of the column."""


@pytest.fixture(scope="module")
def asked() -> Asked:
    return find_asked("clemency/commutation", {"place": "us-ny", "as_of": "2026-11-21"})


def told(report: str) -> list[tuple[Place, str]]:
    """Return every problem of a report with its place."""
    return [
        ((each["sheet"], each["row"], each["column"] or ""), each["message"])
        for client in json.loads(report)["clients"]
        for each in client["problems"]
    ]


def assert_as_expected(sheet: Messy, found: list[tuple[Place, str]]) -> None:
    """Each fault is told once, at its cell, in words that mend it; nothing else is told."""
    wanted = {(each.sheet, each.row, each.column): each.words for each in sheet.expected}
    assert sorted(place for place, _ in found) == sorted(wanted)
    for place, message in found:
        missing = [word for word in wanted[place] if word.casefold() not in message.casefold()]
        assert not missing, (missing, message)


def packets(out: Path) -> dict[str, str]:
    """Return the manifest of each packet, by its folder."""
    return {each.parent.name: each.read_text("utf-8") for each in out.glob("*/manifest.json")}


def formulas(path: Path) -> list[str]:
    """Return the cells of a workbook that a spreadsheet program would calculate."""
    return [
        cell.coordinate
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_an_xlsx_is_run_mended_as_a_volunteer_would_and_run_again_until_all_is_made(
    asked: Asked, batch_run: BatchRun, tmp_path: Path
) -> None:
    sheet, out = messy(asked, "xlsx", clients=CLIENTS, faulty=FAULTY), tmp_path / "filings"
    first = batch_run(write(sheet, tmp_path), "--out", out, "--json", "--ignore-unmatched")
    assert_as_expected(sheet, told(first.stdout))
    before = packets(out)
    faulty = {each.client for each in sheet.expected}
    assert len(before) == len(set(sheet.clients) - faulty)

    assert not formulas(out / "report.xlsx") + formulas(out / "needs-attention.xlsx")

    mended = (out / "needs-attention.xlsx").rename(tmp_path / "mended.xlsx")
    mend(mended, sheet)
    again = batch_run(mended, "--out", out, "--jobs", "0", "--ignore-unmatched")
    assert again.returncode == 0, again.stdout + again.stderr
    after = packets(out)
    assert len(after) == CLIENTS
    assert before.items() <= after.items()
    # Whatever clients are called: nothing was made elsewhere.
    assert {path.name for path in tmp_path.iterdir()} <= {"intake.xlsx", "mended.xlsx", "filings", "home"}
    assert not list(out.glob("*/*/"))


@pytest.mark.parametrize("kind", ["csv", "ods"])
def test_the_same_sheet_is_told_the_same_as_csv_in_windows_1252_and_as_ods(
    asked: Asked, batch_run: BatchRun, tmp_path: Path, kind: str
) -> None:
    sheet, out = messy(asked, kind, clients=CLIENTS, faulty=FAULTY), tmp_path / "filings"
    path = write(sheet, tmp_path)
    checked = batch_run(path, "--check", "--json", "--out", out, "--jobs", "0", "--ignore-unmatched")
    assert_as_expected(sheet, told(checked.stdout))
    assert not packets(out)
    with (out / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert len(cells) > len(sheet.expected)
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


def test_columns_that_match_nothing_are_named_with_the_nearest_before_any_row_is_read(
    asked: Asked, tmp_path: Path
) -> None:
    sheet = messy(asked, "xlsx", clients=4, faulty=0)
    with pytest.raises(FaultySheets) as refused:
        match(open_intake([write(sheet, tmp_path)]).tables, lambda: asked)
    unknown, misspelt = sorted(refused.value.faults, key=lambda fault: NO_COLUMN not in fault)
    assert f"“{NO_COLUMN}” is no answer" in unknown
    [(name, heading)] = MISSPELT.items()
    right = next(each.heading for each in asked.columns if each.name == name)
    assert f"“{heading}” is no answer" in misspelt
    assert f"Did you mean “{right}”" in misspelt


def test_the_small_sheet_has_every_kind_of_fault_that_the_large_one_has(asked: Asked) -> None:
    of_cells = {each.kind for each in FAULTS}
    for kind in ("xlsx", "csv"):
        small, large = (
            {each.kind for each in messy(asked, kind, clients=clients, faulty=faulty).expected}
            for clients, faulty in ((CLIENTS, FAULTY), (300, 33))
        )
        assert small == large
        assert len(small & of_cells) == sum(kind in each.formats for each in FAULTS)
