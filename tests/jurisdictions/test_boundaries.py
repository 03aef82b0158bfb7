"""Invented people at the edges of each place's rules: `<place>/<remedy>.yml` beside this file.

A case says as of which day, what is known of a person (the names that conditions use, or
convictions and custody as an interview holds them), and what must come out: the whole,
each condition, the day, what is missing, and the citation a condition rests on.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from unbarred import content
from unbarred.law import index, topics
from unbarred.law.assessment import Assessment
from unbarred.law.interview import facts_for, reckon, remedy

HERE = Path(__file__).parent


class Plain(yaml.SafeLoader):
    """Reads yes and no as the words they are."""


Plain.yaml_implicit_resolvers = {
    first: [each for each in resolvers if each[0] != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def name_of(path: Path) -> str:
    """Return the remedy that a file of cases is about: `commutation.yml` is `clemency/commutation`.

    Where two topics of a place have a remedy of that name, `records--vacatur.yml` tells which.
    """
    topic, _, key = path.stem.rpartition("--")
    names = topics.remedy_names(content.jurisdictions(), path.parent.name)
    return next(
        name for name in names if name.partition("/")[2] == key and (not topic or name == f"{topic}/{key}")
    )


FILES = [path for path in sorted(HERE.glob("*/*.yml")) if path.parent.parent == HERE]
CASES = [
    (path.parent.name, name_of(path), case)
    for path in FILES
    for case in yaml.load(path.read_text(encoding="utf-8"), Loader=Plain)
]


def assessed(place: str, name: str, case: dict[str, Any], as_of: datetime.date) -> Assessment:
    law = remedy(place, name, as_of)
    if "facts" in case:
        return law.assess(case["facts"], as_of)
    reckoning = reckon(place, case["convictions"], case["custody"], as_of)
    return law.assess(facts_for(reckoning, case.get("appeal_pending")), as_of)


@pytest.mark.parametrize(
    ("place", "name", "case"),
    [pytest.param(*each, id=f"{each[0]} {each[1]}: {each[2]['case']}") for each in CASES],
)
def test_a_case_at_the_edge(place: str, name: str, case: dict[str, Any]) -> None:
    found = assessed(place, name, case, case["as_of"])
    by_id = {result.fact.id: result for result in found.results}
    expected: dict[str, str] = case.get("results", {})
    assert {each: by_id[each].outcome for each in expected} == expected
    not_shown = set(case.get("not_shown", ()))
    text = topics.remedy(content.jurisdictions(), place, name)
    assert text is not None
    assert not_shown <= {each.id for each in text.eligibility}
    assert not_shown.isdisjoint(by_id)
    if "seems" in case:
        assert found.seems == case["seems"]
        assert found.on == (None if case.get("no_day") else max(case.get("on", {}).values(), default=None))
    assert case.get("headline", "") in found.headline
    days: dict[str, datetime.date] = case.get("on", {})
    shown = {each: by_id[each].on for each in (by_id if "seems" in case else days)}
    assert {each: day for each, day in shown.items() if day} == days
    missing: dict[str, str] = case.get("missing", {})
    assert {each: by_id[each].missing for each in missing} == missing
    for each, citation in case.get("cites", {}).items():
        assert citation in by_id[each].fact.cited


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 150
    assert len({place for place, _, _ in CASES}) >= 25


def test_each_condition_with_cases_is_met_and_missed_somewhere() -> None:
    outcomes: dict[tuple[str, str, str], set[str]] = {}
    for place, name, case in CASES:
        for each, outcome in case.get("results", {}).items():
            outcomes.setdefault((place, name, each), set()).add(outcome)
    for path in FILES:
        place, name = path.parent.name, name_of(path)
        for condition in remedy(place, name, datetime.date(2026, 11, 22)).eligibility:
            seen = outcomes.get((place, name, condition.id), set())
            if condition.when or condition.from_day:
                assert {"yes"} < seen, f"{place} {name} {condition.id}: met and missed"
                assert seen & {"no", "not yet"}, f"{place} {name} {condition.id}: missed"
                assert "not known" in seen, f"{place} {name} {condition.id}: not known"


def test_each_remedy_with_a_condition_that_can_be_decided_has_its_cases() -> None:
    root = content.jurisdictions()
    covered = {(path.parent.name, name_of(path)) for path in FILES}
    for place in index.slugs(root):
        for name in topics.remedy_names(root, place):
            text = topics.remedy(root, place, name)
            if text and any(each.when or each.from_day for each in text.eligibility):
                assert (place, name) in covered, f"{place} {name}"


def test_a_day_told_is_the_day_the_outcome_turns() -> None:
    for place, name, case in CASES:
        for each, day in case.get("on", {}).items():
            before, on = (
                next(
                    result.outcome
                    for result in assessed(place, name, case, when).results
                    if result.fact.id == each
                )
                for when in (day - datetime.timedelta(days=1), day)
            )
            assert (before, on) == ("not yet", "yes"), f"{place} {name} {each}"
