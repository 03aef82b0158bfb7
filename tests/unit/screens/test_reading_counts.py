"""Numbers in steps, how many may be chosen, all at once, and words of her own among choices."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.answers.values import AnswerValue
from unbarred.screens import Choice, Field, FieldKind, Problem, read_field

DAYS = tuple(Choice(day[:2].lower(), day) for day in ("Monday", "Tuesday", "Wednesday", "Thursday"))
ALL = tuple(day.value for day in DAYS)


def message(field: Field, raw: object) -> str:
    read = read_field(field, raw)
    assert isinstance(read, Problem), f"{raw!r} was accepted as {read!r}"
    return read.message


def days(**more: object) -> Field:
    return Field("days", FieldKind.SOME_OF, choices=DAYS, **more)  # type: ignore[arg-type]


def test_a_number_is_a_whole_count_of_steps_from_the_smallest() -> None:
    halves = Field("n", FieldKind.NUMBER, step=Decimal("0.5"))
    assert read_field(halves, "7.5") == Decimal("7.5")
    assert message(halves, "7.25") == "That is between two steps of 0.5. Type 7 or 7.5."
    assert message(halves, "-7.25") == "That is between two steps of 0.5. Type -7.5 or -7."
    tens = Field("n", FieldKind.INTEGER, step=Decimal(10), minimum=Decimal(3), maximum=Decimal(25))
    assert read_field(tens, "13") == 13
    assert message(tens, "14") == "That is between two steps of 10. Type 13 or 23."
    assert message(tens, "24") == "That is between two steps of 10. Type 23."
    cents = Field("n", FieldKind.CURRENCY, step=Decimal("0.25"))
    assert read_field(cents, "$1,000.75") == Decimal("1000.75")


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6), st.integers(0, 6), st.integers(-1000, 1000))
def test_exactly_the_steps_are_taken_however_fine(count: int, size: int, places: int, base: int) -> None:
    step = Decimal(size).scaleb(-places)
    field = Field("n", FieldKind.NUMBER, step=step, minimum=Decimal(base) if count >= 0 else None)
    start = Decimal(base) if count >= 0 else Decimal(0)
    right = start + count * step
    if len(right.as_tuple().digits) <= 15:
        assert read_field(field, f"{right:f}") == right
    between = right + step / 2
    if len(between.as_tuple().digits) <= 15:
        assert f" {right.normalize():,f} or " in message(field, f"{between:f}")


@pytest.mark.parametrize(
    ("limits", "given", "said"),
    [
        ({"min_length": 1}, [], "Choose at least one."),
        ({"min_length": 3}, ["mo", "tu"], "Choose at least 3, not 2."),
        ({"max_length": 1}, ["mo", "tu"], "Choose at most one, not 2."),
        ({"min_length": 2, "max_length": 2}, ["mo"], "Choose exactly 2, not 1."),
        ({"min_length": 2, "max_length": 2}, [], "Choose exactly 2."),
        ({"min_length": 1, "none_label": "No day"}, "no day", "Choose at least one."),
    ],
)
def test_how_many_may_be_chosen_is_said(limits: dict[str, object], given: object, said: str) -> None:
    assert message(days(**limits), given) == said
    assert message(days(required=False, **limits), given) == said


def test_as_many_as_are_wanted_are_taken() -> None:
    assert read_field(days(min_length=2, max_length=3), "tu, mo") == ("mo", "tu")
    assert read_field(days(max_length=2, required=False), []) == ()
    assert read_field(days(min_length=0), []) == ()


@pytest.mark.parametrize("typed", ["all", "All of the above", "all of these", "every  DAY"])
def test_everything_is_chosen_with_one_word(typed: str) -> None:
    assert read_field(days(all_label="**Every** day"), typed) == ALL
    assert "is not one of the choices" in message(days(), typed)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("Monday", "mo"), ("MO", "mo"), (" Next week ", "Next week"), ("Mon day", "Mon day"), (7, "7")],
)
def test_her_own_words_stand_beside_the_choices(typed: object, answer: AnswerValue) -> None:
    assert read_field(Field("day", FieldKind.ONE_OF, choices=DAYS, takes_other=True), typed) == answer


def test_her_own_words_are_one_line_of_text() -> None:
    own = Field("day", FieldKind.ONE_OF, choices=DAYS, takes_other=True, max_length=12)
    assert message(own, ["Monday"]) == "This needs one text, and a list was given."
    assert message(own, "a\nb") == "This has more than one line. Type it all on one line."
    assert message(own, "a day to come") == (
        "This has 13 letters and signs, and there is room for 12. Make it shorter by 1."
    )
