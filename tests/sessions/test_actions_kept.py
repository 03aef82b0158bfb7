"""What was done on a screen besides answering it is kept, done again on resuming, and can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from small_interviews import END, Desk, said

from unbarred.errors import ContentError
from unbarred.screens import Action, Refused

Sit = Callable[..., Desk]

LINKS = """
mandatory: True
code: |
  first
  second
  third
  over
---
id: first
question: First?
fields:
  - First: first
---
id: second
question: Second, ${ first }?
subquestion: |
  [change](${ url_action('first') }) [put](${ url_action('put', to=['x', {'y': 1}]) })
  [again](${ url_action('again') }) [draw](${ url_action('draw') }) [fail](${ url_action('fail') })
fields:
  - Second: second
---
event: put
code: |
  first = action_argument('to')[0]
---
event: again
code: command('restart')
---
event: draw
code: |
  import random
  first = str(random.random())
---
event: fail
code: |
  first = [][1]
---
id: third
prevent going back: True
question: Third?
fields:
  - Third: third
"""


def do(desk: Desk, label: str) -> None:
    desk.session.act(next(each for each in desk.session.screen.actions if each.label == label))


def same_when_resumed(desk: Desk) -> None:
    before = desk.session.screen, said(desk.session)
    session = desk.resume()
    assert (session.screen, said(session), session.gone) == (*before, ())


@pytest.mark.parametrize("label", ["change", "put", "draw"])
def test_a_session_goes_on_after_an_action(sit: Sit, label: str) -> None:
    desk = sit(LINKS + END)
    desk.give({"first": "a"})
    do(desk, label)
    same_when_resumed(desk)
    if label == "change":
        desk.give({"first": "b"})
        same_when_resumed(desk)
    assert desk.session.screen.id == "second second"
    desk.give({"second": "s"}, {"third": "t"})
    same_when_resumed(desk)
    assert desk.session.is_over


def test_the_journal_holds_what_was_done(sit: Sit) -> None:
    desk = sit(LINKS + END)
    desk.give({"first": "a"})
    do(desk, "put")
    event = json.loads(desk.journal.read_text().splitlines()[-1])
    assert (event["event"], event["screen"], event["action"]) == ("acted", "second second", "put")
    assert event["arguments"] == {"to": ["x", {"y": 1}]}


def test_an_action_is_taken_back_like_an_answer(sit: Sit) -> None:
    desk = sit(LINKS + END)
    desk.give({"first": "a"})
    do(desk, "put")
    assert desk.session.screen.heading == "Second, x?"
    assert desk.session.back()
    assert desk.session.screen.heading == "Second, a?"
    same_when_resumed(desk)


def test_what_came_before_a_new_beginning_counts_no_more(sit: Sit) -> None:
    desk = sit(LINKS + END)
    desk.give({"first": "a"})
    do(desk, "again")
    assert (desk.session.number, desk.session.screen.id) == (1, "first first")
    same_when_resumed(desk)
    desk.give({"first": "b"})
    assert desk.session.screen.heading == "Second, b?"
    same_when_resumed(desk)


def test_what_is_not_offered_is_neither_done_nor_kept(sit: Sit) -> None:
    desk = sit(LINKS + END)
    desk.give({"first": "a"})
    before = desk.journal.read_bytes()
    for action in (
        Action("put", "", {"to": ["y"]}),
        Action("third", ""),
        Action("_da_set", "", {"variables": []}),
    ):
        with pytest.raises(Refused):
            desk.session.act(action)
    assert desk.journal.read_bytes() == before
    same_when_resumed(desk)


def test_an_action_that_fails_is_not_kept(sit: Sit) -> None:
    desk = sit(LINKS + END)
    desk.give({"first": "a"})
    before = desk.journal.read_bytes()
    with pytest.raises(ContentError):
        do(desk, "fail")
    assert desk.journal.read_bytes() == before
    assert desk.session.screen.heading == "Second, a?"
    same_when_resumed(desk)


def test_an_answer_before_an_action_can_be_amended(sit: Sit) -> None:
    desk = sit(LINKS + END)
    desk.give({"first": "a"})
    do(desk, "put")
    change = desk.session.amend(1, {"first": "z"})
    assert (change.kept, desk.session.screen.heading) == (1, "Second, x?")
    same_when_resumed(desk)


def test_nothing_is_changed_before_a_screen_that_forbids_it(sit: Sit) -> None:
    desk = sit(LINKS + END)
    desk.give({"first": "a"}, {"second": "s"})
    assert not desk.session.back()
    with pytest.raises(Refused, match="does not let this be changed"):
        desk.session.amend(1, {"first": "z"})
    desk.give({"third": "t"})
    with pytest.raises(Refused):
        desk.session.amend(2, {"second": "z"})
    desk.session.amend(3, {"third": "z"})
    assert said(desk.resume())[-1] == ("third third", {"third": "z"})


ROWS = """
objects:
  - fruit: DAList.using(object_type=DAObject, complete_attribute='name', there_are_any=True)
---
mandatory: True
code: |
  fruit.gather()
  over
---
id: row
question: Fruit
list collect: True
fields:
  - Name: fruit[i].name
---
event: over
question: ${ [each.name for each in fruit] }
"""


def test_rows_of_a_list_are_steps_of_their_own(sit: Sit) -> None:
    desk = sit(ROWS)
    for place, name in enumerate(("fig", "kiwi", "plum")):
        desk.give({f"fruit[{place}].name": name, "fruit.there_is_another": place < 2})
        same_when_resumed(desk)
    assert desk.session.screen.heading == "['fig', 'kiwi', 'plum']"
    assert desk.session.back()
    assert desk.session.screen.id.startswith("row fruit[2]")
    change = desk.session.amend(1, {"fruit[0].name": "date", "fruit.there_is_another": True})
    assert change.kept == 1
    desk.give({"fruit[2].name": "plum", "fruit.there_is_another": False})
    same_when_resumed(desk)
    assert desk.session.screen.heading == "['date', 'kiwi', 'plum']"
