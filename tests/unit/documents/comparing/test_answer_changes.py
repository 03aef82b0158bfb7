"""What changed between two sets of answers."""

from __future__ import annotations

from typing import Any

import pytest

from unbarred.answers.answer_set import AnswerSet
from unbarred.documents.comparing.answers import answer_changes
from unbarred.documents.comparing.report import answers_in_words


def told(before: dict[str, Any], after: dict[str, Any], **labels: str) -> list[str]:
    found = answer_changes(AnswerSet(answers=before), AnswerSet(answers=after))
    return list(answers_in_words(found, labels))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2026-11-21", "11/21/2026"),
        ("2026-11-21", "November 21, 2026"),
        (True, "yes"),
        (False, "N"),
        (15, "15"),
        (1500000, "1,500,000"),
        (1200.5, "$1,200.50"),
        ("14:30", "2:30 pm"),
        ("a\r\nb", "a\nb"),
        (None, None),
        (["mail"], ["mail"]),
    ],
)
def test_what_is_only_written_otherwise_did_not_change(one: Any, other: Any) -> None:
    assert told({"x": one}, {"x": other}) == ["Nothing changed."]
    assert told({"x": other}, {"x": one}) == ["Nothing changed."]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("2026-11-21", "2026-11-22", "“November 21, 2026” became “November 22, 2026”"),
        (True, False, "“yes” became “no”"),
        (None, "Rosa", "“left for later” became “Rosa”"),
        ("0042", 42, "“0042” became “42”"),
        (["mail"], ["mail", "phone"], "“mail” became “mail, phone”"),
        (0, False, "“0” became “no”"),
        ("1,5", "15", "“1,5” became “15”"),
    ],
)
def test_what_changed_is_said_as_one_would_say_it(one: Any, other: Any, words: str) -> None:
    assert told({"x": one}, {"x": other}) == [f"x: {words}"]


def test_of_a_long_answer_the_sentences_are_told() -> None:
    before = "I drove the car. I knew of the gun.\n\nNobody was shot."
    after = "I drove the car. I did know of the gun.\n\nNobody was shot. I am sorry."
    assert told({"story": before}, {"story": after}) == [
        "story:",
        "  “I knew of the gun.” became “I did know of the gun.”",
        "  new: “I am sorry.”",
    ]


def test_one_thing_less_in_a_list_changes_none_of_those_behind_it() -> None:
    children = [{"name": "Tom", "age": 15}, {"name": "Ana", "age": 18}, {"name": "Li", "age": 3}]

    def answers(*these: dict[str, Any]) -> dict[str, Any]:
        return {
            f"children[{at}].{key}": value for at, each in enumerate(these) for key, value in each.items()
        }

    assert told(answers(*children), answers(children[0], children[2])) == [
        "children[1]: taken out: “name: Ana; age: 18”"
    ]
    older = {**children[2], "age": 4}
    assert told(answers(*children), answers(children[0], older)) == [
        "children[1]: taken out: “name: Ana; age: 18”",
        "children[1].age, before children[2].age: “3” became “4”",
    ]


def test_the_question_is_named_where_it_is_known() -> None:
    assert told({}, {"x": "y"}, x="What is it?") == ["What is it? (x): new: “y”"]


def test_place_and_interview_are_compared() -> None:
    before, after = AnswerSet(jurisdiction="us-ny"), AnswerSet(jurisdiction="us")
    assert list(answers_in_words(answer_changes(before, after), {})) == ["the place: “us-ny” became “us”"]
