"""Interviews of others through the program: found, trusted, run, taken up again."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from others_package import PLANT, write, write_package
from pty_window import Window
from real_sitting import PROGRAM

GARDEN = "docassemble.garden:data/questions/garden.yml"
ASK = "Do you trust it? Type yes or no:"
GIVE = "If you trust whoever wrote it, give --trust."


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """The file that is there as soon as anything of the package has run."""
    return tmp_path / "mark"


@pytest.fixture
def garden(desk: Path, mark: Path) -> Path:
    write(desk, {"plant.yml": PLANT})
    return write_package(desk, mark)


@pytest.fixture
def window(desk: Path, home: Path) -> Iterator[Any]:
    """Return a function that runs the program in a terminal window."""
    opened: list[Window] = []

    def start(*arguments: str) -> Window:
        opened.append(Window([str(PROGRAM), *arguments, "--plain"], desk, COLUMNS="0", LINES="0"))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def journal(home: Path) -> list[dict[str, Any]]:
    (path,) = home.glob("sessions/*/journal.jsonl")
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_nothing_runs_until_it_is_trusted(unbarred: Any, garden: Path, mark: Path, home: Path) -> None:
    done = unbarred("start", "docassemble-garden", "--answers", "plant.yml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "an interview is a program: it can do anything on this computer that you can do" in done.stderr
    assert GIVE in done.stderr
    assert not mark.exists()
    assert not home.exists()


def test_looking_runs_nothing(unbarred: Any, garden: Path, mark: Path) -> None:
    done = unbarred("interviews", "docassemble-garden")
    assert done.returncode == 0
    assert done.stdout.splitlines()[:2] == ["A garden", "    What grows in it."]
    assert "filled" not in done.stdout
    (listed,) = json.loads(unbarred("interviews", garden, "--json").stdout)
    assert (listed["title"], listed["description"]) == ("A garden", "What grows in it.")
    assert listed["name"] == str(garden / "data/questions/garden.yml")
    assert not mark.exists()


def test_trusted_once_it_runs_until_it_changes(unbarred: Any, garden: Path, mark: Path, desk: Path) -> None:
    start = ("start", "docassemble-garden", "--answers", "plant.yml", "--out")
    done = unbarred(*start, "one", "--trust")
    assert (done.returncode, done.stderr) == (0, "")
    assert mark.exists()
    assert unbarred(*start, "two").returncode == 0
    (garden / "data/sources/prices.csv").write_text("bean,9\n")
    done = unbarred(*start, "three")
    assert done.returncode == 2
    assert re.search(r"has changed since it was trusted on \d{4}-\d\d-\d\d", done.stderr)
    assert not (desk / "three").exists()


def test_a_packet_does_not_tell_where_the_interview_lies(unbarred: Any, garden: Path, desk: Path) -> None:
    unbarred("start", garden, "--answers", "plant.yml", "--out", "packet", "--trust", "--in", "Utopia")
    text = (desk / "packet" / "manifest.json").read_text()
    assert (json.loads(text)["interview"], json.loads(text)["place"]) == (GARDEN, "Utopia")
    assert str(desk) not in text


@pytest.mark.parametrize(
    ("named", "status"), [(GARDEN, 0), ("elsewhere/garden.yml", 0), ("clemency/pardon", 1)]
)
def test_answers_say_which_interview_they_are_for(
    unbarred: Any, garden: Path, desk: Path, named: str, status: int
) -> None:
    write(desk, {"plant.yml": f"interview: {named}\n{PLANT}"})
    done = unbarred("start", garden, "--answers", "plant.yml", "--trust")
    assert done.returncode == status, done.stderr


def test_the_place_and_the_day_arrive(unbarred: Any, desk: Path) -> None:
    write(
        desk,
        {
            "x.yml": "mandatory: True\nquestion: In ${ url_args['place'] } on ${ url_args['as_of'] }\n",
            "a.yml": "answers: {}\n",
        },
    )
    start = ("start", "x.yml", "--answers", "a.yml", "--trust")
    done = unbarred(*start, "--in", "Utopia", "--as-of", "2026-01-31")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("In Utopia on 2026-01-31\n")
    assert "It makes no papers." in done.stdout
    ending = json.loads(unbarred(*start, "--in", "Utopia", "--json").stdout)
    assert ending["papers"] == []


def test_a_remedy_of_our_law_has_its_places_only(unbarred: Any, desk: Path) -> None:
    remedies = "metadata:\n  remedies:\n    - clemency/pardon\n---\n"
    write(desk, {"x.yml": f"{remedies}mandatory: True\nquestion: Over\n", "a.yml": "answers: {}\n"})
    done = unbarred("start", "x.yml", "--answers", "a.yml", "--trust", "--in", "Utopia")
    assert done.returncode == 2
    assert "Utopia" in done.stderr


@pytest.mark.parametrize(
    ("name", "answers", "says"),
    [
        ("yesno", {"over_eighteen": True}, 'over_eighteen is: "True"'),
        (
            "override",
            {"user_agrees_it_is_a_nice_evening": True, "user_wants_to_go_to_dance": True},
            "That is splendid news!",
        ),
        (
            "docx-recipe",
            {"oven_degrees": "200", "special_ingredient": "nuts"},
            "Your recipe",
        ),
    ],
)
def test_docassembles_own_examples_run(
    unbarred: Any, desk: Path, name: str, answers: dict[str, object], says: str
) -> None:
    write(desk, {"a.json": json.dumps({"format": 1, "answers": answers})})
    reference = f"docassemble.base:data/questions/examples/{name}.yml"
    refused = unbarred("start", reference, "--answers", "a.json")
    assert (refused.returncode, GIVE in refused.stderr) == (2, True)
    done = unbarred("start", reference, "--answers", "a.json", "--trust")
    assert (done.returncode, done.stderr) == (0, "")
    assert says in done.stdout


def test_what_is_missing_is_named_before_trust_is_asked(unbarred: Any, desk: Path, home: Path) -> None:
    write(
        desk, {"x.yml": "include:\n  - docassemble.NoSuchLine:assembly_line.yml\n", "a.yml": "answers: {}\n"}
    )
    done = unbarred("start", "x.yml", "--answers", "a.yml")
    assert (done.returncode, done.stdout) == (3, "")
    assert "x.yml:2: This interview needs docassemble.NoSuchLine, which is not installed." in done.stderr
    assert not home.exists()


def test_the_question_in_a_terminal(window: Any, garden: Path, mark: Path, home: Path) -> None:
    first = window("start", "docassemble-garden")
    first.see("was not written by the makers of unbarred", "Title: “A garden”", "From:", "Holds: 11 files")
    first.see("3 of them with Python code", "An interview is a program", "send them away", ASK)
    first.type("perhaps")
    first.type("no")
    assert first.wait() == 1
    assert "It was not started, and nothing of it was run." in first.text
    assert not mark.exists()
    assert not home.exists()
    second = window("start", "docassemble-garden")
    second.see(ASK)
    second.type("yes")
    second.see("What do you plant?")
    second.type("bean", "0", "1")
    assert second.wait() == 0
    assert mark.exists()
    assert journal(home)[0]["interview"] == str(garden / "data/questions/garden.yml")


def test_the_end_of_the_input_is_a_no(window: Any, garden: Path, mark: Path) -> None:
    asked = window("start", "docassemble-garden")
    asked.see(ASK)
    asked.press("\x04")
    assert asked.wait() == 1
    assert not mark.exists()


def test_a_title_cannot_draw_on_the_terminal(unbarred: Any, desk: Path) -> None:
    write(desk, {"x.yml": 'metadata:\n  title: "\\e[2JSafe\\nTrusted"\n---\nmandatory: True\nquestion: Hi\n'})
    done = unbarred("interviews", "x.yml")
    assert done.stdout.splitlines()[0] == "[2JSafe Trusted"


@pytest.fixture
def stopped(unbarred: Any, garden: Path, window: Any, desk: Path) -> Path:
    """A session with the package, stopped at its first screen; returns the interview's file."""
    unbarred("start", garden, "--answers", "plant.yml", "--trust")
    sitting = window("start", "docassemble-garden")
    sitting.see("What do you plant?")
    sitting.type("s")
    assert sitting.wait() == 0
    return garden / "data/questions/garden.yml"


def the_session(unbarred: Any) -> str:
    (saved,) = json.loads(unbarred("resume", "--json").stdout)
    return str(saved["name"])


def test_the_walker_asks_too(unbarred: Any, garden: Path, mark: Path) -> None:
    walk = ("check", "walk", "docassemble-garden", "--paths", "1")
    done = unbarred(*walk)
    assert (done.returncode, GIVE in done.stderr) == (2, True)
    assert not mark.exists()
    assert unbarred(*walk, "--trust").returncode in (0, 1)
    assert mark.exists()


def test_a_session_goes_on_from_any_folder(unbarred: Any, stopped: Path, window: Any) -> None:
    name = the_session(unbarred)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-garden-\w{4}", name)
    going_on = window("resume", name)
    going_on.see("What do you plant?")
    going_on.type("pea", "0", "1")
    assert going_on.wait() == 0
    assert json.loads(unbarred("review", name, "--json").stdout)["answers"] == {"plant": "pea"}
    assert unbarred("assemble", name, "--out", "again").returncode == 0


def test_a_changed_interview_is_asked_about_again(unbarred: Any, stopped: Path, window: Any) -> None:
    name = the_session(unbarred)
    with stopped.open("a") as file:
        file.write("---\ncode: |\n  unused = 1\n")
    done = unbarred("review", name, "--json")
    assert (done.returncode, "has changed since it was trusted" in done.stderr) == (2, True)
    going_on = window("resume", name)
    going_on.see("This interview has changed since you trusted it on", ASK)
    going_on.type("yes")
    going_on.see("What do you plant?")
    going_on.type("s")
    assert going_on.wait() == 0


def test_an_interview_that_is_gone_is_said_to_be(unbarred: Any, stopped: Path) -> None:
    name = the_session(unbarred)
    stopped.unlink()
    done = unbarred("assemble", name)
    assert (done.returncode, done.stdout) == (3, "")
    assert f"The interview of this session, {stopped}, is not there any more" in done.stderr
    assert "What was answered is kept." in done.stderr


def test_the_folder_one_is_in_is_not_run(desk: Path, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    write(desk, {"docassemble/__init__.py": f"open({str(mark)!r}, 'w')\n"})
    done = subprocess.run(
        [sys.executable, "-m", "unbarred", "interviews", "docassemble.base"],
        cwd=desk,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert not mark.exists()
