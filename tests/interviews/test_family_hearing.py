"""A hearing about a child, and child support: what the papers ask for, and on what they rest."""

from __future__ import annotations

from typing import Any

import pytest
from worked_examples import example, made, words_of

from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

HEARING = "family/attend-hearing"
SUPPORT = "family/child-support"


def papers(interview: str, place: str, like: str = "", **changed: Any) -> dict[str, str]:
    """Return what the papers of an example say in `place`, with some answers changed; None takes one out."""
    given = example(interview, like or place)
    answers = {**given.answers, **changed}
    answers = {name: value for name, value in answers.items() if value is not None}
    session = Session.in_memory(interview, {"place": place, "as_of": str(given.as_of)})
    assert fill(session, answers, blank_if_missing=True) == []
    return {paper.filename: words_of(paper) for paper in session.run.papers()}


def paper(interview: str, place: str, name: str) -> str:
    [found] = [each for each in made(interview, place).papers if each.filename == name]
    return words_of(found)


def screen(interview: str, place: str, name: str) -> str:
    [found] = [
        each.screen
        for each in made(interview, place).session.answered()
        if each.screen.id.partition(" ")[0] == name
    ]
    return found.text


@pytest.mark.parametrize(
    ("place", "rests_on"),
    [
        ("us-ny", "C.P.L.R. 2302(b)"),
        ("us-ca", "Cal. Penal Code § 2625(b)-(d)"),
        ("us-tx", "In re Z.L.T., 124 S.W.3d 163"),
        ("us-ma", "Adoption of Whitney, 53 Mass. App. Ct. 832"),
    ],
)
def test_the_motion_names_the_law_of_the_place(place: str, rests_on: str) -> None:
    assert f"I rely on {'N.Y. ' if place == 'us-ny' else ''}{rests_on}" in paper(HEARING, place, "2-Motion")


def test_without_a_rule_the_court_is_asked_to_use_its_power_and_no_law_is_named() -> None:
    motion = paper(HEARING, "us-ok", "2-Motion")
    [asks] = [line for line in motion.splitlines() if "use its power to order that I be brought" in line]
    assert "I rely on" not in asks
    steps = paper(HEARING, "us-ok", "0-Next-steps")
    assert "Bring me to court. We found no rule on this in Oklahoma." in steps


def test_each_choice_is_explained_with_where_it_stands_before_it_is_made() -> None:
    said = screen(HEARING, "us-ny", "court-asks")
    assert "Bring me to court" in said
    assert "2302(b)" in said
    assert "262(a)" in said


@pytest.mark.parametrize("place", ["us-il", "us-pa", "us-ma"])
def test_a_rule_for_cases_of_the_agency_is_not_named_between_parents(place: str) -> None:
    motion = papers(HEARING, place, **{"hearing.kind": "custody"})["2-Motion"]
    assert "I ask the court to use its power to order that I be brought" in motion
    assert "405/1-5" not in motion
    assert "J.N.F." not in motion
    assert "Adoption of" not in motion.partition("Who I am")[2]


@pytest.mark.parametrize(("kind", "named"), [("care", "15-11-103"), ("ending", "15-11-262")])
def test_a_lawyer_is_asked_for_under_the_law_for_her_kind_of_case(kind: str, named: str) -> None:
    motion = papers(HEARING, "us-ga", **{"hearing.kind": kind})["2-Motion"]
    assert named in motion
    assert sum(each in motion for each in ("15-11-103", "15-11-262")) == 1


def test_the_time_before_a_hearing_is_claimed_only_by_who_was_told_late() -> None:
    assert "§ 2513(b)" in paper(HEARING, "us-pa", "2-Motion")
    in_time = papers(HEARING, "us-pa", **{"hearing.told": "in_time", "why_later_told": False})["2-Motion"]
    assert "2513(b)" not in in_time


def test_a_rule_for_state_prisons_is_not_named_for_a_jail() -> None:
    assert "video hearing is required by MCR 2.004" in paper(HEARING, "us-mi", "2-Motion")
    assert "2.004" not in papers(HEARING, "us-mi", held_by="jail")["2-Motion"]


def test_only_what_she_chose_is_asked_of_the_court() -> None:
    made_of = papers(HEARING, "us-ny", court_asks=["notice"], why_there=None)
    assert "4-Statement-on-money" not in made_of
    assert "7-Letter-to-the-prison" not in made_of
    assert "Motion for notice" in made_of["2-Motion"]
    assert "brought" not in made_of["2-Motion"]
    assert "brought" not in made_of["3-Proposed-order"]


def test_the_parent_of_an_indian_child_relies_on_the_law_for_indian_children() -> None:
    motion = paper(HEARING, "us-ok", "2-Motion")
    assert "20 more days" in motion
    assert "25 U.S.C. § 1912(b)" in motion
    steps = paper(HEARING, "us-ok", "0-Next-steps")
    assert "The last day for the court to wait before a hearing about an Indian child is" in steps


def test_who_said_that_no_child_is_of_a_tribe_reads_nothing_of_it() -> None:
    assert "Indian" not in paper(HEARING, "us-ny", "0-Next-steps")


def test_in_england_nobody_is_asked_of_tribes_or_for_a_lawyer_from_the_court() -> None:
    given = {name for each in made(HEARING, "gb-eaw").session.answered() for name in each.given}
    assert "tribe" not in given
    assert "Give me a lawyer" not in screen(HEARING, "gb-eaw", "court-asks")
    assert "legal aid" in paper(HEARING, "gb-eaw", "0-Next-steps")


def test_limits_count_back_from_the_day_of_the_hearing() -> None:
    steps = paper(HEARING, "us-mi", "0-Next-steps")
    assert "is Thursday, January 7, 2027" in steps
    blank = {"hearing.day": None, "hearing.time": None}
    left_out = papers(HEARING, "us-mi", **blank)["0-Next-steps"]
    assert "The day of the hearing is missing." in left_out
    assert "January 7" not in left_out


def test_a_woman_with_a_lawyer_has_a_letter_to_the_lawyer() -> None:
    letter = paper(HEARING, "us-il", "6-Letter-to-my-lawyer")
    assert "Dear Robin Placeholder" in letter
    assert "6-Letter-to-my-lawyer" not in papers(HEARING, "us-ny")


def test_who_else_is_in_the_case_can_be_written_in_by_hand() -> None:
    proof = papers(HEARING, "us-tx")["5-Proof-of-service"]
    assert proof.count("Day it was mailed") == 2
    assert "Find out who else is in the case" in paper(HEARING, "us-tx", "0-Next-steps")


def test_a_state_prison_is_not_told_how_a_federal_one_lets_her_go() -> None:
    assert "federal prison" not in papers(HEARING, "us-ny")["0-Next-steps"]
    assert "28 C.F.R." in papers(HEARING, "us-ny", held_by="federal")["0-Next-steps"]


def test_a_state_without_rules_of_its_own_has_those_of_the_united_states() -> None:
    made_of = papers(HEARING, "us-wy", like="us-ny", facility_choice="other")
    assert "Armstrong v. Manzo, 380 U.S. 545 (1965)" in made_of["2-Motion"]
    assert "We found no rule on this in Wyoming." in made_of["0-Next-steps"]


def test_support_rests_on_the_state_and_on_the_united_states() -> None:
    request = paper(SUPPORT, "us-ny", "1-Request-to-the-office")
    assert "N.Y. Fam. Ct. Act § 451(1) and (3)(a)" in request
    assert "45 C.F.R. § 303.8(b)(2)" in request
    assert "45 C.F.R. § 302.56(c)(3)" in paper(SUPPORT, "us-ga", "1-Request-to-the-office")


def test_nothing_is_filed_with_a_court_unless_she_wants_it() -> None:
    names = set(papers(SUPPORT, "us-mi"))
    assert names == {"0-Next-steps", "1-Request-to-the-office", "3-Statement-on-money"}
    assert "2-Request-to-the-court" in papers(SUPPORT, "us-ny")


def test_the_paper_says_what_she_is_not_in_prison_for_only_if_she_says_so() -> None:
    says = "I am not in prison for not paying support"
    assert says in papers(SUPPORT, "us-ny")["1-Request-to-the-office"]
    for other in (True, None):
        changed = papers(SUPPORT, "us-ok", **{"support.crime_counts": other})
        assert says not in changed["1-Request-to-the-office"]
        assert ("the rule may not hold for you" in changed["0-Next-steps"]) is (other is True)


def test_an_address_is_asked_for_only_where_we_have_none() -> None:
    assert "P.O. Box 248822" in paper(SUPPORT, "us-ok", "1-Request-to-the-office")
    blank = papers(SUPPORT, "us-mi", **{"support.office_name": None, "support.office_address": None})
    assert "Friend of the Court" in blank["1-Request-to-the-office"]
    assert "The postal address is missing." in blank["0-Next-steps"]


def test_the_days_to_object_are_counted() -> None:
    assert "is Monday, December 7, 2026" in paper(SUPPORT, "us-mi", "0-Next-steps")


def test_a_court_is_not_asked_for_what_only_the_office_can_do() -> None:
    court = paper(SUPPORT, "us-il", "2-Request-to-the-court")
    assert "record of what I paid" not in court
    assert "303.8" not in court
    assert "I ask the court to look at my support order again" in court
    only_the_record = papers(SUPPORT, "us-il", support_asks=["record"])["2-Request-to-the-court"]
    assert "I ask the court to look at my support order again" in only_the_record
