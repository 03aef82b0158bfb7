"""`unbarred start INTERVIEW --from EARLIER`: what was said once is not asked again."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from real_sitting import RealSitting

from unbarred.sessions import Session

Sit = Callable[..., RealSitting]

PARDON = ("start", "clemency/pardon", "--from", "rosa")
TOLD = "You are asked only what is new: what you said before (2026-11-21-commutation-rosa) is used again"


class Second(RealSitting):
    """The sitting that goes on from another one: the journal is that of the second."""

    @property
    def journal(self) -> Path | None:
        found = self._home.glob("sessions/*/journal.jsonl")
        return next((path for path in found if not path.parent.name.endswith("-rosa")), None)


@pytest.fixture
def sit(desk: Path, home: Path) -> Iterator[Sit]:
    """Return a function that runs the program in a window."""
    opened: list[RealSitting] = []

    def start(*arguments: str, **window: Any) -> RealSitting:
        opened.append(Second(desk, home, *arguments, **window))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "full"])
def test_a_pardon_after_a_commutation(sit: Sit, saved: str, plain: bool) -> None:
    window = sit(*PARDON, plain=plain, rows=60)
    window.see("Ask for a pardon", TOLD, "you can change any of it by typing c.")
    window.enter("")
    window.see("Are you in prison now?")
    window.enter("1")
    window.see("Is an appeal or another court case")

    # Going back shows what was taken over, and it stays.
    window.enter("b")
    window.wait_for("withdrawn")
    window.see("First day you can be paroled", "9/3/2028")

    # Another day.
    window.enter("s")
    assert window.wait() == 0
    window = sit("resume", window.name, plain=plain, rows=60)
    window.see("First day you can be paroled")
    assert "asked only what is new" not in window.text, "it is told once"
    window.enter("9/4/2028", "l")
    window.wait_for("answered")
    window.see("Is an appeal or another court case")

    # The review says which, from where, and changes any of it.
    window.enter("c")
    window.see("Numbers 1, 2, 4 to 16 were not asked again: they are what you said before")
    window.enter("4")
    window.see("What were you convicted of?")
    window.enter("Arson")
    window.wait_for("amended")
    window.enter("c")
    window.see("Numbers 1, 2, 5 to 16 were not asked again", "Arson")


def test_the_end_says_how_to_use_the_answers_again(saved: str, unbarred: Any) -> None:
    done = unbarred("assemble", saved, "--out", "packet", "--no-pdf")
    last = "To use these answers again, type: unbarred start INTERVIEW --from rosa"
    assert done.stdout.splitlines()[-1].strip() == last


def test_a_file_of_answers_is_used_again_too(sit: Sit, rosa: Path) -> None:
    window = sit("start", "clemency/pardon", "--from", str(rosa), plain=True, rows=60)
    window.see("what you said before (rosa-example.yml) is used again")
    window.enter("")
    window.see("Are you in prison now?")
    assert [each["answers"] for each in window.events("answered")[1:]] == [
        {"court": "us/"},
        {"state": "us-ny"},
    ]


def test_another_place_that_is_given_counts(sit: Sit, saved: str) -> None:
    window = sit(*PARDON, "--in", "us-ca", plain=True, rows=60)
    window.see(TOLD)
    window.enter("")
    window.see("Are you in prison now?")
    window.enter("1")
    window.see("What were you convicted of?")
    kept = json.loads((window.journal.parent / "earlier").read_text())  # type: ignore[union-attr]
    assert kept["there"] == {}
    assert not {"court", "state"} & kept["anywhere"].keys()


def test_where_nothing_can_be_used_that_is_said(sit: Sit, desk: Path) -> None:
    (desk / "said.yml").write_text("answers:\n  story: It was.\n")
    window = sit("start", "clemency/pardon", "--from", "said.yml", plain=True, rows=60)
    window.see("Nothing of what you said before (said.yml) can be used here, so everything is asked.")
    assert not (window.journal.parent / "earlier").exists()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--from", "zzzz"], 4, "There is no saved session called zzzz."),
        (["--from", "gone.yml"], 1, "The answers in gone.yml cannot be read: there is no such file."),
        (["--from", "rosa", "--answers", "x.yml"], 2, "--answers and --from do not go together."),
        (["--from", "rosa", "--in", "atlantis"], 2, "There is no place called 'atlantis'."),
    ],
)
def test_what_is_wrong_is_one_sentence(
    unbarred: Any, saved: str, home: Path, arguments: list[str], status: int, said: str
) -> None:
    done = unbarred("start", "clemency/pardon", *arguments, stdin=subprocess.PIPE)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert [path.name for path in (home / "sessions").iterdir()] == [saved]


def test_a_session_that_is_open_or_damaged_is_told(unbarred: Any, saved: str, home: Path) -> None:
    folder = home / "sessions" / saved
    session = Session.resume(folder)
    done = unbarred(*PARDON, stdin=subprocess.PIPE)
    assert (done.returncode, done.stderr.count("\n")) == (4, 1)
    assert "This session is open in another window." in done.stderr
    session.close()
    (folder / "journal.jsonl").write_text("{\n")
    done = unbarred(*PARDON, stdin=subprocess.PIPE)
    assert done.returncode == 4
    assert "This saved session is damaged." in done.stderr
    shutil.rmtree(folder)
    assert list((home / "sessions").iterdir()) == []
