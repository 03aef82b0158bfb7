"""Deadlines at the edges of each place's counting: `deadlines/<place>/*.yml` beside this file.

A case names a deadline of its own file, or one of the law itself by its `remedy`. With `known` it says
whether the deadline `concerns_her`, by what is known of her.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import holidays
import pytest
import yaml

from unbarred import content, law
from unbarred.law import files
from unbarred.law.concerns import not_about_her
from unbarred.law.deadlines import CountingRules, Deadline, due
from unbarred.law.deadlines.closed_days import ClosedDays
from unbarred.law.jurisdictions import Place

HERE = Path(__file__).parent / "deadlines"
FILES = sorted(HERE.glob("*/*.yml"))
YEARS = range(2000, 2041)
ONE_DAY = datetime.timedelta(days=1)
TODAY = datetime.date(2026, 11, 22)
COUNTING = [
    place for place in law.places() if files.counting_rules(content.jurisdictions(), place.slug) is not None
]


def of_the_law(place: str, remedy: str, name: str) -> Deadline:
    [found] = [each for each in law.remedy(place, remedy, TODAY).deadlines if each.id == name]
    return found


def cases() -> list[Any]:
    found = []
    for path in FILES:
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        own = {each["id"]: Deadline.model_validate(each) for each in held.get("deadlines", [])}
        place = path.parent.name
        for case in held["cases"]:
            name, remedy = case["deadline"], case.get("remedy")
            deadline = of_the_law(place, remedy, name) if remedy else own[name]
            found.append(pytest.param(place, deadline, case, id=f"{place}: {case['case']}"))
    return found


@pytest.mark.parametrize(("place", "deadline", "case"), cases())
def test_a_case_at_the_edge(place: str, deadline: Deadline, case: dict[str, Any]) -> None:
    as_of = case.get("as_of", case.get("happened"))
    rules = law.counting_rules(place)
    found = due(deadline, case.get("happened"), rules, as_of, mailed=case.get("mailed"))
    assert found.day == case.get("due"), found.counted
    assert found.missing == case.get("missing", "")
    for key in ("passed", "days_left", "counted", "confidence", "needs_checking", "headline", "left_words"):
        if key in case:
            assert getattr(found, key) == case[key]
    if "known" in case:
        assert (deadline.only_for not in not_about_her(case["known"])) is case["concerns_her"]
    for key, said in (
        ("cites", " ".join(found.cited)),
        ("changes", " ".join(change.says for change in found.changes)),
    ):
        assert [each for each in case.get(key, []) if each not in said] == []
    assert {each.day for each in found.changes if each.day} == set(case.get("or_else", []))


def test_each_place_that_counts_days_has_its_cases() -> None:
    assert {path.parent.name for path in FILES} == {place.slug for place in COUNTING}


def public_holidays(year: int) -> set[datetime.date]:
    """The days of New York's General Construction Law, worked out anew from its words."""
    january, february, may, september, october, november = (1, 2, 5, 9, 10, 11)
    fixed = [
        (january, 1),
        (february, 12),
        (7, 4),
        (november, 11),
        (12, 25),
        *([(6, 19)] if year > 2020 else []),
    ]
    days = {datetime.date(year, month, day) for month, day in fixed}
    days |= {day + ONE_DAY for day in days if day.weekday() == 6}
    days |= {
        nth(year, january, 0, 3),
        nth(year, february, 0, 3),
        nth(year, may + 1, 0, 1) - 7 * ONE_DAY,
        nth(year, september, 0, 1),
        nth(year, october, 0, 2),
        nth(year, november, 3, 4),
        nth(year, november, 0, 1) + ONE_DAY,
    }
    return days


def nth(year: int, month: int, weekday: int, number: int) -> datetime.date:
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def weekdays(year: int) -> list[datetime.date]:
    first = datetime.date(year, 1, 1)
    return [day for each in range(366) if (day := first + each * ONE_DAY).year == year and day.weekday() < 5]


@pytest.mark.parametrize("year", YEARS)
def test_new_york_is_closed_on_the_days_that_its_law_lists(year: int) -> None:
    closed = ClosedDays(law.counting_rules("us-ny"), "court")
    assert {day for day in weekdays(year) if not closed.is_open(day)} == {
        day for day in public_holidays(year) if day.weekday() < 5
    }


@pytest.mark.parametrize("year", YEARS)
def test_federal_courts_are_closed_on_the_days_that_the_library_says_are_kept(year: int) -> None:
    closed = ClosedDays(law.counting_rules("us"), "court")
    kept = holidays.country_holidays("US", years=(year - 1, year, year + 1), observed=True)
    assert {day for day in weekdays(year) if not closed.is_open(day)} == {
        day for day in weekdays(year) if day in kept
    }


@pytest.mark.parametrize("place", COUNTING, ids=lambda place: place.slug)
def test_rules_of_counting_name_holidays_that_the_library_has(place: Place) -> None:
    rules = law.counting_rules(place.slug)
    assert rules.not_found
    for where in ("court", "office"):
        ClosedDays(rules, where).closure(datetime.date(2026, 12, 25))
    names = {
        name
        for each in rules.holidays
        for names in holidays.country_holidays(each.country, each.subdivision or None, years=YEARS).values()
        for name in names.split("; ")
    }
    assert {each.name for each in rules.open_days} <= names


def test_a_state_does_not_count_as_the_federal_courts_do() -> None:
    federal, new_york = ({fact.id for fact in law.counting_rules(slug).facts()} for slug in ("us", "us-ny"))
    assert "prison-mailbox-rule" in federal
    assert "prison-mailbox-rule" not in new_york


def test_the_examples_of_how_to_write_them_are_sound() -> None:
    page = (content.jurisdictions() / "README.md").read_text(encoding="utf-8")
    examples = [yaml.safe_load(each) for each in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]
    deadline = next(each for each in examples if isinstance(each, list) and "to_do" in each[0])
    rules = next(each for each in examples if "weekend" in each)
    shown = CountingRules.model_validate(rules)
    judgment = datetime.date(2026, 11, 20)
    assert due(Deadline.model_validate(deadline[0]), judgment, shown, judgment).day == datetime.date(
        2026, 12, 3
    )
    assert set(re.findall(r"`(\w+)`", page)) >= set(CountingRules.model_fields)


def test_deadlines_of_the_law_itself_have_their_cases() -> None:
    counted = {
        (path.parent.name, case["remedy"], case["deadline"])
        for path in FILES
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
        if "remedy" in case
    }
    assert len(counted) >= 25
    assert {place for place, _, _ in counted} == {place.slug for place in COUNTING}
