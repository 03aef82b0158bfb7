"""A person's answers to one of our interviews fill the next, as `interviews/shared/used-again.yml` says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from unbarred import content
from unbarred.answers import answer_file
from unbarred.answers.answer_set import AnswerSet
from unbarred.answers.values import Plain, to_plain
from unbarred.engine import load
from unbarred.screens import FieldKind
from unbarred.sessions import Session
from unbarred.sessions.earlier import taken_from
from unbarred.sessions.export import answer_set
from unbarred.sessions.name_pattern import NamePattern
from unbarred.sessions.provisional import provisional
from unbarred.sessions.unattended import fill
from unbarred.sessions.used_again import Reach, UsedAgain

ROOT = Path(__file__).parents[2]
WORKED = Path(__file__).parent / "worked"
COMMUTATION = "clemency/commutation"
OURS = UsedAgain({}, "", is_ours=True)

ONCE = (
    "petitioner.name.first",
    "petitioner.birthdate",
    "petitioner.prison_number",
    "facility_choice",
    "convictions[0].offense",
    "convictions[1].term_years",
    "convictions[1].court",
    "custody.start",
    "helper.name_text",
    "programs[2].title",
)
"""What Rosa said for her commutation and is not asked again."""

OWN_WORDS = ("story", "responsibility", "abuse_account", "reasons", "request_kind", "helper_may_talk", "home")
"""What each paper wants anew."""


@pytest.fixture(scope="module")
def rosa() -> AnswerSet:
    given = answer_file.load(ROOT / "examples" / "rosa-example.yml")
    session = Session.in_memory(COMMUTATION, {"place": given.jurisdiction, "as_of": str(given.as_of)})
    assert fill(session, given.answers) == []
    return answer_set(session)


@pytest.fixture(scope="module")
def dana() -> AnswerSet:
    """The answers to an interview about children."""
    return answer_file.load(WORKED / "family" / "attend-hearing" / "us-ny.yml")


def walked(folder: Path, interview: str, answers: AnswerSet, *, place: str = "") -> Session:
    """Return a session that was begun from `answers` and answered with what was filled in, or by guess."""
    asked_by, wanted_by = load(answers.interview), load(interview)
    earlier = taken_from(answers, "rosa", asked_by, wanted_by, place)
    arguments = {"place": place} if place else {}
    session = Session.begin(folder / "next", interview, arguments | {"as_of": "2026-11-22"}, earlier=earlier)
    while not session.is_over:
        in_prison = {"in_prison": True} if session.screen.id.startswith("in-prison") else {}
        session.submit({**provisional(session.screen), **session.given_before(), **in_prison})
    session.close()
    return session


def taken_over(session: Session) -> dict[str, Plain]:
    given = [each.given for each in session.answered() if each.taken_from]
    return {name: to_plain(value) for each in given for name, value in each.items()}


@pytest.mark.parametrize("interview", ["clemency/pardon", "parole/release-packet"])
def test_a_matter_fills_the_next_interview(tmp_path: Path, rosa: AnswerSet, interview: str) -> None:
    session = walked(tmp_path, interview, rosa)
    taken = taken_over(session)
    assert session.place == "us-ny", "the place is not asked again"
    assert {name: taken.get(name) for name in ONCE} == {name: rosa.answers[name] for name in ONCE}
    assert not taken.keys() & set(OWN_WORDS)
    assert taken["convictions.there_is_another"] is False


def test_where_the_place_is_another_its_prison_and_its_sentence_are_asked(
    tmp_path: Path, rosa: AnswerSet
) -> None:
    session = walked(tmp_path, "clemency/pardon", rosa, place="us-ca")
    taken = taken_over(session)
    assert session.place == "us-ca"
    assert {"petitioner.name.first", "petitioner.birthdate", "helper.name_text"} <= taken.keys()
    assert not [name for name in taken if name.startswith(("convictions", "custody", "facility", "court"))]


@pytest.mark.parametrize("interview", ["family/keep-my-rights", "family/care-of-my-child"])
def test_children_and_their_place_are_asked_once(tmp_path: Path, dana: AnswerSet, interview: str) -> None:
    session = walked(tmp_path, interview, dana)
    taken = taken_over(session)
    once = [
        name for name in dana.answers if name.startswith(("children[", "petitioner.name", "facility_choice"))
    ]
    assert len(once) > 6
    assert {name: taken.get(name) for name in once} == {name: dana.answers[name] for name in once}
    assert (session.place, taken["child_place"]) == ("us-ny", "us-ny")


def test_a_matter_goes_on_across_topics(tmp_path: Path, rosa: AnswerSet) -> None:
    session = walked(tmp_path, "family/attend-hearing", rosa, place="us-ny")
    taken = taken_over(session)
    assert taken["petitioner.name.last"] == "Example"
    assert taken["facility_choice"] == "Bedford Hills Correctional Facility"
    shown = {name: value for each in session.answered() for name, value in each.given.items()}
    assert shown["children[1].first_name"] == "Mateo", "it was filled in"


def test_an_interview_that_asks_for_the_place_otherwise_is_not_told_it(rosa: AnswerSet) -> None:
    earlier = taken_from(rosa, "rosa", load(COMMUTATION), load("family/attend-hearing"))
    assert not {"court", "state", "child_place", "held_in"} & earlier.anywhere.keys()
    assert earlier.anywhere["children[0].first_name"] == "Luz"
    assert "children[0].age" not in earlier.anywhere


@pytest.mark.parametrize(
    "name", [*OWN_WORDS, "happened['decision.received']", "told['x']", "children[0].age"]
)
def test_what_each_paper_wants_anew_is_not_in_the_list(name: str) -> None:
    assert OURS.reach(name) is None


def test_every_name_of_the_list_is_asked_by_an_interview_of_ours() -> None:
    text = (content.interviews() / "shared" / "used-again.yml").read_text(encoding="utf-8")
    said = yaml.safe_load(text)["metadata"]
    listed = [name for reach in Reach for name in said.get(reach, {})]
    ours = [load(name) for name in content.interview_names()]
    asked = {name for each in ours for name in each.parsed.questions}
    unasked = [name for name in listed if not any(NamePattern(name).fits(each, "") for each in asked)]
    assert unasked == []


def test_long_answers_are_told_anew_but_for_addresses_and_what_stands_in_a_record(rosa: AnswerSet) -> None:
    session = Session.in_memory(COMMUTATION, {"place": "us-ny", "as_of": "2026-11-21"})
    assert fill(session, rosa.answers) == []
    inputs = [field for each in session.answered() for field in each.screen.inputs]
    long = {field.name for field in inputs if field.kind is FieldKind.AREA and OURS.reach(field.name)}
    assert long == {
        "facility_other_address",
        "helper.mail_address",
        "discipline[0].explanation",
        "supporters[0].address",
        "supporters[1].address",
    }
