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
