"""The real program in a terminal, from the first screen to the papers, as a person goes through it."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from real_sitting import RealSitting, rosas_screens

from unbarred.screens import AnsweredScreen

Sit = Callable[..., RealSitting]

START = ("start", "clemency/commutation", "--in", "us-ny", "--as-of", "2026-11-21", "--out", "packet")


@pytest.fixture
def sit(desk: Path, home: Path) -> Iterator[Sit]:
    """Return a function that runs the program in a window."""
    opened: list[RealSitting] = []

    def start(*arguments: str, **window: Any) -> RealSitting:
        opened.append(RealSitting(desk, home, *arguments, **window))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.fixture
def screens(rosa: Path) -> list[AnsweredScreen]:
    return rosas_screens(rosa)


def place_of(screens: list[AnsweredScreen], name: str) -> int:
    return next(place for place, each in enumerate(screens) if each.screen.id.startswith(f"{name} "))


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "full"])
def test_a_whole_sitting(
    sit: Sit, screens: list[AnsweredScreen], desk: Path, unbarred: Any, plain: bool
) -> None:
    custody, born, helper = (place_of(screens, name) for name in ("custody-start", "birthdate", "has-helper"))

    window = sit(*START, plain=plain, rows=60)
    window.see("Ask for a shorter sentence")
    window.answer(screens[:custody])

    # Wrong input is answered in words and what was typed is not taken.
    window.enter("2/30/2017")
    window.see("February 2017 has 28 days.")
    window.enter("4/20/2027")
    window.see("April 20, 2027 is still to come.")
    assert len(window.events("answered")) == custody
    window.enter("4/20/2017")
    window.wait_for("answered")

    # Back shows the screen before.
    window.enter("b")
    window.wait_for("withdrawn")
    window.see("On what day did you come into prison")
    window.answer(screens[custody:born])

    # Leave it for later.
    window.enter("l")
    window.wait_for("answered")
    assert window.events("answered")[-1]["answers"] == {"petitioner.birthdate": None}

    # Change an earlier answer.
    names = [place for place, each in enumerate(screens[: born + 1]) if each.given]
    window.enter("c")
    window.see("Rosa Sample")
    window.enter(str(names.index(place_of(screens, "other-names")) + 1))
    window.see("Have you used other names?")
    window.enter("Rosa Changed")
    window.wait_for("amended")
    assert window.events("amended")[-1]["answers"] == {"petitioner.other_names": "Rosa Changed"}
    window.answer(screens[born + 1 : helper])

    # Save and stop.
    window.enter("s")
    assert window.wait() == 0
    assert f"Saved. To go on another day, type: unbarred resume {window.name}" in window.raw.decode()
    assert window.name in unbarred("resume").stdout

    # Go on another day.
    again = sit("resume", window.name, "--out", "packet", plain=plain, rows=60)
    again.see("Is somebody helping you with this?")
    again.answer(screens[helper:])
    again.see("or 0 to make the papers")
    again.enter("0")
    again.see("Make the papers now?")
    again.enter("1")
    assert again.wait() == 0
    assert "Your packet is ready: 10 papers, in packet/" in again.raw.decode()

    report = json.loads(unbarred("review", window.name, "--json").stdout)
    assert report["answers"]["petitioner.other_names"] == "Rosa Changed"
    assert report["answers"]["petitioner.birthdate"] is None
    assert report["answers"]["custody.start"] == "2017-04-20"
    manifest = json.loads((desk / "packet" / "manifest.json").read_text())
    assert {each["file"] for each in manifest["papers"]} < {path.name for path in (desk / "packet").iterdir()}


def test_plain_lines_are_no_wider_than_the_window(sit: Sit, screens: list[AnsweredScreen]) -> None:
    window = sit(*START, plain=True, columns=40, rows=200)
    window.hide_what_is_typed()
    window.answer_unhurried(screens)
    window.enter_unhurried("0")
    window.enter_unhurried("1")
    window.see("Your packet is ready")
    assert window.wait() == 0
    text = window.raw.decode()
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text), "moves the cursor, or colours"
    wide = [line for line in text.replace("\r", "").split("\n") if len(line) > 40]
    assert wide == []


def test_review_changes_an_answer_of_a_finished_session(
    sit: Sit, saved: str, unbarred: Any, home: Path
) -> None:
    window = sit("review", saved, plain=True, rows=400)
    window.see("Rosa Sample")
    number = re.search(r"(\d+)\. Have you used other names\?", window.text)
    assert number is not None
    window.enter(number[1])
    window.see("Have you used other names?")
    window.enter("Rosa Reviewed")
    window.wait_for("amended")
    window.enter("")
    assert window.wait() == 0
    report = json.loads(unbarred("review", saved, "--json").stdout)
    assert report["answers"]["petitioner.other_names"] == "Rosa Reviewed"


BREAKING_OFF: dict[str, Callable[[RealSitting], None]] = {
    "ctrl-c": lambda window: window.press("\x03"),
    "ctrl-d": lambda window: window.press("\x04"),
    "a lost connection": lambda window: window.send_signal(signal.SIGHUP),
    "a request to end": lambda window: window.send_signal(signal.SIGTERM),
}


@pytest.mark.parametrize("how", BREAKING_OFF)
@pytest.mark.parametrize("plain", [True, False], ids=["plain", "full"])
def test_breaking_off_keeps_what_was_answered(
    sit: Sit, screens: list[AnsweredScreen], unbarred: Any, how: str, plain: bool
) -> None:
    window = sit(*START, plain=plain)
    window.answer(screens[:4])
    window.see(screens[4].screen.heading)
    BREAKING_OFF[how](window)
    assert window.wait() == 130
    assert f"unbarred resume {window.name}" in window.raw.decode()
    [listed] = json.loads(unbarred("resume", "--json").stdout)
    assert (listed["answered"], listed["finished"]) == (4, False)


def test_a_changed_interview_keeps_what_it_still_asks_and_says_what_it_does_not(
    sit: Sit, screens: list[AnsweredScreen], own_content: Path
) -> None:
    births = place_of(screens, "birthdate")
    first = sit(*START, plain=True, UNBARRED_CONTENT=str(own_content))
    first.answer(screens[: births + 1])
    first.enter("s")
    assert first.wait() == 0

    interview = own_content / "interviews" / "clemency" / "commutation.yml"
    text = interview.read_text(encoding="utf-8")
    assert "  petitioner.other_names\n" in text
    assert "  petitioner.prison_number\n" in text
    added = "question: A new one\nfields:\n  - no label: brand_new\n---\n"
    changed = text.replace("  petitioner.other_names\n", "").replace(
        "  petitioner.prison_number\n", "  brand_new\n  petitioner.prison_number\n"
    )
    interview.write_text(changed.replace("---\n", f"---\n{added}", 1), encoding="utf-8")

    again = sit("resume", first.name, plain=True, UNBARRED_CONTENT=str(own_content))
    again.see("This interview has changed. It no longer asks for: petitioner.other_names.", "A new one")
    again.enter("mine")
    again.wait_for("answered")
    again.see("What is your DIN?")


def test_a_second_window_is_told_that_the_first_is_open(sit: Sit, screens: list[AnsweredScreen]) -> None:
    first = sit(*START, plain=True)
    first.answer(screens[:2])
    second = sit("resume", first.name, plain=True)
    second.see("This session is open in another window.")
    assert second.wait() == 4
    first.answer(screens[2:3])
