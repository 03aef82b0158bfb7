"""Every kind of field, asked and answered once in a real pseudo-terminal, in both faces."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pty_window import ENTER, Open, Window, given
from tiny_picture import PICTURE

TAB, SPACE, DOWN = "\t", " ", "\x1b[B"


@pytest.fixture
def desk(kept: Path) -> Path:
    """The folder the window is opened in, with her files."""
    folder = kept.parent / "home"
    folder.mkdir(exist_ok=True)
    (folder / "letter of support.txt").write_text("Dear sir")
    for name in ("one.png", "two.png", "signature.png"):
        (folder / name).write_bytes(PICTURE)
    return folder


def answers(desk: Path) -> dict[str, Any]:
    return {
        "name": "Ana",
        "secret": "correct horse",
        "email": "ana@example.org",
        "site": "https://court.example.org",
        "story": "It was a long day.",
        "children": 3,
        "weight": 60.5,
        "owed": 1200.5,
        "worry": 30,
        "born": "1980-01-02",
        "wakes": "06:00",
        "hearing": "2031-03-14 14:30",
        "helped": True,
        "plea": "not guilty",
        "kin": "my aunt",
        "work": ["school", "kitchen", "choir"],
        "two": ["kind", "brave"],
        "ssi": False,
        "snap": False,
        "neither": True,
        "more": True,
        "how_much": 20,
        "letter": [str(desk / "letter of support.txt")],
        "pictures": [str(desk / "one.png"), str(desk / "two.png")],
        "signed": None,
    }


def answer_texts(window: Window) -> None:
    """Everything up to the choices is typed the same in both faces."""
    window.see("Who are you?", "Name:")
    window.type("Ana")
    window.see("Password (not shown while you type):")
    window.type("correct horse")
    window.see("Email:")
    window.type("ana@example.org")
    # What is typed can be seen again after a password.
    window.see("ana@example.org", "Your court's site, for example https://www.example.org:")
    window.type("court.example.org")
    window.see("A web address begins with http:// or https://.")
    window.type("https://court.example.org")
    window.see("What happened?")
    window.type("It was a long day.", ".")
    window.see("Children (from 0 to 20):")
    window.type("3", "60.5", "$1,200.50")
    window.see("Number (from 0 to 100, in steps of 10):")
    window.type("30")
    window.see("Birth date, for example 3/14/2031:")
    window.type("1/2/1980")
    window.see("Time, for example 2:30 pm:")
    window.type("6 am")
    window.see("The hearing, for example 3/14/2031 2:30 pm:")
    window.type("3/14/2031 14:30")
    window.see("Does somebody help you?")


def see_the_end(window: Window, kept: Path, desk: Path) -> None:
    """All answers are kept and can be read, but the password."""
    window.turn_pages_to("Your signature: to be signed on paper")
    window.type("s")
    assert window.wait() == 0
    assert given(kept) == answers(desk)
    assert b"correct" not in window.raw
    assert b"horse" not in window.raw


def test_every_kind_of_field_in_plain_mode(open_window: Open, kept: Path, desk: Path) -> None:
    window = open_window("--script", "EVERY_FIELD", "--plain", rows=60)
    answer_texts(window)
    window.type("yes", "not", "4")
    window.see("Type it in your own words:")
    window.type("my aunt")
    window.see("4. All of these 0. None of these")
    window.type("4", "2 3")
    window.see("SSI?")
    window.type("2", "2")
    window.see("Is there other money?")
    window.type("1", "20")
    window.see("You can give: a file that ends in .txt or .pdf.", "Path of the file")
    window.type("one.png")
    window.see("“one.png” cannot be used here.")
    window.type("letter of support.txt")
    window.see("Path of the first file:")
    window.type("one.png")
    window.see("1 file so far: one.png.")
    window.type("two.png")
    window.see("2 files so far: one.png, two.png.")
    window.type("")
    window.see("Press Enter to sign on paper later")
    window.type("")
    window.see("Password: typed, not shown")
    see_the_end(window, kept, desk)
    assert b"\x1b" not in window.raw


def test_every_kind_of_field_in_the_full_window(open_window: Open, kept: Path, desk: Path) -> None:
    window = open_window("--script", "EVERY_FIELD", rows=40)
    answer_texts(window)
    window.type("yes")
    window.see("How did you plead?")
    window.press(DOWN + DOWN + ENTER)
    window.see("4 Something else: type it")
    window.type("my aunt")
    window.see("4 [ ] All of these")
    window.press(DOWN * 4 + SPACE)
    window.see("1 [x] School", "3 [x] Choir", "4 [x] All of these")
    window.press(ENTER)
    window.see("Your best two")
    window.press(DOWN + DOWN + SPACE + DOWN + SPACE + ENTER)
    window.see("SSI?")
    window.type("2", "2")
    window.see("Is there other money?")
    window.type("1", "20")
    window.see("Path of the file")
    window.press("let" + TAB)
    window.see("letter of support.txt")
    window.press(ENTER)
    window.see("Path of the first file:")
    window.press(TAB)
    window.see("Here: letter of support.txt, one.png, signature.png, two.png")
    window.press("o" + TAB + ENTER)
    window.see("1 file so far: one.png.")
    window.press("tw" + TAB + ENTER)
    window.see("2 files so far: one.png, two.png.")
    window.type("")
    window.see("Press Enter to sign on paper later")
    window.type("signature.png", "b", "", "")
    window.see("path of another picture")
    window.type("l")
    see_the_end(window, kept, desk)


@pytest.mark.parametrize("face", ["--plain", "--full"])
def test_a_password_from_before_is_kept_unseen(open_window: Open, kept: Path, face: str) -> None:
    window = open_window("--script", "EVERY_FIELD", *(["--plain"] if face == "--plain" else []))
    window.see("Name:")
    window.type("Ana")
    window.see("Password")
    window.type("correct horse")
    window.see("Email:")
    window.type("b")
    window.see("typed, not shown")
    window.type("")
    window.see("Email:")
    window.type("a@example.org", "https://court.example.org")
    window.see("What happened?")
    assert given(kept)["secret"] == "correct horse"
    assert b"horse" not in window.raw


@pytest.mark.parametrize("face", ["--plain", "--full"])
def test_actions_are_done_by_their_numbers(open_window: Open, kept: Path, face: str) -> None:
    window = open_window("--script", "ACTIONS", *(["--plain"] if face == "--plain" else []))
    window.see("Your list was saved.", "What is your name?", "a other actions")
    window.type("b")
    window.see("let nobody go back")
    window.type("Ana")
    window.see("Ana", "Delete (1)", "Edit your name (2)", "Papers made here: A list of your family.")
    window.turn_pages_to("press Enter for “That is all”")
    window.type("1")
    window.see("Ana cannot be deleted now.")
    window.type("2")
    window.see("What is your name?")
    window.type("")
    window.see("Your family")
    window.turn_pages_to("press Enter for “That is all”")
    window.type("")
    window.see("What do you like?")
    window.type("a")
    window.see("What else can be done here")
    window.type("0", "Reading")
    window.see("you would be sent to: https://court.example.org/a_b_c; unbarred does not follow it.")
    window.type("")
    assert window.wait() == 0
    assert "Ended: exit" in window.text
    assert given(kept) == {"called": "Ana", "hobby": "Reading"}
