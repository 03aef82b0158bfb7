"""Papers ask the law for the facts that support what they print, by words of a closed list."""

from __future__ import annotations

import datetime
from typing import get_args

import pytest

from unbarred import content, law
from unbarred.law.browsing.holdings import holdings
from unbarred.law.supports import SUPPORTS, Concern

TODAY = datetime.date(2026, 11, 22)
README = content.jurisdictions() / "README.md"


def test_facts_come_in_the_order_of_the_sections_with_those_from_above() -> None:
    new_york = law.remedy("us-ny", "family/parental-rights", TODAY)
    assert [fact.id for fact in new_york.supporting("reviews")] == [
        "first-look-at-six-months",
        "first-permanency-hearing",
        "case-review-every-6-months",
    ]


def test_a_fact_of_its_own_takes_the_place_of_the_one_above() -> None:
    washington = law.remedy("us-wa", "family/parental-rights", TODAY)
    first = [fact for fact in washington.supporting("reviews") if fact.id == "first-permanency-hearing"]
    assert [str(fact.cite) for fact in first] == ["Wash. Rev. Code § 13.34.145(1)(a)"]


def test_facts_for_some_alone_are_known_by_whom_they_concern() -> None:
    hearing = law.remedy("us-ny", "family/family-hearing", TODAY)
    assert hearing.ids_only_for("federal prison") == ["federal-prison-to-state-court"]
    assert "tribe-and-parent-get-notice" in hearing.ids_only_for("indian child")
    assert law.remedy("gb-eaw", "family/family-hearing", TODAY).ids_only_for("indian child") == []


def test_a_word_that_is_not_in_the_list_is_an_error_and_not_an_empty_paper() -> None:
    remedy = law.remedy("us", "family/parental-rights", TODAY)
    with pytest.raises(ValueError, match="no fact supports 'visit'"):
        remedy.supporting("visit")
    with pytest.raises(ValueError, match="no fact is only for 'federal'"):
        remedy.ids_only_for("federal")


def test_each_word_is_used_and_explained() -> None:
    held = [each.fact for each in holdings(content.jurisdictions())]
    assert {word for fact in held for word in fact.supports} == SUPPORTS
    assert {fact.only_for for fact in held if fact.only_for} == set(get_args(Concern))
    text = README.read_text(encoding="utf-8")
    assert not [word for word in (*SUPPORTS, *get_args(Concern)) if f"`{word}`" not in text]
