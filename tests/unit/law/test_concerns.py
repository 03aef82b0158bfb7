"""A fact for some alone is left out for a woman of whom it is known that it is not about her."""

from __future__ import annotations

import datetime
from typing import Any, get_args

import pytest

from unbarred import law
from unbarred.law.concerns import CONCERNED_IF
from unbarred.law.conditions import faults
from unbarred.law.foster_care import concerns_of_others
from unbarred.law.interview import about_it, concern_names, not_about_her, questions
from unbarred.law.supports import Concern

TODAY = datetime.date(2026, 11, 22)


def test_each_concern_is_told_from_answers_and_its_rule_is_sound() -> None:
    of_children = {*concerns_of_others(None, [], of_a_tribe=False), "child under 3", "child of 3 or older"}
    assert set(CONCERNED_IF) | of_children | {"federal prison"} == set(get_args(Concern))
    assert [fault for rule in CONCERNED_IF.values() for fault in faults(rule, [])] == []


@pytest.mark.parametrize(
    ("known", "about_her", "not_hers"),
    [
        ({"sentence.for_life": True}, {"life term", "sex crime or life term"}, {"no life term"}),
        ({"sentence.for_life": False}, {"no life term", "sex crime or life term"}, {"life term"}),
        (
            {"sentence.for_life": False, "offense.sexual": False},
            {"no life term"},
            {"life term", "sex crime", "sex crime or life term"},
        ),
        ({"person.age_at_offense": 17}, {"under 18 at the crime"}, {"18 or older at the crime"}),
        ({"person.age_at_offense": 18}, {"18 or older at the crime"}, {"under 18 at the crime"}),
        ({"person.age_at_offense": None}, {"under 18 at the crime", "18 or older at the crime"}, set()),
        (
            {"offense.violent": True},
            {"violent crime", "violent or sex crime"},
            {"no violent crime", "no violent or sex crime"},
        ),
        ({"offense.violent": False}, {"no violent crime", "no violent or sex crime"}, {"violent crime"}),
        ({"sentence.kind": "indeterminate"}, {"no minimum term"}, set()),
        ({"sentence.kind": "indeterminate", "sentence.minimum_months": 60}, set(), {"no minimum term"}),
        ({"sentence.kind": "determinate"}, {"no minimum term"}, set()),
        ({"offense.murder": False, "offense.listed": False}, set(), {"murder", "listed crime"}),
        ({}, set(CONCERNED_IF), set()),
    ],
)
def test_only_what_is_known_not_to_be_hers_is_of_others(
    known: dict[str, Any], about_her: set[str], not_hers: set[str]
) -> None:
    others = set(not_about_her(known))
    assert not_hers <= others
    assert not about_her & others


def test_without_them_the_law_is_the_same_but_for_their_facts() -> None:
    whole = law.remedy("us-mi", "parole/parole", TODAY)
    hers = whole.leaving_out(["life term"])
    assert {fact.id for fact in whole.facts()} - {fact.id for fact in hers.facts()} == {
        "lifers-first-interview",
        "lifers-every-five-years",
    }
    assert [each.id for each in hers.deadlines] == ["interview-a-month-before"]
    assert whole.leaving_out([]) == whole


def test_what_comes_after_a_no_is_left_out_too() -> None:
    massachusetts = law.remedy("us-ma", "parole/parole", TODAY).until_decided.leaving_out(["life term"])
    refused = {fact.id for fact in massachusetts.if_refused}
    assert "others-every-year" in refused
    assert "lifers-within-five-years" not in refused


def test_what_does_not_follow_from_the_sentence_is_asked_with_the_rule_it_decides() -> None:
    florida = law.remedy("us-fl", "parole/parole", TODAY)
    assert "offense.listed" in questions(florida)
    assert [each.id for each in about_it(florida.facts(), "offense.listed")] == [
        "next-interview-in-seven-years"
    ]
    michigan = law.remedy("us-mi", "parole/parole", TODAY)
    assert concern_names(michigan.facts()) == ["sentence.for_life"]
    assert questions(michigan) == []
