"""What she said lies in her session and in her papers, and nowhere else."""

from __future__ import annotations

import signal
import zipfile
from pathlib import Path
from typing import Any

import pytest
from real_sitting import RealSitting, rosas_screens

SAID = b"In the winter of 2015 I had lost my job"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files of the programs that a test starts."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def speaking_of_it(folder: Path) -> set[str]:
    """Return the files below `folder` that hold what she said, also zipped, by their names."""
    return {
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(SAID in text for text in texts(path))
    }


def texts(path: Path) -> list[bytes]:
    if not zipfile.is_zipfile(path):
        return [path.read_bytes()]
    with zipfile.ZipFile(path) as package:
        return [package.read(name) for name in package.namelist()]


def test_a_packet_leaves_nothing_else(unbarred: Any, rosa: Path, tmp_path: Path, temporary: Path) -> None:
    done = unbarred("start", "clemency/commutation", "--answers", rosa, "--out", "packet")
    assert done.returncode == 0
    assert list(temporary.iterdir()) == []
    assert speaking_of_it(tmp_path) == {"2-Personal-statement.docx"}


def test_a_sitting_that_is_killed_leaves_only_its_session(
    rosa: Path, desk: Path, home: Path, tmp_path: Path, temporary: Path
) -> None:
    start = ("start", "clemency/commutation", "--in", "us-ny", "--as-of", "2026-11-21")
    window = RealSitting(desk, home, *start, plain=True)
    window.answer(rosas_screens(rosa))
    window.see("0 to make the papers")
    window.send_signal(signal.SIGKILL)
    window.wait()
    assert speaking_of_it(tmp_path) == {"journal.jsonl"}
    assert list(desk.iterdir()) == []
