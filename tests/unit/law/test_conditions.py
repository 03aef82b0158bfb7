"""Conditions in CEL: three-valued, with plain words for what is missing."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

import pytest

from unbarred.law.conditions import Unknown, decide, faults
from unbarred.law.names import FUNCTIONS, NAMES, NameType

TODAY = datetime.date(2026, 11, 21)

KNOWN: dict[str, Any] = {
    "as_of": TODAY,
    "sentence.kind": "indeterminate",
    "sentence.minimum_months": 12,
    "sentence.maximum_months": None,
    "dates.started": datetime.date(2020, 3, 2),
    "dates.minimum_ends": datetime.date(2036, 3, 2),
}


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("sentence.minimum_months > 11", True),
        ("sentence.minimum_months > 12", False),
        ("sentence.minimum_months > 12 && appeal.pending", False),
        ("appeal.pending && sentence.minimum_months > 12", False),
        ("sentence.minimum_months > 11 || appeal.pending", True),
        ("sentence.kind == 'determinate' ? sentence.term_months > 12 : sentence.minimum_months >= 12", True),
        ("as_of < dates.minimum_ends", True),
        ("years_after(as_of, 10) > dates.minimum_ends", True),
        ("share_day(dates.started, dates.minimum_ends, share.half)", datetime.date(2028, 3, 2)),
        ("years_after(dates.started, 1)", datetime.date(2021, 3, 2)),
    ],
)
def test_what_is_known_decides(expression: str, found: object) -> None:
    assert decide(expression, KNOWN, {"half": Fraction(1, 2)}) == found


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("appeal.pending", "whether an appeal or other court challenge is still open"),
        ("sentence.minimum_months > 11 && appeal.pending", NAMES["appeal.pending"].words),
        ("sentence.maximum_months > 1", "your maximum term"),
        ("share_day(dates.started, dates.term_ends, share.half)", "the length of your sentence"),
        ("as_of < dates.parole_eligibility", "your parole eligibility date"),
        ("share_day(dates.started, dates.minimum_ends, share.third)", "what the rule was on that day"),
    ],
)
def test_what_is_missing_is_said_in_plain_words(expression: str, words: str) -> None:
    with pytest.raises(Unknown) as caught:
        decide(expression, KNOWN, {"half": Fraction(1, 2)})
    assert caught.value.words == words


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("sentence.minimum_months > 12 && as_of < years_after(dates.release, 1)", []),
        ("share_day(dates.started, dates.term_ends, share.half) > as_of", []),
        ("sentence.kind == 'sentence.nonsense'", []),
        ("sentence.minimum > 12", ["unknown name sentence.minimum"]),
        ("share_day(dates.started, dates.term_ends, share.third)", ["unknown name share.third"]),
        ("now() > as_of", ["unknown function now"]),
        ("age > 60", ["unknown name age"]),
    ],
)
def test_faults_are_found_before_anybody_asks(expression: str, found: list[str]) -> None:
    assert faults(expression, {"half"}) == found


def test_what_is_not_cel_is_a_fault() -> None:
    assert faults("sentence.kind ==", set())[0].startswith("not CEL: ")


def test_an_expression_cannot_reach_the_machine() -> None:
    for expression in ("open('x')", "__import__('os')", "as_of.__class__"):
        with pytest.raises((RuntimeError, KeyError, TypeError, ValueError, Unknown)):
            decide(expression, KNOWN, {})


def test_what_is_missing_is_told_by_its_whole_name() -> None:
    for expression, words in (
        ("offense.day < as_of && conviction.day < as_of", "the day of the crime"),
        ("conviction.day < as_of && offense.day < as_of", "the day you were convicted"),
    ):
        with pytest.raises(Unknown) as caught:
            decide(expression, KNOWN, {})
        assert caught.value.words == words


def test_each_name_has_a_type_and_plain_words() -> None:
    for name in NAMES.values():
        assert isinstance(name.type, NameType)
        assert name.words
        assert name.means.endswith(".")
        assert not name.asks or name.asks.endswith("?")
    assert {"share_day", "years_after", "later"} <= set(FUNCTIONS)
