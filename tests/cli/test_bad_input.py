"""Whatever is wrong gets one sentence and the right exit status, and nothing is written."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

COMMUTATION = "clemency/commutation"

Edit = Callable[[str], str]


@pytest.fixture(autouse=True)
def nothing_written(request: pytest.FixtureRequest, desk: Path, home: Path) -> Any:
    """Whatever a test here asks for is refused, and leaves nothing behind."""
    (desk / "full").mkdir()
    (desk / "full" / "hers.txt").write_text("hers")
    (desk / "file").write_text("hers")
    (desk / "answers.yml").write_text("answers: {}\n")
    before = picture(desk)
    yield
    if "own_answers" not in request.fixturenames:
        assert picture(desk) == before
    assert not home.exists()


def picture(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (
            ("start", "clemency/comutation", "--in", "us-ny"),
            2,
            "There is no interview called clemency/comutation. Did you mean clemency/commutation",
        ),
        (
            ("start", "divorce"),
            2,
            "There is no interview called divorce. See them all with: unbarred interviews",
        ),
        (("start", "../../etc/passwd"), 2, "There is no interview called ../../etc/passwd."),
        (("start", COMMUTATION, "--in", "us-nyc"), 2, "There is no place called 'us-nyc'. Did you mean"),
        (("start", COMMUTATION, "--in", "New York"), 2, "There is no place called 'New York'. Write us-ny."),
        (("interviews", "--in", "us-zz"), 2, "There is no place called 'us-zz'."),
        (("start", COMMUTATION, "--as-of", "2026-02-30"), 2, "2026-02-30 is not a day. Write it as year-"),
        (("start", COMMUTATION, "--out", "full"), 2, "The folder full is not empty. Give a new or an empty"),
        (("start", COMMUTATION, "--out", "file"), 2, "file is a file, not a folder."),
        (("start", COMMUTATION, "--out", "file/below"), 1, "Cannot write to file/below: a file is in the"),
        (("start", COMMUTATION, "--in", "us-ny"), 2, "There is no keyboard to answer with. Run it in a"),
        (("resume", "abcd"), 4, "There is no saved session called abcd. See them with: unbarred resume"),
        (("review", "abcd", "--json"), 4, "There is no saved session called abcd."),
        (("assemble", "abcd"), 4, "There is no saved session called abcd."),
        (
            ("start", COMMUTATION, "--answers", "nowhere.yml"),
            1,
            "The answers in nowhere.yml cannot be read: there is no such file.",
        ),
        (("start", COMMUTATION, "--answers", "full"), 1, "The answers in full cannot be read: is a dir"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_command_that_does_not_fit(
    unbarred: Any, arguments: tuple[str, ...], status: int, says: str
) -> None:
    done = unbarred(*arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.startswith(says)
    assert done.stderr.count("\n") == 1, "one sentence, and perhaps what to do"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("strat",), "No such command 'strat'. Did you mean 'start'?"),
        (("start",), "Missing argument 'interview'."),
        (("start", COMMUTATION, "--plane"), "No such option: --plane"),
    ],
)
def test_a_command_line_that_cannot_be_read(unbarred: Any, arguments: tuple[str, ...], says: str) -> None:
    done = unbarred(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


def test_a_standard_input_that_is_closed_is_no_terminal(desk: Path) -> None:
    program = Path(sys.executable).with_name("unbarred")
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" start clemency/commutation --in us-ny <&-', program],
        cwd=desk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "There is no keyboard to answer with. "
        "Run it in a terminal, or give the answers with --answers FILE.\n"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_an_output_folder_without_permission(unbarred: Any, desk: Path, rosa: Path) -> None:
    (desk / "full").chmod(0o500)
    done = unbarred("start", COMMUTATION, "--answers", rosa, "--out", "full/packet")
    (desk / "full").chmod(0o700)
    assert (done.returncode, done.stderr.startswith("Cannot write to full/packet:")) == (1, True)


def test_an_output_folder_where_nothing_can_be_made(unbarred: Any, rosa: Path) -> None:
    done = unbarred("start", COMMUTATION, "--answers", rosa, "--out", "/proc/packet")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Cannot write to /proc/packet:")


def test_a_place_without_this_remedy(unbarred: Any, own_content: Path) -> None:
    place = own_content / "jurisdictions" / "zz"
    place.mkdir()
    (place / "place.yml").write_text(
        (own_content / "jurisdictions" / "us-ny" / "place.yml")
        .read_text(encoding="utf-8")
        .replace("name: New York", "name: Nowhere"),
        encoding="utf-8",
    )
    done = unbarred("start", COMMUTATION, "--in", "zz", UNBARRED_CONTENT=str(own_content))
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(
        r"We hold nothing about clemency/commutation for Nowhere, so we cannot make these papers there\. "
        r"It is there for gb-eaw, .*us-wv and us-wy\. "
        r"Who can help in Nowhere: .*\n",
        done.stderr,
    )


def replaced(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text, f"the example has no {old!r}"
        return text.replace(old, new)

    return edit


@pytest.fixture
def own_answers(desk: Path, rosa: Path) -> Callable[[Edit], Path]:
    def write(edit: Edit) -> Path:
        path = desk / "own.yml"
        path.write_text(edit(rosa.read_text(encoding="utf-8")), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("edit", "status", "says"),
    [
        (lambda text: "answers: {unclosed\n", 1, ["own.yml:", "This is not YAML: "]),
        (lambda text: "- a\n- b\n", 1, ["own.yml:1:1: This is not an answer file: it holds no names."]),
        (lambda text: "\x00\x01", 1, ["own.yml:1: There is a hidden mark that cannot be printed."]),
        (replaced("answers:", "anwsers:"), 1, ["Did you mean answers", "There is no “answers”"]),
        (replaced("us-ny", "us-zz"), 2, ["There is no place called 'us-zz'."]),
        (replaced(COMMUTATION, "clemency/pardon"), 1, ["for clemency/pardon, not for clemency/commutation."]),
        (
            replaced("petitioner.name.first: Rosa", "petitioner.name.frist: Rosa"),
            1,
            [
                "2 answers must be mended. Nothing was written.",
                "petitioner.name.first “What is your full name?”: This needs an answer",
                "petitioner.name.frist (line ",
                "No question of this interview asks for it. Did you mean petitioner.name.first",
            ],
        ),
        (
            replaced("convictions[0].minimum_years: 12", "convictions[0].minimum_years: twelve"),
            1,
            [
                "One answer must be mended.",
                "convictions[0].minimum_years (line ",
                "“twelve” is not a number. Type it with digits",
            ],
        ),
        (
            replaced("birthdate: 1986-02-28", "birthdate: 1986-02-30"),
            1,
            ["petitioner.birthdate (line ", "“When were you born?”", "February 1986 has 28 days."],
        ),
        (
            replaced("custody.start: 2017-04-20", "custody.start: 2027-04-20"),
            1,
            ["custody.start (line ", "April 20, 2027 is still to come. Type a day that has been."],
        ),
        (
            lambda text: text.replace("has_helper: true", "has_helper: perhaps")
            .replace("facility_choice: ", "facility_choice: x")
            .replace("plea: plea", "plea: guilt"),
            1,
            ["answers must be mended.", "has_helper (line ", "facility_choice (line ", "convictions[1].plea"],
        ),
    ],
    ids=[
        "not YAML", "a list", "not text", "no answers", "unknown place", "another interview", "unknown name",
        "wrong type", "impossible date", "date in the future", "several at once",
    ],
)  # fmt: skip
def test_a_file_of_answers_that_cannot_be_used(
    unbarred: Any, own_answers: Any, desk: Path, edit: Edit, status: int, says: list[str]
) -> None:
    done = unbarred("start", COMMUTATION, "--answers", own_answers(edit), "--out", "packet")
    assert (done.returncode, done.stdout) == (status, "")
    for text in says:
        assert text in done.stderr
    assert not (desk / "packet").exists()


def test_the_same_problems_for_programs(unbarred: Any, own_answers: Any) -> None:
    path = own_answers(replaced("birthdate: 1986-02-28", "birthdate: soon"))
    done = unbarred("start", COMMUTATION, "--answers", path, "--json")
    assert done.returncode == 1
    [problem] = json.loads(done.stdout)["problems"]
    assert (problem["name"], problem["question"]) == ("petitioner.birthdate", "When were you born?")
    assert problem["message"].startswith("“soon” is not a date.")
