"""An interview is for each place that has one of its remedies; elsewhere it says plainly what there is."""

from __future__ import annotations

import dataclasses

import pytest

from unbarred import law
from unbarred.errors import ExitCode, UsageError
from unbarred.law import interview
from unbarred.sessions import arguments, catalogue
from unbarred.sessions.catalogue import Entry


def entry(*remedies: str) -> Entry:
    named = dataclasses.replace(catalogue.entry("clemency/pardon").origin, name="family/example")
    return Entry(named, {"remedies": list(remedies)})


def slugs(remedy: str) -> set[str]:
    return {each.slug for each in law.places(remedy)}


BOTH = ("family/mother-and-baby-unit", "family/federal-visits")


def test_it_is_for_the_places_of_any_of_its_remedies() -> None:
    first, second = (slugs(each) for each in BOTH)
    assert first - second
    assert second - first
    assert set(entry(*BOTH).places) == first | second
    assert arguments.check(entry(*BOTH), min(first - second), None) == {"place": min(first - second)}


def test_it_can_ask_which_of_them_a_place_has() -> None:
    for place in entry(*BOTH).places:
        assert [interview.has(place, each) for each in BOTH] == [place in slugs(each) for each in BOTH]
    assert not interview.has("nowhere", BOTH[0])
    assert {slug for choice in interview.places_with(*BOTH) for slug in choice} == set(entry(*BOTH).places)


def test_elsewhere_it_says_what_is_missing_who_has_it_and_who_helps() -> None:
    with pytest.raises(UsageError) as refused:
        arguments.check(entry(*BOTH), "us-nm", None)
    message, hint = refused.value.message, refused.value.hint
    assert refused.value.code is ExitCode.USAGE
    where = law.place("us-nm").name
    assert (
        message == f"We hold nothing about family/example for {where}, so we cannot make these papers there."
    )
    for slug in entry(*BOTH).places:
        assert slug in hint
    helpers = [each.name for remedy in BOTH for each in law.organisations("us-nm", remedy)]
    assert helpers
    assert f"Who can help in {where}: {helpers[0]}" in hint
