"""Lists, dicts and sets are gathered in every way that docassemble's documentation names."""

from __future__ import annotations

from typing import Any

import pytest
from steps import asked, go

START = """
objects:
  - things: OBJECT
---
mandatory: True
code: |
  GATHER
  done
---
question: Are there any?
yesno: things.there_are_any
---
question: Is there another?
yesno: things.there_is_another
---
question: How many?
fields:
  - Number: things.target_number
    datatype: integer
---
event: done
question: The end
subquestion: |
  ${ SHOWN }
---
"""

ANY, NONE = {"things.there_are_any": True}, {"things.there_are_any": False}
MORE, ENOUGH = {"things.there_is_another": True}, {"things.there_is_another": False}
A, B = {"things[0]": "ant"}, {"things[1]": "bee"}

PLAIN = """
question: Thing ${ i + 1 }
fields:
  - Thing: things[i]
"""

PEOPLE = """
question: Person ${ i + 1 }
fields:
  - Name: things[i].name.first
---
question: The pet of ${ things[i].name.first }
fields:
  - Pet: things[i].pet
"""

COMPLETE = """
---
code: |
  things[i].name.first
  things[i].pet
  things[i].complete = True
"""


def interview(objects: str, asking: str, gather: str = "things.gather()", shown: str = "things") -> str:
    return START.replace("OBJECT", objects).replace("GATHER", gather).replace("SHOWN", shown) + asking


@pytest.mark.parametrize(
    ("objects", "steps", "text"),
    [
        ("DAList", [NONE], ""),
        ("DAList", [ANY, A, ENOUGH], "ant"),
        ("DAList", [ANY, A, MORE, B, ENOUGH], "ant and bee"),
        ("DAList.using(there_are_any=True)", [A, MORE, B, ENOUGH], "ant and bee"),
        ("DAList.using(there_are_any=True, there_is_another=False)", [A], "ant"),
        ("DAList.using(ask_number=True)", [{"things.target_number": 2}, A, B], "ant and bee"),
        ("DAList.using(ask_number=True)", [{"things.target_number": 0}], ""),
        ("DAList.using(ask_number=True, target_number=2)", [A, B], "ant and bee"),
        ("DAList.using(minimum_number=2)", [A, B, ENOUGH], "ant and bee"),
    ],
)
def test_a_list_of_words(start: Any, objects: str, steps: list[Any], text: str) -> None:
    run = go(start(interview(objects, PLAIN)), *steps)
    assert (run.screen.heading, run.screen.text) == ("The end", text)


@pytest.mark.parametrize("gather", ["things.gather()", "len(things)", "for each in things: each.name.first"])
@pytest.mark.parametrize("how", ["", ", complete_attribute='pet'"])
def test_a_list_of_objects_is_gathered_wherever_it_is_needed(start: Any, gather: str, how: str) -> None:
    objects = f"DAList.using(object_type=Individual{how})"
    shown = "[(each.name.first, each.pet) for each in things]"
    run = go(start(interview(objects, PEOPLE, gather, shown)), ANY, {"things[0].name.first": "Ana"})
    pet = {"things[0].pet": "cat"}
    go(run, *([pet, ENOUGH] if how else [ENOUGH, pet]))
    assert run.screen.text == "[('Ana', 'cat')]"


def test_an_attribute_may_be_worked_out_by_code(start: Any) -> None:
    objects = "DAList.using(object_type=Individual, complete_attribute='complete', minimum_number=2)"
    run = start(interview(objects, PEOPLE + COMPLETE, shown="[each.pet for each in things]"))
    for place, pet in enumerate(("cat", "dog")):
        go(run, {f"things[{place}].name.first": f"N{place}"})
        assert run.screen.heading == f"The pet of N{place}"
        go(run, {f"things[{place}].pet": pet})
    assert go(run, ENOUGH).screen.text == "['cat', 'dog']"


def test_a_list_is_gathered_by_hand(start: Any) -> None:
    by_hand = "[things[0], things[1]]\n  things.gathered = True"
    run = start(interview("DAList.using(auto_gather=False)", PLAIN, by_hand))
    assert go(run, A, B).screen.text == "ant and bee"


def test_objects_of_several_kinds(start: Any) -> None:
    kinds = """
question: A person?
buttons:
  - Yes:
      code: |
        things.new_object_type = Individual
  - No:
      code: |
        things.new_object_type = Person
---
question: First name
fields:
  - First name: things[i].name.first
---
question: Name of the firm
fields:
  - Name: things[i].name.text
"""
    kinds_of_all = "[(type(each).__name__, str(each)) for each in things]"
    run = start(interview("DAList.using(ask_object_type=True)", kinds, shown=kinds_of_all))
    [button] = asked(go(run, ANY))
    go(run, {button: "Yes"}, {"things[0].name.first": "Ana"}, MORE, {button: "No"})
    go(run, {"things[1].name.text": "Acme"}, ENOUGH)
    assert run.screen.text == "[('Individual', 'Ana'), ('Person', 'Acme')]"


NESTED = """
objects:
  - things[i].kids: DAList
---
question: Person ${ i + 1 }
fields:
  - Name: things[i].name.first
---
question: Has ${ things[i].name.first } children?
yesno: things[i].kids.there_are_any
---
question: Has ${ things[i].name.first } another?
yesno: things[i].kids.there_is_another
---
question: Child ${ j + 1 } of ${ things[i].name.first }
fields:
  - Name: things[i].kids[j]
---
code: |
  things[i].name.first
  things[i].kids.gather()
  things[i].complete = True
"""


def test_lists_within_lists(start: Any) -> None:
    objects = "DAList.using(object_type=Individual, complete_attribute='complete')"
    run = start(interview(objects, NESTED, shown="[(t.name.first, list(t.kids)) for t in things]"))
    kids = "things[0].kids"
    go(run, ANY, {"things[0].name.first": "Ana"}, {f"{kids}.there_are_any": True}, {f"{kids}[0]": "Luz"})
    go(run, {f"{kids}.there_is_another": True})
    assert run.screen.heading == "Child 2 of Ana"
    go(run, {f"{kids}[1]": "Noa"}, {f"{kids}.there_is_another": False}, MORE)
    go(run, {"things[1].name.first": "Eva"}, {"things[1].kids.there_are_any": False}, ENOUGH)
    assert run.screen.text == "[('Ana', ['Luz', 'Noa']), ('Eva', [])]"


KEYED = """
question: What is it called?
fields:
  - Name: things.new_item_name
---
question: How much is ${ i }?
fields:
  - Amount: VALUE
"""


@pytest.mark.parametrize("key", ["rent", "O'Neil", 'a "b"', "é ü"])
def test_a_dict_takes_its_keys_from_her(start: Any, key: str) -> None:
    run = start(interview("DADict", KEYED.replace("VALUE", "things[i]"), shown="list(things.items())"))
    go(run, ANY, {"things.new_item_name": key})
    assert run.screen.heading == f"How much is {key}?"
    go(run, {asked(run)[0]: "5"}, MORE, {"things.new_item_name": "food"}, {"things['food']": "6"}, ENOUGH)
    assert run.screen.text == repr([(key, "5"), ("food", "6")])


def test_a_dict_of_objects(start: Any) -> None:
    objects = "DADict.using(object_type=Individual, there_are_any=True)"
    asking = KEYED.replace("VALUE", "things[i].name.first")
    run = start(interview(objects, asking, shown="[(k, v.name.first) for k, v in things.items()]"))
    go(run, {"things.new_item_name": "wife"}, {"things['wife'].name.first": "Ana"}, ENOUGH)
    assert run.screen.text == "[('wife', 'Ana')]"


@pytest.mark.parametrize(
    ("asking", "steps"),
    [
        (
            "question: What?\nfields:\n  - What: things.new_item",
            [ANY, {"things.new_item": "ant"}, MORE, {"things.new_item": "bee"}, ENOUGH],
        ),
        ("code: |\n  things.add('bee', 'ant')\n  things.gathered = True", []),
    ],
)
def test_a_set(start: Any, asking: str, steps: list[Any]) -> None:
    gather = "things.gather()" if steps else "things.gathered"
    run = go(start(interview("DASet", asking, gather, "sorted(things)")), *steps)
    assert run.screen.text == "['ant', 'bee']"


BOXES = """
question: Which?
fields:
  - no label: picked
    datatype: checkboxes
    choices:
      - ant
      - bee
"""


def test_boxes_are_a_dict_that_needs_no_gathering(start: Any) -> None:
    run = start(interview("DAList", BOXES, "picked", "(picked.true_values(), picked.gathered)"))
    assert go(run, {"picked": ("bee",)}).screen.text == "(['bee'], True)"


def test_what_is_empty_by_nature_is_never_asked(start: Any) -> None:
    run = start(interview("DAEmpty", PLAIN, "pass", "'%s|%s|%s' % (things, len(things), things.any.thing)"))
    assert run.screen.text == "|0|"
