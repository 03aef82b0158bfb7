"""What a cell means for each kind of answer: whatever stands there, there is an answer or a sentence."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.batch.matching.keys import digest_of, text_of
from unbarred.batch.matching.reading import careful
from unbarred.screens import Choice, Field, FieldKind, Problem, read_field

KINDS = [each for each in FieldKind if each not in (FieldKind.NOTE, FieldKind.FILES, FieldKind.SIGNATURE)]
CHOICES = (Choice("a", "The first"), Choice("b", "The second"))
EXAMPLES = ("14 March 2019", "14 March 2019 2:30 pm")
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(),
    st.decimals(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.text(max_size=30),
    st.from_regex(r"\d{1,5}[-/. ]\d{1,2}[-/. ]\d{1,4}( \d{1,2}:\d{2})?", fullmatch=True),
    st.lists(st.text(max_size=5), max_size=3),
    st.just(Decimal("1e999999")),
)


def field(kind: FieldKind) -> Field:
    return Field("it", kind, choices=CHOICES, required=False)


@given(st.sampled_from(KINDS), CELLS)
def test_whatever_stands_in_a_cell_is_an_answer_or_a_sentence(kind: FieldKind, value: object) -> None:
    clear = careful(field(kind), value)
    if isinstance(clear, Problem):
        assert clear.message.endswith((".", *EXAMPLES))
        return
    assert repr(careful(field(kind), clear)) == repr(clear)
    read_field(field(kind), clear)


@given(st.text("abcXYZ 019-", max_size=12), st.integers(0, 12))
def test_keys_are_the_same_whatever_their_capitals_and_blanks(key: str, place: int) -> None:
    assert digest_of(key) == digest_of(f" {key[:place]} {key[place:]}".swapcase())


@given(CELLS)
def test_any_value_can_be_a_key(value: object) -> None:
    assert text_of(value) == " ".join(text_of(value).split())


@pytest.mark.parametrize(
    ("kind", "value", "answer"),
    [
        (FieldKind.TEXT, 12.0, "12"),
        (FieldKind.TEXT, Decimal("0.5"), "0.5"),
        (FieldKind.INTEGER, 12.0, 12),
        (FieldKind.YES_NO, "1", True),
        (FieldKind.YES_NO, 0, False),
        (FieldKind.YES_NO, "✓", True),
        (FieldKind.DATE_TIME, "2021-03-04 2:30 pm", datetime.datetime(2021, 3, 4, 14, 30)),
        (FieldKind.SOME_OF, "the second; a", ("a", "b")),
        (FieldKind.ONE_OF, "THE FIRST", "a"),
    ],
)
def test_a_cell_is_read_as_a_person_would_type_it(kind: FieldKind, value: object, answer: object) -> None:
    assert read_field(field(kind), careful(field(kind), value)) == answer


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (FieldKind.DATE_TIME, "3/4/2021 2:30 pm", "4 March 2021 or 3 April 2021"),
        (FieldKind.YES_NO, "X", "Write yes or no"),
        (FieldKind.TEXT, datetime.date(2026, 3, 12), "made a day of what was typed here: 12 March 2026"),
        (FieldKind.DATE, 31106, "28 February 1985"),
    ],
)
def test_what_can_be_read_in_two_ways_says_so(kind: FieldKind, value: object, words: str) -> None:
    clear = careful(field(kind), value)
    assert isinstance(clear, Problem)
    assert words in clear.message
