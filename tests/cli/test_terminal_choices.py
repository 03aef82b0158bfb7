"""Choices by number, arrow keys and first letters, in a real pseudo-terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from pty_window import ENTER, Open, given

UP = "\x1b[A"
DOWN = "\x1b[B"


def test_a_keypad_with_digits_only_is_enough(open_window: Open, kept: Path) -> None:
    window = open_window("--from", "PLACE")
    window.see("Where are you held?")
    window.type("00")
    window.see("What do you want to do?", "2 Go back to the question before")
    window.type("0")
    window.see("1 Bedford Hills")
    window.type("1", "0", "2")
    window.see("Is an appeal under way?")
    window.type("00", "4")
    window.see("What happened?")
    window.type("00", "4")
    window.see("How many children")
    window.type("3", "00", "2")
    window.see("Number: 3")
    window.type("", "250", "1")
    window.see("Your answers")
    window.type("0", "1")
    assert window.wait() == 0
    assert given(kept) == {
        "place": "bedford",
        "done": [],
        "has_helper": False,
        "appeal": None,
        "story": None,
        "children": 3,
        "money": 250,
        "go_on": True,
    }


def test_arrows_choose_and_the_space_bar_ticks(open_window: Open, kept: Path) -> None:
    window = open_window("--from", "PLACE")
    window.see("Where are you held?")
    window.press(DOWN + DOWN + DOWN + UP)
    window.see("> 2 Albion")
    window.press(ENTER)
    window.see("What have you done inside?")
    window.press(DOWN + " " + DOWN + DOWN + " ")
    window.see("1 [x] School", "2 [ ] Work", "> 3 [x] Parenting")
    window.press(" " + ENTER)
    window.see("Does somebody help you?")
    assert given(kept) == {"place": "albion", "done": ["school"]}


@pytest.mark.parametrize("keys", ["cline", "35", DOWN * 35])
def test_a_long_list_moves_to_what_is_meant(open_window: Open, kept: Path, keys: str) -> None:
    window = open_window("--from", "MANY", columns=40, rows=20)
    window.see("1 Adaa County", "more below")
    window.press(keys)
    window.see("> 35 Cline County")
    window.press(ENTER)
    window.see("Your answers")
    assert given(kept) == {"county": "c34"}


def test_typing_marks_the_choices_it_means(open_window: Open) -> None:
    window = open_window("--from", "DONE")
    window.see("What have you done inside?")
    window.press("1 4-5")
    window.see("1 [x] School", "2 [ ] Work", "4 [x] Puppies", "5 [x] Choir")
