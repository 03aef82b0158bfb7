"""What holds of every deadline, whatever the period, the rules and the day."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from invented_deadlines import HOLIDAYS, LEFT_OUT, NEXT, PREVIOUS, WEEKEND, deadline, rule, rules

from unbarred import content, law
from unbarred.law import files
from unbarred.law.deadlines import CountingRules, Due, due
from unbarred.law.deadlines.closed_days import ClosedDays

UNHURRIED = settings(deadline=None)
"""The holidays of a year are worked out when they are first asked for."""

ONE_DAY = datetime.timedelta(days=1)

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31))
PERIODS = st.integers(0, 120)
UNITS = st.sampled_from(["calendar days", "business days", "court days", "weeks", "months", "years"])
DIRECTIONS = st.sampled_from(["after", "before"])


def or_none(value: dict[str, Any]) -> st.SearchStrategy[tuple[dict[str, Any], ...]]:
    return st.sampled_from([(), (value,)])


INVENTED = st.builds(
    lambda weekend, holidays, moved, first, last: rules(
        weekend=(weekend,), holidays=holidays, moved=moved, first_day=first, last_day=last
    ),
    st.sampled_from([WEEKEND, rule("weekend", days=("Friday",)), rule("weekend", days=("Sunday",))]),
    or_none(HOLIDAYS),
    or_none(rule("moved", falls_on="Sunday", closes="day after")),
    st.sampled_from([(), (LEFT_OUT,), ({**LEFT_OUT, "event_day_counts": True},)]),
    st.sampled_from(
        [
            (),
            (NEXT, PREVIOUS),
            ({**NEXT, "direction": ("after", "before")},),
            ({**PREVIOUS, "direction": ("after", "before")},),
        ]
    ),
)

OF_PLACES = [files.counting_rules(content.jurisdictions(), place.slug) for place in law.places()]
# Where a place does not say when it is closed, a count of open days has no end to test.
COUNTING = [
    rules
    for rules in OF_PLACES
    if rules and {where for weekend in rules.weekend for where in weekend.where} == {"court", "office"}
]
RULES = INVENTED | st.sampled_from(COUNTING)
WHERE = st.sampled_from(["court", "office"])


def day_of(found: Due) -> datetime.date:
    assert found.day is not None, found.missing
    return found.day


def count(period: int, unit: str, day: datetime.date, counting: CountingRules, **keys: Any) -> datetime.date:
    return day_of(due(deadline(period, unit, **keys), day, counting, day))


@UNHURRIED
@given(PERIODS, UNITS, WHERE, DAYS, RULES)
@example(
    0,
    "calendar days",
    "office",
    datetime.date(2027, 6, 5),
    rules(last_day=({**PREVIOUS, "direction": ("after",)},)),
)
def test_no_last_day_comes_before_the_event(
    period: int, unit: str, where: str, day: datetime.date, counting: CountingRules
) -> None:
    assert count(period, unit, day, counting, where=where) >= day


@UNHURRIED
@given(PERIODS, UNITS, WHERE, DAYS, RULES)
def test_no_last_day_before_an_event_comes_after_it(
    period: int, unit: str, where: str, day: datetime.date, counting: CountingRules
) -> None:
    keys = {"direction": "before", "event": "hearing.held", "where": where}
    assert count(period, unit, day, counting, **keys) <= day


@UNHURRIED
@given(PERIODS, UNITS, DIRECTIONS, WHERE, DAYS, RULES)
def test_a_longer_period_never_leaves_less_time(
    period: int, unit: str, direction: str, where: str, day: datetime.date, counting: CountingRules
) -> None:
    # A rule that leaves closed days out of short periods only can make them the longer ones.
    assume(not any(each.under_days == period + 1 and each.holds_on(day) for each in counting.short_periods))
    keys = {"direction": direction, "event": "hearing.held", "where": where}
    shorter, longer = (count(each, unit, day, counting, **keys) for each in (period, period + 1))
    assert shorter <= longer if direction == "after" else longer <= shorter


@UNHURRIED
@given(PERIODS, UNITS, DIRECTIONS, DAYS, RULES)
def test_a_last_day_moves_only_as_the_rule_says(
    period: int, unit: str, direction: str, day: datetime.date, counting: CountingRules
) -> None:
    keys = {"direction": direction, "event": "hearing.held"}
    counted = count(period, unit, day, counting, last_day="stays", **keys)
    moved = count(period, unit, day, counting, **keys)
    goes_to = {each.goes_to for each in counting.last_day if direction in each.direction}
    if moved > counted:
        assert goes_to == {"next open day"}
    if moved < counted:
        assert goes_to == {"previous open day"}


@UNHURRIED
@given(PERIODS, UNITS, DAYS)
def test_a_moved_last_day_is_the_next_open_one(period: int, unit: str, day: datetime.date) -> None:
    counting = rules()
    closed = ClosedDays(counting, "office")
    counted = count(period, unit, day, counting, last_day="stays")
    moved = count(period, unit, day, counting)
    assert closed.is_open(moved)
    between = (counted + each * ONE_DAY for each in range((moved - counted).days))
    assert not any(closed.is_open(each) for each in between)


@UNHURRIED
@given(PERIODS, DAYS, RULES)
def test_business_days_are_as_many_open_days(
    period: int, day: datetime.date, counting: CountingRules
) -> None:
    last = count(period, "business days", day, counting, event_day_counts=False, last_day="stays")
    closed = ClosedDays(counting, "office")
    days = (day + each * ONE_DAY for each in range(1, (last - day).days + 1))
    assert sum(closed.is_open(each) for each in days) == period


@UNHURRIED
@given(PERIODS, UNITS, DIRECTIONS, DAYS, RULES)
def test_an_unknown_first_day_is_taken_the_careful_way(
    period: int, unit: str, direction: str, day: datetime.date, counting: CountingRules
) -> None:
    silent = counting.model_copy(update={"first_day": ()})
    keys = {"direction": direction, "event": "hearing.held", "last_day": "stays"}
    careful = count(period, unit, day, silent, **keys)
    assert careful == min(
        count(period, unit, day, silent, event_day_counts=each, **keys) for each in (True, False)
    )


@UNHURRIED
@given(
    PERIODS, UNITS, DAYS, RULES, st.integers(1, 10), st.sampled_from(["to the period", "after the last day"])
)
def test_mail_never_leaves_less_time(
    period: int, unit: str, day: datetime.date, counting: CountingRules, days: int, added: str
) -> None:
    limit = deadline(period, unit, mail=(rule("mail", days=days, added=added),), last_day="next open day")
    by_hand, by_mail = (due(limit, day, counting, day, mailed=each) for each in (False, True))
    assert day_of(by_hand) <= day_of(by_mail)
    assert day_of(by_hand) == day_of(due(limit, day, counting, day))


@UNHURRIED
@given(st.integers(1, 48), st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31)))
def test_months_end_on_the_same_number_or_at_the_end_of_the_month(period: int, day: datetime.date) -> None:
    last = count(period, "months", day, rules(last_day=()))
    assert (last.year - day.year) * 12 + last.month - day.month == period
    assert last.day == day.day or (last.day < day.day and (last + ONE_DAY).day == 1)


@UNHURRIED
@given(PERIODS, UNITS, DAYS, DAYS, RULES)
def test_what_is_left_and_what_has_passed_agree(
    period: int, unit: str, day: datetime.date, as_of: datetime.date, counting: CountingRules
) -> None:
    found = due(deadline(period, unit), day, counting, as_of)
    assert found.days_left is not None
    assert found.passed == (as_of > day_of(found))
    assert found.days_left == (0 if found.passed else (day_of(found) - as_of).days)
    assert all(step.endswith(".") for step in found.steps)
    assert found.facts[0] == found.deadline
