"""Going back shows the screen before with what was said there; nothing that was said is lost."""

from __future__ import annotations

import datetime

from small_interviews import ANA, SEEN, Desk, said

from unbarred.answers.values import LATER

ANY, NONE = {"kids.there_are_any": True}, {"kids.there_are_any": False}
MORE, ENOUGH = {"kids.there_is_another": True}, {"kids.there_is_another": False}


def test_resuming_shows_the_same_screen_and_the_same_answers(desk: Desk) -> None:
    born = datetime.date(1984, 6, 30)
    desk.give(SEEN, {"first": "Ana", "born": born}, {"color": "blue"}, ANY, {"kids[0].first": "Luz"})
    before = desk.session
    after = desk.resume()
    assert after.screen == before.screen
    assert (after.number, said(after)) == (6, said(before))
    assert said(after)[1] == ("name first born", {"first": "Ana", "born": born})


def test_there_is_nothing_before_the_first_screen(desk: Desk) -> None:
    assert not desk.session.back()
    assert desk.session.screen.id == "welcome seen"


def test_back_offers_what_was_given_there_and_survives_resuming(desk: Desk) -> None:
    desk.give(SEEN, ANA, {"color": "blue"})
    assert desk.session.back()
    assert (desk.session.screen.id, desk.session.given_before()) == ("color color", {"color": "blue"})
    assert desk.session.back()
    assert desk.session.given_before() == {"first": "Ana", "born": LATER}
    resumed = desk.resume()
    assert (resumed.screen.id, resumed.number) == ("name first born", 2)
    assert resumed.given_before() == {"first": "Ana", "born": LATER}
    assert desk.give({"first": "Eva", "born": LATER}).given_before() == {"color": "blue"}


def test_a_question_that_comes_again_starts_from_what_was_said_to_that_one(desk: Desk) -> None:
    desk.give(SEEN, ANA, {"color": "blue"}, ANY, {"kids[0].first": "Luz"})
    assert desk.session.given_before() == {}
    desk.give(MORE, {"kids[1].first": "Mateo"})
    assert desk.session.given_before() == {}, "the second “another?” was never answered"
    desk.give(ENOUGH)
    offered = []
    for _ in range(3):
        desk.session.back()
        offered.append(desk.session.given_before())
    assert offered == [ENOUGH, {"kids[1].first": "Mateo"}, MORE]
    desk.give(MORE)
    assert desk.session.given_before() == {"kids[1].first": "Mateo"}
    assert desk.give({"kids[1].first": "Mia"}).given_before() == ENOUGH


def test_back_is_not_answered_at_once_by_what_waits_from_before_a_change(desk: Desk) -> None:
    desk.give(SEEN, ANA, {"color": "blue"}, ANY, {"kids[0].first": "Luz"})
    desk.give(MORE, {"kids[1].first": "Mateo"}, ENOUGH)
    desk.session.amend(6, ENOUGH)
    assert desk.session.screen.id == "story story"
    assert desk.session.back()
    assert desk.session.screen.id == "kids-another kids.there_is_another"
    assert desk.resume().screen.id == "kids-another kids.there_is_another"


def test_going_all_the_way_back_and_forward_again_changes_nothing(desk: Desk) -> None:
    desk.give(SEEN, ANA, {"color": "red"}, {"shade": "light"}, NONE, {"story": "It was."})
    before = said(desk.session)
    while desk.session.back():
        pass
    assert (desk.session.number, said(desk.session)) == (1, [])
    while not desk.session.is_over:
        desk.give(desk.session.given_before())
    assert said(desk.session) == before


def test_a_long_answer_half_written_outlives_everything_but_its_answer(desk: Desk) -> None:
    desk.give(SEEN, ANA, {"color": "blue"}, NONE)
    desk.session.keep_draft("story", "It was")
    desk.session.keep_draft("story", "It was\na dark night, O’Neil \t…")
    assert desk.resume().draft("story") == "It was\na dark night, O’Neil \t…"
    desk.session.back()
    desk.give(NONE)
    assert desk.session.draft("story") == "It was\na dark night, O’Neil \t…"
    desk.give({"story": LATER})
    assert desk.session.draft("story") == "It was\na dark night, O’Neil \t…"
    desk.session.amend(5, {"story": "Told."})
    assert desk.session.draft("story") is None
    assert not (desk.folder / "draft").exists()


def test_a_damaged_draft_is_no_reason_to_refuse_the_session(desk: Desk) -> None:
    desk.session.keep_draft("story", "It was")
    (desk.folder / "draft").write_bytes(b"\xff[")
    assert desk.resume().draft("story") is None
    desk.session.keep_draft("story", "It is")
    assert desk.session.draft("story") == "It is"
