"""What is done once for many screens, and cheaply, leaves no trace on another screen."""

from __future__ import annotations

from typing import Any

NOTES = """
imports:
  - docassemble.base.filter.html
---
mandatory: True
question: First
subquestion: |
  ${ docassemble.base.filter.html.markdown_to_html('A note[^n].\\n\\n[^n]: Told once.') }
continue button field: first
---
mandatory: True
question: Second
subquestion: |
  ${ docassemble.base.filter.html.markdown_to_html('A note[^n].') }
buttons:
  - Exit: exit
"""


def test_a_footnote_of_one_screen_is_unknown_on_the_next(start: Any) -> None:
    run = start(NOTES)
    assert "Told once." in run.screen.text
    assert "[^n]" not in run.screen.text
    run.answer({})
    assert "[^n]" in run.screen.text
    assert "Told once." not in run.screen.text


def test_an_object_made_without_a_name_is_called_after_its_variable(start: Any) -> None:
    run = start("""
        mandatory: True
        code: |
          cat = DAObject()
        ---
        mandatory: True
        question: The ${ cat.instanceName } is called ${ cat.called }
        buttons:
          - Exit: exit
        ---
        question: What is it called?
        fields:
          - Name: cat.called
        """)
    run.answer({"cat.called": "Kitty"})
    assert run.screen.heading == "The cat is called Kitty"


def test_a_text_may_look_at_everything_there_is(start: Any) -> None:
    run = start("""
        mandatory: True
        code: |
          kept = 'a dog'
          named = 'kept'
        ---
        mandatory: True
        question: She has ${ context[named] }
        subquestion: |
          % if 'kept' in pageargs:
          It was kept.
          % endif
        buttons:
          - Exit: exit
        """)
    assert run.screen.heading == "She has a dog"
    assert run.screen.text == "It was kept."


def test_a_text_that_names_what_it_sets_itself_is_filled(start: Any) -> None:
    run = start("""
        mandatory: True
        code: |
          dogs = ['Rex', 'Spot']
        ---
        mandatory: True
        question: Dogs
        subquestion: |
          <% count = len(dogs) %>
          % for dog in dogs:
          ${ loop.index + 1 } of ${ count }: ${ dog.upper() if dog else nobody }
          % endfor
        buttons:
          - Exit: exit
        """)
    assert run.screen.text.split() == "1 of 2: REX 2 of 2: SPOT".split()


def test_the_same_name_is_found_again_in_another_list(start: Any) -> None:
    run = start("""
        objects:
          - cats: DAList.using(object_type=DAObject, auto_gather=False, gathered=True)
          - dogs: DAList.using(object_type=DAObject, auto_gather=False, gathered=True)
        ---
        mandatory: True
        code: |
          for animals in (cats, dogs):
            for each in range(2):
              animals.appendObject()
        ---
        mandatory: True
        code: |
          for animals in (cats, dogs):
            for animal in animals:
              animal.called
          over
        ---
        generic object: DAObject
        question: What is ${ x.instanceName } called?
        fields:
          - Name: x.called
        ---
        event: over
        question: |
          ${ comma_and_list([each.called for each in [*cats, *dogs]]) }
        buttons:
          - Exit: exit
        """)
    for name in ("Tom", "Kitty", "Rex", "Spot"):
        run.answer({run.screen.fields[0].name: name})
    assert run.screen.heading == "Tom, Kitty, Rex, and Spot"
