"""What is particular to the interview on visits: what is offered where, two places, steps of a complaint."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache

import pytest
from place_words import words_on
from walking import nothing, walk
from worked_examples import example, words_of

from unbarred.answers.values import AnswerValue
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

NAME = "family/visits"
STEPS = "0-Next-steps"
PAPERS = {
    "facility": "1-Request-for-visits",
    "agency": "2-Letter-to-the-agency",
    "court": "3-Request-to-the-court",
    "refused": "4-Appeal-about-visits",
    "nearer": "5-Request-to-be-moved",
    "baby": "6-Place-with-my-baby",
    "licence": "7-Childcare-leave",
}
PLAN = "8-Visit-plan"


def sitting(place: str, **changes: AnswerValue | None) -> Session:
    """Return a session that was answered as the worked example is, with some of its answers changed."""
    given = example(NAME, place)
    session = Session.in_memory(NAME, {"place": place, "as_of": str(given.as_of)})
    told = {_named(name): value for name, value in changes.items()}
    assert fill(session, {**given.answers, **told}, blank_if_missing=True) == []
    return session


def _named(name: str) -> str:
    """Write `happened__incident__learned` as the interview calls it: `happened['incident.learned']`."""
    event = name.removeprefix("happened__").replace("__", ".")
    return f"happened['{event}']" if name.startswith("happened__") else name.replace("__", ".")


@cache
def _unchanged(place: str) -> dict[str, str]:
    return {paper.filename: words_of(paper) for paper in sitting(place).run.papers()}


def packet(place: str, **changes: AnswerValue | None) -> dict[str, str]:
    """Return what each paper says, by the names of their files."""
    if not changes:
        return _unchanged(place)
    return {paper.filename: words_of(paper) for paper in sitting(place, **changes).run.papers()}


def asked(session: Session) -> list[str]:
    return [each.screen.id.partition(" ")[0] for each in session.answered()]


def offered(place: str) -> set[str]:
    """Return what she can choose in a place."""
    session = Session.in_memory(NAME, {"place": place, "as_of": "2026-11-22"})
    while "needs" not in (screen := session.screen).id:
        session.submit({field.name: True for field in screen.inputs})
    return {str(choice.value) for field in screen.fields for choice in field.choices}


@pytest.mark.parametrize(
    ("place", "only"),
    [
        ("us", {"facility", "agency", "court", "refused", "nearer"}),
        ("us-ny", {"facility", "agency", "court", "refused", "nearer", "baby"}),
        ("us-ga", {"facility", "agency", "court", "refused"}),
        ("us-il", {"facility", "agency", "court", "refused", "baby"}),
        ("us-tx", {"facility", "agency", "court", "refused", "nearer"}),
        ("gb-eaw", set(PAPERS)),
        ("gb-sct", {"baby"}),
    ],
)
def test_only_what_the_law_of_the_place_has_can_be_chosen(place: str, only: set[str]) -> None:
    assert offered(place) == only


@pytest.mark.parametrize("need", PAPERS)
def test_each_need_is_a_paper_of_its_own(need: str) -> None:
    papers = packet("gb-eaw", needs=(need,))
    with_a_plan = {PLAN} if need in ("facility", "agency", "court", "refused") else set()
    assert set(papers) == {PAPERS[need], STEPS} | with_a_plan


def test_the_childs_case_can_be_in_another_place_than_the_prison() -> None:
    papers = packet("us", needs=("facility", "agency"), child_place="us-ny")
    assert "N.Y. Soc. Serv. Law" in papers[PAPERS["agency"]]
    assert "C.F.R." not in papers[PAPERS["agency"]]
    assert "28 C.F.R." in papers[PAPERS["facility"]]
    assert "N.Y." not in papers[PAPERS["facility"]]


def test_where_the_childs_case_is_may_be_unknown() -> None:
    papers = packet("us-ny", needs=("agency",), child_place="other")
    assert "These rules speak of visits with a parent" not in papers[PAPERS["agency"]]
    assert "We found no rule on visits through the agency" in papers[STEPS]


def test_who_asks_for_no_childs_case_is_not_asked_about_one() -> None:
    seen = asked(sitting("us-ny", needs=("facility", "refused", "nearer")))
    assert not {"child-case-place", "agency", "child-court", "has-own-lawyer"} & set(seen)


def test_no_letter_of_hers_names_a_rule_that_is_against_her() -> None:
    papers = packet("us-ny")
    assert not [name for name, said in papers.items() if "Overton" in said and name != STEPS]
    assert not [name for name, said in papers.items() if "384-b(4)(b)" in said]
    assert "Overton v. Bazzetta" in papers[STEPS]


@pytest.mark.parametrize(
    ("place", "against_her", "for_her"),
    [
        ("us-ca", "§ 3173.1", "§§ 3170.1, 3172, 3172.1"),
        ("us-fl", "33-601.720", "33-601.715(2)"),
        ("us-ga", "125-3-4-.02(1)(a)", "125-3-4-.02(1)."),
        ("us-mi", "R 791.6611", "R 791.6609(1)"),
    ],
)
def test_a_request_names_the_rules_for_visits_and_not_those_that_stop_them(
    place: str, against_her: str, for_her: str
) -> None:
    papers = packet(place)
    for letter in (papers[PAPERS["facility"]], papers[PAPERS["refused"]]):
        assert for_her in letter
        assert against_her not in letter
    assert against_her in papers[STEPS]


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        (datetime.date(2026, 11, 9), "is Monday, November 30, 2026. 8 days are left."),
        (datetime.date(2026, 11, 2), "is Monday, November 23, 2026. 1 day is left."),
        (datetime.date(2026, 10, 26), "was Monday, November 16, 2026. It passed 6 days ago."),
    ],
)
def test_the_first_step_of_a_complaint_is_counted(happened: datetime.date, told: str) -> None:
    said = packet("us-ny", happened__incident__happened=happened)[STEPS]
    assert f"The last day to file the grievance {told}" in said
    assert "To tell the last day to appeal" not in said


def test_a_day_that_is_missing_is_named() -> None:
    papers = packet("us-ny", happened__incident__happened=None)
    assert "To tell the last day to file the grievance, we need to know the day it happened." in papers[STEPS]


def test_who_complained_before_is_told_the_last_day_of_the_next_step_alone() -> None:
    papers = packet("us")
    assert "The last day to appeal on the BP-10 is Wednesday, December 2, 2026." in papers[STEPS]
    assert "The last day to file the BP-9" not in papers[STEPS]
    assert "The last day to appeal on the BP-11" not in papers[STEPS]
    assert "The BP-11 is due within" in papers[STEPS]
    assert "With the paper by which I appeal on the BP-10" in papers[PAPERS["refused"]]


def test_the_next_step_can_be_left_open() -> None:
    papers = packet("us", next_step=None)
    assert "The last day to" not in papers[STEPS]
    assert "The BP-10 is due within" in papers[STEPS]
    assert "Dear Warden:" in papers[PAPERS["refused"]]


def test_an_appeal_goes_to_whom_the_law_names() -> None:
    assert "To the Director's Review Committee:" in packet("us-tx")[PAPERS["refused"]]
    assert "Dear Superintendent:" in packet("us-ny")[PAPERS["refused"]]


def test_the_paper_of_a_complaint_is_named_beside_the_letter() -> None:
    assert "a grievance, on form CDCR 602-1, to the Office of Grievances" in packet("us-ca")[STEPS]
    assert "The complaint steps of the prison may ask for a form" in packet("us-ga")[STEPS]


def test_what_counts_from_an_answer_does_not_count_from_the_refusal() -> None:
    said = packet("us-ma")[STEPS]
    assert "The last day to" not in said
    assert "We found no time limit for the first step." in said
    assert "Later: The grievance is due within 10 business days" in said


def test_where_nobody_answered_there_is_no_decision_to_take_back() -> None:
    papers = packet("us-pa")
    assert "decision" not in papers[PAPERS["refused"]].partition("Superintendent:")[2]
    assert "a copy of your request" in papers[STEPS]


def test_who_was_refused_is_not_the_other_adult() -> None:
    assert "another adult who brings my child\n" in packet("us-wa")[PAPERS["refused"]]
    other = packet("us-wa", refusal_whom="Finn")[PAPERS["refused"]]
    assert "another adult who brings my child: Al Sample" in other


def test_a_move_is_asked_of_the_office_with_an_address_where_there_is_one() -> None:
    head = packet("us-tx")[PAPERS["nearer"]].partition("Re:")[0]
    assert "Huntsville" in head
    assert head.count("Gatesville") == 1  # hers alone


def test_where_the_law_names_nobody_the_letter_speaks_to_the_head_of_the_prison() -> None:
    session = walk("us-oh", 3, nothing, NAME).session
    papers = {paper.filename: words_of(paper) for paper in session.run.papers()}
    letters = [said for name, said in papers.items() if name in (PAPERS["facility"], PAPERS["refused"])]
    assert all("To the head of the prison:" in said for said in letters)


def test_a_baby_that_is_not_born_has_no_last_day() -> None:
    assert "The last day to have your baby" not in packet("us-ny")[STEPS]
    born = packet("us-il", needs=("baby",))[STEPS]
    assert "The last day to have your baby with you in the unit is Sunday, January 30, 2028." in born


def test_a_small_child_is_not_called_a_baby() -> None:
    assert "a place where my child can live with me" in packet("us-ca")[PAPERS["baby"]]
    assert "a place where my baby can live with me" in packet("us-ny")[PAPERS["baby"]]


def test_a_refused_place_is_appealed_in_the_same_paper() -> None:
    assert "I appeal, and I ask for a new decision." in packet("gb-eaw")[PAPERS["baby"]]
    assert "I appeal" not in packet("gb-eaw", baby_refused=False)[PAPERS["baby"]]


SENSITIVE = (
    *("bond", "child_wants", "near_reasons", "refusal_answer", "licence_risk", "licence_care"),
    *("baby_why", "baby_classes", "baby_helpers", "baby_parting"),
)


@pytest.mark.parametrize("place", ["us-ny", "gb-eaw"])
def test_with_all_that_is_hard_to_tell_left_out_the_papers_are_whole(place: str) -> None:
    papers = packet(place, **dict.fromkeys(_asked_of(SENSITIVE, place), None))
    assert set(papers) == set(packet(place))


def _asked_of(names: Iterable[str], place: str) -> list[str]:
    return [name for name in names if name in example(NAME, place).answers]


def test_rules_are_shown_before_anything_is_asked_about_it() -> None:
    session = sitting("gb-eaw")
    seen = asked(session)
    assert seen.count("rules") == len(PAPERS)
    assert max(place for place, name in enumerate(seen) if name == "rules") < seen.index("name")
    said = words_on([each.screen for each in session.answered() if each.screen.id.startswith("rules")])
    assert "sole carer" in said
    assert "two visits in every four weeks" in said
