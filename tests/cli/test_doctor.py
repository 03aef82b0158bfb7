"""`unbarred doctor` as a person and as a program sees it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


def doctor(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "unbarred", "doctor", *arguments],
        env={**os.environ, "PYTHONUTF8": "1", **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_well_installation_is_reported_for_programs(tmp_path: Path) -> None:
    done = doctor("--json", UNBARRED_HOME=str(tmp_path / "home"))
    report = json.loads(done.stdout)
    signs = {sign["about"]: sign for sign in report["signs"]}
    assert (done.returncode, report["well"]) == (0, True)
    assert list(signs) == [
        "unbarred", "engine", "content", "your answers", "terminal", "editor",
        "LibreOffice", "typeface", "PDF",
    ]  # fmt: skip
    assert signs["engine"]["says"].startswith("docassemble.base 1.10.")
    assert "interview" in signs["content"]["says"]
    assert not (tmp_path / "home").exists()


def test_what_must_be_mended_is_said_in_words_and_by_the_exit_status(tmp_path: Path) -> None:
    done = doctor(UNBARRED_HOME=str(tmp_path), UNBARRED_CONTENT=str(tmp_path))
    assert done.returncode == 1
    assert f"mend      content       No interviews were found in {tmp_path}." in done.stdout
    assert "Set UNBARRED_CONTENT to a folder that holds interviews, templates, jurisdictions." in done.stdout
    assert done.stderr == ""
