"""A list that docassemble collects on one screen is asked row by row."""

from __future__ import annotations

from typing import Any

import pytest
from steps import asked, go, labels

from unbarred.screens import Refused

LIST = """
objects:
  - fruit: DAList.using(object_type=DAObject, complete_attribute='is_complete', there_are_any=True)
---
mandatory: True
code: |
  BEFORE
  fruit.gather()
  done
---
code: |
  fruit[i].name
  fruit[i].seeds
  fruit[i].is_complete = True
---
question: Which fruit?
list collect: COLLECT
fields:
  - Name: fruit[i].name
  - Seeds of ${ ordinal(i) }: fruit[i].seeds
    datatype: integer
---
event: done
question: The end
subquestion: |
  ${ [(each.instanceName, each.name, each.seeds) for each in fruit] }
"""

FILLED = """if not defined('filled'):
    for each in ('apple', 'pear', 'plum'):
      fruit.appendObject(name=each)
    filled = True"""


def collecting(collect: str = "True", before: str = "pass") -> str:
    return LIST.replace("COLLECT", collect).replace("BEFORE", before)


def row(number: int, name: str, more: bool | None = None) -> dict[str, Any]:
    given = {f"fruit[{number}].name": name, f"fruit[{number}].seeds": number}
    return given if more is None else given | {"fruit.there_is_another": more}


def collected(*names: str) -> str:
    return repr([(f"fruit[{place}]", name, place) for place, name in enumerate(names)])


def test_each_row_is_a_screen_and_the_last_asks_for_more(start: Any) -> None:
    run = start(collecting())
    assert asked(run) == ["fruit[0].name", "fruit[0].seeds", "fruit.there_is_another"]
    assert run.screen.inputs[1].label == "Seeds of first"
    go(run, row(0, "fig", True))
    assert asked(run) == ["fruit[1].name", "fruit[1].seeds", "fruit.there_is_another"]
    assert go(run, row(1, "kiwi", False)).screen.text == collected("fig", "kiwi")


def test_there_is_no_end_to_the_rows(start: Any) -> None:
    run = start(collecting())
    names = [f"fruit {number}" for number in range(40)]
    go(run, *(row(number, name, number < 39) for number, name in enumerate(names)))
    assert run.screen.text == collected(*names)


def test_words_of_the_author_for_a_row_and_for_one_more(start: Any) -> None:
    run = start(collecting("\n  label: Fruit no. ${ i + 1 }\n  add another label: Any more fruit?"))
    assert run.screen.fields[0].label == "Fruit no. 1"
    assert run.screen.fields[-1].label == "Any more fruit?"
    assert go(run, row(0, "fig", True)).screen.fields[0].label == "Fruit no. 2"


def test_rows_that_are_there_already_start_from_what_they_hold(start: Any) -> None:
    run = start(collecting(before=FILLED))
    defaults = []
    for number, more in enumerate((None, None, False)):
        assert ("fruit.there_is_another" in asked(run)) is (more is False)
        defaults.append(run.screen.inputs[0].default)
        go(run, row(number, str(defaults[-1]), more))
    assert defaults == ["apple", "pear", "plum"]
    assert run.screen.text == collected(*defaults)


def test_a_row_that_is_there_can_be_deleted_but_never_the_last(start: Any) -> None:
    run = go(start(collecting(before=FILLED)), row(0, "apple"), "Delete")
    assert run.screen.inputs[0].default == "apple", "the row before is gone on from"
    go(run, row(0, "apple"))
    assert run.screen.inputs[0].default == "plum"
    go(run, "Delete")
    assert labels(run) == []
    assert go(run, row(0, "apple", False)).screen.text == collected("apple")


def test_rows_are_not_deleted_or_added_where_the_author_forbids_it(start: Any) -> None:
    run = start(collecting("\n  allow append: False\n  allow delete: False", FILLED))
    for number in range(3):
        assert labels(run) == []
        assert "fruit.there_is_another" not in asked(run)
        go(run, row(number, "x"))
    assert run.screen.text == collected("x", "x", "x")


def test_so_many_rows_as_there_must_be(start: Any) -> None:
    run = start(collecting().replace("there_are_any=True", "minimum_number=2"))
    assert "fruit.there_is_another" not in asked(run)
    go(run, row(0, "fig"))
    assert "fruit.there_is_another" in asked(run)
    assert go(run, row(1, "kiwi", False)).screen.text == collected("fig", "kiwi")


def test_a_number_that_is_asked_for_is_set_by_the_rows(start: Any) -> None:
    run = start(collecting().replace("there_are_any=True", "ask_number=True, target_number=1"))
    go(run, row(0, "fig", True), row(1, "kiwi", False))
    assert run.screen.text == collected("fig", "kiwi")


def test_a_list_that_is_not_final_is_asked_about_once_more(start: Any) -> None:
    more = "---\nquestion: Really no more?\nyesno: fruit.there_is_another\n"
    run = go(start(collecting("\n  is final: False") + more), row(0, "fig", False))
    assert run.screen.heading == "Really no more?"
    assert go(run, {"fruit.there_is_another": False}).screen.text == collected("fig")


def test_a_list_may_be_collected_only_where_code_says_so(start: Any) -> None:
    run = start(collecting("1 == 2"))
    assert asked(run) == ["fruit[0].name", "fruit[0].seeds"]


def test_a_list_of_words(start: Any) -> None:
    run = start(
        """
        objects:
          - words: DAList.using(there_are_any=True)
        ---
        mandatory: True
        question: ${ words }
        ---
        question: Words
        list collect: True
        fields:
          - Word: words[i]
        """
    )
    go(run, {"words[0]": "ant", "words.there_is_another": True})
    go(run, {"words[1]": "bee", "words.there_is_another": False})
    assert run.screen.heading == "ant and bee"


def test_the_authors_check_sees_all_rows_and_runs_after_the_last(start: Any) -> None:
    check = "\nvalidation code: |\n  if fruit[0].name == 'stone':\n    validation_error('No stones.')\n"
    text = collecting().replace("    datatype: integer\n", "    datatype: integer" + check, 1)
    run = go(start(text), row(0, "stone", True))
    with pytest.raises(Refused) as refused:
        run.answer(row(1, "kiwi", False))
    assert [each.message for each in refused.value.problems] == ["No stones."]


def test_what_depends_on_a_row_is_worked_out_anew(start: Any) -> None:
    depends = "---\ndepends on: fruit[i].name\ncode: |\n  fruit[i].shout = fruit[i].name.upper()\n"
    link = "[change](${ url_action('fruit[0].name') })"
    text = collecting(before=FILLED).replace("  fruit[i].seeds\n", "  fruit[i].seeds\n  fruit[i].shout\n", 1)
    text = text.replace("each.seeds) for each in fruit] }", f"each.shout) for each in fruit] }} {link}")
    run = go(start(text + depends), row(0, "fig"), row(1, "pear"), row(2, "plum", False))
    assert "'FIG'" in run.screen.text
    go(run, "change", row(0, "kiwi"), row(1, "pear"), row(2, "plum", False))
    assert [word in run.screen.text for word in ("'KIWI'", "'FIG'", "'PEAR'")] == [True, False, True]


def test_rows_of_a_list_within_a_list(start: Any) -> None:
    run = start(
        """
        objects:
          - people: |
              DAList.using(
                object_type=Individual, complete_attribute='is_complete',
                target_number=2, ask_number=True)
          - people[i].pets: |
              DAList.using(object_type=DAObject, complete_attribute='called', there_are_any=True)
        ---
        code: |
          people[i].name.first
          people[i].pets.gather()
          people[i].is_complete = True
        ---
        mandatory: True
        code: |
          people.gather()
          done
        ---
        question: Name
        fields:
          - Name: people[i].name.first
        ---
        question: Pets of ${ people[i].name.first }
        list collect: True
        fields:
          - Name: people[i].pets[j].called
        ---
        event: done
        question: The end
        subquestion: |
          ${ [(p.name.first, [pet.called for pet in p.pets]) for p in people] }
        """
    )
    for number, name in enumerate(("Ana", "Eva")):
        go(run, {f"people[{number}].name.first": name})
        assert run.screen.heading == f"Pets of {name}"
        pets = f"people[{number}].pets"
        go(run, {f"{pets}[0].called": "cat", f"{pets}.there_is_another": True})
        assert run.screen.heading == f"Pets of {name}"
        go(run, {f"{pets}[1].called": "dog", f"{pets}.there_is_another": False})
    assert run.screen.text == "[('Ana', ['cat', 'dog']), ('Eva', ['cat', 'dog'])]"


def test_the_row_that_the_list_was_opened_for_can_be_deleted(start: Any) -> None:
    edit = "${ [(each.instanceName, each.name, each.seeds) for each in fruit] }"
    run = start(collecting(before=FILLED).replace(edit, f"{edit}[Edit](${{ url_action('fruit[2].name') }})"))
    rows = [row(0, "apple"), row(1, "pear")]
    go(run, *rows, row(2, "plum", False), "Edit", "Delete")
    go(run, row(1, "pear", False))
    assert run.screen.text.startswith(collected("apple", "pear"))


def test_a_row_that_is_edited_comes_first(start: Any) -> None:
    table = "---\ntable: fruit.table\nrows: fruit\ncolumns:\n  - Name: row_item.name\nedit:\n  - name\n"
    text = collecting(before=FILLED).replace(
        "for each in fruit] }", "for each in fruit] }\n\n  ${ fruit.table }"
    )
    run = go(start(text + table), row(0, "fig"), row(1, "pear"), row(2, "plum", False))
    edits = [number for number, each in enumerate(run.screen.actions, 1) if each.label == "Edit"]
    go(run, edits[1])
    assert asked(run)[0] == "fruit[1].name"
    go(run, row(1, "kiwi"), row(2, "plum", False))
    assert run.screen.text.startswith(collected("fig", "kiwi", "plum"))
