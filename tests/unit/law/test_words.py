"""Days and terms in words."""

from __future__ import annotations

import datetime

import pytest

from unbarred.law.words import amid_a_sentence, counted, day_words, joined, term_words


def test_a_day() -> None:
    assert day_words(datetime.date(2026, 11, 1)) == "November 1, 2026"


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "0 months"),
        (1, "1 month"),
        (12, "1 year"),
        (18, "1 year and 6 months"),
        (180, "15 years"),
        (25, "2 years and 1 month"),
    ],
)
def test_a_term(months: int, words: str) -> None:
    assert term_words(months) == words


def test_numbers_of_things() -> None:
    assert [counted(number, "day") for number in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_in_a_sentence(parts: list[str], words: str) -> None:
    assert joined(parts) == words


@pytest.mark.parametrize(
    ("typed", "amid"),
    [
        ("Twice a month", "twice a month"),
        ("A weekend in May", "a weekend in May"),
        ("Sundays at 5", "Sundays at 5"),
        ("May to July", "May to July"),
        ("I would call", "I would call"),
        ("TV room", "TV room"),
        ("6 in the evening", "6 in the evening"),
        ("", ""),
    ],
)
def test_her_own_words_go_on_amid_a_sentence(typed: str, amid: str) -> None:
    assert amid_a_sentence(typed) == amid
