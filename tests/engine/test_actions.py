"""Actions are done as the screen offers them: links, buttons, the menu, and an interview's own code."""

from __future__ import annotations

from typing import Any

import pytest
from steps import action, asked, go, labels

from unbarred.screens import Action, Refused, ScreenKind

ASKING = """
mandatory: True
code: |
  first
  last
  shouted
  done
---
question: First?
fields:
  - First: first
---
question: Last?
fields:
  - Last: last
---
code: |
  shouted = last.upper()
---
"""

END = """
event: done
question: The end, ${ first } ${ last } ${ shouted }
subquestion: |
  [change](${ url_action(ACTION) })
---
"""

GIVEN = ({"first": "Ana"}, {"last": "Li"})


def ending_in(act: str, block: str = "") -> str:
    return ASKING + END.replace("ACTION", act) + block


def heading(start: Any, text: str, *steps: Any) -> str:
    found: str = go(start(text), *GIVEN, *steps).screen.heading
    return found


def test_a_variable_is_asked_again_with_what_was_said(start: Any) -> None:
    run = go(start(ending_in("'first'")), *GIVEN, "change")
    assert (asked(run), run.screen.inputs[0].default) == (["first"], "Ana")
    assert go(run, {"first": "Eva"}).screen.heading == "The end, Eva Li LI"


def test_an_action_has_arguments_whatever_is_in_them(start: Any) -> None:
    block = "event: put\ncode: |\n  last = action_argument('to')\n  shouted = repr(action_arguments())\n"
    run = go(start(ending_in("""'put', to='é <&"x">', n=[1, {'a': None}]""", block)), *GIVEN)
    assert run.screen.actions[0].arguments == {"to": 'é <&"x">', "n": [1, {"a": None}]}
    shown = go(run, "change").screen.heading
    assert shown.startswith('The end, Ana é <&"x">')
    assert "[1, {'a': None}]" in shown


def test_what_is_not_offered_is_not_done(start: Any) -> None:
    run = go(start(ending_in("'put', to='x'", "event: put\ncode: |\n  last = 'done'\n")), *GIVEN)
    for name, arguments in (("put", {}), ("put", {"to": "y"}), ("first", {}), ("last", {"to": "x"})):
        with pytest.raises(Refused):
            run.act(Action(name, "", arguments))
    assert run.screen.heading == "The end, Ana Li LI"


@pytest.mark.parametrize(
    ("act", "block", "steps", "shown"),
    [
        (
            "'f'",
            "event: f\ncode: force_ask('last', 'first')",
            [{"last": "Lu"}, {"first": "Eva"}],
            "Eva Lu LI",
        ),
        ("'f'", "event: f\ncode: force_gather('last')", [{"last": "Lu"}], "Ana Lu LI"),
        ("'f'", "event: f\ncode: undefine('last')", [{"last": "Lu"}], "Ana Lu LI"),
        ("'f'", "event: f\ncode: |\n  undefine('shouted')\n  re_run_logic()", [], "Ana Li LI"),
        ("'f'", "event: f\ncode: |\n  define('last', 'Lu')\n  reconsider('shouted')", [], "Ana Lu LU"),
        ("'f'", "event: f\ncode: |\n  invalidate('last')", [{"last": "Lu"}], "Ana Lu LI"),
        ("'f'", "event: f\ncode: |\n  value('last')\n  first = last", [], "Li Li LI"),
        ("'first', last='x'", "", [{"first": "Eva"}], "Eva Li LI"),
    ],
)
def test_what_an_actions_code_may_do(start: Any, act: str, block: str, steps: list[Any], shown: str) -> None:
    assert heading(start, ending_in(act, block), "change", *steps) == f"The end, {shown}"


@pytest.mark.parametrize("command", ["restart", "new_session"])
def test_an_action_may_begin_the_interview_again(start: Any, command: str) -> None:
    run = go(start(ending_in("'f'", f"event: f\ncode: command('{command}')")), *GIVEN, "change")
    assert (asked(run), run.screen.inputs[0].default, run.has_restarted()) == (["first"], None, True)
    assert not go(run, {"first": "Eva"}).has_restarted()


@pytest.mark.parametrize("command", ["exit", "leave", "logout"])
def test_an_action_may_end_the_interview(start: Any, command: str) -> None:
    run = go(start(ending_in("'f'", f"event: f\ncode: command('{command}')")), *GIVEN, "change")
    assert run.screen.kind is ScreenKind.EXIT


def test_a_screen_of_its_own_is_left_by_its_button(start: Any) -> None:
    page = "event: map\nquestion: The map of ${ first }\nbuttons:\n  - Go on: continue\n"
    run = go(start(ending_in("'map'", page)), *GIVEN, "change")
    assert run.screen.heading == "The map of Ana"
    [button] = asked(run)
    assert go(run, {button: "Go on"}).screen.heading == "The end, Ana Li LI"


def test_buttons_of_a_screen_and_entries_of_the_menu(start: Any) -> None:
    text = ASKING.replace(
        "  - Last: last\n",
        "  - Last: last\n"
        "action buttons:\n"
        "  - label: Again, ${ first }\n    action: first\n"
        "  - label: Never\n    action: first\n    show if: 1 == 2\n"
        "  - label: Set\n    action: set_it\n    arguments:\n      to: ${ first }!\n",
    )
    menu = "initial: True\ncode: |\n  menu_items = [action_menu_item('Map', 'map', n=1)]\n---"
    text += "event: set_it\ncode: |\n  last = action_argument('to')\n---\n" + END.replace("ACTION", "'first'")
    run = go(start(menu + text), {"first": "Ana"})
    assert labels(run) == ["Again, Ana", "Set", "Map"]
    assert action(run, "Map").arguments == {"n": 1}
    assert go(run, "Again, Ana", {"first": "Eva"}, "Set").screen.heading == "The end, Eva Eva! EVA!"


def test_numbers_in_the_text_are_those_of_the_actions(start: Any) -> None:
    text = ASKING + (
        "event: done\nquestion: The end [one](${ url_action('first') })\nsubquestion: |\n"
        "  <a href=\"${ url_action('last') }\">two</a> and again [one](${ url_action('first') }),\n"
        "  [three](${ url_action('first', a=1) }), [the web](https://example.org)\n"
        "under: |\n  [four](${ url_action('last', a=1) })\n"
    )
    screen = go(start(text), *GIVEN).screen
    assert screen.heading == "The end one (1)"
    assert screen.text == "two (2) and again one (1),\nthree (3), [the web](https://example.org)"
    assert screen.under == "four (4)"
    named = [(each.name, dict(each.arguments)) for each in screen.actions]
    assert named == [("first", {}), ("last", {}), ("first", {"a": 1}), ("last", {"a": 1})]


def test_an_action_can_leave_aside_what_was_still_to_be_asked(start: Any) -> None:
    block = "event: f\ncode: force_ask('last', 'first')\n---\n"
    prior = "action buttons:\n  - label: Leave it\n    action: only\n    forget prior: True\n---\n"
    only = "event: only\ncode: |\n  first = 'Noa'\n"
    text = ending_in("'f'", block).replace("  - Last: last\n---\n", "  - Last: last\n" + prior, 1) + only
    assert heading(start, text, "change", "Leave it") == "The end, Noa Li LI"


def test_what_an_interview_says_of_an_action_is_told_once(start: Any) -> None:
    run = go(start(ending_in("'f'", "event: f\ncode: log('It was saved.', 'success')")), *GIVEN, "change")
    assert run.screen.notices == ("It was saved.",)
    go(run, "change")
    assert run.screen.notices == ("It was saved.",)


def test_buttons_of_the_end_begin_again(start: Any) -> None:
    text = ASKING + "event: done\nquestion: The end\nbuttons:\n  - Once more: restart\n  - Leave: exit\n"
    run = go(start(text), *GIVEN)
    assert (run.screen.kind, labels(run)) == (ScreenKind.EXIT, ["Once more"])
    assert asked(go(run, "Once more")) == ["first"]
    assert run.has_restarted()
