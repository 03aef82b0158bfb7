"""What holds of every count: nothing before the start, and more time never leads out earlier."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_sentences import TODAY, minimum, term

from unbarred.law.interview import reckon

UNHURRIED = settings(deadline=None)
"""The first count reads the law from disk, on a machine that may be busy."""

STARTS = st.dates(datetime.date(1970, 1, 1), datetime.date(2040, 12, 31))
TERMS = st.integers(1, 50 * 12)
JAIL = st.integers(0, 3000)
KINDS = st.sampled_from(["us", "us-ny"])


@UNHURRIED
@given(KINDS, STARTS, TERMS, JAIL)
def test_no_day_comes_before_the_start(place: str, start: datetime.date, months: int, jail: int) -> None:
    custody = {"start": start, "jail_days": jail}
    for conviction in (term(0, months), minimum(0, months), minimum(0, months, maximum=60)):
        found = reckon(place, [conviction], custody, TODAY)
        assert found.started == start - datetime.timedelta(days=jail)
        ends = [
            found.half_served_on,
            found.minimum_ends,
            found.term_ends,
            found.parole_eligible_on,
            found.release_on,
        ]
        assert all(end >= found.started for end in ends if end)


@UNHURRIED
@given(KINDS, STARTS, TERMS)
def test_a_longer_term_never_leads_out_earlier(place: str, start: datetime.date, months: int) -> None:
    custody = {"start": start, "jail_days": 0}
    shorter = reckon(place, [term(0, months)], custody, TODAY)
    longer = reckon(place, [term(0, months + 1)], custody, TODAY)
    good_time_begins = place == "us" and months == 12
    assert shorter.release_on is not None
    assert longer.release_on is not None
    assert good_time_begins or shorter.release_on <= longer.release_on
    if place == "us-ny":
        assert shorter.half_served_on is not None
        assert longer.half_served_on is not None
        assert shorter.half_served_on <= longer.half_served_on


@UNHURRIED
@given(STARTS, st.lists(st.tuples(TERMS, st.booleans()), min_size=1, max_size=5), TERMS, st.booleans())
def test_one_more_sentence_never_leads_out_earlier(
    start: datetime.date, terms: list[tuple[int, bool]], more: int, consecutive: bool
) -> None:
    custody = {"start": start, "jail_days": 0}
    before = [minimum(0, months, consecutive=order) for months, order in terms]
    after = [*before, minimum(0, more, consecutive=consecutive)]
    fewer, all_of_them = (reckon("us-ny", each, custody, TODAY) for each in (before, after))
    assert fewer.minimum_months is not None
    assert all_of_them.minimum_months is not None
    assert fewer.minimum_months <= all_of_them.minimum_months
    assert all_of_them.minimum_months <= sum(months for months, _ in terms) + more
    assert fewer.half_served_on is not None
    assert all_of_them.half_served_on is not None
    assert fewer.half_served_on <= all_of_them.half_served_on
