"""Counting days: month ends, leap years, shares of a stretch."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unbarred.law.days import Span, add_months, share_day, span

UNHURRIED = settings(deadline=None)

DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2150, 12, 31))
MONTHS = st.integers(0, 1200)
SHARES = st.fractions(Fraction(1, 100), 1)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-05-05", 0, "2026-05-05"),
    ],
)
def test_months_are_added_as_a_calendar_does(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)


def test_beyond_the_calendar_is_an_overflow() -> None:
    with pytest.raises(OverflowError):
        add_months(day("2026-01-01"), 12 * 8000)


@UNHURRIED
@given(DAYS, MONTHS)
def test_a_longer_term_never_ends_earlier(start: datetime.date, months: int) -> None:
    assert start <= add_months(start, months) < add_months(start, months + 1)


@UNHURRIED
@given(DAYS, DAYS, MONTHS)
def test_a_later_start_never_ends_earlier(one: datetime.date, other: datetime.date, months: int) -> None:
    first, second = sorted((one, other))
    assert add_months(first, months) <= add_months(second, months)


@pytest.mark.parametrize(
    ("start", "end", "share", "found"),
    [
        ("2020-03-02", "2036-03-02", Fraction(1, 2), "2028-03-02"),
        ("2026-01-01", "2026-01-04", Fraction(1, 2), "2026-01-03"),
        ("2026-01-01", "2026-01-08", Fraction(6, 7), "2026-01-07"),
        ("2026-01-01", "2026-01-08", Fraction(1), "2026-01-08"),
    ],
)
def test_a_share_is_full_on_the_first_day_on_which_it_has_passed(
    start: str, end: str, share: Fraction, found: str
) -> None:
    assert share_day(day(start), day(end), share) == day(found)


@UNHURRIED
@given(DAYS, MONTHS, SHARES)
def test_a_share_is_served_on_its_day_and_not_the_day_before(
    start: datetime.date, months: int, share: Fraction
) -> None:
    end = add_months(start, months)
    found = share_day(start, end, share)
    whole = (end - start).days
    assert start <= found <= end
    assert (found - start).days >= whole * share > (found - start).days - 1 or found == start


@UNHURRIED
@given(DAYS, MONTHS)
def test_a_span_of_whole_months_is_those_months(start: datetime.date, months: int) -> None:
    assert span(start, add_months(start, months)).whole_months == months


@UNHURRIED
@given(DAYS, DAYS)
def test_a_span_leads_from_its_start_to_its_end(one: datetime.date, other: datetime.date) -> None:
    first, second = sorted((one, other))
    found = span(first, second)
    assert add_months(first, found.whole_months) + datetime.timedelta(days=found.days) == second
    assert 0 <= found.months < 12
    assert 0 <= found.days < 31


def test_a_span_backwards_is_no_time() -> None:
    assert span(day("2026-02-01"), day("2026-01-01")) == Span()


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Span(11, 2, 9), "11 years and 2 months"),
        (Span(1, 1, 0), "1 year and 1 month"),
        (Span(2, 0, 30), "2 years"),
        (Span(0, 3, 1), "3 months"),
        (Span(0, 0, 1), "1 day"),
        (Span(), "0 days"),
    ],
)
def test_a_span_in_words(found: Span, words: str) -> None:
    assert str(found) == words
