"""An interview that is another one by the time a session is gone on with: what fits is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from small_interviews import ANA, FAMILY, SEEN, Desk, said

from unbarred.screens import Action

ANY = {"kids.there_are_any": True}
MORE, ENOUGH = {"kids.there_is_another": True}, {"kids.there_is_another": False}
RED = (SEEN, ANA, {"color": "red"}, {"shade": "dark"})
TO_THE_END = (*RED, ANY, {"kids[0].first": "Luz"}, MORE, {"kids[1].first": "Noa"}, ENOUGH, {"story": "So."})

Change = Callable[[str], str]


def replaced(*pairs: tuple[str, str]) -> Change:
    def change(text: str) -> str:
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        return text

    return change


AGE = "---\nid: age\nquestion: Age?\nfields:\n  - Age: age\n    datatype: integer\n"
AGE_OF_A_KID = ("  - Name: kids[i].first\n", "  - Name: kids[i].first\n  - Age: kids[i].age\n")


def with_age(before: str, after: str) -> Change:
    """Ask for the age too, where `after` stands in the place of `before`."""
    return replaced((before, after), ("---\nid: welcome", AGE + "---\nid: welcome"))


KEPT_WHOLE = {
    "words": replaced(("Which color, ${ first }?", "Colour?"), ("First name", "Name")),
    "order": replaced(("  story\n  over", "  over"), ("  kids.gather()\n", "  story\n  kids.gather()\n")),
    "one more choice": replaced(("      - dark\n", "      - dark\n      - middling\n")),
    "a type that takes it": replaced(("    datatype: date\n    required: False", "    required: False")),
}

NOT_ALL_FITS = {
    "new, first": (with_age("  seen\n  first", "  age\n  seen\n  first"), "age age", []),
    "new, among them": (with_age("  kids.gather()\n", "  age\n  kids.gather()\n"), "age age", []),
    "new, last": (with_age("  story\n  over", "  story\n  age\n  over"), "age age", []),
    "asked no more": (replaced(("  if color == 'red':\n    shade\n", "")), "end", ["shade"]),
    "another name": (
        replaced(("  story\n  over", "  tale\n  over"), ("no label: story", "no label: tale")),
        "story tale",
        ["story"],
    ),
    "no choice any more": (replaced(("      - dark\n", "")), "shade shade", ["shade"]),
    "another type": (
        replaced(("no label: story\n    input type: area", "no label: story\n    datatype: integer")),
        "story story",
        ["story"],
    ),
    "more on a screen": (replaced(AGE_OF_A_KID), "kid kids[0].first kids[0].age", ["kids[0].first"]),
    "a list by number": (
        replaced(
            ("complete_attribute='is_complete'", "complete_attribute='is_complete', ask_number=True"),
            ("kids.there_are_any\n    datatype: yesnoradio", "kids.target_number\n    datatype: integer"),
        ),
        "kids-any kids.target_number",
        ["kids.there_are_any"],
    ),
}


@pytest.mark.parametrize("change", KEPT_WHOLE.values(), ids=KEPT_WHOLE)
def test_what_still_fits_is_kept_whole(desk: Desk, change: Change) -> None:
    desk.give(*TO_THE_END)
    before = sorted(said(desk.session), key=repr)
    desk.write(change(FAMILY))
    assert (desk.resume().is_over, desk.session.gone) == (True, ())
    assert sorted(said(desk.session), key=repr) == before


@pytest.mark.parametrize(("change", "waiting", "gone"), NOT_ALL_FITS.values(), ids=NOT_ALL_FITS)
def test_what_does_not_fit_is_told_and_the_rest_kept(
    desk: Desk, change: Change, waiting: str, gone: list[str]
) -> None:
    desk.give(*TO_THE_END)
    answers = {name: value for _, given in said(desk.session) for name, value in given.items()}
    desk.write(change(FAMILY))
    session = desk.resume()
    assert session.screen.id == waiting
    left = {name for record in session.gone for name in record.answers}
    now = {name: value for _, given in said(session) for name, value in given.items()}
    assert set(gone) <= left
    assert now.items() <= answers.items()
    assert answers.keys() - now.keys() == left


def test_what_waits_for_a_new_question_comes_back_after_it(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    before = said(desk.session)
    desk.write(with_age("  kids.gather()\n", "  age\n  kids.gather()\n")(FAMILY))
    assert len(desk.resume().gone) == 6
    desk.give({"age": 30})
    assert desk.session.is_over
    assert desk.resume().gone == ()
    assert [step for step in said(desk.session) if step[0] != "age age"] == before


def test_what_does_not_fit_gives_way_to_what_is_said_instead(desk: Desk) -> None:
    desk.give(*TO_THE_END)
    desk.write(replaced(("      - dark\n", ""), AGE_OF_A_KID)(FAMILY))
    desk.resume()
    assert desk.session.given_before() == {}
    desk.give({"shade": "light"})
    assert desk.session.screen.id == "kid kids[0].first kids[0].age"
    assert "shade" not in {name for record in desk.resume().gone for name in record.answers}


LIST = """
objects:
  - words: DAList.using(there_are_any=True)
---
mandatory: True
code: |
  words.gather()
  shown
  over
---
id: word
question: Word?
fields:
  - Word: words[i]
---
id: more
question: More?
yesno: words.there_is_another
---
table: words.table
rows: words
columns:
  - Word: row_item
edit: True
---
id: shown
question: These
subquestion: |
  ${ words.table }
continue button field: shown
---
event: over
id: end
question: The end
subquestion: ${ words }
"""


def label(desk: Desk, wanted: str, place: int) -> Action:
    return [each for each in desk.session.screen.actions if each.label == wanted][place]


def filled(desk: Desk) -> None:
    for place, word in enumerate(("ant", "bee", "cow")):
        desk.give({f"words[{place}]": word}, {"words.there_is_another": word != "cow"})


def test_what_was_done_is_done_again_when_a_session_is_gone_on_with(sit: Callable[..., Desk]) -> None:
    desk = sit(LIST)
    filled(desk)
    desk.session.act(label(desk, "Delete", 1))
    assert "bee" not in desk.session.screen.text
    assert "bee" not in desk.resume().screen.text
    desk.session.act(label(desk, "Edit", 0))
    desk.resume()
    desk.give({"words[0]": "asp"})
    assert desk.resume().screen == desk.session.screen
    desk.give({})
    assert desk.resume().screen.text == "asp and cow"
    while desk.session.back():
        desk.resume()
    assert desk.session.number == 1


def test_what_is_not_offered_any_more_is_not_done(sit: Callable[..., Desk]) -> None:
    desk = sit(LIST)
    filled(desk)
    desk.session.act(label(desk, "Delete", 1))
    desk.write(LIST.replace("edit: True\n", ""))
    session = desk.resume()
    assert session.screen.id == "shown shown"
    assert "bee" in session.screen.text
    assert [record.action.name for record in session.gone if record.action] == ["_da_list_remove"]
    assert desk.give({}).screen.text == "ant, bee, and cow"
