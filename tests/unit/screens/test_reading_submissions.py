"""A submission is the whole screen: all of its problems at once, or all of its answers."""

from __future__ import annotations

import datetime

import pytest

from unbarred.answers.values import LATER
from unbarred.screens import (
    Field,
    FieldKind,
    Problem,
    Refused,
    Screen,
    ScreenKind,
    ShownWhen,
    read_submission,
)

HELPED = ShownWhen("has_helper", True)

SCREEN = Screen(
    id="helper",
    kind=ScreenKind.QUESTION,
    heading="Who helps you?",
    fields=(
        Field("", FieldKind.NOTE, "Somebody may help you."),
        Field("helper.name", FieldKind.TEXT, "Name", shown_when=(HELPED,)),
        Field("helper.phone", FieldKind.TEXT, "Phone", required=False, shown_when=(HELPED,)),
        Field("has_helper", FieldKind.YES_NO, "Does anybody help you?"),
        Field("since", FieldKind.DATE, "Since when?", required=False),
    ),
)


def problems(given: dict[str, object]) -> dict[str, str]:
    with pytest.raises(Refused) as refused:
        read_submission(SCREEN, given)
    return {problem.field: problem.message for problem in refused.value.problems}


def test_the_answers_are_typed_and_in_the_order_of_the_fields() -> None:
    given = {"since": "3/14/2031", "has_helper": "y", "helper.phone": None, "helper.name": "Ana"}
    answers = read_submission(SCREEN, given)
    assert list(answers.items()) == [
        ("helper.name", "Ana"),
        ("helper.phone", LATER),
        ("has_helper", True),
        ("since", datetime.date(2031, 3, 14)),
    ]


def test_a_hidden_field_is_not_asked() -> None:
    assert read_submission(SCREEN, {"has_helper": False, "since": None}) == {
        "has_helper": False,
        "since": LATER,
    }


def test_a_hidden_field_may_be_given_as_a_blank_as_a_spreadsheet_does() -> None:
    given = {"has_helper": False, "since": None, "helper.name": "", "helper.phone": LATER}
    assert read_submission(SCREEN, given) == {"has_helper": False, "since": LATER}


def test_a_hidden_field_must_not_be_answered() -> None:
    assert problems({"has_helper": False, "since": None, "helper.name": "Ana"}) == {
        "helper.name": "This is not asked, given the answer to “Does anybody help you?”. "
        "Take this answer out, or change that one."
    }


def test_all_problems_come_at_once() -> None:
    assert problems({"has_helper": "yes", "helper.name": "", "since": "6/31/2031", "sinse": "x"}) == {
        "sinse": "Nothing called “sinse” is asked here. Did you mean since?",
        "helper.name": "This needs an answer: the papers cannot be made without it.",
        "helper.phone": "There is no answer to this. "
        "Give one, or say that it is left for later (null in a file).",
        "since": "That day does not exist: June has 30 days. Type the date again.",
    }


def test_what_hangs_on_a_wrong_answer_is_not_called_missing_but_is_looked_at() -> None:
    assert set(problems({"has_helper": "perhaps", "since": None})) == {"has_helper"}
    assert set(problems({"has_helper": "perhaps", "since": None, "helper.name": "a\nb"})) == {
        "has_helper",
        "helper.name",
    }


def test_a_field_shown_by_a_hidden_field_is_hidden_too() -> None:
    chain = Screen(
        id="chain",
        kind=ScreenKind.QUESTION,
        heading="Chain",
        fields=(
            Field("a", FieldKind.YES_NO),
            Field("b", FieldKind.YES_NO, shown_when=(ShownWhen("a", True),)),
            Field("c", FieldKind.TEXT, shown_when=(ShownWhen("b", True),)),
            Field("d", FieldKind.TEXT, shown_when=(ShownWhen("a", True, holds=False),)),
        ),
    )
    assert read_submission(chain, {"a": "no", "d": "x"}) == {"a": False, "d": "x"}
    assert read_submission(chain, {"a": "yes", "b": "yes", "c": "x"}) == {"a": True, "b": True, "c": "x"}


def test_fields_that_wait_for_each_other_are_hidden() -> None:
    ring = Screen(
        id="ring",
        kind=ScreenKind.QUESTION,
        heading="Ring",
        fields=(
            Field("a", FieldKind.YES_NO, shown_when=(ShownWhen("b", True),)),
            Field("b", FieldKind.YES_NO, shown_when=(ShownWhen("a", True),)),
        ),
    )
    assert read_submission(ring, {}) == {}


def test_a_screen_without_fields_takes_an_empty_submission() -> None:
    note = Screen(id="note", kind=ScreenKind.NOTE, heading="Take your time.")
    assert read_submission(note, {}) == {}
    with pytest.raises(Refused) as refused:
        read_submission(note, {"x": "y"})
    assert refused.value.problems == (Problem("x", "Nothing called “x” is asked here."),)
