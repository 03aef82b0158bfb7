"""What the commands print and leave behind, as a person and as a program sees it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from unbarred import __version__
from unbarred.answers import answer_file
from unbarred.answers.answer_file import Notation
from unbarred.sessions import Session

PROGRAM = Path(sys.executable).with_name("unbarred")

COMMANDS = ("interviews", "start", "resume", "review", "amend", "assemble", "doctor")


def test_help_reads_like_a_man_page(unbarred: Any) -> None:
    done = unbarred("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Start with:  unbarred start clemency/commutation" in done.stdout
    assert "130 stopped and" in done.stdout
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\S", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_an_example(unbarred: Any, command: str) -> None:
    done = unbarred(command, "--help")
    assert done.returncode == 0
    assert re.search(rf"Examples?:\s+unbarred {command}", done.stdout)
    assert max(map(len, done.stdout.splitlines())) <= 80


HEAVY = {"docassemble", "lxml", "docx", "docxtpl", "jinja2", "rich", "yaml"}


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (("--help",), HEAVY | {"pydantic"}),
        (("--version",), HEAVY | {"pydantic"}),
        # Typer itself takes pydantic to read a command's options.
        (("start", "--help"), HEAVY),
        (("doctor", "--help"), HEAVY),
    ],
)
def test_what_needs_no_engine_loads_none(desk: Path, arguments: tuple[str, ...], heavy: set[str]) -> None:
    script = (
        "import sys, atexit\n"
        "from unbarred.app import main\n"
        "atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))\n"
        "sys.argv[0] = 'unbarred'\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=desk, capture_output=True, text=True, check=True
    )
    assert {name.partition(".")[0] for name in done.stderr.split()} & heavy == set()


def test_version(unbarred: Any) -> None:
    assert unbarred("--version").stdout == f"unbarred {__version__}\n"


def test_nothing_is_asked_without_a_command(unbarred: Any) -> None:
    done = unbarred()
    assert done.returncode == 2
    assert "Usage: unbarred" in done.stdout + done.stderr


@pytest.mark.parametrize("columns", [80, 40])
def test_interviews_for_people_stand_by_topic(unbarred: Any, columns: int) -> None:
    done = unbarred("interviews", COLUMNS=str(columns))
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines.index("Clemency") < lines.index("  Ask for a pardon")
    assert "      unbarred start clemency/pardon" in lines
    assert [line for line in lines if len(line) > max(columns, 50)] == []


def test_interviews_of_a_place_are_started_there(unbarred: Any) -> None:
    done = unbarred("interviews", "--in", "ke")
    assert "      unbarred start clemency/commutation --in ke" in done.stdout.splitlines()


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ((), 1),
        (("--in", "us-ny"), 1),
        (("--in", "us"), 1),
        (("--topic", "clemency"), 1),
        (("--topic", "x"), 0),
    ],
)
def test_interviews_for_programs(unbarred: Any, options: tuple[str, ...], count: int) -> None:
    done = unbarred("interviews", *options, "--json")
    listed = json.loads(done.stdout)
    named = [each for each in listed if each["name"] == "clemency/commutation"]
    assert len(named) == count
    if named:
        assert {"us", "us-ny"} <= set(named[0]["places"])
        assert named[0]["topic"] == "clemency"


def test_the_example_becomes_a_packet(unbarred: Any, rosa: Path, desk: Path, home: Path) -> None:
    done = unbarred("start", "clemency/commutation", "--answers", rosa, "--out", "packet")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Your packet is ready: 10 papers, in packet/" in done.stdout
    assert "Still to complete by hand:" in done.stdout
    assert "Check before filing:" in done.stdout
    assert "Open “0-Next-steps.docx” first." in done.stdout
    packet = desk / "packet"
    manifest = json.loads((packet / "manifest.json").read_text())
    assert {path.name for path in packet.iterdir()} == {
        "manifest.json",
        "packet.yml",
        *(each["file"] for each in manifest["papers"]),
    }
    for each in manifest["papers"]:
        assert hashlib.sha256((packet / each["file"]).read_bytes()).hexdigest() == each["sha256"]
        assert zipfile.ZipFile(packet / each["file"]).testzip() is None
    assert (manifest["interview"], manifest["place"]) == ("clemency/commutation", "us-ny")
    assert stat.S_IMODE(packet.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in packet.iterdir()} == {0o600}
    assert not home.exists(), "answers from a file are not kept a second time"
    assert [path.name for path in desk.iterdir()] == ["packet"]


def test_a_packet_without_a_folder_named_goes_beside_the_others(
    unbarred: Any, rosa: Path, desk: Path
) -> None:
    for _ in range(2):
        unbarred("start", "clemency/commutation", "--answers", rosa)
    assert sorted(path.name for path in desk.iterdir()) == ["packet-2026-11-21", "packet-2026-11-21-2"]


def test_the_same_answers_give_the_same_bytes_and_json_says_what_was_made(
    unbarred: Any, saved: str, desk: Path, rosa: Path
) -> None:
    unbarred("start", "clemency/commutation", "--answers", rosa, "--out", "one")
    done = unbarred("assemble", "rosa", "--out", "two", "--json")
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr, report["folder"]) == (0, "", "two")
    assert report["left_blank"] == sum(each["left_blank"] for each in report["papers"])
    for path in (desk / "one").iterdir():
        assert (desk / "two" / path.name).read_bytes() == path.read_bytes()
    before = {path.name: path.read_bytes() for path in (desk / "two").iterdir()}
    assert unbarred("assemble", saved, "--out", "two").returncode == 0
    assert {path.name: path.read_bytes() for path in (desk / "two").iterdir()} == before


@pytest.mark.parametrize("touched", ["changed", "added"])
def test_papers_that_were_worked_on_are_not_overwritten(
    unbarred: Any, saved: str, desk: Path, touched: str
) -> None:
    unbarred("assemble", saved, "--out", "packet")
    name = "1-Application.docx" if touched == "changed" else "scan.pdf"
    (desk / "packet" / name).write_bytes(b"hers")
    done = unbarred("assemble", saved, "--out", "packet")
    assert done.returncode == 2
    assert done.stderr.startswith("The papers in packet were changed or added to since they were made.")
    assert (desk / "packet" / name).read_bytes() == b"hers"


def test_review_for_programs_is_an_answer_set_that_runs_again(
    unbarred: Any, saved: str, rosa: Path, desk: Path
) -> None:
    done = unbarred("review", saved, "--json")
    given = answer_file.parse(done.stdout, Notation.JSON, "review")
    assert given.answers["petitioner.name.first"] == "Rosa"
    assert (given.interview, given.jurisdiction) == ("clemency/commutation", "us-ny")
    (desk / "again.json").write_text(done.stdout, encoding="utf-8")
    again = unbarred("start", "clemency/commutation", "--answers", "again.json", "--out", "two")
    assert (again.returncode, again.stderr) == (0, "")
    unbarred("assemble", saved, "--out", "one")
    for path in (desk / "one").iterdir():
        assert (desk / "two" / path.name).read_bytes() == path.read_bytes()


def test_resume_lists_what_is_saved(unbarred: Any, saved: str, home: Path) -> None:
    listed = unbarred("resume")
    assert saved in listed.stdout
    assert "Rosa Example, clemency/commutation in us-ny," in listed.stdout
    assert "unbarred resume rosa" in listed.stdout
    [data] = json.loads(unbarred("resume", "--json").stdout)
    assert (data["name"], data["person"], data["place"], data["finished"]) == (
        saved,
        "Rosa Example",
        "us-ny",
        False,
    )
    unbarred("assemble", saved)
    [data] = json.loads(unbarred("resume", "--json").stdout)
    assert data["finished"]
    (home / "sessions" / saved / "journal.jsonl").write_text("?\n")
    assert "This saved session is damaged." in unbarred("resume").stdout


def test_nothing_saved_is_said_and_makes_no_folder(unbarred: Any, home: Path) -> None:
    done = unbarred("resume")
    assert done.returncode == 0
    assert done.stdout.startswith("There is nothing saved yet.")
    assert json.loads(unbarred("resume", "--json").stdout) == []
    assert not home.exists()


def test_a_session_open_in_one_window_is_not_opened_in_another(unbarred: Any, saved: str, home: Path) -> None:
    held = Session.resume(home / "sessions" / saved)
    try:
        done = unbarred("assemble", saved)
    finally:
        held.close()
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("This session is open in another window.")


def test_output_that_nobody_reads_on_is_no_fault(desk: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        done = subprocess.run(
            [PROGRAM, "interviews"],
            cwd=desk,
            stdout=closed,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.stderr, done.returncode in (0, 1)) == ("", True)


def test_papers_of_a_session_that_is_not_finished(unbarred: Any, home: Path, desk: Path) -> None:
    begun = Session.begin(home / "sessions" / "2026-11-21-commutation-half", "clemency/commutation", {})
    begun.submit({})
    begun.close()
    done = unbarred("assemble", "half")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "There are no papers yet: some questions are still open. Go on with: unbarred resume half\n"
    )
    assert list(desk.iterdir()) == []
    exported = json.loads(unbarred("review", "half", "--json").stdout)
    assert exported["answers"] == {}


@pytest.mark.parametrize("command", ["resume", "review"])
def test_a_saved_session_needs_a_terminal_to_go_on(unbarred: Any, saved: str, command: str) -> None:
    done = unbarred(command, saved)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("There is no keyboard to answer with.")
