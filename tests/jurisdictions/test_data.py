"""What all law data keeps to, whichever place it is of."""

from __future__ import annotations

import datetime
import re

import pytest
import textstat

from unbarred import content, law
from unbarred.law import topics
from unbarred.law.browsing.holdings import Holding, holdings
from unbarred.law.deadlines import Deadline
from unbarred.law.jurisdictions import Place
from unbarred.law.remedies import Remedy
from unbarred.sessions import catalogue

TODAY = datetime.date(2026, 11, 22)
COMMUTATION = "clemency/commutation"
ROOT = content.jurisdictions()

PLACES = law.places()
HELD = list(holdings(ROOT))
REMEDIES = [
    law.remedy(place.slug, name, TODAY) for place in PLACES for name in topics.remedy_names(ROOT, place.slug)
]
WITH_INTERVIEW = [
    each
    for each in REMEDIES
    if each.name in {name for entry in catalogue.entries() for name in entry.remedies}
]

OF_HER_CASE = ("family", "release")
"""Topics whose papers go to the court, the agency or the prison of her own case, which she names."""

ADVICE = re.compile(r"\byou (?:should|ought|had better)\b|\bwe (?:recommend|advise|suggest)\b", re.IGNORECASE)


def by_address(holding: Holding) -> str:
    return holding.address


def by_name(remedy: Remedy) -> str:
    return f"{remedy.place.slug} {remedy.name}"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_a_fact_says_where_it_comes_from_and_when_it_was_read(place: Place) -> None:
    for held in (each for each in HELD if each.place == place.slug):
        fact = held.fact
        assert fact.cite or fact.source.href or fact.source.title or fact.confidence == "recalled", (
            held.address
        )
        assert datetime.date(2026, 1, 1) <= fact.checked <= datetime.date.today(), held.address
        for cite in (fact.cite, *fact.also):
            assert cite is None or not re.search(r"\bss?\. \d", str(cite)), (
                f"{held.address}: write § 15, or s 15"
            )


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_a_fact_is_said_in_whole_sentences_and_without_advice(place: Place) -> None:
    for held in (each for each in HELD if each.place == place.slug):
        says = held.fact.says
        assert says[0].isupper() or says[0] in "“0123456789", held.address
        assert says[-1] in ".)?", held.address
        assert "\n" not in says, held.address
        assert "  " not in says, held.address
        assert not ADVICE.search(says), held.address


@pytest.mark.parametrize("remedy", REMEDIES, ids=by_name)
def test_the_law_is_told_at_the_reading_level_of_an_eighth_grader(remedy: Remedy) -> None:
    # Counts letters and words; textstat's other formulas want a dictionary from the network.
    text = " ".join(fact.says for fact in remedy.facts())
    assert textstat.automated_readability_index(text) <= 8


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_rules_of_counting_are_told_at_that_level_too(place: Place) -> None:
    text = " ".join(held.fact.says for held in HELD if (held.place, held.topic) == (place.slug, "counting"))
    assert not text or textstat.automated_readability_index(text) <= 8


@pytest.mark.parametrize("remedy", WITH_INTERVIEW, ids=by_name)
def test_a_remedy_with_an_interview_has_what_a_packet_needs(remedy: Remedy) -> None:
    if remedy.offered == "no":
        assert remedy.summary
        assert remedy.other_roads
        return
    if remedy.name.startswith(OF_HER_CASE):
        assert any(remedy.facts())
        assert remedy.addressee is None or remedy.addressee.salutation.endswith((":", ","))
        return
    assert remedy.summary
    assert remedy.addressee is not None
    assert remedy.addressee.salutation.endswith((":", ","))
    assert remedy.office is not None
    # What can be asked of a parole board is one thing in most places; the interview says it then.
    assert remedy.requests or not remedy.name.startswith("clemency/")
    assert remedy.office.lines or remedy.office.fact
    assert remedy.verification is None or "____" in remedy.verification.words
    assert remedy.not_found


@pytest.mark.parametrize("remedy", REMEDIES, ids=by_name)
def test_an_address_was_read_somewhere(remedy: Remedy) -> None:
    if remedy.office and remedy.office.lines:
        assert remedy.office.fact.confidence == "confirmed"


@pytest.mark.parametrize("remedy", REMEDIES, ids=by_name)
def test_what_is_recalled_or_weak_is_on_the_list_to_check(remedy: Remedy) -> None:
    listed = {fact.id for fact in remedy.to_check}
    assert listed == {
        fact.id for fact in remedy.facts() if fact.confidence == "recalled" or fact.verify_first
    }


def test_a_deadline_reads_as_a_sentence() -> None:
    for held in HELD:
        if isinstance(held.fact, Deadline):
            assert held.fact.to_do[0].islower() or held.fact.to_do.split()[0][0].isupper(), held.address
            assert held.fact.to_do[-1] not in ".,", held.address


def test_new_york_speaks_of_three_sevenths_because_that_is_half_of_six_sevenths() -> None:
    remedy = law.remedy("us-ny", COMMUTATION, TODAY)
    condition = next(each for each in remedy.eligibility if each.id == "half-of-minimum-served")
    release = next(each for each in law.time_rules("us-ny").shares if each.sentence == ("determinate",))
    clemency, term = condition.values[0].shares, release.values[0].shares
    assert clemency is not None
    assert term is not None
    assert clemency["of_term"] == clemency["of_minimum"] * term["served"]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_a_place_has_words_for_its_papers_and_says_where_its_prisons_are(place: Place) -> None:
    assert place.prison_number_help
    assert place.sentence_paper_help
    assert "our own count" in place.caution
    names = [facility.name for facility in law.facilities(place.slug)]
    assert len(set(names)) == len(names)
    for facility in law.facilities(place.slug):
        assert not facility.lines or facility.fact.confidence == "confirmed", "an address needs a page"


def test_every_country_and_state_with_prisons_names_those_that_hold_women() -> None:
    without = {place.slug for place in PLACES if not any(each.open for each in law.facilities(place.slug))}
    assert without <= {"un", "african-union"}


def test_the_federal_form_is_mapped_in_order() -> None:
    form = law.remedy("us", COMMUTATION, TODAY).official_form
    assert form is not None
    assert form.must_be_used
    assert [item.number for item in form.items] == [str(number) for number in range(1, len(form.items) + 1)]
    assert all(item.answered_in for item in form.items)
