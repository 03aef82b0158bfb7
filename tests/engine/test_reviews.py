"""An interview's own review: what was said, and an action to change each of it."""

from __future__ import annotations

from typing import Any

from steps import asked, go, labels

from unbarred.screens import FieldKind, ScreenKind

INTERVIEW = """
objects:
  - user: Individual
---
mandatory: True
code: |
  user.name.first
  fruit
  shout
  checked
  done
---
question: Name?
fields:
  - First: user.name.first
  - Last: user.name.last
---
question: Fruit?
fields:
  - Fruit: fruit
---
question: How many?
fields:
  - Number: number
    datatype: integer
---
code: shout = fruit.upper()
---
REVIEW
---
event: done
question: The end, ${ user } ${ fruit } ${ shout }
subquestion: |
  [review](${ url_action('look_over') })
"""

GIVEN = ({"user.name.first": "Ana", "user.name.last": "Li"}, {"fruit": "fig"})


def review(items: str, head: str = "continue button field: checked") -> str:
    block = f"{head}\nquestion: Is it right?\nreview:\n{items}"
    if "checked" not in head:
        block += "---\ncode: checked = True\n"
    return INTERVIEW.replace("REVIEW", block)


def notes(run: Any) -> list[str]:
    return [field.label for field in run.screen.fields if field.kind is FieldKind.NOTE]


def test_each_item_is_text_with_the_number_of_its_action(start: Any) -> None:
    items = """
  - Edit name: user.name.first
    button: |
      Name: ${ user.name }
  - Edit fruit: fruit
    button: |
      Fruit: **${ fruit }**
  - note: No more than that.
  - Explained: fruit
    help: As on your papers.
"""
    run = go(start(review(items)), *GIVEN)
    assert (run.screen.heading, run.screen.kind) == ("Is it right?", ScreenKind.NOTE)
    first, second, third, fourth = notes(run)
    assert first == "Edit name (1)\n\nName: Ana Li"
    assert second == "Edit fruit (2)\n\nFruit: **fig**"
    assert third == "No more than that."
    assert fourth == "Explained (2)\n\nAs on your papers."
    assert labels(run) == ["Edit name", "Edit fruit"]
    go(run, "Edit name")
    assert [field.default for field in run.screen.inputs] == ["Ana", "Li"]
    go(run, {"user.name.first": "Eva", "user.name.last": "Li"})
    assert notes(run)[0].startswith("Edit name (1)\n\nName: Eva Li")
    assert go(run, {}).screen.heading == "The end, Eva Li fig FIG"


def test_an_item_of_several_variables(start: Any) -> None:
    items = "  - Edit all:\n      - user.name.first\n      - fruit\n"
    run = go(start(review(items)), *GIVEN, "Edit all", GIVEN[0])
    assert asked(run) == ["fruit"]
    assert go(run, {"fruit": "kiwi"}, {}).screen.heading == "The end, Ana Li kiwi FIG"


def test_what_follows_is_asked_after_it(start: Any) -> None:
    items = "  - Edit fruit:\n      - fruit\n      - follow up:\n          - number\n"
    run = go(start(review(items)), *GIVEN, "Edit fruit", {"fruit": "kiwi"})
    assert asked(run) == ["number"]
    assert go(run, {"number": 3}).screen.heading == "Is it right?"
    assert run.value("number") == 3


def test_what_is_worked_out_from_it_is_worked_out_anew(start: Any) -> None:
    items = "  - Edit fruit:\n      - fruit\n      - recompute:\n          - shout\n"
    run = go(start(review(items)), *GIVEN, "Edit fruit", {"fruit": "kiwi"}, {})
    assert run.screen.heading == "The end, Ana Li kiwi KIWI"


def test_what_is_forgotten_is_asked_with_nothing_to_start_from(start: Any) -> None:
    items = "  - Anew:\n      - undefine:\n          - fruit\n      - fruit\n"
    run = go(start(review(items)), *GIVEN, "Anew")
    assert (asked(run), run.screen.inputs[0].default) == (["fruit"], None)
    items = "  - Anew:\n      - invalidate:\n          - fruit\n      - fruit\n"
    assert go(start(review(items)), *GIVEN, "Anew").screen.inputs[0].default == "fig"


def test_an_item_sets_variables(start: Any) -> None:
    items = "  - None:\n      - set:\n          - fruit: none\n          - number: 0\n"
    run = go(start(review(items)), *GIVEN, "None", {})
    assert (run.value("number"), run.screen.heading) == (0, "The end, Ana Li none FIG")


def test_an_item_is_shown_once_it_can_be(start: Any) -> None:
    items = (
        "  - Edit number: number\n"
        "  - Edit fruit: fruit\n    show if: fruit == 'fig'\n"
        "  - Edit name: user.name.first\n    show if:\n      - user.name.last == 'Wu'\n"
        "  - note: You are ${ user }.\n    show if: number\n"
    )
    run = go(start(review(items)), *GIVEN)
    assert labels(run) == ["Edit fruit"]
    go(run, "Edit fruit", {"fruit": "kiwi"})
    assert (labels(run), notes(run)) == ([], [])


def test_an_item_may_have_its_words_apart(start: Any) -> None:
    items = "  - label: Your name\n    fields:\n      - user.name.first\n      - fruit\n"
    run = go(start(review(items)), *GIVEN, "Your name", GIVEN[0])
    assert asked(run) == ["fruit"]


def test_a_review_that_is_an_event_is_gone_to_and_left(start: Any) -> None:
    items = "  - Edit fruit: fruit\n    button: ${ fruit }\n"
    run = go(start(review(items, "event: look_over")), *GIVEN, "review")
    assert (run.screen.heading, run.screen.kind) == ("Is it right?", ScreenKind.NOTE)
    go(run, "Edit fruit", {"fruit": "kiwi"})
    assert run.screen.heading == "Is it right?"
    assert go(run, {}).screen.heading == "The end, Ana Li kiwi FIG"
