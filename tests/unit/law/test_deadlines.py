"""Deadlines by invented rules: what is told, what is not known, and what is faulty."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invented_deadlines import CONFIRMED, NEXT, PREVIOUS, RECALLED, WEEKEND, deadline, rule, rules

from unbarred.errors import UserError
from unbarred.law.deadlines import EVENTS, CountingRules, Deadline, Due, due
from unbarred.law.deadlines.counting import Unit, end

Put = Callable[[str, str], Path]

TODAY = datetime.date(2026, 11, 21)

SATURDAY = datetime.date(2027, 6, 5)
FRIDAY = datetime.date(2027, 6, 4)
MONDAY = datetime.date(2027, 6, 7)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def counted(limit: Deadline, happened: str, counting: CountingRules | None = None, **keys: Any) -> Due:
    return due(limit, day(happened), counting or rules(), TODAY, **keys)


def says(found: Due) -> str:
    return " ".join(change.says for change in found.changes)


def test_the_day_is_told_with_its_count_step_by_step() -> None:
    found = counted(deadline(), "2027-05-06")
    assert found.day == MONDAY
    assert found.headline == "The last day to file the appeal is Monday, June 7, 2027."
    assert found.steps == (
        "You got the decision in writing on Thursday, May 6, 2027.",
        "The count starts the day after; 30 days end on Saturday, June 5, 2027.",
        "That day is a Saturday.",
        "Sunday, June 6, 2027 is a Sunday.",
        "The next open day is Monday, June 7, 2027.",
    )
    assert [fact.id for fact in found.facts] == ["invented", "event-day", "next", "weekend"]


def test_only_facts_that_were_used_are_cited() -> None:
    found = counted(deadline(29), "2027-05-06")
    assert found.day == FRIDAY
    assert [fact.id for fact in found.facts] == ["invented", "event-day"]


@pytest.mark.parametrize("event", EVENTS)
def test_a_day_that_is_missing_is_named_and_nothing_is_told(event: str) -> None:
    found = due(deadline(event=event), None, rules(), TODAY)
    assert (found.day, found.passed, found.days_left, found.counted) == (None, None, None, "")
    assert found.missing == EVENTS[event].words
    assert (
        found.headline == f"To tell the last day to file the appeal, we need to know {EVENTS[event].words}."
    )
    assert found.steps == found.changes == ()


def test_the_least_sure_fact_says_how_sure_the_day_is() -> None:
    weak = {**WEEKEND, **RECALLED}
    seen = {**NEXT, "verify_first": True}
    sure = counted(deadline(), "2027-05-06")
    assert (sure.confidence, sure.needs_checking) == ("confirmed", False)
    recalled = counted(deadline(), "2027-05-06", rules(weekend=(weak,)))
    assert (recalled.confidence, recalled.needs_checking) == ("recalled", True)
    old = counted(deadline(), "2027-05-06", rules(last_day=(seen,)))
    assert (old.confidence, old.needs_checking) == ("confirmed", True)
    unused = counted(deadline(29), "2027-05-06", rules(weekend=(weak,), last_day=(seen,)))
    assert (unused.confidence, unused.needs_checking) == ("confirmed", False)


def test_a_citation_is_told_once() -> None:
    found = counted(deadline(), "2027-05-06")
    assert found.cited == ("example.org (checked November 21, 2026; confirmed)",)


@pytest.mark.parametrize(
    ("keys", "last", "step"),
    [
        (
            {"event_day_counts": True},
            FRIDAY,
            "The count starts on that day; 30 days end on Friday, June 4, 2027.",
        ),
        (
            {"period": 1},
            day("2027-05-07"),
            "The count starts the day after; 1 day ends on Friday, May 7, 2027.",
        ),
        ({"period": 0}, day("2027-05-06"), "It is due on that same day."),
        (
            {"direction": "before", "event": "hearing.held", "period": 2},
            day("2027-05-04"),
            "2 days before that is Tuesday, May 4, 2027.",
        ),
        (
            {"direction": "before", "event": "hearing.held", "period": 2, "event_day_counts": True},
            day("2027-05-05"),
            "The count starts on that day and goes back; 2 days end on Wednesday, May 5, 2027.",
        ),
        (
            {"last_day": "stays"},
            SATURDAY,
            "That day is a Saturday, but the last day does not move.",
        ),
        ({"last_day": "previous open day"}, FRIDAY, "The last open day before it is Friday, June 4, 2027."),
        (
            {"period": 3, "unit": "business days"},
            day("2027-05-11"),
            "The count starts the day after; 3 business days end on Tuesday, May 11, 2027.",
        ),
    ],
)
def test_the_deadline_itself_decides_first(keys: dict[str, Any], last: datetime.date, step: str) -> None:
    found = counted(deadline(**keys), "2027-05-06")
    assert found.day == last
    assert step in found.steps


def test_a_period_with_the_event_day_counted_and_nothing_open_that_day() -> None:
    limit = deadline(1, "business days", event_day_counts=True)
    assert counted(limit, "2027-06-05").day == MONDAY
    assert counted(limit, "2027-06-07").day == MONDAY


def test_rules_are_those_of_the_day_of_the_event() -> None:
    old = {**NEXT, "until": day("2020-12-31")}
    new = {**PREVIOUS, "direction": ("after",), "since": day("2021-01-01")}
    counting = rules(last_day=(old, new))
    assert counted(deadline(2), "2020-12-31", counting).day == day("2021-01-04")
    assert counted(deadline(1), "2021-01-01", counting).day == day("2021-01-02")
    assert counted(deadline(8), "2021-01-01", counting).day == day("2021-01-08")


def test_a_last_day_does_not_go_back_past_the_event() -> None:
    counting = rules(last_day=({**PREVIOUS, "direction": ("after",)},))
    found = counted(deadline(0), "2027-06-05", counting)
    assert found.day == SATURDAY
    assert "No open day lies between" in says(found)


def test_a_deadline_that_did_not_hold_on_the_day_is_not_counted() -> None:
    found = counted(deadline(since=day("2027-01-01")), "2026-12-31")
    assert (found.day, found.missing) == (None, "the rule that held on December 31, 2026")


def test_business_days_are_not_counted_where_no_closed_days_are_known() -> None:
    found = counted(deadline(3, "business days"), "2027-05-06", rules(weekend=()))
    assert (found.day, found.missing) == (None, "on which days it is closed")


def test_a_last_day_that_may_be_closed_is_told_so() -> None:
    found = counted(deadline(), "2027-05-06", rules(weekend=()))
    assert found.day == SATURDAY
    assert says(found) == "We do not know on which days it is closed."


def test_where_no_rule_moves_the_last_day_it_stays_and_the_open_day_before_is_told() -> None:
    found = counted(deadline(), "2027-05-06", rules(last_day=()))
    assert found.day == SATURDAY
    assert "We found no rule that moves the last day, so it stays." in says(found)
    assert "The last open day before it is Friday, June 4, 2027." in says(found)


SHORT = rule("short", under_days=11)


@pytest.mark.parametrize(("period", "last"), [(10, "2027-06-21"), (11, "2027-06-18")])
def test_short_periods_leave_closed_days_out_and_so_can_be_longer_than_long_ones(
    period: int, last: str
) -> None:
    counting = rules(short_periods=(SHORT,), holidays=())
    assert counted(deadline(period), "2027-06-07", counting).day == day(last)


MAIL = rule("mail", days=3, added="to the period")
LATER = rule("mail", days=3, added="after the last day")


@pytest.mark.parametrize(("extra", "last"), [(MAIL, "2027-06-08"), (LATER, "2027-06-10")])
def test_days_for_mail_are_added_before_or_after_the_last_day_moves(extra: dict[str, Any], last: str) -> None:
    limit = deadline(event="paper.served")
    counting = rules(mail=(extra,))
    mailed = counted(limit, "2027-05-06", counting, mailed=True)
    assert mailed.day == day(last)
    assert "mail" in [fact.id for fact in mailed.facts]
    assert [change.day for change in counted(limit, "2027-05-06", counting).changes] == [day(last)]
    assert counted(limit, "2027-05-06", counting, mailed=False).changes == ()


def test_days_for_mail_are_only_for_papers_served_unless_the_deadline_says_so() -> None:
    counting = rules(mail=(MAIL,))
    assert counted(deadline(), "2027-05-06", counting, mailed=True).day == MONDAY
    assert counted(deadline(mail=(LATER,)), "2027-05-06", counting, mailed=True).day == day("2027-06-10")
    none = deadline(event="paper.served", mail=())
    assert counted(none, "2027-05-06", counting, mailed=True).day == MONDAY
    before = deadline(event="paper.served", direction="before")
    assert counted(before, "2027-05-06", counting).changes == ()
    assert counted(before, "2027-05-06", counting, mailed=True).day == day("2027-04-06")


def test_prison_mail_is_told_with_the_day_it_has_to_be_handed_over() -> None:
    filed = rule("filed", counts_as_filed=True)
    arrived = rule("arrived", counts_as_filed=False)
    counting = rules(prison_mail=(filed,))
    assert "The last day to hand it over is Monday, June 7, 2027." in says(
        counted(deadline(), "2027-05-06", counting)
    )
    own = counted(deadline(prison_mail=(arrived,)), "2027-05-06", counting)
    assert says(own) == "It is so. The last day for it to get there is Monday, June 7, 2027."
    assert counted(deadline(prison_mail=()), "2027-05-06", counting).changes == ()


def test_rules_for_a_court_are_not_those_for_an_office() -> None:
    counting = rules(last_day=({**NEXT, "where": ("court",)},))
    assert counted(deadline(where="court"), "2027-05-06", counting).day == MONDAY
    assert counted(deadline(where="office"), "2027-05-06", counting).day == SATURDAY


def test_exceptions_are_told_while_they_hold() -> None:
    ended = {**CONFIRMED, "id": "ended", "says": "It was longer.", "until": day("2020-01-01")}
    holds = {**CONFIRMED, "id": "holds", "says": "A judge can give you more time."}
    assert (
        says(counted(deadline(exceptions=(ended, holds)), "2027-05-06")) == "A judge can give you more time."
    )


@pytest.mark.parametrize(
    ("happened", "keys"),
    [
        ("9999-12-31", {}),
        ("9990-01-01", {"unit": "years"}),
        ("9999-12-30", {"unit": "business days"}),
        ("0001-01-02", {"direction": "before"}),
    ],
)
def test_a_day_beyond_the_calendar_is_refused_in_words(happened: str, keys: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="beyond the calendar"):
        counted(deadline(**keys), happened)


def test_what_is_due_the_same_day_needs_no_rule_for_the_first_day() -> None:
    found = counted(deadline(0), "2027-05-06", rules(first_day=()))
    assert [fact.id for fact in found.facts] == ["invented"]
    assert found.changes == ()


def test_a_closed_day_of_the_event_is_not_between() -> None:
    found = counted(deadline(2, "business days"), "2027-06-06")
    assert found.day == day("2027-06-08")
    assert "Closed days in between are not counted." not in found.steps


@pytest.mark.parametrize("unit", ["days", "open days", "weeks", "months", "years"])
@pytest.mark.parametrize("back", [True, False])
@pytest.mark.parametrize("event_day_counts", [True, False])
def test_a_period_of_none_ends_on_the_day_of_the_event(
    unit: Unit, back: bool, event_day_counts: bool
) -> None:
    closed = {SATURDAY}
    found = end(
        SATURDAY, 0, unit, back=back, event_day_counts=event_day_counts, is_open=lambda day: day not in closed
    )
    assert found == SATURDAY
