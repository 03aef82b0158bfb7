"""Sentences are read from mappings and objects; blank is not known, and nothing is asked in vain."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from unbarred.errors import UserError
from unbarred.law.interview import sentence_words
from unbarred.law.sentences import Custody, Sentence, read_custody, read_sentences

FIFTEEN_TO_LIFE = {
    "sentence_kind": "indeterminate",
    "minimum_years": 15,
    "minimum_months": "",
    "maximum_is_life": True,
}


class Asking:
    """Like a docassemble object: a question about what it does not have is noted."""

    def __init__(self, **has: Any) -> None:
        self.__dict__.update(has)
        self.__dict__["asked"] = []

    def __getattr__(self, name: str) -> Any:
        self.__dict__["asked"].append(name)
        raise AttributeError(name)


class Blank:
    """Like docassemble's DAEmpty: whatever it is asked for is empty text."""

    def __str__(self) -> str:
        return ""


def read(conviction: Any) -> Sentence:
    return read_sentences([conviction])[0]


@pytest.mark.parametrize("make", [dict, SimpleNamespace, Asking])
def test_mappings_and_objects_are_read_alike(make: Any) -> None:
    assert read(make(**FIFTEEN_TO_LIFE)) == Sentence("indeterminate", minimum=180, maximum_is_life=True)


def test_an_object_is_not_asked_for_what_it_does_not_have() -> None:
    conviction = Asking(sentence_kind="determinate", term_years=12)
    custody = Asking(start=datetime.date(2020, 3, 2))
    assert read(conviction) == Sentence("determinate", term=144)
    assert read_custody(custody) == Custody(start=datetime.date(2020, 3, 2))
    assert conviction.asked == custody.asked == []


class Unprintable(datetime.datetime):
    """Like docassemble's DADateTime: it has no text outside an interview."""

    def __str__(self) -> str:
        raise AttributeError("no language")


def test_a_day_is_read_without_asking_for_its_text() -> None:
    assert read_custody({"start": Unprintable(2020, 3, 2)}).start == datetime.date(2020, 3, 2)


@pytest.mark.parametrize("blank", [None, "", "  ", Blank()])
def test_blank_is_not_known(blank: Any) -> None:
    assert read(dict.fromkeys(["sentence_kind", "minimum_years", "consecutive"], blank)) == Sentence(None)
    assert read({"sentence_kind": "determinate", "term_years": blank, "term_months": blank}).term is None
    assert read_custody({"start": blank, "jail_days": blank, "parole_date": blank}) == Custody()


@pytest.mark.parametrize(
    ("years", "months", "term"), [(12, 6, 150), (12, "", 144), ("", 9, 9), ("12", "6", 150), (0, 0, 0)]
)
def test_years_and_months_make_a_term(years: Any, months: Any, term: int) -> None:
    assert read({"sentence_kind": "determinate", "term_years": years, "term_months": months}).term == term


def test_a_term_of_another_kind_is_not_read() -> None:
    both = {"sentence_kind": "determinate", "term_years": 12, "minimum_years": 5, "maximum_is_life": True}
    assert read(both) == Sentence("determinate", term=144)


@pytest.mark.parametrize(
    "given", [datetime.datetime(2020, 3, 2, 12, 30), datetime.date(2020, 3, 2), "2020-03-02", " 2020-03-02 "]
)
def test_a_day_is_read_however_it_comes(given: Any) -> None:
    assert read_custody({"start": given}).start == datetime.date(2020, 3, 2)


@pytest.mark.parametrize(
    ("conviction", "name"),
    [
        ({"sentence_kind": "determinate", "term_years": "abc"}, "term_years"),
        ({"sentence_kind": "determinate", "term_years": -1}, "term_years"),
        ({"sentence_kind": "determinate", "term_years": 1.5}, "term_years"),
        ({"sentence_kind": "determinate", "term_years": float("inf")}, "term_years"),
        ({"sentence_kind": "determinate", "term_years": float("nan")}, "term_years"),
    ],
)
def test_what_cannot_be_read_is_named(conviction: dict[str, Any], name: str) -> None:
    with pytest.raises(UserError, match=name):
        read(conviction)


def test_a_day_that_does_not_exist_is_named() -> None:
    with pytest.raises(UserError, match="release_date is not a date: '2026-02-30'"):
        read_custody({"release_date": "2026-02-30"})


@pytest.mark.parametrize(
    ("conviction", "words"),
    [
        (FIFTEEN_TO_LIFE, "15 years to life"),
        ({"sentence_kind": "indeterminate", "minimum_years": 5, "maximum_years": 15}, "5 years to 15 years"),
        (
            {"sentence_kind": "indeterminate", "minimum_years": 8, "minimum_months": 4, "maximum_years": 25},
            "8 years and 4 months to 25 years",
        ),
        ({"sentence_kind": "determinate", "term_years": 1, "term_months": 1}, "1 year and 1 month"),
        ({"sentence_kind": "determinate", "term_months": 9}, "9 months"),
        ({"sentence_kind": "life"}, "life without parole"),
        ({"sentence_kind": "indeterminate", "maximum_is_life": True}, "life"),
        ({"sentence_kind": "indeterminate"}, ""),
        ({"sentence_kind": ""}, ""),
        ({}, ""),
    ],
)
def test_a_sentence_in_words(conviction: dict[str, Any], words: str) -> None:
    assert sentence_words(conviction) == words
