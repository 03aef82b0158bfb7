"""Interviews that ask `answer` on one screen, and can ask it again."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent, indent

from unbarred.engine import Run
from unbarred.screens import Field, read_submission

Starter = Callable[..., Run]

_END = """
---
event: over
question: The end
subquestion: |
  [Ask again](${ url_action('answer') })
buttons:
  - Exit: exit
---
mandatory: True
code: |
  answer
  over
"""


def asking(lines: str, before: str = "") -> str:
    """Return an interview that asks one field called `answer`; `lines` say what sort, and what else."""
    said = indent(dedent(lines).strip("\n"), "    ")
    first = f"{dedent(before).strip()}\n---\n" if before else ""
    return f"{first}question: Tell us\nfields:\n  - Words: answer\n{said}{_END}"


def the_field(start: Starter, lines: str, before: str = "") -> Field:
    """Return the one field that the interview's screen has."""
    [field] = start(asking(lines, before)).screen.fields
    return field


def answered(start: Starter, lines: str, given: object, before: str = "") -> Run:
    """Return the run in which `given` was typed into the field."""
    run = start(asking(lines, before))
    run.answer(read_submission(run.screen, {"answer": given}))
    return run


def asked_again(run: Run) -> Field:
    """Return the field as it is asked once more, at the end of an interview of `asking`."""
    run.act(run.screen.actions[0])
    [field] = run.screen.fields
    return field
