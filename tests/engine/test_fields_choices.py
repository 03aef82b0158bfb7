"""Where choices come from, which of them is there to start from, and what is around them."""

from __future__ import annotations

import pytest
from one_field import Starter, answered, asked_again, asking, the_field

from unbarred.answers.values import LATER
from unbarred.screens import Choice, FieldKind, Refused, ScreenKind, read_submission

BOXES = "datatype: checkboxes\nchoices: [Apple, Pear, Plum]\n"


def test_choices_from_code_have_labels_help_and_a_default(start: Starter) -> None:
    code = "[{'a': 'Apple', 'help': 'It is red.'}, {'p': 'Pear', 'default': True}]"
    field = the_field(start, f"choices:\n  code: |\n    {code}")
    assert field.choices == (Choice("a", "Apple", "It is red."), Choice("p", "Pear"))
    assert field.default == "p"


def test_choices_can_be_in_groups_excluded_and_shown_only_sometimes(start: Starter) -> None:
    lines = """
    choices:
      - Apple: a
        group: Fruit
      - Leek: l
        group: Greens
        show if: 1 > 2
      - Kale: k
        group: Greens
      - Pear: p
        group: Fruit
    exclude: left_out
    """
    field = the_field(start, lines, "mandatory: True\ncode: |\n  left_out = ['p']\n")
    assert field.choices == (Choice("a", "Fruit: Apple"), Choice("k", "Greens: Kale"))


@pytest.mark.parametrize(
    ("lines", "default"),
    [
        ("default: p\nchoices:\n  - Apple: a\n  - Pear: p", "p"),
        ("default: Pear\nchoices:\n  - Apple: a\n  - Pear: p", "p"),
        ("default:\n  code: 1 + 1\nchoices:\n  - One: 1\n  - Two: 2", "2"),
        ("default: none of them\nchoices: [Apple]", None),
        ("default: her own\ninput type: combobox\nchoices: [Apple]", "her own"),
        (BOXES + "default: [Apple, Plum]", ("Apple", "Plum")),
        (BOXES + "default:\n  Apple: True\n  Pear: False", ("Apple",)),
        (BOXES + "default: Pear", ("Pear",)),
        (BOXES + "default:\n  code: |\n    {'Plum': True}", ("Plum",)),
        ("datatype: yesnoradio\ndefault: False", False),
        ("datatype: noyes\ndefault: True", False),
        ("datatype: yesno\ndefault: 'on'", True),
        ("datatype: yesnomaybe\ndefault: 'None'", "None"),
        ("datatype: integer\ndefault: ${ 3 * 4 }", 12),
        ("datatype: integer\ndefault: a dozen", None),
        ("datatype: date\ndefault: no day", None),
        ("datatype: file\ndefault: no file", None),
    ],
)
def test_defaults(start: Starter, lines: str, default: object) -> None:
    assert the_field(start, lines).default == default


def test_all_and_none_of_these(start: Starter) -> None:
    field = the_field(start, BOXES + "all of the above: Every one\nnone of the above: Not one")
    assert (field.all_label, field.none_label) == ("Every one", "Not one")
    both = BOXES + "all of the above: True\nnone of the above: True"
    assert the_field(start, both).all_label == "All of these"
    run = answered(start, both, "none of these")
    assert run.value("answer").elements == {"Apple": False, "Pear": False, "Plum": False}
    assert all(answered(start, both, "all of these").value("answer").elements.values())


def test_where_some_must_be_chosen_none_of_these_is_not_offered(start: Starter) -> None:
    field = the_field(start, BOXES + "minlength: 1\nmaxlength: 2")
    assert (field.min_length, field.max_length, field.none_label) == (1, 2, "")
    for given in ([], ["Apple", "Pear", "Plum"]):
        with pytest.raises(Refused):
            answered(start, BOXES + "minlength: 1\nmaxlength: 2", given)


def test_a_box_that_was_there_before_keeps_what_it_is(start: Starter) -> None:
    run = start(
        """
        objects:
          - answer: DADict
        ---
        mandatory: True
        code: |
          answer.elements['Melon'] = True
          answer.gathered = True
        ---
        mandatory: True
        question: Which?
        fields:
          - Words: answer
            datatype: checkboxes
            choices: [Apple, Pear]
        continue button field: asked
        ---
        mandatory: True
        question: The end
        """
    )
    run.answer(read_submission(run.screen, {"answer": ["Pear"]}))
    assert run.value("answer").elements == {"Melon": True, "Apple": False, "Pear": True}


WHO = """
objects:
  - ann: Individual
  - bea: Individual
  - guest: Individual
---
mandatory: True
code: |
  ann.name.first, ann.name.last = 'Ann', 'Gray'
  bea.name.first, bea.name.last = 'Bea', 'Gray'
"""


def test_none_of_the_objects_leaves_the_variable_as_it_is(start: Starter) -> None:
    run = start(
        f"""{WHO}
---
question: Who?
fields:
  - Guest: guest
    datatype: object_radio
    choices: [ann, bea]
    none of the above: Somebody else
    disable others: True
  - First: guest.name.first
  - Last: guest.name.last
continue button field: asked
---
mandatory: True
code: asked
---
mandatory: True
question: The end
"""
    )
    guest, *_ = run.screen.fields
    assert [each.label for each in guest.choices] == ["Ann Gray", "Bea Gray", "Somebody else"]
    run.answer(
        read_submission(
            run.screen, {"guest": "somebody else", "guest.name.first": "Cy", "guest.name.last": "Dee"}
        )
    )
    assert (run.value("guest.name.first"), run.value("guest").instanceName) == ("Cy", "guest")


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ("choices:\n  code: |\n    []", None),
        ("datatype: object\nchoices: nobody", None),
        ("datatype: checkboxes\nchoices:\n  code: |\n    []", {}),
        ("datatype: object_checkboxes\nchoices: nobody", []),
    ],
)
def test_with_nothing_to_choose_nobody_is_asked(start: Starter, lines: str, value: object) -> None:
    before = "objects:\n  - nobody: DAList.using(gathered=True)\n"
    text = asking(lines, before).replace("\n---\nevent: over", "\n  - Also: also\n---\nevent: over")
    run = start(text)
    assert [field.name for field in run.screen.fields] == ["also"]
    run.answer(read_submission(run.screen, {"also": "this"}))
    held = run.value("answer")
    assert getattr(held, "elements", held) == value
    assert run.screen.kind is ScreenKind.EXIT


def test_a_combobox_without_choices_still_takes_words(start: Starter) -> None:
    lines = "input type: combobox\nchoices:\n  code: |\n    []"
    assert the_field(start, lines).kind is FieldKind.ONE_OF
    assert answered(start, lines, "her own").value("answer") == "her own"


def test_asked_again_after_a_blank_it_starts_from_nothing(start: Starter) -> None:
    run = answered(start, "choices: [Apple]\nrequired: False", LATER)
    assert asked_again(run).default is None
