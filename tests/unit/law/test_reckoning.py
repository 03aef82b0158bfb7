"""Counting time on a sentence, by the rules of real places; her own paper beats the count."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from invented_sentences import STARTED, TODAY, day, federal, minimum, ny, term

from unbarred.errors import UserError
from unbarred.law.days import add_months
from unbarred.law.interview import reckon


def test_fifteen_to_life() -> None:
    found = ny(minimum(15))
    assert found.kind == "indeterminate"
    assert found.sentence_words == "15 years to life"
    assert found.served_words == "6 years and 8 months"
    assert found.minimum_ends == found.parole_eligible_on == day("2035-03-02")
    assert found.half_served_on == day("2027-09-01")
    assert found.release_on is None
    assert found.parole_source == "count"
    assert found.missing == ()


def test_half_of_sixteen_years_is_served_on_the_second_of_march_2028() -> None:
    assert ny(minimum(16)).half_served_on == day("2028-03-02")


def test_jail_time_credit_brings_every_day_forward() -> None:
    without, credited = ny(minimum(15)), ny(minimum(15), jail=183)
    assert credited.started == STARTED - datetime.timedelta(days=183)
    assert credited.parole_eligible_on == add_months(credited.started, 180)
    assert without.served_days is not None
    assert credited.served_days == without.served_days + 183


def test_a_fixed_term_in_new_york_leads_to_release_after_six_sevenths() -> None:
    found = ny(term(7))
    assert found.sentence_words == found.term_words == "7 years"
    assert found.parole_eligible_on is None
    assert found.term_ends == day("2027-03-02")
    assert found.release_on == day("2026-03-02")
    assert found.half_served_on == day("2023-03-03"), "three sevenths of 2,556 days, rounded up"


def test_a_maximum_that_is_not_life_leads_to_release_after_two_thirds() -> None:
    found = ny(minimum(5, maximum=15))
    assert found.sentence_words == "5 years to 15 years"
    assert found.parole_eligible_on == day("2025-03-02")
    assert found.release_on == day("2030-03-02")


def test_release_is_never_counted_before_parole_eligibility() -> None:
    found = ny(minimum(14, maximum=15))
    assert found.release_on == found.parole_eligible_on == day("2034-03-02")


def test_life_without_parole_has_no_days_but_its_start() -> None:
    found = ny({"sentence_kind": "life"})
    assert found.sentence_words == "life without parole"
    assert found.served_words == "6 years and 8 months"
    assert (found.half_served_on, found.parole_eligible_on, found.release_on) == (None, None, None)


@pytest.mark.parametrize(
    ("convictions", "words", "parole"),
    [
        (
            [minimum(5, maximum=15), minimum(8, maximum=12, consecutive=False)],
            "8 years to 15 years",
            "2028-03-02",
        ),
        (
            [minimum(5, maximum=15), minimum(8, maximum=12, consecutive=True)],
            "13 years to 27 years",
            "2033-03-02",
        ),
        (
            [minimum(5, 6), minimum(8, 6, consecutive=True), minimum(20, consecutive=False)],
            "28 years and 6 months to life",
            "2048-09-02",
        ),
        ([minimum(5, maximum=15), minimum(20, consecutive=False)], "20 years to life", "2040-03-02"),
    ],
)
def test_sentences_together_and_in_a_row(convictions: list[Any], words: str, parole: str) -> None:
    found = ny(*convictions)
    assert found.sentence_words == words
    assert found.parole_eligible_on == day(parole)


def test_months_in_a_row_add_up_whatever_the_month_ends() -> None:
    found = ny(term(0, 1), term(0, 1, consecutive=True), start=day("2026-01-31"))
    assert found.term_months == 2
    assert found.term_ends == day("2026-03-31")


@pytest.mark.parametrize(
    ("consecutive", "parole"),
    [(False, "2027-03-03"), (True, "2032-03-02")],
)
def test_a_fixed_term_beside_a_minimum_counts_with_six_sevenths(consecutive: bool, parole: str) -> None:
    found = ny(minimum(5), term(7, 14, consecutive=consecutive))
    assert found.kind == "mixed"
    assert found.parole_eligible_on == day(parole)
    assert "parole-with-fixed-and-minimum-terms" in {rule.id for rule in found.rules}


def test_not_knowing_how_sentences_run_is_said() -> None:
    found = ny(minimum(5), minimum(8, consecutive=None))
    assert found.minimum_months is None
    assert found.parole_eligible_on is None
    assert found.missing == ("whether your sentences run one after the other or at the same time",)


def test_how_the_first_sentence_runs_need_not_be_known() -> None:
    assert ny(minimum(5, consecutive=None), minimum(8, consecutive=False)).minimum_words == "8 years"


def test_her_paper_beats_our_count() -> None:
    found = ny(minimum(5, maximum=15), parole_date=day("2025-01-15"), release_date="2029-12-01")
    assert (found.parole_eligible_on, found.parole_source) == (day("2025-01-15"), "sheet")
    assert (found.release_on, found.release_source) == (day("2029-12-01"), "sheet")
    assert found.minimum_ends == day("2025-03-02"), "our own count stays what it is"
    assert found.half_served_on == day("2022-09-01")


def test_paper_and_count_far_apart_is_said() -> None:
    near, far = ny(minimum(15), parole_date=day("2035-01-31")), ny(minimum(15), parole_date=day("2030-01-31"))
    assert near.differs == ()
    (words,) = far.differs
    assert words.startswith(
        "Your paper says January 31, 2030 for parole eligibility; our count says March 2, 2035."
    )
    assert "We use your paper." in words


def test_the_prison_decides_is_said_with_every_count() -> None:
    assert ny(minimum(15)).caution.endswith("The prison's time computation sheet decides.")


@pytest.mark.parametrize("blank", [None, ""])
def test_blanks_are_not_known_and_named(blank: Any) -> None:
    found = reckon("us-ny", [minimum(15)], {"start": blank, "jail_days": blank, "parole_date": blank}, TODAY)
    assert found.minimum_words == "15 years"
    assert (found.started, found.served, found.served_words) == (None, None, "")
    assert (found.minimum_ends, found.half_served_on, found.parole_eligible_on) == (None, None, None)
    assert found.missing == ("the day the prison received you", "the days you were held before your sentence")


def test_no_convictions_at_all() -> None:
    found = ny()
    assert (found.kind, found.sentence_words) == (None, "")
    assert found.served_words == "6 years and 8 months"
    assert found.missing == ("the kind of each sentence",)


def test_a_start_in_the_future_is_no_time_served() -> None:
    found = ny(minimum(15), start=day("2027-01-01"))
    assert (found.served_days, found.served_words) == (0, "0 days")


def test_a_federal_term_loses_54_days_a_year() -> None:
    found = federal(term(10))
    assert found.term_ends == day("2030-03-02")
    assert found.release_on == day("2028-09-08"), "540 days and one for the leap days sooner"
    assert found.parole_eligible_on is None
    assert found.half_served_on is None, "a federal term has no minimum to halve"


def test_a_federal_term_of_a_year_earns_no_good_time() -> None:
    assert federal(term(1)).release_on == day("2021-03-02")
    assert federal(term(1, 1)).release_on == day("2021-02-03")


def test_a_federal_minimum_is_not_counted_because_there_is_no_rule() -> None:
    found = federal(minimum(5, maximum=15))
    assert (found.parole_eligible_on, found.release_on) == (None, None)


def test_sentences_of_kinds_that_a_place_does_not_put_together() -> None:
    found = federal(minimum(5, maximum=15), minimum(5, maximum=15, consecutive=False))
    assert found.minimum_months is None
    assert found.missing == ("how your sentences are put together there",)


def test_what_is_beyond_the_calendar_is_refused() -> None:
    for convictions, jail in (
        ([term(9000)], 0),
        ([term(10**30)], 0),
        ([term(9)], 10**6),
        ([term(9)], 10**30),
    ):
        with pytest.raises(UserError, match="longer than the calendar"):
            ny(*convictions, jail=jail)


@pytest.mark.parametrize(
    ("conviction", "custody", "earliest"),
    [
        (minimum(5, maximum=15), {}, "2025-03-02"),
        (term(7), {}, "2026-03-02"),
        (minimum(5, maximum=15), {"start": None, "release_date": day("2030-03-02")}, None),
        (minimum(5, maximum=15), {"start": None, "parole_date": day("2025-03-02")}, "2025-03-02"),
        (minimum(5, maximum=15), {"parole_date": day("2031-01-01")}, "2030-03-02"),
        ({"sentence_kind": "life"}, {"release_date": day("2030-03-02")}, "2030-03-02"),
        ({"sentence_kind": ""}, {"release_date": day("2030-03-02")}, None),
    ],
)
def test_the_earliest_release_is_known_only_if_parole_cannot_come_sooner(
    conviction: dict[str, Any], custody: dict[str, Any], earliest: str | None
) -> None:
    known = ny(conviction, **custody).known()
    assert known["dates.earliest_release"] == (day(earliest) if earliest else None)


def test_the_rules_that_were_used_are_told() -> None:
    used = {rule.id for rule in ny(minimum(5, maximum=15), minimum(2, maximum=4, consecutive=True)).rules}
    assert used == {
        "sentence-starts",
        "minimums-in-a-row",
        "minimums-together",
        "maximums-in-a-row",
        "maximums-together",
        "parole-after-minimum",
        "release-from-maximum",
    }
