"""What a killed run leaves half made is taken away or put back when the next one begins."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from unbarred import private_files
from unbarred.batch.running import output
from unbarred.batch.running.output import Batch
from unbarred.errors import ExitCode, UserError


def ended_process() -> int:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def test_what_a_killed_program_was_building_goes(tmp_path: Path) -> None:
    partial = tmp_path / f".Ana.{ended_process()}-abc.partial"
    partial.mkdir()
    (partial / "letter.docx").write_text("half")
    (tmp_path / ".report.csv.x8_1.partial").write_text("half")
    private_files.sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_had_moved_aside_is_put_back(tmp_path: Path) -> None:
    aside = tmp_path / f".Ana B. C.{ended_process()}-abc.before"
    aside.mkdir()
    (aside / "letter.docx").write_text("whole")
    private_files.sweep(tmp_path)
    assert (tmp_path / "Ana B. C" / "letter.docx").read_text() == "whole"
    assert len(list(tmp_path.iterdir())) == 1


def test_what_was_moved_aside_goes_once_its_place_is_taken(tmp_path: Path) -> None:
    (tmp_path / f".Ana.{ended_process()}-abc.before").mkdir()
    (tmp_path / "Ana").mkdir()
    (tmp_path / "Ana" / "letter.docx").write_text("new")
    private_files.sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["Ana"]
    assert (tmp_path / "Ana" / "letter.docx").read_text() == "new"


def test_what_a_living_program_builds_and_what_is_hers_stays(tmp_path: Path) -> None:
    at_work = f".Ana.{os.getpid()}-abc.partial"
    for name in (at_work, ".hidden", "Ana.partial"):
        (tmp_path / name).mkdir()
    private_files.sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {at_work, ".hidden", "Ana.partial"}


def test_a_folder_is_held_by_one_run_and_free_afterwards(tmp_path: Path) -> None:
    import datetime

    out = tmp_path / "filings"
    batch = Batch("clemency/commutation", "us-ny", datetime.date(2026, 11, 21))
    with output.held(out, batch):
        with pytest.raises(UserError) as refused, output.held(out, batch):
            pass
        assert refused.value.code is ExitCode.MATTER
    assert output.look(out) == batch
    with output.held(out, batch):
        pass
