"""A desk with a small packet, and the program run there."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest
from packet_papers import exhibit_file, word

from unbarred.app import main


@dataclass(frozen=True)
class Done:
    """What a command printed, and its exit status."""

    returncode: int
    stdout: str
    stderr: str


def ran(desk: Path, *arguments: str | Path, **variables: str) -> Done:
    """Run the program in this process, with `desk` as its current folder."""
    out, err = io.StringIO(), io.StringIO()
    words = ["unbarred", *map(str, arguments)]
    with (
        contextlib.chdir(desk),
        mock.patch.object(sys, "argv", words),
        mock.patch.dict(os.environ, {"COLUMNS": "80", "UNBARRED_HOME": str(desk / "home"), **variables}),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    assert "fault of its own" not in err.getvalue()
    return Done(int(ended.value.code or 0), out.getvalue(), err.getvalue())


def small_packet(desk: Path) -> Path:
    """A packet of two papers and two exhibits, begun on the command line and not made."""
    (desk / "1-petition.docx").write_bytes(word("1-petition", 3))
    (desk / "2-statement.docx").write_bytes(word("2-statement", 2))
    (desk / "record.pdf").write_bytes(exhibit_file("A", "pdf", 2))
    (desk / "photo.jpg").write_bytes(exhibit_file("B", "jpg", 1))
    papers = ("1-petition.docx", "2-statement.docx")
    done = ran(
        desk, "packet", "new", "packet", *papers, "--title", "Petition for a pardon", "--by", "R. Example"
    )
    assert (done.returncode, done.stdout) == (0, "Petition for a pardon: 2 in packet/\n")
    assert ran(desk, "packet", "add", "packet", "record.pdf", "photo.jpg").returncode == 0
    return desk / "packet"


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
