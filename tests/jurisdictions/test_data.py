"""What all law data keeps to, whichever place it is of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import pytest
import textstat

from unbarred import law
from unbarred.law.conditions import faults
from unbarred.law.facts import Fact
from unbarred.law.jurisdictions import Place
from unbarred.law.remedies import Remedy

TODAY = datetime.date(2026, 11, 21)
COMMUTATION = "clemency/commutation"

PLACES = law.places()
REMEDIES = [law.remedy(place.slug, COMMUTATION, TODAY) for place in law.places(COMMUTATION)]

ADVICE = re.compile(r"\byou (?:should|ought|had better)\b|\bwe (?:recommend|advise|suggest)\b", re.IGNORECASE)


def facts() -> Iterator[tuple[str, Fact]]:
    for remedy in REMEDIES:
        for fact in (*remedy.facts(), *(each.fact for each in remedy.help)):
            yield f"{remedy.place.slug}: {fact.id}", fact
    for place in PLACES:
        rules = law.time_rules(place.slug)
        for fact in (rules.start, *rules.shares, *rules.aggregation, *rules.also):
            yield f"{place.slug}: {fact.id}", fact
        for fact in law.counting_rules(place.slug).facts():
            yield f"{place.slug}: {fact.id}", fact
        for facility in law.facilities(place.slug):
            yield f"{place.slug}: {facility.fact.id}", facility.fact


FACTS = [pytest.param(fact, id=name) for name, fact in facts()]


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_says_where_it_comes_from_and_when_it_was_read(fact: Fact) -> None:
    assert fact.cite or fact.source.href or fact.confidence == "recalled"
    assert datetime.date(2026, 1, 1) <= fact.checked <= datetime.date.today()
    assert fact.source.kind == "memory" or re.match(r"https?://\S+$", fact.source.href)
    for cite in (fact.cite, *fact.also):
        assert cite is None or not re.search(r"\bss?\. \d", str(cite)), "write the section sign: § 15"


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_is_said_in_whole_sentences_and_without_advice(fact: Fact) -> None:
    assert fact.says[0].isupper()
    assert fact.says[-1] in ".)"
    assert "\n" not in fact.says
    assert "  " not in fact.says
    assert not ADVICE.search(fact.says)


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.place.slug)
def test_the_law_is_told_at_the_reading_level_of_an_eighth_grader(remedy: Remedy) -> None:
    # Counts letters and words; textstat's other formulas want a dictionary from the network.
    text = " ".join(fact.says for fact in remedy.facts())
    assert textstat.automated_readability_index(text) <= 8


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_rules_of_counting_are_told_at_that_level_too(place: Place) -> None:
    text = " ".join(fact.says for fact in law.counting_rules(place.slug).facts())
    assert textstat.automated_readability_index(text) <= 8


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.place.slug)
def test_conditions_use_only_names_that_there_are(remedy: Remedy) -> None:
    for condition in remedy.eligibility:
        shares = (
            set.intersection(*(set(each.shares) for each in condition.values)) if condition.values else set()
        )
        for expression in (condition.when, condition.from_day, condition.applies):
            assert not expression or faults(expression, shares) == [], condition.id


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.place.slug)
def test_a_remedy_has_what_a_packet_needs(remedy: Remedy) -> None:
    assert remedy.addressee.salutation.endswith(":")
    assert remedy.office.lines
    assert remedy.verification is not None
    assert "____" in remedy.verification.words
    assert remedy.official_form is not None
    assert remedy.exception is not None
    for field in ("summary", "decided_by", "legal_basis", "kinds", "eligibility", "apply", "form", "contents",
                  "signing", "waiver", "notify", "hearing", "after", "reapply", "timing", "fee", "standard",
                  "special", "other_roads", "effect", "tips", "recent", "help", "not_found"):  # fmt: skip
        assert getattr(remedy, field), field


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.place.slug)
def test_what_is_recalled_or_weak_is_on_the_list_to_check(remedy: Remedy) -> None:
    listed = {fact.id for fact in remedy.to_check}
    assert listed == {
        fact.id for fact in remedy.facts() if fact.confidence == "recalled" or fact.verify_first
    }
    assert listed


def test_new_york_speaks_of_three_sevenths_because_that_is_half_of_six_sevenths() -> None:
    remedy = law.remedy("us-ny", COMMUTATION, TODAY)
    condition = next(each for each in remedy.eligibility if each.id == "half-of-minimum-served")
    release = next(each for each in law.time_rules("us-ny").shares if each.sentence == ("determinate",))
    clemency, term = condition.values[0].shares, release.values[0].shares
    assert clemency["of_term"] == clemency["of_minimum"] * term["served"]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_a_place_has_words_for_its_papers_and_prisons_for_women(place: Place) -> None:
    assert place.prison_number_help
    assert place.sentence_paper_help
    assert place.decides
    assert "our own count" in place.caution
    assert any(facility.open for facility in law.facilities(place.slug))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_prisons_and_helpers_are_listed_once(place: Place) -> None:
    names = [facility.name for facility in law.facilities(place.slug)]
    assert len(set(names)) == len(names)
    for facility in law.facilities(place.slug):
        assert not facility.lines or facility.fact.confidence == "confirmed", "an address needs a page"


def test_the_federal_form_is_mapped_in_order() -> None:
    form = law.remedy("us", COMMUTATION, TODAY).official_form
    assert form is not None
    assert form.must_be_used
    assert [item.number for item in form.items] == [str(number) for number in range(1, len(form.items) + 1)]
    assert all(item.answered_in for item in form.items)


def test_the_president_is_not_new_yorks() -> None:
    new_york = law.remedy("us-ny", COMMUTATION, TODAY)
    assert "President" not in new_york.addressee.title
    assert not {fact.id for fact in new_york.facts() if "President" in fact.says}
