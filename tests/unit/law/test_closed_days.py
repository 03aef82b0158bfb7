"""Which days are closed, and what that does to a count."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from invented_deadlines import deadline, rule, rules

from unbarred.errors import ContentError
from unbarred.law.deadlines import CountingRules, Deadline, Due, due

TODAY = datetime.date(2026, 11, 21)
MONDAY = datetime.date(2027, 6, 7)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def counted(limit: Deadline, happened: str, counting: CountingRules | None = None) -> Due:
    return due(limit, day(happened), counting or rules(), TODAY)


def test_court_days_are_those_of_the_court_wherever_the_paper_goes() -> None:
    closed = rule("vacation", name="the court's vacation", days=(day("2027-06-08"),), where=("court",))
    counting = rules(closed_days=(closed,))
    assert counted(deadline(1, "court days"), "2027-06-07", counting).day == day("2027-06-09")
    assert counted(deadline(1, "business days"), "2027-06-07", counting).day == day("2027-06-08")


def test_a_closed_day_of_every_year() -> None:
    counting = rules(closed_days=(rule("flag", name="Flag Day", yearly="06-14"),))
    found = counted(deadline(7), "2027-06-07", counting)
    assert found.day == day("2027-06-15")
    assert "That day is Flag Day." in found.steps


def test_a_holiday_the_place_works_through() -> None:
    counting = rules(open_days=(rule("columbus", name="Columbus Day"),))
    assert counted(deadline(7), "2027-10-04").day == day("2027-10-12")
    assert counted(deadline(7), "2027-10-04", counting).day == day("2027-10-11")


def test_holidays_moved_as_the_library_knows() -> None:
    library = rule("holidays", country="US", moved_by_library=True)
    assert counted(deadline(10), "2026-06-23").day == day("2026-07-03")
    assert counted(deadline(10), "2026-06-23", rules(holidays=(library,))).day == day("2026-07-06")


@pytest.mark.parametrize("keys", [{"country": "ZZ"}, {"subdivision": "QQ"}, {"categories": ("mine",)}])
def test_holidays_that_the_library_does_not_have_are_a_fault_of_the_file(keys: dict[str, Any]) -> None:
    counting = rules(holidays=(rule("holidays", **{"country": "US", **keys}),))
    with pytest.raises(ContentError, match=r"cannot be looked up.*counting\.yml"):
        counted(deadline(), "2027-05-06", counting)
