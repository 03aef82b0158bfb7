"""What holds over several screens: sections, progress, parts of every screen, and what is worked out anew."""

from __future__ import annotations

from typing import Any

import pytest
from steps import asked, go

from unbarred.screens import Refused

THREE = """
mandatory: True
code: |
  a
  b
  c
  done
---
FIRST
question: A
fields:
  - A: a
---
SECOND
question: B
fields:
  - B: b
---
question: C
fields:
  - C: c
---
event: done
question: The end
---
"""

GIVEN = ({"a": "1"}, {"b": "2"}, {"c": "3"})


def three(more: str = "", first: str = "", second: str = "") -> str:
    return more + "\n---\n" + THREE.replace("FIRST", first).replace("SECOND", second)


def along(run: Any, what: Any) -> list[Any]:
    """Answer everything, and return what `what` gives of each screen."""
    found = [what(run.screen)]
    for given in GIVEN:
        go(run, given)
        found.append(what(run.screen))
    return found


SECTIONS = """
sections:
  - who: You
  - what: Your case
    subsections:
      - when: The day
  - end: Last
---
features:
  navigation: True
"""


def test_sections_hold_until_another_begins(start: Any) -> None:
    run = start(three(SECTIONS, "section: who", "section: end"))
    found = along(run, lambda screen: (screen.section.title, screen.section.number, screen.section.count))
    assert found == [("You", 1, 3), ("Last", 3, 3), ("Last", 3, 3), ("Last", 3, 3)]


def test_a_section_of_each_language(start: Any) -> None:
    both = """
sections:
  - who: You
language: '*'
---
sections:
  - who: Usted
language: es
---
default language: es
---
initial: True
code: set_language('es')
---
features:
  navigation: True
"""
    assert start(three(both, "section: who")).screen.section.title == "Usted"


@pytest.mark.parametrize(
    ("features", "second", "found"),
    [
        ("progress bar: True", "", [0, 5, 10, 14]),
        ("progress bar: True", "progress: 50", [0, 50, 52, 55]),
        ("progress bar: True\n  progress bar multiplier: 0.5", "", [0, 50, 75, 88]),
        ("progress bar: True\n  progress bar method: stepped", "progress: 40", [0, 40, 43, 46]),
        ("progress bar: False", "progress: 50", [None] * 4),
    ],
)
def test_progress_goes_on_from_screen_to_screen(
    start: Any, features: str, second: str, found: list[Any]
) -> None:
    run = start(three(f"features:\n  {features}", "", second))
    assert along(run, lambda screen: screen.progress) == found


def test_progress_goes_back_only_where_the_author_is_strict(start: Any) -> None:
    for strict, last in (("", 80), ("\n  progress can go backwards: True", 20)):
        run = start(three(f"features:\n  progress bar: True{strict}", "progress: 80", "progress: 20"))
        assert go(run, GIVEN[0]).screen.progress == last


def test_parts_that_every_screen_has(start: Any) -> None:
    parts = """
default screen parts:
  under: Foot of ${ word('all') }
  continue button label: Go on
"""
    for screen in along(start(three(parts)), lambda screen: screen)[:3]:
        assert (screen.under, screen.continue_label) == ("Foot of all", "Go on")


def test_going_back_is_forbidden_by_a_screen_or_by_code(start: Any) -> None:
    by_screen = along(start(three("", "", "prevent going back: True")), lambda screen: screen.can_go_back)
    assert by_screen == [True, False, True, True]
    code = THREE.replace("  b\n  c", "  b\n  prevent_going_back()\n  c")
    run = start(code.replace("FIRST", "").replace("SECOND", ""))
    assert along(run, lambda screen: screen.can_go_back)[:2] == [True, True]
    assert not run.screen.can_go_back


CHAIN = """
mandatory: True
code: |
  first
  twice
  extra
  done
---
question: First?
fields:
  - First: first
    datatype: integer
---
depends on: first
code: twice = first * 2
---
BLOCK
question: Extra on ${ twice }?
fields:
  - Extra: extra
---
event: done
question: The end, ${ twice } ${ extra }
subquestion: |
  [change](${ url_action('first') })
---
"""


@pytest.mark.parametrize(
    ("block", "steps", "heading"),
    [
        ("depends on: first", [{"first": 2}, {"extra": "y"}], "The end, 4 y"),
        ("depends on: twice", [{"first": 2}, {"extra": "y"}], "The end, 4 y"),
        ("depends on: first", [{"first": 1}], "The end, 2 x"),
        ("", [{"first": 2}], "The end, 4 x"),
    ],
)
def test_what_depends_on_an_answer_is_asked_or_worked_out_anew(
    start: Any, block: str, steps: list[Any], heading: str
) -> None:
    run = go(start(CHAIN.replace("BLOCK", block)), {"first": 1}, {"extra": "x"}, "change", *steps)
    assert run.screen.heading == heading


def test_a_question_that_is_asked_again_starts_from_what_was_said(start: Any) -> None:
    run = go(start(CHAIN.replace("BLOCK", "depends on: first")), {"first": 1}, {"extra": "x"}, "change")
    go(run, {"first": 2})
    assert (run.screen.heading, run.screen.inputs[0].default) == ("Extra on 4?", "x")


def test_code_runs_on_a_change_and_only_then(start: Any) -> None:
    block = "---\non change:\n  first: |\n    seen = defined('seen') and seen + 1 or 1\n"
    run = go(start(CHAIN.replace("BLOCK", "") + block), {"first": 1}, {"extra": "x"})
    assert run.value("seen") == 1, "the first answer is a change too"
    go(run, "change", {"first": 1})
    assert run.value("seen") == 1
    go(run, "change", {"first": 2})
    assert run.value("seen") == 2


def test_what_is_to_be_reconsidered_is_worked_out_on_each_screen(start: Any) -> None:
    count = (
        "initial: True\ncode: |\n  said = [n for n in ('a', 'b', 'c') if defined(n)]\n"
        "---\nreconsider: True\ncode: |\n  stamp = len(said)"
    )
    run = start(
        three(count)
        .replace("question: C\n", "question: C ${ stamp }\n")
        .replace("question: B\n", "question: B ${ stamp }\n")
    )
    assert go(run, GIVEN[0]).screen.heading == "B 1"
    assert go(run, GIVEN[1]).screen.heading == "C 2"


def test_what_is_reset_is_asked_each_time(start: Any) -> None:
    run = start(
        "reset:\n  - half\n---\ncode: half = len(word(whole)) // 2\n"
        + three("", "", "")
        .replace("  - A: a", "  - A: a\n  - W: whole")
        .replace("question: C", "question: C ${ half }")
        .replace("question: B\nfields:\n", "question: B ${ half }\nfields:\n  - W: whole\n")
    )
    assert go(run, {"a": "1", "whole": "abcd"}).screen.heading == "B 2"
    assert go(run, {"b": "1", "whole": "abcdefgh"}).screen.heading == "C 4"


def test_what_a_question_needs_comes_first(start: Any) -> None:
    run = start(three("", "need:\n  - c", ""))
    assert asked(run) == ["c"]
    assert asked(go(run, GIVEN[2])) == ["a"]


def test_a_later_question_takes_the_place_of_an_earlier(start: Any) -> None:
    run = start(three() + "question: Another A\nid: other\nfields:\n  - A: a\n---\n")
    assert run.screen.heading == "Another A"
    run = start(three() + "question: Another A\nif: b == '2'\nfields:\n  - A: a\n---\n")
    assert asked(run) == ["b"], "whether it applies is found out first"
    assert go(run, GIVEN[1]).screen.heading == "Another A"


def test_an_object_is_made_by_the_field_that_needs_it(start: Any) -> None:
    run = start(
        """
        objects:
          - people: DAList.using(object_type=Individual, auto_gather=False, gathered=True)
          - client: Individual
        ---
        mandatory: True
        code: |
          if not defined('filled'):
            for each in ('Ana', 'Eva'):
              people.appendObject(name=each)
            filled = True
          client.helper.name.first
          done
        ---
        objects:
          - client.helper: Individual
        ---
        question: Helper?
        fields:
          - First name: client.helper.name.first
        ---
        event: done
        question: ${ client.helper } ${ client.helper.instanceName }
        """
    )
    assert go(run, {"client.helper.name.first": "Mo"}).screen.heading == "Mo client.helper"


def test_what_an_author_refuses_after_several_screens_leaves_them_as_they_are(start: Any) -> None:
    text = three().replace(
        "  - C: c\n",
        "  - C: c\nvalidation code: |\n  if a == c:\n    validation_error('Not the same.', field='c')\n",
    )
    run = go(start(text), *GIVEN[:2])
    with pytest.raises(Refused) as refused:
        run.answer({"c": "1"})
    assert [(each.field, each.message) for each in refused.value.problems] == [("c", "Not the same.")]
