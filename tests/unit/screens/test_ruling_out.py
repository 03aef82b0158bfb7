"""A field that is not asked once another is answered, in either order, and both of two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import (
    Choice,
    Field,
    FieldKind,
    NotAfter,
    Refused,
    Screen,
    ScreenKind,
    ShownWhen,
    answered_field,
    is_asked,
    read_field,
    read_submission,
)
from unbarred.screens.condition import says_something

SENTENCE = Field("sentence", FieldKind.INTEGER, "Months to serve", required=False)
LIFE = Field("life", FieldKind.YES_NO, "Is it a life sentence?", required=False)
NEEDED = "This needs an answer: the papers cannot be made without it."


def screen(*fields: Field) -> Screen:
    return Screen("sentence", ScreenKind.QUESTION, "How long?", fields=fields)


def ruled_out(field: Field, *by: str) -> Field:
    return replace(field, shown_when=(NotAfter(by),))


def problems(on: Screen, given: dict[str, object]) -> dict[str, str]:
    with pytest.raises(Refused) as refused:
        read_submission(on, given)
    return {problem.field: problem.message for problem in refused.value.problems}


@pytest.mark.parametrize("after", [True, False])
def test_what_another_rules_out_is_not_asked_wherever_it_stands(after: bool) -> None:
    months = replace(ruled_out(SENTENCE, "life"), required=True)
    on = screen(LIFE, months) if after else screen(months, LIFE)
    assert read_submission(on, {"life": "yes"}) == {"life": True}
    assert read_submission(on, {"life": "yes", "sentence": ""}) == {"life": True}
    assert read_submission(on, {"life": "no", "sentence": 12}) == {"life": False, "sentence": 12}
    assert read_submission(on, {"life": None, "sentence": 12}) == {"life": LATER, "sentence": 12}
    assert problems(on, {"life": "yes", "sentence": 12}) == {
        "sentence": "This is not asked, given the answer to “Is it a life sentence?”. "
        "Take this answer out, or change that one."
    }
    assert problems(on, {"life": "no"}) == {"sentence": NEEDED}
    assert set(problems(on, {"life": "perhaps"})) == {"life"}
    assert set(problems(on, {"life": "perhaps", "sentence": "soon"})) == {"life", "sentence"}


def test_of_two_that_rule_each_other_out_the_first_given_holds() -> None:
    on = screen(ruled_out(SENTENCE, "life"), ruled_out(LIFE, "sentence"))
    assert read_submission(on, {"sentence": 12}) == {"sentence": 12}
    assert read_submission(on, {"sentence": 12, "life": None}) == {"sentence": 12}
    assert read_submission(on, {"sentence": None, "life": "yes"}) == {"life": True}
    assert read_submission(on, {"sentence": None, "life": None}) == {"sentence": LATER, "life": LATER}
    assert set(problems(on, {"sentence": 12, "life": "yes"})) == {"life"}
    assert set(problems(on, {"sentence": "x", "life": None})) == {"sentence"}


def test_of_two_that_are_both_needed_only_the_first_is_asked_for() -> None:
    first = replace(ruled_out(SENTENCE, "life"), required=True)
    second = replace(ruled_out(LIFE, "sentence"), required=True)
    on = screen(first, second)
    assert problems(on, {}) == {"sentence": NEEDED}
    assert read_submission(on, {"life": "yes"}) == {"life": True}
    assert read_submission(on, {"sentence": 12}) == {"sentence": 12}


def test_two_rules_meet_on_one_screen() -> None:
    on = screen(
        Field("sentenced", FieldKind.YES_NO, "Were you sentenced?"),
        replace(LIFE, shown_when=(ShownWhen("sentenced", True),)),
        replace(SENTENCE, shown_when=(ShownWhen("sentenced", True), NotAfter(("life",))), required=True),
    )
    assert read_submission(on, {"sentenced": "no"}) == {"sentenced": False}
    assert read_submission(on, {"sentenced": "yes", "life": "yes"}) == {"sentenced": True, "life": True}
    assert problems(on, {"sentenced": "yes", "life": None}) == {"sentence": NEEDED}


COLOR = Field(
    "color",
    FieldKind.ONE_OF,
    "Favorite color",
    required=False,
    choices=(Choice("red", "Red"), Choice("blue", "Blue")),
)
OTHER_COLOR = Field("color", FieldKind.TEXT, "Other", shown_when=(NotAfter(("color",)),))


def test_one_answer_may_have_two_fields_of_which_one_takes_it() -> None:
    on = screen(COLOR, OTHER_COLOR)
    assert read_submission(on, {"color": "Red"}) == {"color": "red"}
    assert read_submission(on, {"color": "Mauve"}) == {"color": "Mauve"}
    assert problems(on, {"color": None}) == {"color": NEEDED}
    assert problems(on, {}) == {
        "color": "There is no answer to this. Give one, or say that it is left for later (null in a file)."
    }


def test_of_two_fields_for_one_answer_the_one_that_is_shown_reads_it() -> None:
    on = screen(
        Field("exact", FieldKind.YES_NO, "Do you know the day?"),
        Field("since", FieldKind.DATE, "Day", shown_when=(ShownWhen("exact", True),)),
        Field("since", FieldKind.TEXT, "About when?", shown_when=(ShownWhen("exact", False),)),
    )
    assert read_submission(on, {"exact": "no", "since": "last spring"})["since"] == "last spring"
    assert problems(on, {"exact": "yes", "since": "last spring"})["since"].endswith(
        "is not a date. Type it like this: 3/14/2031"
    )
    assert problems(on, {"exact": "yes", "since": ""}) == {"since": NEEDED}


def test_where_fields_are_asked_in_turn_the_second_waits_for_the_first() -> None:
    first, second = ruled_out(SENTENCE, "life"), ruled_out(LIFE, "sentence")
    on = screen(first, second)
    assert not is_asked(on, second, {"sentence": 12})
    assert is_asked(on, second, {"sentence": LATER})
    # She can go back to the first and change her mind.
    assert is_asked(on, first, {"sentence": LATER, "life": True})
    one_way = screen(first, LIFE)
    assert not is_asked(one_way, first, {"life": True})
    assert is_asked(one_way, LIFE, {"sentence": 12})


def test_where_fields_are_asked_in_turn_one_answer_is_asked_for_once() -> None:
    on = screen(COLOR, OTHER_COLOR)
    assert is_asked(on, COLOR, {})
    assert not is_asked(on, OTHER_COLOR, {"color": "red"})
    assert is_asked(on, OTHER_COLOR, {"color": LATER})
    for mauve in (COLOR, OTHER_COLOR):
        assert is_asked(on, mauve, {"color": "Mauve"})


def test_it_is_known_which_of_several_fields_took_the_answer() -> None:
    on = screen(COLOR, OTHER_COLOR, LIFE)
    assert answered_field(on, "color", {"color": "red"}) is COLOR
    assert answered_field(on, "color", {"color": "Mauve"}) is OTHER_COLOR
    assert answered_field(on, "life", {}) is LIFE


def test_a_note_is_shown_by_the_same_rules() -> None:
    note = Field("", FieldKind.NOTE, "Say why.", shown_when=(ShownWhen("life", True),))
    on = screen(LIFE, note)
    assert is_asked(on, note, {"life": True})
    assert not is_asked(on, note, {"life": False})


NAMES = ("a", "b", "c", "d")
GIVEN = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(NAMES, st.sampled_from(["x", "yes", "no", "", None, 3, "a\nb"]))
)
RULES = st.fixed_dictionaries(dict.fromkeys(NAMES, st.sets(st.sampled_from(NAMES))))


@given(
    RULES,
    st.lists(st.sampled_from([FieldKind.TEXT, FieldKind.YES_NO]), min_size=4, max_size=4),
    st.lists(st.booleans(), min_size=4, max_size=4),
    GIVEN,
)
def test_whoever_rules_whom_out_no_two_answers_stand_that_exclude_each_other(
    rules: dict[str, set[str]], kinds: list[FieldKind], required: list[bool], given: dict[str, object]
) -> None:
    fields = [
        ruled_out(Field(name, kind, required=must), *rules[name])
        for name, kind, must in zip(NAMES, kinds, required, strict=True)
    ]
    try:
        answers = read_submission(screen(*fields), given)
    except Refused as refused:
        named = {problem.field for problem in refused.problems}
        assert named <= set(NAMES)
        return
    for field in fields:
        stands = says_something(answers.get(field.name))
        others = [
            name for name in rules[field.name] if name != field.name and says_something(answers.get(name))
        ]
        assert not (stands and others)
        if field.name not in answers:
            assert others
    assert read_submission(screen(*fields), answers) == answers


@given(st.permutations(["a", "b"]), GIVEN)
def test_of_any_two_optional_fields_the_first_that_says_something_holds(
    order: list[str], given: dict[str, object]
) -> None:
    first, second = order
    both = {name: Field(name, FieldKind.TEXT, required=False) for name in order}
    given = {name: given.get(name) for name in order}
    read = {name: read_field(both[name], raw) for name, raw in given.items()}
    on = screen(ruled_out(both[first], second), ruled_out(both[second], first))
    said = {name for name in order if isinstance(read[name], str)}
    wrong = {name for name in order if not isinstance(read[name], str) and read[name] is not LATER}
    if len(said) == 2:
        assert set(problems(on, given)) == {second}
    elif wrong:
        assert wrong <= set(problems(on, given))
    else:
        expected: dict[str, AnswerValue] = {name: str(given[name]).strip() for name in said}
        assert read_submission(on, given) == (expected or dict.fromkeys(order, LATER))
