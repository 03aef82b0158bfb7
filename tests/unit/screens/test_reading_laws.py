"""What holds for every answer whatever: it is kept as given, and nothing typed breaks the reader."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.answers.answer_file import Notation, dump, parse
from unbarred.answers.answer_set import AnswerSet
from unbarred.answers.values import AnswerValue, to_plain
from unbarred.screens import Choice, Field, FieldKind, Problem, read_field

LABELS = ("North, upper", "South; lower", "yes", "no", "12", "East")
CHOICES = tuple(Choice(f"v{place}", label) for place, label in enumerate(LABELS))

PRINTABLE = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff\u2028\u2029")
LINES = st.text(PRINTABLE).map(str.strip).filter(bool)
MONEY = st.decimals(min_value=0, max_value=10**9, places=2)
NUMBERS = st.integers(-(10**14), 10**14).flatmap(
    lambda digits: st.integers(0, 9).map(lambda places: Decimal(digits).scaleb(-places))
)

ANSWERS: dict[FieldKind, st.SearchStrategy[AnswerValue]] = {
    FieldKind.TEXT: LINES,
    FieldKind.AREA: st.lists(LINES, min_size=1).map("\n".join),
    FieldKind.INTEGER: st.integers(-(10**14), 10**14),
    FieldKind.NUMBER: NUMBERS,
    FieldKind.CURRENCY: MONEY,
    FieldKind.DATE: st.dates(min_value=datetime.date(1800, 1, 1)),
    FieldKind.EMAIL: st.just("ana@example.org"),
    FieldKind.YES_NO: st.booleans(),
    FieldKind.ONE_OF: st.sampled_from([choice.value for choice in CHOICES]),
    FieldKind.SOME_OF: st.sets(st.sampled_from([choice.value for choice in CHOICES])).map(
        lambda chosen: tuple(sorted(chosen))
    ),
}

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.datetimes()
    | st.decimals() | st.binary() | st.characters(categories=("Cs", "Cc")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)  # fmt: skip

EACH_KIND = pytest.mark.parametrize("kind", list(ANSWERS))


def field(kind: FieldKind) -> Field:
    return Field("thing", kind, choices=CHOICES, none_label="None of these", required=False)


@EACH_KIND
@given(st.data())
def test_an_answer_written_to_a_file_is_read_back_the_same(kind: FieldKind, data: st.DataObject) -> None:
    answer = data.draw(ANSWERS[kind])
    for notation in Notation:
        text = dump(AnswerSet(answers={"thing": to_plain(answer)}), notation)
        again = read_field(field(kind), parse(text, notation, "file").answers["thing"])
        assert again == answer
        assert type(again) is type(answer)


@EACH_KIND
@given(st.data())
def test_an_answer_given_again_is_the_same(kind: FieldKind, data: st.DataObject) -> None:
    answer = data.draw(ANSWERS[kind])
    assert read_field(field(kind), answer) == answer


@EACH_KIND
@given(ANYTHING)
def test_whatever_is_given_is_an_answer_or_a_problem_in_words(kind: FieldKind, raw: object) -> None:
    read = read_field(field(kind), raw, as_of=datetime.date(2026, 11, 21))
    if isinstance(read, Problem):
        assert read.message[0].isupper() or read.message[0] == "“"
        assert read.message.isprintable()
    else:
        assert read_field(field(kind), to_plain(read)) == read


@given(st.dates(min_value=datetime.date(1800, 1, 1)))
def test_a_day_is_the_same_in_every_way_of_writing_it(day: datetime.date) -> None:
    month_first = Field("day", FieldKind.DATE, hint="3/14/2031")
    day_first = Field("day", FieldKind.DATE, hint="14/3/2031")
    spelled = day.strftime("%B")
    assert read_field(month_first, f"{day.month}/{day.day}/{day.year}") == day
    assert read_field(day_first, f"{day.day}/{day.month}/{day.year}") == day
    for which in (month_first, day_first):
        assert read_field(which, f"{spelled} {day.day}, {day.year}") == day
        assert read_field(which, f"{day.day} {spelled[:3]} {day.year}") == day
