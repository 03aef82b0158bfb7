"""Answers of an earlier sitting fill the next interview: what may be, where it fits, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from again_shelf import LIST, Shelf
from small_interviews import SEEN, names_of

from unbarred.answers.values import LATER, Plain
from unbarred.errors import ContentError
from unbarred.screens import Refused
from unbarred.sessions import Session

ANA: Mapping[str, Plain] = {
    "first": "Ana",
    "last": None,
    "prison": "Millhaven",
    "has_helper": True,
    "kids[0].first": "Luz",
    "kids[0].born": "2014",
    "kids[1].first": "Mateo",
    "kids[1].born": "2016",
    "story": "It was.",
}
ALL_BUT_THE_STORY = 8
ENOUGH, MORE = {"kids.there_is_another": False}, {"kids.there_is_another": True}


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path)
    yield shelf
    if shelf.session is not None:
        shelf.session.close()


def waits(session: Session) -> str:
    return session.screen.id.partition(" ")[0]


def test_what_is_known_whole_is_not_shown_again_and_says_where_it_is_from(shelf: Shelf) -> None:
    session = shelf.begin(ANA)
    assert waits(session) == "welcome", "what is only to read is shown"
    session.submit(SEEN)
    assert waits(session) == "story"
    assert session.given_before() == {}, "a story is told anew"
    taken = [each for each in session.answered() if each.taken_from]
    assert {each.taken_from for each in taken} == {"the-first-abcd"}
    assert len(taken) == ALL_BUT_THE_STORY
    session.submit({"story": LATER})
    assert session.is_over


def test_a_screen_known_in_part_is_shown_with_that_part(shelf: Shelf) -> None:
    session = shelf.begin({**ANA, "kids[1].born": None} | {"kids[0].first": None})
    session.submit(SEEN)
    assert (waits(session), session.given_before()) == ("kid", {"kids[0].born": "2014"})
    session.submit({"kids[0].first": "Luz", "kids[0].born": LATER})
    assert waits(session) == "story", "what stands beside an answer may stay left for later"


def test_what_was_left_empty_or_no_is_asked_again(shelf: Shelf) -> None:
    nothing: dict[str, Plain] = {
        "first": "Ana",
        "last": "Example",
        "has_helper": False,
        "kids.there_are_any": False,
    }
    session = shelf.begin({**nothing, "prison": None})
    session.submit(SEEN)
    assert waits(session) == "prison"
    session.submit({"prison": "Millhaven"})
    assert (waits(session), session.given_before()) == ("helper", {})
    session.submit({"has_helper": False})
    assert waits(session) == "kids-any"


def test_items_she_adds_are_hers_to_end(shelf: Shelf) -> None:
    session = shelf.begin(ANA)
    session.submit(SEEN)
    last = max(each.number for each in session.answered())
    session.amend(last, MORE)
    assert waits(session) == "kid"
    session.submit({"kids[2].first": "Mia", "kids[2].born": LATER})
    assert waits(session) == "kids-another", "the earlier sitting knows nothing of what comes after"
    session.submit(ENOUGH)
    assert waits(session) == "story"


def test_of_another_place_only_what_holds_anywhere_is_used(shelf: Shelf) -> None:
    session = shelf.begin(ANA, place="us-ca")
    session.submit(SEEN)
    assert (waits(session), session.given_before()) == ("prison", {})
    session.submit({"prison": "Elsewhere"})
    assert waits(session) == "story"


def test_going_back_shows_what_was_taken_over(shelf: Shelf) -> None:
    session = shelf.begin(ANA)
    session.submit(SEEN)
    assert session.back()
    assert (waits(session), session.given_before()) == ("kids-another", ENOUGH)
    session = shelf.resume()
    assert (waits(session), session.given_before()) == ("kids-another", ENOUGH), "she went there to see it"
    assert session.back()
    assert session.given_before() == {"kids[1].first": "Mateo", "kids[1].born": "2016"}
    session.submit({"kids[1].first": "Mia", "kids[1].born": LATER})
    session.submit(ENOUGH)
    assert waits(session) == "story"
    again = [each for each in shelf.resume().answered() if not each.taken_from and each.given]
    assert names_of(again) == ["kids[1].first", "kids[1].born", "kids.there_is_another"]


def test_an_answer_that_is_changed_is_hers(shelf: Shelf) -> None:
    session = shelf.begin(ANA)
    session.submit(SEEN)
    session.amend(2, {"first": "Eva", "last": "Example"})
    for each in (session, shelf.resume()):
        assert each.answered()[1].given == {"first": "Eva", "last": "Example"}
        assert [step.number for step in each.answered() if not step.taken_from] == [1, 2]
        assert waits(each) == "story"


def test_stopping_and_going_on_keeps_what_waits(shelf: Shelf) -> None:
    shelf.begin(ANA)
    session = shelf.resume()
    session.submit(SEEN)
    assert waits(session) == "story"


def test_without_the_file_that_keeps_it_all_is_asked(shelf: Shelf) -> None:
    shelf.begin(ANA)
    for damage in (b"{", b"[]", b'{"anywhere": 3}', None):
        kept = shelf.folder / "earlier"
        kept.unlink() if damage is None else kept.write_bytes(damage)
        assert not shelf.resume().earlier.says_something
    shelf.session.submit(SEEN)
    assert waits(shelf.session) == "name"


def test_what_the_interview_does_not_take_is_shown(shelf: Shelf) -> None:
    session = shelf.begin({**ANA, "first": "Nobody"})
    session.submit(SEEN)
    assert (waits(session), session.given_before()) == ("name", {"first": "Nobody"})
    with pytest.raises(Refused, match="That is no name"):
        session.submit({"first": "Nobody", "last": LATER})
    session.submit({"first": "Ana", "last": LATER})
    assert waits(session) == "story"


def test_the_journal_has_only_what_a_screen_took_and_the_rest_goes_in_the_end(shelf: Shelf) -> None:
    session = shelf.begin(ANA, place="us-ca")
    session.submit(SEEN)
    text = (shelf.folder / "journal.jsonl").read_text()
    assert "Ana" in text
    assert "Millhaven" not in text
    assert "Luz" not in text, "its question has not come yet"
    assert "It was." not in (shelf.folder / "earlier").read_text()
    session.submit({"prison": "Elsewhere"})
    session.submit({"story": LATER})
    session.finish()
    assert not (shelf.folder / "earlier").exists()
    assert shelf.resume().is_over


def test_a_program_that_knows_nothing_of_it_goes_on_all_the_same(shelf: Shelf) -> None:
    session = shelf.begin(ANA)
    session.submit(SEEN)
    events = [each for each in shelf.events() if each["event"] != "drew_on"]
    plain = [{key: value for key, value in each.items() if key != "taken_over"} for each in events]
    assert {each["format"] for each in plain if "format" in each} == {1}
    (shelf.folder / "journal.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in plain))
    (shelf.folder / "earlier").unlink()
    assert waits(shelf.resume()) == "story"


@pytest.mark.parametrize(
    "own",
    ["metadata:\n  title: Says nothing", f"{LIST}  not used again:\n    '*': Here it means something else."],
    ids=["nothing", "not used again"],
)
def test_only_what_the_interview_says_is_used(shelf: Shelf, own: str) -> None:
    session = shelf.begin(ANA, own)
    assert not session.earlier.says_something
    session.submit(SEEN)
    assert waits(session) == "name"


@pytest.mark.parametrize("said", ["first:", "first: 3", "- first"])
def test_each_name_needs_its_reason(shelf: Shelf, said: str) -> None:
    with pytest.raises(ContentError, match="used again"):
        shelf.begin(ANA, f"metadata:\n  used again:\n    {said}\n")
