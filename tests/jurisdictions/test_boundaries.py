"""Invented people at the edges of each place's rules: `<place>/<remedy>.yml` beside this file."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from unbarred.law.interview import facts_for, places_with, reckon, remedy

HERE = Path(__file__).parent
TOPICS = {"commutation": "clemency/commutation"}


class Plain(yaml.SafeLoader):
    """Reads yes and no as the words they are."""


Plain.yaml_implicit_resolvers = {
    first: [each for each in resolvers if each[0] != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def cases() -> list[Any]:
    return [
        pytest.param(path.parent.name, TOPICS[path.stem], case, id=f"{path.parent.name}: {case['case']}")
        for path in sorted(HERE.glob("*/*.yml"))
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=Plain)
    ]


@pytest.mark.parametrize(("place", "name", "case"), cases())
def test_a_case_at_the_edge(place: str, name: str, case: dict[str, Any]) -> None:
    as_of: datetime.date = case["as_of"]
    law = remedy(place, name, as_of)
    reckoning = reckon(place, case["convictions"], case["custody"], as_of)
    found = law.assess(facts_for(reckoning, case.get("appeal_pending")), as_of)
    by_id = {result.fact.id: result for result in found.results}
    expected: dict[str, str] = case["results"]
    assert {each: by_id[each].outcome for each in expected} == expected
    assert found.seems == case["seems"]
    assert case.get("headline", "") in found.headline
    days: dict[str, datetime.date] = case.get("on", {})
    assert {each: result.on for each, result in by_id.items() if result.on} == days
    assert found.on == (None if case.get("no_day") else max(days.values(), default=None))
    missing: dict[str, str] = case.get("missing", {})
    assert {each: by_id[each].missing for each in missing} == missing


def test_every_place_with_a_remedy_has_its_cases() -> None:
    for stem, name in TOPICS.items():
        having = {slug for choice in places_with(name) for slug in choice}
        assert having == {path.parent.name for path in HERE.glob(f"*/{stem}.yml")}


def test_each_condition_of_each_place_is_met_and_missed_somewhere() -> None:
    outcomes: dict[tuple[str, str], set[str]] = {}
    for parameters in cases():
        place, _, case = parameters.values
        for each, outcome in case["results"].items():
            outcomes.setdefault((place, each), set()).add(outcome)
    for stem, name in TOPICS.items():
        for path in HERE.glob(f"*/{stem}.yml"):
            law = remedy(path.parent.name, name, datetime.date(2026, 11, 21))
            for condition in law.eligibility:
                seen = outcomes[path.parent.name, condition.id]
                decidable = condition.when or condition.from_day
                assert not decidable or ("yes" in seen and seen & {"no", "not yet"}), condition.id
                assert "not known" in seen, condition.id


@pytest.mark.parametrize("place", ["us", "us-ny"])
def test_a_day_told_is_the_day_the_outcome_turns(place: str) -> None:
    for parameters in cases():
        where, name, case = parameters.values
        if where != place or "on" not in case:
            continue
        for each, day in case["on"].items():
            before, on = (
                outcome(place, name, case, each, when) for when in (day - datetime.timedelta(days=1), day)
            )
            assert (before, on) == ("not yet", "yes")


def outcome(place: str, name: str, case: dict[str, Any], condition: str, as_of: datetime.date) -> str:
    reckoning = reckon(place, case["convictions"], case["custody"], as_of)
    found = remedy(place, name, as_of).assess(facts_for(reckoning, case.get("appeal_pending")), as_of)
    return next(result.outcome for result in found.results if result.fact.id == condition)
