"""None of these, all of these: yes or no that the other answers on a screen decide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import (
    Field,
    FieldKind,
    Refused,
    Screen,
    ScreenKind,
    ShownWhen,
    read_submission,
    settled,
)

APPLES = Field("apples", FieldKind.YES_NO, "Apples")
TURNIPS = Field("turnips", FieldKind.YES_NO, "Turnips")
ALL = Field("all", FieldKind.YES_NO, "Both", takes_in=("apples", "turnips"))
NONE = Field("none", FieldKind.YES_NO, "Neither", rules_out=("apples", "turnips", "all"))


def screen(*fields: Field) -> Screen:
    return Screen("food", ScreenKind.QUESTION, "What do you like?", fields=fields)


FOOD = screen(APPLES, TURNIPS, ALL, NONE)


def problems(given: dict[str, object], on: Screen = FOOD) -> dict[str, str]:
    with pytest.raises(Refused) as refused:
        read_submission(on, given)
    return {problem.field: problem.message for problem in refused.value.problems}


@pytest.mark.parametrize(
    ("field", "given", "answer"),
    [
        (APPLES, {}, None),
        (ALL, {"apples": True, "turnips": True}, True),
        (ALL, {"apples": True, "turnips": False}, False),
        (NONE, {"apples": False, "turnips": False, "all": False}, True),
        (NONE, {"apples": False, "turnips": True}, False),
        (NONE, {"apples": False, "turnips": LATER, "all": False}, None),
        (NONE, {}, None),
    ],
)
def test_what_was_answered_before_decides(
    field: Field, given: dict[str, AnswerValue], answer: bool | None
) -> None:
    assert settled(FOOD, field, given) is answer


def test_what_stands_first_decides_what_comes_after() -> None:
    first = screen(NONE, APPLES, TURNIPS)
    assert settled(first, APPLES, {"none": True}) is False
    assert settled(first, APPLES, {"none": False}) is None
    both = screen(ALL, APPLES, TURNIPS)
    assert settled(both, TURNIPS, {"all": True, "apples": True}) is True
    assert settled(both, TURNIPS, {"all": False, "apples": True}) is None


def test_who_goes_back_to_a_field_can_change_it() -> None:
    assert settled(FOOD, APPLES, {"turnips": False, "none": True, "all": True}) is None
    assert settled(screen(APPLES, ALL, TURNIPS), ALL, {"apples": True, "turnips": True}) is None


def test_a_field_that_is_hidden_decides_nothing() -> None:
    shown = screen(APPLES, Field("turnips", FieldKind.YES_NO, shown_when=(ShownWhen("apples", True),)), NONE)
    assert settled(shown, NONE, {"apples": False}) is True
    assert read_submission(shown, {"apples": "no"}) == {"apples": False, "none": True}
    assert set(problems({"apples": "no", "none": "no"}, shown)) == {"none"}


def test_a_submission_need_not_have_what_the_others_decide() -> None:
    yes = {"apples": True, "turnips": True, "all": True, "none": False}
    no = {"apples": False, "turnips": False, "all": False, "none": True}
    assert read_submission(FOOD, {"apples": "yes", "turnips": "yes"}) == yes
    assert read_submission(FOOD, {"all": "yes"}) == yes
    assert read_submission(FOOD, {"all": "yes", "apples": None, "turnips": "", "none": None}) == yes
    assert read_submission(FOOD, {"none": "yes"}) == no
    assert read_submission(FOOD, {"apples": "no", "turnips": "no"}) == no
    assert read_submission(FOOD, {"apples": "no", "turnips": "yes"}) == {
        "apples": False,
        "turnips": True,
        "all": False,
        "none": False,
    }


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"apples": True, "turnips": False, "none": True},
            {"none": "This cannot be yes together with “Apples”. Say no to one of them."},
        ),
        (
            {"apples": True, "turnips": True, "all": True, "none": True},
            {
                "none": "This cannot be yes together with “Apples”, “Turnips” or “Both”. "
                "Say no to one of them."
            },
        ),
        (
            {"apples": False, "turnips": False, "none": False},
            {"none": "Say yes to at least one of them, or to “Neither”."},
        ),
        (
            {"apples": True, "turnips": False, "all": True},
            {"all": "This cannot be yes, because “Turnips” is no. Say yes there, or no here."},
        ),
    ],
)
def test_answers_that_do_not_go_together_are_told_so(given: dict[str, object], said: dict[str, str]) -> None:
    assert problems(given) == said


def test_the_author_may_have_words_for_nothing_said() -> None:
    own = Field(
        "none",
        FieldKind.YES_NO,
        "Neither",
        rules_out=("apples",),
        messages={"checkboxes required": "Pick, or %s!"},
    )
    assert problems({"apples": False, "none": False}, screen(APPLES, own)) == {"none": "Pick, or Neither!"}


def test_a_wrong_answer_among_the_others_leaves_open_what_is_missing() -> None:
    assert set(problems({"apples": "perhaps", "turnips": "no"})) == {"apples"}


def test_what_nobody_decided_is_asked_for() -> None:
    assert set(problems({"apples": "no"})) == {"turnips"}
    assert set(problems({})) == {"apples", "turnips"}
    later = screen(APPLES, Field("turnips", FieldKind.YES_NO, required=False), NONE)
    assert read_submission(later, {"apples": False, "turnips": None, "none": False})["turnips"] is LATER


RAW = st.sampled_from([True, False, None])


@given(
    st.permutations(FOOD.fields),
    st.fixed_dictionaries({}, optional=dict.fromkeys(("apples", "turnips", "all", "none"), RAW)),
)
def test_whatever_is_accepted_goes_together(order: list[Field], given: dict[str, bool | None]) -> None:
    on = screen(*order)
    try:
        answers = read_submission(on, given)
    except Refused:
        return
    likes = [answers["apples"], answers["turnips"]]
    assert answers["none"] is not any(likes)
    assert not answers["all"] or all(likes)
    assert {name: answers[name] for name, raw in given.items() if raw is not None} == {
        name: raw for name, raw in given.items() if raw is not None
    }
    assert read_submission(on, answers) == answers


@given(st.permutations(FOOD.fields), st.lists(st.booleans(), min_size=4, max_size=4))
def test_asking_one_after_the_other_and_leaving_out_what_is_settled_is_accepted_or_told(
    order: list[Field], words: list[bool]
) -> None:
    on = screen(*order)
    given: dict[str, AnswerValue] = {}
    for field, word in zip(order, words, strict=True):
        decided = settled(on, field, given)
        given[field.name] = word if decided is None else decided
    wrong = refused_fields(on, given)
    # Only where “neither” or “both” was asked first can what follows gainsay it.
    assert wrong <= {"none", "all"} - {order[-1].name}
    if not wrong:
        assert read_submission(on, given) == given


def refused_fields(on: Screen, given: dict[str, AnswerValue]) -> set[str]:
    try:
        read_submission(on, given)
    except Refused as refused:
        return {problem.field for problem in refused.problems}
    return set()
