"""A child in foster care: what is asked only where it counts, and what the papers then say."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from worked_examples import example, made, words_of

from unbarred.engine.papers import Paper
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

RIGHTS = "family/keep-my-rights"


def papers(place: str, **changed: Any) -> dict[str, str]:
    """Return what the papers of the place's example say, with some answers changed; None takes one out."""
    given = example(RIGHTS, place)
    answers = {**given.answers, **{name: value for name, value in changed.items() if value is not None}}
    for name, value in changed.items():
        if value is None:
            del answers[name]
    session = Session.in_memory(RIGHTS, {"place": place, "as_of": str(given.as_of)})
    assert fill(session, answers, blank_if_missing=True) == []
    return {paper.filename: words_of(paper) for paper in session.run.papers()}


def asked(place: str) -> set[str]:
    return {name for each in made(RIGHTS, place).session.answered() for name in each.given}


def paper(place: str, name: str) -> str:
    [found] = [each for each in made(RIGHTS, place).papers if each.filename == name]
    return words_of(found)


def names(of: tuple[Paper, ...]) -> set[str]:
    return {each.filename for each in of}


def test_care_counts_from_the_earlier_day_and_months_at_home_are_told() -> None:
    clock = paper("us-ny", "1-Where-the-clock-stands")
    assert "Counted as in care since\tNovember 13, 2025" in clock
    assert "February 16, 2027" in clock
    assert "With the months at home left out" in clock
    assert "is not before April 13, 2027" in clock


def test_without_the_day_of_the_court_it_says_that_all_may_come_sooner() -> None:
    clock = papers("us-ny", child_found_day=None)["1-Where-the-clock-stands"]
    assert "We do not know the day of the court’s first decision." in clock
    assert "comes sooner" in clock


def test_without_any_day_it_says_what_is_missing() -> None:
    changed = {"happened['child.removed']": None, "child_found_day": None, "child_months_home": None}
    clock = papers("us-ny", **changed)["1-Where-the-clock-stands"]
    assert "Counted as in care since" not in clock
    assert clock.count("The day we count from is missing.") >= 4


@pytest.mark.parametrize(("place", "answers"), [("us-tx", True), ("us-fl", False), ("us-pa", False)])
def test_an_answer_is_made_only_where_the_law_has_a_plain_one(place: str, answers: bool) -> None:
    assert ("answer_wanted" in asked(place)) is answers
    assert ("9-Answer" in names(made(RIGHTS, place).papers)) is answers
    steps = paper(place, "0-Next-steps")
    assert ("We found no rule here for a plain answer" in steps) is not answers
    assert "A case to end your rights is open" in steps


def test_the_answer_says_no_more_than_that_she_denies() -> None:
    answer = paper("us-tx", "9-Answer")
    assert "I deny all that the petition says." in answer
    assert "7 Nowhere Street" in answer, "who got a copy"
    assert "lawyer of the one who filed the petition" in paper("us-tx", "0-Next-steps")


def test_a_petition_that_is_not_there_is_not_answered() -> None:
    changed = dict.fromkeys(
        ["happened['petition.served']", "answer_wanted", "served[0].name_text", "served[0].role",
         "served[0].mail_address", "served.there_is_another"]
    )  # fmt: skip
    made_then = papers("us-tx", case_stage="none", **changed)
    assert "9-Answer" not in made_then
    assert "be sure that your answer is in time" not in made_then["1-Where-the-clock-stands"]


def test_after_the_end_of_rights_only_the_appeal_counts() -> None:
    assert names(made(RIGHTS, "us-ma").papers) == {
        "0-Next-steps", "1-Where-the-clock-stands", "8-Request-for-a-lawyer",
    }  # fmt: skip
    assert "happened['child.removed']" not in asked("us-ma")
    assert "December 4, 2026" in paper("us-ma", "1-Where-the-clock-stands")
    assert "so that I can ask for an appeal" in paper("us-ma", "8-Request-for-a-lawyer")


def test_where_no_time_for_an_appeal_is_held_the_sheet_says_so() -> None:
    given = example(RIGHTS, "us-ma")
    session = Session.in_memory(RIGHTS, {"place": "us-il", "as_of": str(given.as_of)})
    answers = {name: value for name, value in given.answers.items() if "facility" not in name}
    assert fill(session, answers, blank_if_missing=True) == []
    texts = {each.filename: words_of(each) for each in session.run.papers()}
    assert "We hold no time limit for an appeal here." in texts["1-Where-the-clock-stands"]


def test_what_a_rule_wants_told_is_asked_and_stands_in_the_letter_as_her_own() -> None:
    assert {f"told_points['agency-may-wait-if-parent-in-prison-{n}']" for n in range(1, 5)} <= asked("us-ny")
    letter = paper("us-ny", "7-Letter-about-the-exception")
    assert "How I try to work with the agency, my lawyer and the court" in letter
    assert "N.Y. Soc. Serv. Law § 384-b(3)(l)(i) and (v)" in letter
    assert not [name for name in asked("us-tx") if name.startswith("told_points")]


def test_days_of_a_tribe_are_counted_only_for_its_children() -> None:
    assert "happened['notice.given']" in asked("us")
    assert "happened['notice.given']" not in asked("us-ny")
    assert "25 U.S.C. § 1912(b)" in paper("us", "8-Request-for-a-lawyer")
    assert "25 U.S.C. § 1912(b)" not in paper("us-ny", "8-Request-for-a-lawyer")


def test_a_child_of_three_has_the_time_limits_of_its_age() -> None:
    young = paper("us-ca", "1-Where-the-clock-stands") + paper("us-ca", "0-Next-steps")
    assert "a child who was under 3" in young
    assert "a child who was 3 or older" not in young
    changed = {"children[0].birthdate": datetime.date(2023, 2, 2), "happened['order.made']": None}
    made = papers("us-ca", **changed)
    older = made["1-Where-the-clock-stands"] + made["0-Next-steps"]
    assert "a child who was under 3" not in older
    assert "a child who was 3 or older" in older


def test_who_has_a_lawyer_asks_the_court_for_none() -> None:
    [screen] = [
        each.screen for each in made(RIGHTS, "us-wa").session.answered() if "letters_wanted" in each.given
    ]
    assert "lawyer" not in {choice.value for choice in screen.inputs[0].choices}
    assert "Copy to my lawyer, Lane Placeholder" in paper("us-wa", "2-Letter-about-visits")


def test_in_a_care_case_no_court_is_asked_for_a_lawyer_and_no_exception_for() -> None:
    [screen] = [
        each.screen for each in made(RIGHTS, "gb-eaw").session.answered() if "letters_wanted" in each.given
    ]
    [field] = screen.inputs
    offered = {choice.value for choice in field.choices}
    assert {"visits", "services", "reviews", "relatives"} <= offered
    assert not {"lawyer", "exception"} & offered
    assert "tribe" not in asked("gb-eaw")
    assert "child_found_day" not in asked("gb-eaw")


def test_each_letter_says_by_what_law_and_whom_it_is_about() -> None:
    for name in ("2-Letter-about-visits", "3-Letter-about-services", "5-Letter-about-relatives"):
        letter = paper("us-ny", name)
        assert "Mia Example, born May 9, 2018" in letter
        assert "I rely on" in letter
    for relative in ("Ana Example", "Bea Example"):
        assert f"I am {relative}." in paper("us-ny", "6-Letters-for-relatives")


def test_the_log_has_twelve_months() -> None:
    log = paper("us-ny", "10-Contact-log")
    assert "November 2026" in log
    assert "October 2027" in log
    assert "November 2027" not in log


def test_the_day_of_the_papers_is_the_day_they_are_made() -> None:
    assert example(RIGHTS, "us-ny").as_of == datetime.date(2026, 11, 22)
    assert "November 22, 2026" in paper("us-ny", "2-Letter-about-visits")
