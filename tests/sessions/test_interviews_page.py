"""docs/interviews.md is made from the project; run `python -m unbarred.sessions.interviews_page`."""

from __future__ import annotations

from unbarred import content, law
from unbarred.law import topics
from unbarred.sessions import catalogue
from unbarred.sessions.interviews_page import PAGE, State, page, states_of, worked_examples

ROOT = content.root()


def test_the_page_is_what_the_project_says_today() -> None:
    written = (ROOT / PAGE).read_text(encoding="utf-8").splitlines()
    assert page(ROOT).splitlines() == written, "make it anew: python -m unbarred.sessions.interviews_page"


def test_an_interview_is_in_each_place_in_one_of_four_states() -> None:
    commutation = catalogue.entry("clemency/commutation")
    states = states_of(commutation, {"us-ny"})
    assert set(states) == {place.slug for place in law.places()}
    assert {slug for slug, state in states.items() if state is not State.NOTHING_HELD} == set(
        commutation.places
    )
    assert [slug for slug, state in states.items() if state is State.WORKED] == ["us-ny"]
    for slug, state in states.items():
        held = topics.remedy(content.jurisdictions(), slug, "clemency/commutation")
        assert (state is State.NOT_OFFERED) is bool(held and held.offered == "no")
    assert len(set(states.values())) == 4


def test_each_worked_example_is_of_an_interview_and_a_place() -> None:
    for name, places in worked_examples(ROOT).items():
        assert places <= set(catalogue.entry(name).places), name
