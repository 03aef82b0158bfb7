"""Choices by number, range and first letters."""

from __future__ import annotations

import pytest

from unbarred.terminal.choosing import NotChosen, matching, read_choice
from unbarred.terminal.commands import Command, command_of, literal
from unbarred.terminal.view import Option, Pick


def options(*labels: str) -> tuple[Option, ...]:
    return tuple(Option(place, label) for place, label in enumerate(labels, 1))


FACILITIES = Pick("", options("Bedford Hills", "Albion", "{Taconic}", "Alden"))
YEARS = Pick("", options("2019", "2020", "Before 2019"))
PROGRAMS = Pick("", (*options("School", "Work", "Choir", "Dogs"), Option(0, "None")), several=True)


@pytest.mark.parametrize(
    ("pick", "typed", "chosen"),
    [
        (FACILITIES, "2", {2}),
        (FACILITIES, " 4 ", {4}),
        (FACILITIES, "be", {1}),
        (FACILITIES, "ALDEN", {4}),
        (FACILITIES, "tac", {3}),
        (FACILITIES, "hills", {1}),
        (YEARS, "2", {2}),
        (YEARS, "2019", {1}),
        (PROGRAMS, "1 3", {1, 3}),
        (PROGRAMS, "1,3", {1, 3}),
        (PROGRAMS, "1, 3-4", {1, 3, 4}),
        (PROGRAMS, "4-2", {2, 3, 4}),
        (PROGRAMS, "0", {0}),
        (PROGRAMS, "sch, dogs", {1, 4}),
        (PROGRAMS, "none", {0}),
    ],
)
def test_what_is_typed_chooses(pick: Pick, typed: str, chosen: set[int]) -> None:
    assert read_choice(pick, typed) == chosen
    assert matching(pick, typed) == chosen


@pytest.mark.parametrize(
    ("pick", "typed", "message"),
    [
        (FACILITIES, "9", "There is no number 9 here. Type a number from 1 to 4."),
        (FACILITIES, "0", "There is no number 0 here. Type a number from 1 to 4."),
        (FACILITIES, "1 2", "Only one can be chosen here. Type one number."),
        (FACILITIES, "al", "2 of them fit “al”: Albion, Alden. Type more letters, or the number."),
        (PROGRAMS, "3-7", "There is no number 7 here. Type a number from 0 to 4."),
        (
            PROGRAMS,
            "0 2",
            "0 means none of them, so it cannot go with other numbers. Type the numbers again.",
        ),
    ],
)
def test_what_does_not_choose_says_what_to_type(pick: Pick, typed: str, message: str) -> None:
    with pytest.raises(NotChosen) as refusal:
        read_choice(pick, typed)
    assert refusal.value.message == message
    assert matching(pick, typed) == frozenset()


def test_what_names_no_option_is_left_to_the_field_s_own_reader() -> None:
    assert read_choice(FACILITIES, "zebra") is None
    assert read_choice(PROGRAMS, "school, zebra") is None


@pytest.mark.parametrize(
    ("line", "command"),
    [("?", Command.HELP), (" B ", Command.BACK), ("*", Command.MENU), ("00", Command.MENU)],
)
def test_a_sign_alone_is_a_command(line: str, command: Command) -> None:
    assert command_of(line) is command


@pytest.mark.parametrize("line", ["", "back", "0", "b.", "=b", "s s", "000"])
def test_anything_else_is_an_answer(line: str) -> None:
    assert command_of(line) is None


@pytest.mark.parametrize(
    ("line", "answer"),
    [("=b", "b"), ("==b", "=b"), ("=.", "."), ("=2", "=2"), ("= b", "= b"), ("=", "="), (" x ", " x ")],
)
def test_an_equals_sign_makes_a_command_an_answer(line: str, answer: str) -> None:
    assert literal(line) == answer
