"""What is particular to the packet for a parole board: the crime, the factors, days, the kinds of hearing."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
import worked_examples
from worked_examples import example, words_of

from unbarred import law
from unbarred.law import interview as for_interviews
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

NAME = "parole/release-packet"
AS_OF = datetime.date(2026, 11, 22)
PLACES = [each.slug for each in law.places("parole/parole")]


def packet(place: str, **changes: Any) -> dict[str, str]:
    """Return what each paper of a worked example says, with some answers changed; `...` takes one out."""
    given = example(NAME, place)
    session = Session.in_memory(NAME, {"place": place, "as_of": str(given.as_of)})
    told = {**given.answers, **{name.replace("__", "."): value for name, value in changes.items()}}
    answers = {name: value for name, value in told.items() if value is not ...}
    assert fill(session, answers, blank_if_missing=True) == []
    return {paper.filename: words_of(paper) for paper in session.run.papers()}


def screens_asked(place: str, **changes: Any) -> list[str]:
    given = example(NAME, place)
    session = Session.in_memory(NAME, {"place": place, "as_of": str(given.as_of)})
    assert fill(session, {**given.answers, **changes}, blank_if_missing=True) == []
    return [each.screen.id.partition(" ")[0] for each in session.answered()]


@pytest.mark.parametrize("choice", ["since", None])
def test_she_can_leave_the_crime_out(choice: str | None) -> None:
    said = packet("us-ny", about_the_crime=choice)["3-Personal-statement"]
    assert "What happened" not in said
    assert "I drove the car" not in said
    assert "I say that I did not do" not in said
    assert "Who I am now" in said


def test_nobody_is_asked_to_confess_who_leaves_the_crime_out() -> None:
    asked = screens_asked("us-ny", about_the_crime="since")
    assert not {"story", "responsibility-today", "insight", "denied-words"} & set(asked)


def test_an_open_court_case_is_named_where_the_crime_is_left_out() -> None:
    assert "still open" in packet("us-ca")["3-Personal-statement"]
    assert "still open" not in packet("us-ny", about_the_crime="since")["3-Personal-statement"]
    assert "Let your lawyer read the statement" in packet("us-ca")["0-Next-steps"]


def test_she_can_say_that_she_did_not_do_it() -> None:
    papers = packet("us-ma")
    assert "I say that I did not do what I was convicted of." in papers["3-Personal-statement"]
    assert "You say that you did not do it." in papers["Hearing-day"]
    assert "What was your part in it" not in papers["Hearing-day"]


def test_each_factor_stands_with_its_citation_and_what_speaks_to_it() -> None:
    papers = packet("us-ny")
    [of_others] = law.remedy("us-ny", "parole/parole", AS_OF).ids_only_for("life term")
    assert of_others == "under-18-at-the-crime"
    for fact in law.remedy("us-ny", "parole/parole", AS_OF).leaving_out(["life term"]).standard:
        assert fact.says in papers["Hearing-day"]
        assert fact.cited in papers["Hearing-day"]
    assert "N.Y. Exec. Law § 259-i(2)(c)(A)" in papers["2-Summary"].replace("\xa0", " ")
    assert "Scores of risk and needs (COMPAS)" in papers["2-Summary"]
    assert "I have lived by the rules for more than seven years" in papers["2-Summary"]


def test_the_summary_cites_no_section_from_memory_and_no_newspaper() -> None:
    federal = packet("us")["2-Summary"]
    assert "Keeping the rules of the prison" in federal
    assert "4206" not in federal
    assert "News" not in packet("us-ok")["2-Summary"]


def test_letters_and_exhibits_are_promised_only_if_they_are_there() -> None:
    def letter(letters: str, exhibit: bool) -> str:
        changed = {"supporters[0].letter": letters, "exhibits[1].have": exhibit}
        return packet("us-ca", **changed)["1-Letter"]

    assert "who support me with the letter, a list of exhibits with the exhibits, my" in letter("have", True)
    assert "who support me, a list of exhibits with those that I have, my" in letter("asked", False)
    assert "the letters that I have" in packet("us-ny")["1-Letter"]
    assert "Put the letter from Carmen Example" in packet("us-ny")["0-Next-steps"]


def test_without_an_answer_to_a_factor_the_summary_has_no_table() -> None:
    given = example(NAME, "us-ny").answers
    none = {name: None for name in given if name.startswith("weighed")}
    assert "What speaks to the points" not in packet("us-ny", **none)["2-Summary"]


def test_where_it_is_decided_on_papers_nothing_is_said_of_a_room() -> None:
    said = packet("us-tx")["Hearing-day"]
    assert "The day of the review" in said
    assert "In the room" not in said


def test_what_she_tried_to_say_stands_on_her_own_sheet_alone() -> None:
    papers = packet("us-ny")
    mine = "I do not say less than that."
    assert [name for name, said in papers.items() if mine in said] == ["Hearing-day"]


def test_what_comes_after_a_first_interview_is_counted_only_from_a_first_interview() -> None:
    day = "February 4, 2027"
    assert day not in packet("us-fl")["0-Next-steps"].replace("\xa0", " ")
    none = {f"board_before_{name}": None for name in ("when", "said", "since")}
    assert day in packet("us-fl", board_before=False, **none)["0-Next-steps"].replace("\xa0", " ")


def test_the_day_for_a_life_term_is_counted_for_a_life_term_alone() -> None:
    day = "December 10, 2031"
    numbers = {f"convictions[0].maximum_{unit}": ... for unit in ("years", "months")}
    life = {"convictions[0].maximum_is_life": True, **numbers}
    said = packet("us-mi")
    assert not [name for name in said if day in said[name] or "With a life term" in said[name]]
    assert day in packet("us-mi", **life)["0-Next-steps"].replace("\xa0", " ")
    unknown = {"convictions[0].maximum_years": None}
    assert day not in packet("us-mi", **unknown)["0-Next-steps"].replace("\xa0", " ")


def test_the_crimes_that_a_rule_names_are_shown_and_her_word_decides() -> None:
    def steps(listed: bool | None) -> str:
        return packet("us-fl", **{"told['offense.listed']": listed})["0-Next-steps"].replace("\xa0", " ")

    for listed in (True, None):
        assert "January 25, 2034" in steps(listed)
    assert "January 25, 2034" not in steps(False)
    assert "January 25, 2029" in steps(False)


def test_representations_are_due_four_weeks_after_the_referral() -> None:
    steps = packet("gb-eaw")["0-Next-steps"]
    assert "14 December 2026" in steps
    left = packet("gb-eaw", **{"happened['case.referred']": None})["0-Next-steps"]
    assert "we need to know the day the case was referred" in left


def test_the_other_kinds_of_hearing_of_a_place_are_held_against_her_too() -> None:
    steps = packet("us-ca")["0-Next-steps"]
    for name in ("parole/elderly-parole", "parole/youth-offender-parole"):
        assert law.remedy("us-ca", name, AS_OF).title in steps


def test_an_appeal_is_not_part_of_the_request() -> None:
    asked = for_interviews.remedy("us-pa", "parole/parole", AS_OF, until_decided=True)
    whole = law.remedy("us-pa", "parole/parole", AS_OF)
    assert {fact.id for fact in asked.if_refused} >= {fact.id for fact in whole.reapply}
    assert not asked.reapply
    assert not any(each.follows_a_decision for each in asked.deadlines)
    assert {fact.id for fact in whole.facts()} == {fact.id for fact in asked.facts()}


@pytest.mark.parametrize("place", PLACES)
def test_each_place_says_whom_the_packet_speaks_to_and_where_it_goes(place: str) -> None:
    held = law.remedy(place, "parole/parole", AS_OF)
    assert held.addressee is not None
    assert held.office is not None
    assert held.addressee.salutation
    for road in ("parole/elderly-parole", "parole/youth-offender-parole", "parole/presumptive-parole"):
        if law.has(place, road):
            assert law.remedy(place, road, AS_OF).addressee is not None


def test_there_is_a_worked_example_wherever_the_law_is_deep() -> None:
    assert set(worked_examples.places(NAME)) >= {
        *("us", "us-ny", "us-ca", "us-tx", "us-fl", "us-il", "us-pa", "us-ga", "us-mi", "us-wa"),
        *("us-ma", "us-ok", "gb-eaw", "gb-sct"),
    }
