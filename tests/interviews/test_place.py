"""The place can be given at the start, chosen on a screen, and changed later."""

from __future__ import annotations

import random
from pathlib import Path

from walking import AS_OF, COMMUTATION, answer_by_chance, everything

from unbarred.answers import answer_file
from unbarred.documents.word.reading import text_of_parts
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

ROSA = Path(__file__).parents[2] / "examples" / "rosa-example.yml"


def test_it_is_asked_if_it_is_not_given() -> None:
    session = Session.in_memory(COMMUTATION, {"as_of": AS_OF.isoformat()})
    session.submit({})
    [field] = session.screen.inputs
    labels = {choice.value: choice.label for choice in field.choices}
    assert "federal" in labels["us"].lower()
    assert "state" in labels["us/"].lower()
    assert labels["gb-sct"] == "Scotland"
    assert session.place == ""
    session.submit({"court": "us/"})
    [field] = session.screen.inputs
    names = [choice.label for choice in field.choices]
    assert len(names) == 51
    assert names == sorted(names)
    session.submit({"state": "us-ny"})
    assert session.place == "us-ny"


def test_where_there_is_one_law_it_is_asked_in_one_step() -> None:
    session = Session.in_memory(COMMUTATION, {"as_of": AS_OF.isoformat()})
    session.submit({})
    session.submit({"court": "ke"})
    assert session.place == "ke"


def test_it_can_be_changed_when_all_is_answered_and_what_fits_both_places_is_kept() -> None:
    rosa = answer_file.load(ROSA)
    session = Session.in_memory(COMMUTATION, {"as_of": AS_OF.isoformat()})
    assert fill(session, {**rosa.answers, "court": "us/", "state": "us-ny"}) == []
    before = len(session.answered())
    number = next(each.number for each in session.answered() if "court" in each.given)
    change = session.amend(number, {"court": "us"})
    assert change.kept > before - 12
    dropped = {name for each in change.dropped for name in each.given}
    assert "facility_choice" in dropped, "no prison of New York is a federal one"
    chance = random.Random(1)
    asked = 0
    while not session.is_over:
        answer_by_chance(session, chance, everything)
        asked += 1
        assert asked < 20, "nearly everything is asked again"
    papers = {paper.filename: text_of_parts(paper.content) for paper in session.run.papers()}
    assert "1-Petition" in papers
    assert "1-Application" not in papers
    assert "Rosa" in papers["1-Petition"]
    assert "Dear Governor" not in "".join(papers.values())
