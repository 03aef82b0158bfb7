"""Texts of screens as plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.batch.columns.wording import common, paragraphs, plain


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("Is an {appeal} open?", "Is an appeal open?"),
        ("{case number|Number} of the case", "Number of the case"),
        ("**Why** we _ask_: `code`", "Why we ask: code"),
        ("See [the page](https://x.example) now", "See the page now"),
        ("# A heading\n\nand more", "A heading and more"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("snake_case_name", "snake_case_name"),
        ("Fish &amp; chips<br>here", "Fish & chips here"),
        ("Who are <b>you</b>?", "Who are you?"),
        ("tab\tand\x0bodd\x00marks", "tab and odd marks"),
    ],
)
def test_marks_are_taken_off(marked: str, words: str) -> None:
    assert plain(marked) == words


def test_paragraphs_and_items_stay_apart() -> None:
    assert paragraphs("One\ntwo.\n\nThree:\n\n- a\n- **b**") == "One two.\nThree:\n- a\n- b"


@given(st.text())
def test_plain_words_stand_on_one_line_and_can_be_shown(text: str) -> None:
    words = plain(text)
    assert words == " ".join(words.split())
    assert words.isprintable()


@pytest.mark.parametrize(
    ("first", "other", "words"),
    [
        (
            "What kind of sentence for 10:30 AM?",
            "What kind of sentence for Grove?",
            "What kind of sentence for …?",
        ),
        ("Tell us about your first child.", "Tell us about your next child.", "Tell us about your … child."),
        ("Who would write for you?", "Who else would write for you?", "Who would write for you?"),
        ("What happened?", "Where would you live?", "What happened?"),
        ("Same", "Same", "Same"),
    ],
)
def test_what_questions_have_in_common(first: str, other: str, words: str) -> None:
    assert common(first, other) == words


@given(st.text(alphabet="ab …?", max_size=30), st.text(alphabet="ab …?", max_size=30))
def test_what_was_left_out_stays_out(first: str, other: str) -> None:
    once = common(first, other)
    assert set(once) <= set(first) | {"…", " "}
    assert len(once.split()) <= len(first.split()) + 1 or "…" in once
