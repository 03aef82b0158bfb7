"""The rich face, driven in a real pseudo-terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pty_window import ENTER, Open, given

TAB = "\t"
SHIFT_TAB = "\x1b[Z"
BACKSPACE = "\x7f"
F1 = "\x1bOP"
ESCAPE = "\x1b"
KEYS = "Enter go on · ? help · b back · c change an answer · l leave for later s save and stop · 00 menu"


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 20), (132, 50), (30, 12)])
def test_a_sitting_from_the_first_screen_to_the_papers(
    open_window: Open, kept: Path, columns: int, rows: int
) -> None:
    window = open_window(columns=columns, rows=rows)
    window.see("Welcome")
    window.turn_pages_to("First name")
    window.type("Ana", "", "O'Neil")
    window.see("Date, for example")
    window.type("6/31/1980")
    window.see("6/31/1980", "June has 30 days.")
    window.type("6/30/1980")
    window.see("Where are you held?")
    window.type("b")
    window.see("Date, for example 3/14/1985: 6/30/1980")
    window.type("6/29/1980", "al")
    window.see("2 of them fit “al”: Albion, Alden, a new one.")
    window.type("albi", "1,3-4", "2", "l", "He said that he would come.")
    window.press("." + ENTER)
    window.see("How many children")
    window.type("l")
    window.see("This one cannot be left for later")
    window.type("2", "l", "1")
    window.see("Your answers")
    window.type("3")
    window.see("Albion")
    window.type("")
    window.see("Nothing was changed.")
    window.type("1")
    window.see("First name", "Ana")
    window.type("Anna", "", "")
    window.see("Changed. All your other answers still stand.")
    window.turn_pages_to("3 answers are left for later")
    window.type("0")
    window.see("Make the papers now?")
    window.type("1")
    assert window.wait() == 0
    assert "Ended: finished" in window.text
    assert given(kept) == {
        "first": "Anna",
        "middle": None,
        "last": "O'Neil",
        "born": "1980-06-29",
        "place": "albion",
        "done": ["school", "parenting", "puppies"],
        "has_helper": False,
        "appeal": None,
        "story": "He said that he would come.",
        "children": 2,
        "money": None,
        "go_on": True,
    }


def test_everything_typed_ahead_arrives(open_window: Open, kept: Path) -> None:
    window = open_window()
    keys = ["", "Ana", "Maria", "Lee", "1/2/1980", "2", "1 5", "1", "My aunt", "a@example.org", "1", "Albany"]
    keys += ["One line.", "Another.", ".", "0", "12.50", "1", "0", "1"]
    window.press(ENTER.join(keys) + ENTER)
    assert window.wait() == 0
    answers = given(kept)
    assert answers["helper"] == "My aunt"
    assert answers["court"] == "Albany"
    assert answers["story"] == "One line.\nAnother."
    assert answers["money"] == 12.5


def test_the_keys_are_always_in_the_same_place(open_window: Open) -> None:
    window = open_window()
    window.see("Welcome", "menu")
    window.rest()
    feet = [window.lines[-2:]]
    for typed, seen in [("", "First name"), ("?", "Help"), ("b", "First name"), ("c", "Nothing has been")]:
        window.type(typed)
        window.see(seen)
        # The text can be read before the whole screen is drawn.
        window.rest()
        feet.append(window.lines[-2:])
    assert all(foot == feet[0] for foot in feet)
    assert KEYS in window.text


def test_help_explains_the_question_and_its_hard_words(open_window: Open) -> None:
    window = open_window("--from", "BORN")
    window.see("What is your date of birth?")
    window.type("?")
    window.see(
        "the office looks people up", "look at your prison card", "date of birth: The day you were born."
    )
    window.type("b")
    window.see("Date, for example 3/14/1985:")
    window.press(F1)
    window.see("Help")
    window.press(ESCAPE)
    window.type("b")
    window.see("Date, for example 3/14/1985:")


def test_back_goes_field_by_field_and_keeps_what_was_typed(open_window: Open) -> None:
    window = open_window("--from", "NAME")
    window.see("First name")
    window.type("Ana", "Maria")
    window.see("First name: Ana", "Middle name: Maria", "Last name:")
    window.press(SHIFT_TAB)
    window.see("Middle name: Maria")
    window.type("b")
    window.see("First name, for example Maria: Ana")
    window.type("b")
    window.see("This is the first question.")


def test_a_command_sign_can_be_an_answer(open_window: Open, kept: Path) -> None:
    window = open_window("--from", "NAME")
    window.see("First name")
    window.type("=b", "=?", "s.")
    window.see("date of birth")
    assert given(kept) == {"first": "b", "middle": "?", "last": "s."}


def test_what_stood_there_before_can_be_edited_or_typed_over(open_window: Open, kept: Path) -> None:
    window = open_window("--from", "NAME")
    window.see("First name")
    window.type("Ana", "", "Lee")
    window.see("date of birth")
    window.type("b")
    window.see("First name, for example Maria: Ana")
    window.press(BACKSPACE + "na" + ENTER + ENTER + "Roe" + ENTER)
    window.see("date of birth")
    assert given(kept) == {"first": "Anna", "middle": None, "last": "Roe"}


def test_what_the_interview_refuses_is_said_at_the_field(open_window: Open) -> None:
    window = open_window("--from", "NUMBERS")
    window.see("How many children")
    window.type("99", "1")
    window.see("That is a lot of children.", "Number: 99")
    assert "Money owed" not in window.text


def test_a_change_says_first_what_it_will_ask_again(open_window: Open, kept: Path) -> None:
    window = open_window("--from", "APPEAL")
    window.see("Is an appeal under way?")
    window.type("yes", "Albany County Court", "c")
    window.see("1 Is an appeal under way? Yes", "2 Which court has the appeal? Albany County Court")
    window.type("1", "no")
    window.see("Change this answer?", "1 later answer depends on it.", "Which court has the appeal?")
    window.type("2")
    window.see("Nothing was changed.", "What happened?")
    assert given(kept)["appeal"] is True
    window.type("c", "1", "no", "1")
    window.see("Changed. 1 later answer was set aside", "What happened?")
    assert given(kept) == {"appeal": False}


def test_left_for_later_stands_out_in_words(open_window: Open) -> None:
    window = open_window("--from", "APPEAL")
    window.see("Is an appeal under way?")
    window.type("l", "l", "1", "l", "1")
    window.see("3 answers are left for later: numbers 1, 2, 3.")
    # Enter turns the page once the window knows that there is more below.
    window.rest()
    window.press(ENTER)
    window.see("What happened? LEFT FOR LATER", "How many children do you have? 1 Money owed: LEFT FOR LATER")


def test_the_window_can_change_its_size_at_any_time(open_window: Open, kept: Path) -> None:
    window = open_window("--from", "STORY")
    window.see("What happened?")
    window.press("He was kind to me in the beginning, and we moved to another town.")
    window.see("another town.")
    window.resize(40, 20)
    window.see("He was kind to me in the beginning, and we moved to another town.", "14 words", "00 menu")
    assert " He was kind to me in the beginning," in window.lines
    window.resize(100, 30)
    window.press(" Then" + TAB)
    window.see("How many children")
    assert given(kept)["story"].endswith("another town. Then")


@pytest.mark.parametrize(("columns", "rows"), [(20, 6), (10, 3), (200, 60)])
def test_no_window_is_too_small(open_window: Open, columns: int, rows: int) -> None:
    window = open_window("--from", "PLACE", columns=columns, rows=rows)
    window.type("taconic")
    window.type("0")
    window.type("s")
    assert window.wait() == 0
    assert b"too small" not in window.raw


def test_an_interview_can_end_without_papers(open_window: Open) -> None:
    window = open_window("--from", "GO_ON")
    window.see("Do you want to ask for this?")
    window.type("2")
    window.see("That is fine", "Press Enter to close")
    window.type("b")
    window.see("Do you want to ask for this?")
    window.type("2", "")
    assert window.wait() == 0
    assert "Ended: exit" in window.text


def test_review_shows_and_changes_answers_and_asks_nothing_new(open_window: Open, kept: Path) -> None:
    first = open_window("--from", "APPEAL")
    first.see("Is an appeal under way?")
    first.type("2", "s")
    first.wait()
    window = open_window("--from", "APPEAL", "--review")
    window.see("1 Is an appeal under way? No", "Not all questions have been asked yet.")
    window.type("1", "1")
    window.see("1 Is an appeal under way? Yes", "Changed.")
    window.type("")
    assert window.wait() == 0
    assert given(kept) == {"appeal": True}


def colours(raw: bytes) -> list[str]:
    codes = [part for match in re.findall(rb"\x1b\[([0-9;]*)m", raw) for part in match.decode().split(";")]
    return [code for code in codes if re.fullmatch(r"[349][0-7]|10[0-7]|38|48", code)]


@pytest.mark.parametrize(("variables", "has_colour"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_no_color_is_honoured(open_window: Open, variables: dict[str, str], has_colour: bool) -> None:
    window = open_window("--from", "BORN", **variables)
    window.see("date of birth")
    window.type("never")
    window.see("is not a date")
    assert bool(colours(window.raw)) is has_colour
