"""Fields that decide about others on their screen, from docassemble's words to the variables that are set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from textwrap import dedent

import pytest

from unbarred.engine import Run
from unbarred.screens import Refused, read_submission

Starter = Callable[[str], Run]

END = """
---
event: over
question: The end
buttons:
  - Exit: exit
"""


def answer(run: Run, given: Mapping[str, object]) -> None:
    run.answer(read_submission(run.screen, given))


PLACE = (
    """
mandatory: True
code: |
  country
  over
---
question: Where?
fields:
  - Country: country
    choices: [US, Canada]
  - State: state
    choices: [NY, CA]
    show if:
      variable: country
      is: US
  - Province: state
    show if:
      variable: country
      is: Canada
  - Since: since
    datatype: date
    show if:
      variable: country
      is: US
  - Since when about: since
    show if:
      variable: country
      is: Canada
"""
    + END
)


def test_of_two_fields_for_one_variable_the_one_that_is_shown_sets_it(start: Starter) -> None:
    at_home = start(PLACE)
    answer(at_home, {"country": "US", "state": "ny", "since": "3/14/2031"})
    assert at_home.value("state") == "NY"
    assert at_home.value("since").isoformat().startswith("2031-03-14")
    abroad = start(PLACE)
    answer(abroad, {"country": "Canada", "state": "Quebec", "since": "last spring"})
    assert (abroad.value("state"), abroad.value("since")) == ("Quebec", "last spring")


COLOR = (
    """
mandatory: True
code: |
  color
  over
---
question: Which color?
fields:
  - Favorite color: color
    choices: [Red, Blue]
    disable others:
      - color
      - reason
  - Other: color
  - Why not one of these: reason
"""
    + END
)


def test_an_answer_disables_the_others_also_that_for_the_same_variable(start: Starter) -> None:
    run = start(COLOR)
    answer(run, {"color": "red"})
    assert run.value("color") == "Red"
    run = start(COLOR)
    with pytest.raises(Refused) as refused:
        answer(run, {"color": "red", "reason": "It is dull."})
    assert [problem.field for problem in refused.value.problems] == ["reason"]


FOOD = (
    """
mandatory: True
code: |
  none
  over
---
question: What do you like?
fields:
  - Apples: apples
    datatype: yesno
  - Turnips: turnips
    datatype: yesno
  - Neither: none
    datatype: yesnowide
    uncheck others: True
"""
    + END
)


def test_boxes_that_untick_others_are_set_together(start: Starter) -> None:
    run = start(FOOD)
    answer(run, {"none": "yes"})
    assert [run.value(name) for name in ("apples", "turnips", "none")] == [False, False, True]
    run = start(FOOD)
    answer(run, {"apples": "no", "turnips": "yes"})
    assert [run.value(name) for name in ("apples", "turnips", "none")] == [False, True, False]
    run = start(FOOD)
    with pytest.raises(Refused) as refused:
        answer(run, {"apples": "no", "turnips": "no", "none": "no"})
    assert refused.value.problems[0].message == "Say yes to at least one of them, or to “Neither”."


def test_boxes_without_one_for_none_may_all_be_left_empty(start: Starter) -> None:
    fruit = """
    mandatory: True
    code: |
      fruit
      over
    ---
    question: Which fruit?
    fields:
      - Fruit: fruit
        datatype: checkboxes
        choices: [Apples, Pears]
        none of the above: False
    """
    run = start(dedent(fruit) + END)
    answer(run, {"fruit": []})
    assert run.value("fruit").elements == {"Apples": False, "Pears": False}
