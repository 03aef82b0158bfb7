"""Changing an earlier answer keeps all that still holds, and says what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from small_interviews import ANA, END, SEEN, Desk, names_of, said

from unbarred.screens import Refused

ANY, NONE = {"kids.there_are_any": True}, {"kids.there_are_any": False}
MORE, ENOUGH = {"kids.there_is_another": True}, {"kids.there_is_another": False}
TO_THE_END = (SEEN, ANA, {"color": "red"}, {"shade": "dark"}, NONE, {"story": "It was."})


def test_what_still_holds_is_kept(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    change = desk.session.amend(2, {**ANA, "first": "Eva"})
    assert (change.kept, change.dropped) == (4, ())
    assert desk.session.is_over
    assert said(desk.resume())[1] == ("name first born", {**ANA, "first": "Eva"})


def test_a_question_that_is_not_asked_any_more_is_dropped_and_comes_back_with_its_answer(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    change = desk.session.amend(3, {"color": "blue"})
    assert (change.kept, names_of(change.dropped)) == (2, ["shade"])
    assert "shade" not in names_of(desk.resume().answered())
    change = desk.session.amend(3, {"color": "red"})
    assert (change.kept, change.dropped) == (2, ())
    assert ("shade shade", {"shade": "dark"}) in said(desk.resume())
    assert desk.session.is_over


def test_a_new_question_is_asked_and_then_all_goes_on_where_it_was(desk: Desk) -> None:
    desk.give(SEEN, ANA, {"color": "blue"}, NONE, {"story": "It was."})
    change = desk.session.amend(3, {"color": "red"})
    assert (change.kept, change.dropped) == (2, ()), "they wait for the new question only"
    assert desk.session.screen.id == "shade shade"
    assert desk.resume().screen.id == "shade shade"
    assert desk.give({"shade": "light"}).is_over
    assert said(desk.resume())[-1] == ("story story", {"story": "It was."})


def test_an_answer_that_no_longer_passes_its_check_is_asked_again(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    change = desk.session.amend(2, {**ANA, "first": "Mo"})
    assert (change.kept, names_of(change.dropped)) == (3, ["shade"])
    assert desk.session.screen.id == "shade shade"
    assert desk.session.given_before() == {"shade": "dark"}
    assert desk.give({"shade": "light"}).is_over
    assert ("shade shade", {"shade": "light"}) in said(desk.resume())
    desk.session.amend(2, ANA)
    assert ("shade shade", {"shade": "light"}) in said(desk.session), "the newer answer counts"


def test_list_items_come_and_go(desk: Desk) -> None:
    desk.give(SEEN, ANA, {"color": "blue"}, ANY, {"kids[0].first": "Luz"})
    desk.give(MORE, {"kids[1].first": "Mateo"}, ENOUGH, {"story": "It was."})
    change = desk.session.amend(6, ENOUGH)
    assert (change.kept, names_of(change.dropped)) == (1, ["kids[1].first", "kids.there_is_another"])
    change = desk.session.amend(6, MORE)
    assert (change.kept, change.dropped) == (1, ())
    assert ("kid kids[1].first", {"kids[1].first": "Mateo"}) in said(desk.resume())
    desk.session.amend(5, {"kids[0].first": "Lucía"})
    change = desk.session.amend(8, MORE)
    assert desk.session.screen.heading == "Kid 3?"
    desk.give({"kids[2].first": "Noa"}, ENOUGH)
    assert [given["kids[2].first"] for _, given in said(desk.resume()) if "kids[2].first" in given] == ["Noa"]
    assert desk.session.amend(4, NONE).kept == 1


def test_a_preview_says_the_same_and_does_nothing(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    before = desk.journal.read_bytes(), said(desk.session)
    preview = desk.session.preview_amend(3, {"color": "blue"})
    assert (desk.journal.read_bytes(), said(desk.session)) == before
    assert desk.session.amend(3, {"color": "blue"}) == preview


@pytest.mark.parametrize(
    "given",
    [
        {"first": "much too long for this question", "born": None},
        {"first": "Ana"},
        {"first": "Ana", "born": None, "color": "red"},
        {"first": "", "born": None},
    ],
)
def test_a_refused_change_changes_nothing(desk: Desk, given: dict[str, object]) -> None:
    desk.give(*TO_THE_END)
    before = desk.journal.read_bytes(), desk.session.screen, said(desk.session)
    for attempt in (desk.session.preview_amend, desk.session.amend):
        with pytest.raises(Refused):
            attempt(2, given)
    assert (desk.journal.read_bytes(), desk.session.screen, said(desk.session)) == before


def test_a_change_refused_by_the_interviews_own_check_changes_nothing(desk: Desk) -> None:
    desk.give(SEEN, {**ANA, "first": "Mo"}, {"color": "red"}, {"shade": "light"}, NONE)
    before = desk.journal.read_bytes(), desk.session.screen, said(desk.session)
    with pytest.raises(Refused, match="Mo does not like dark red"):
        desk.session.amend(4, {"shade": "dark"})
    assert (desk.journal.read_bytes(), desk.session.screen, said(desk.session)) == before


@pytest.mark.parametrize(
    "given",
    [{"first": "Ana"}, {"first": "Ana", "born": None, "x": "y"}, {"first": 3.5, "born": None}, {}],
)
def test_a_refused_screen_stays_and_nothing_is_kept(desk: Desk, given: dict[str, object]) -> None:
    desk.give(SEEN)
    before = desk.journal.read_bytes()
    with pytest.raises(Refused):
        desk.give(given)
    assert (desk.journal.read_bytes(), desk.session.screen.id) == (before, "name first born")
    assert desk.give(ANA).screen.id == "color color"


def test_a_screen_refused_by_the_interviews_own_check_stays(desk: Desk) -> None:
    desk.give(SEEN, {**ANA, "first": "Mo"}, {"color": "red"})
    with pytest.raises(Refused, match="Mo does not like dark red"):
        desk.give({"shade": "dark"})
    assert desk.session.screen.id == "shade shade"
    assert desk.give({"shade": "light"}).screen.heading == "Any kids?"


def test_her_own_changes_are_not_taken_for_a_changed_interview(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    desk.session.amend(3, {"color": "blue"})
    assert desk.resume().gone == ()


TWO = """\
id: one
question: One
fields:
  - no label: one
---
id: two
question: Two
fields:
  - no label: two
"""


def mandatory(*names: str) -> str:
    return "---\nmandatory: True\ncode: |\n" + "".join(f"  {name}\n" for name in (*names, "over")) + END


def test_a_question_the_interview_lost_is_reported(sit: Callable[..., Desk]) -> None:
    desk = sit(TWO + mandatory("one", "two"))
    desk.give({"one": "1"}, {"two": "2"})
    desk.write(TWO + mandatory("two"))
    session = desk.resume()
    assert session.is_over
    assert [dict(record.answers) for record in session.gone] == [{"one": "1"}]


def test_a_question_the_interview_gained_is_asked_and_the_rest_kept(sit: Callable[..., Desk]) -> None:
    desk = sit(TWO + mandatory("two"))
    desk.give({"two": "2"})
    desk.write(TWO + mandatory("one", "two"))
    assert desk.resume().screen.heading == "One"
    assert desk.give({"one": "1"}).is_over
    assert said(desk.resume()) == [("one one", {"one": "1"}), ("two two", {"two": "2"})]
    assert desk.session.gone == ()


def test_an_answer_the_interview_does_not_take_any_more_is_asked_again_once(sit: Callable[..., Desk]) -> None:
    desk = sit(TWO + mandatory("one", "two"))
    desk.give({"one": "long"}, {"two": "2"})
    desk.write(TWO.replace("no label: one", "no label: one\n    maxlength: 2") + mandatory("one", "two"))
    assert desk.resume().screen.heading == "One"
    assert desk.give({"one": "1"}).is_over
    assert desk.resume().is_over
    assert said(desk.session) == [("one one", {"one": "1"}), ("two two", {"two": "2"})]
