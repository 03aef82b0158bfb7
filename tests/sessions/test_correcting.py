"""Corrections from an answer set are made all together, or not at all; what they do is told."""

from __future__ import annotations

from typing import Any

import pytest
from small_interviews import ANA, END, SEEN, Desk, names_of, said

from unbarred.sessions.correcting import correct

ANY, NONE = {"kids.there_are_any": True}, {"kids.there_are_any": False}
MORE, ENOUGH = {"kids.there_is_another": True}, {"kids.there_is_another": False}
TO_THE_END = (SEEN, ANA, {"color": "red"}, {"shade": "dark"}, NONE, {"story": "It was."})


def changes(found: Any) -> list[tuple[str, object, object]]:
    return [(each.name, each.before, each.after) for each in found.changed]


def test_several_answers_of_several_screens(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    found = correct(desk.session, {"story": "It was not.", "first": "Eva", "shade": "dark"})
    assert changes(found) == [("first", "Ana", "Eva"), ("story", "It was.", "It was not.")]
    assert (found.kept, found.dropped, found.asked) == (4, [], [])
    assert dict(said(desk.resume()))["story story"] == {"story": "It was not."}


def test_what_goes_and_what_is_asked_because_of_it_is_told(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    found = correct(desk.session, {"color": "blue"})
    assert (names_of(tuple(found.dropped)), found.asked) == (["shade"], [])
    desk.session.amend(3, {"color": "red"})
    desk.give()
    found = correct(desk.session, {"kids.there_are_any": True})
    assert [each.id for each in found.asked] == ["kid kids[0].first", "kids-another kids.there_is_another"]
    assert desk.resume().screen.id == "kid kids[0].first"


def test_a_question_that_comes_up_is_answered_from_the_same_set(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    found = correct(desk.session, {"kids.there_are_any": True, "kids[0].first": "Luz"})
    assert changes(found)[-1] == ("kids[0].first", None, "Luz")
    assert [each.id for each in found.asked] == ["kids-another kids.there_is_another"]
    assert desk.give(ENOUGH).is_over


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"first": "Eva", "color": "green"}, "color"),
        ({"first": "Eva", "colour": "red"}, "colour"),
        ({"first": "E" * 30}, "first"),
        ({"color": "blue", "shade": "light"}, "shade"),
        ({"first": "Eva", "born": "no day"}, "born"),
    ],
)
def test_where_one_is_wrong_none_is_changed(desk: Desk, answers: dict[str, object], name: str) -> None:
    desk.give(*TO_THE_END)
    before = desk.journal.read_bytes()
    found = correct(desk.session, answers)
    assert [each.name for each in found.complaints] == [name]
    assert desk.journal.read_bytes() == before
    assert said(desk.resume())[1] == ("name first born", ANA)


def test_everything_that_is_wrong_is_named_at_once(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    found = correct(desk.session, {"born": "no day", "color": "green", "colour": "red", "first": "Eva"})
    assert [each.name for each in found.complaints] == ["born", "color", "colour"]


def test_an_answer_that_another_correction_makes_wrong_is_asked_again(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    found = correct(desk.session, {"first": "Mo"})
    assert [each.id for each in found.asked] == ["shade shade"]
    assert desk.session.screen.id == "shade shade"


def test_trying_changes_nothing_and_says_the_same(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    before = desk.journal.read_bytes()
    tried = correct(desk.session, {"color": "blue"}, dry_run=True)
    assert (desk.journal.read_bytes(), desk.session.is_over) == (before, True)
    assert correct(desk.session, {"color": "blue"}) == tried


def test_in_the_middle_of_a_session_only_what_is_new_is_told(desk: Desk) -> None:
    desk.give(SEEN, ANA, {"color": "blue"})
    assert correct(desk.session, {"first": "Eva"}).asked == []
    found = correct(desk.session, {"color": "red"})
    assert [each.id for each in found.asked] == ["shade shade"]


DEPENDS = (
    """
mandatory: True
code: |
  state
  county
  note
  over
---
id: state
question: State?
fields:
  - State: state
---
id: county
depends on: state
question: County of ${ state }?
fields:
  - County: county
---
id: note
question: Note?
fields:
  - Note: note
"""
    + END
)


def test_what_the_interview_says_depends_on_it_is_asked_again_with_what_was_said(sit: Any) -> None:
    desk = sit(DEPENDS)
    desk.give({"state": "NY"}, {"county": "Kings"}, {"note": "x"})
    found = correct(desk.session, {"state": "NJ"})
    assert [each.id for each in found.asked] == ["county county"]
    assert desk.resume().screen.heading == "County of NJ?"
    assert desk.session.given_before() == {"county": "Kings"}
    assert desk.give({"county": "Essex"}).is_over
    again = correct(desk.session, {"state": "NY", "county": "Queens"})
    assert (again.asked, desk.session.is_over) == ([], True)


KIDS = (
    """
objects:
  - kids: |
      DAList.using(
        object_type=DAObject, complete_attribute='is_complete', ask_number=True, target_number=2)
---
mandatory: True
code: |
  kids.gather()
  over
---
code: |
  kids[i].age
  kids[i].school
  kids[i].is_complete = True
---
id: age
question: Age?
fields:
  - Age: kids[i].age
    datatype: integer
---
id: school
depends on: kids[i].age
question: School?
fields:
  - School: kids[i].school
"""
    + END
)


def test_what_depends_on_an_item_is_asked_again_for_that_item_only(sit: Any) -> None:
    desk = sit(KIDS)
    for place in (0, 1):
        desk.give({f"kids[{place}].age": 7}, {f"kids[{place}].school": "Oak"})
    assert desk.session.is_over
    found = correct(desk.session, {"kids[1].age": 12})
    assert [each.id for each in found.asked] == ["school kids[1].school"]
    assert desk.resume().screen.id == "school kids[1].school"
    assert desk.give({"kids[1].school": "Elm"}).is_over
