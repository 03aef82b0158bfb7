"""`unbarred batch map` as its user meets it, on an interview of her own."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

PROGRAM = Path(sys.executable).with_name("unbarred")
INTERVIEW = Path(__file__).with_name("small-interview.yml")
ROWS = "Given name,D.O.B.,Color,Remarks\nInvented,3/14/1984,green,call back\nMadeup,12/30/1990,crimson,\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    shutil.copy(INTERVIEW, folder / "small.yml")
    (folder / "export.csv").write_text(ROWS, encoding="utf-8")
    return folder


def unbarred(desk: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [PROGRAM, *arguments],
        cwd=desk,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done


def test_a_proposal_is_read_confirmed_and_used(desk: Path) -> None:
    made = unbarred(desk, "batch", "map", "small.yml", "export.csv", "-o", "my.yml", "--trust", "--json")
    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout)
    columns = {each["heading"]: each for each in told["sheets"][0]["columns"]}
    assert columns["D.O.B."]["proposal"] == "born"
    assert columns["Remarks"]["proposal"] == "ignore"
    assert columns["Color"]["values_without_choice"] == 1
    # What the cells hold is in the file only, and that is for its owner.
    assert "crimson" not in made.stdout + made.stderr
    assert "call back" not in made.stdout + made.stderr
    path = desk / "my.yml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text("utf-8")
    assert '# "crimson":' in text

    check = ("batch", "run", "small.yml", "export.csv", "--check", "--map", "my.yml", "--json", "--jobs", "0")
    refused = unbarred(desk, *check)
    assert refused.returncode == 1
    assert "my.yml:5:1: Nobody has confirmed this mapping yet" in refused.stderr

    path.write_text(text.replace("confirmed: false", "confirmed: true"), encoding="utf-8")
    checked = json.loads(unbarred(desk, *check).stdout)
    [only] = [problem for client in checked["clients"] for problem in client["problems"]]
    assert only["column"] == "C"
    assert "crimson" in only["value"]


def test_nothing_is_written_over_and_nobody_is_asked_without_a_terminal(desk: Path) -> None:
    (desk / "map.yml").write_text("mine", encoding="utf-8")
    taken = unbarred(desk, "batch", "map", "small.yml", "export.csv", "--trust")
    assert taken.returncode == 2
    assert "map.yml is there already" in taken.stderr
    alone = unbarred(desk, "batch", "map", "small.yml", "export.csv", "--trust", "--yes", "--force")
    assert alone.returncode == 2
    assert "nobody to ask" in alone.stderr
    itself = unbarred(
        desk, "batch", "map", "small.yml", "export.csv", "--trust", "-o", "export.csv", "--force"
    )
    assert itself.returncode == 2
    assert (desk / "export.csv").read_text("utf-8") == ROWS


@pytest.mark.parametrize(("reply", "confirmed"), [("y", "true"), ("", "false")])
def test_at_a_terminal_it_can_be_confirmed_at_once(desk: Path, reply: str, confirmed: str) -> None:
    arguments = ["batch", "map", "small.yml", "export.csv", "--trust", "--yes"]
    child = pexpect.spawn(str(PROGRAM), arguments, cwd=str(desk), encoding="utf-8", timeout=60)
    child.expect("Is every line of it right")
    assert "born (likely)" in child.before
    child.sendline(reply)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert f"\nconfirmed: {confirmed}\n" in (desk / "map.yml").read_text("utf-8")
