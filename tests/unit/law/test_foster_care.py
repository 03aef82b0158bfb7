"""Which day the time in care is counted from, and what is due when; the periods stand in the law data."""

from __future__ import annotations

import datetime

import pytest

from unbarred import law
from unbarred.law.foster_care import (
    citations,
    clock,
    concerns_of_others,
    first_person,
    points_to_tell,
    time_in_care,
)
from unbarred.law.remedies import Remedy

TODAY = datetime.date(2026, 11, 22)
REMOVED = datetime.date(2025, 9, 14)
SIXTY_DAYS_LATER = datetime.date(2025, 11, 13)
FIFTEEN_OF_22 = "federal-15-of-22-months"


@pytest.fixture
def new_york() -> Remedy:
    return law.remedy("us-ny", "family/parental-rights", TODAY)


@pytest.mark.parametrize(
    ("removed", "found", "since", "by_finding", "may_be_sooner"),
    [
        (REMOVED, datetime.date(2025, 10, 1), datetime.date(2025, 10, 1), True, False),
        (REMOVED, SIXTY_DAYS_LATER, SIXTY_DAYS_LATER, True, False),
        (REMOVED, datetime.date(2025, 12, 2), SIXTY_DAYS_LATER, False, False),
        (REMOVED, None, SIXTY_DAYS_LATER, False, True),
        (None, datetime.date(2025, 10, 1), datetime.date(2025, 10, 1), True, False),
        (None, None, None, False, False),
        ("", "", None, False, False),
    ],
)
def test_time_in_care_begins_with_the_earlier_day(
    new_york: Remedy, removed: object, found: object, since: object, by_finding: bool, may_be_sooner: bool
) -> None:
    time = time_in_care(new_york, removed, found)
    assert time.since == since
    assert time.by_finding is by_finding
    assert time.may_be_sooner is may_be_sooner


def test_where_no_rule_says_more_it_begins_when_the_child_is_taken() -> None:
    time = time_in_care(law.remedy("gb-eaw", "family/parental-rights", TODAY), REMOVED, None)
    assert time.since == REMOVED
    assert time.rule is None
    assert not time.may_be_sooner


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (datetime.date(2025, 9, 23), "13 months"),
        (datetime.date(2026, 10, 22), "1 month"),
        (datetime.date(2026, 11, 12), "10 days"),
        (datetime.date(2026, 11, 23), ""),
    ],
)
def test_how_long_it_is(new_york: Remedy, found: datetime.date, words: str) -> None:
    assert time_in_care(new_york, None, found).words == words


def test_months_at_home_move_the_day_on(new_york: Remedy) -> None:
    time = time_in_care(new_york, REMOVED, None, 2)
    assert time.since_without_home == datetime.date(2026, 1, 13)
    assert time_in_care(new_york, REMOVED, None).since_without_home == SIXTY_DAYS_LATER
    assert time_in_care(new_york, None, None, 2).since_without_home is None


def test_the_clock_has_the_soonest_first_and_the_unknown_last(new_york: Remedy) -> None:
    rows = clock(new_york, {"child.removed": REMOVED, "child.entered_care": SIXTY_DAYS_LATER})
    days = [each.day for each in rows if each.day]
    assert days == sorted(days)
    assert [each.day for each in rows[len(days) :]] == [None] * (len(rows) - len(days))
    [fifteen] = [each for each in rows if each.deadline.id == FIFTEEN_OF_22]
    # Fifteen months end on Saturday, February 13; the Monday after is Washington's Birthday.
    assert fifteen.day == datetime.date(2027, 2, 16)
    assert "counted-as-in-care" not in [each.deadline.id for each in rows]


def test_what_does_not_concern_her_is_left_out(new_york: Remedy) -> None:
    assert "notice.given" in {each.deadline.event for each in clock(new_york, {})}
    assert "notice.given" not in {each.deadline.event for each in clock(new_york, {}, ["notice.given"])}


@pytest.mark.parametrize(
    ("births", "others"),
    [
        ([datetime.date(2022, 10, 6)], ["child of 3 or older"]),
        ([datetime.date(2022, 10, 5)], ["child under 3"]),
        ([datetime.date(2022, 10, 6), datetime.date(2016, 5, 4)], []),
        ([datetime.date(2016, 5, 4), None], []),
        ([], []),
    ],
)
def test_a_child_is_under_3_up_to_the_day_before_the_birthday(
    births: list[datetime.date | None], others: list[str]
) -> None:
    taken = datetime.date(2025, 10, 5)
    assert concerns_of_others(taken, births, of_a_tribe=True) == others
    assert concerns_of_others(taken, births, of_a_tribe=False) == ["indian child", *others]
    assert concerns_of_others(None, births, of_a_tribe=True) == []


def test_time_limits_for_children_of_another_age_are_left_out() -> None:
    california = law.remedy("us-ca", "family/parental-rights", TODAY)
    young = {each.deadline.id for each in clock(california, {}, (), ["child of 3 or older"])}
    older = {each.deadline.id for each in clock(california, {}, (), ["child under 3"])}
    assert young ^ older == {"six-months-under-three", "twelve-months-of-services"}


def test_where_nothing_is_held_on_counting_there_are_days_all_the_same() -> None:
    oklahoma = law.remedy("us-ok", "family/parental-rights", TODAY)
    rows = clock(oklahoma, {"child.entered_care": datetime.date(2025, 8, 13)})
    [fifteen] = [each for each in rows if each.deadline.id == FIFTEEN_OF_22]
    assert fifteen.day == datetime.date(2026, 11, 13)


def test_a_letter_cites_only_what_a_page_confirms() -> None:
    missouri = law.remedy("us-mo", "family/parental-rights", TODAY)
    facts = missouri.supporting("exception")
    assert [fact.id for fact in facts] == ["missouri-exceptions", "federal-three-exceptions"]
    assert facts[0].confidence == "recalled"
    assert citations(facts) == ["42 U.S.C. § 675(5)(E)(i)-(iii)"]


def test_what_a_rule_wants_told_has_a_name_each() -> None:
    missouri = law.remedy("us-mo", "family/parental-rights", TODAY)
    [without_a_letter, federal] = missouri.supporting("exception")
    assert points_to_tell([without_a_letter]) == {}
    assert federal.hand_in is not None
    points = points_to_tell([without_a_letter, federal])
    assert list(points) == [
        f"federal-three-exceptions-{number + 1}" for number in range(len(federal.hand_in.contents))
    ]
    assert points["federal-three-exceptions-2"].heading == "My release date or earliest release date"


@pytest.mark.parametrize(
    ("said_to_her", "as_she_says_it"),
    [
        ("how services have helped you", "how services have helped me"),
        ("how you work with the agency and your lawyer", "how I work with the agency and my lawyer"),
        ("why your child should keep the bond with you", "why my child should keep the bond with me"),
        ("what you are doing", "what I am doing"),
        ("a youth group", "a youth group"),
    ],
)  # fmt: skip
def test_what_a_letter_tells_is_in_her_own_person(said_to_her: str, as_she_says_it: str) -> None:
    assert first_person(said_to_her) == as_she_says_it
