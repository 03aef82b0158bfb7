"""Answers reach the interview as the objects docassemble's own front end would have set."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from unbarred.answers.values import LATER
from unbarred.errors import ContentError
from unbarred.screens import Refused, ScreenKind

END = """
event: done
question: ${ repr(answer) }
buttons:
  - Exit: exit
---
mandatory: True
code: |
  answer
  done
---
"""


def seen_by_the_interview(start: Any, field: str, value: object) -> str:
    run = start(f"{END}question: Tell us\nfields:\n  - Words: answer\n{field}")
    run.answer({"answer": value})
    assert run.screen.kind is ScreenKind.EXIT
    return str(run.screen.heading)


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("", "O’Neil <b> ${ 7*7 } </w:t>", "'O’Neil <b> ${ 7*7 } </w:t>'"),
        ("    datatype: integer", 12, "12"),
        ("    datatype: number", Decimal("1.5"), "1.5"),
        ("    datatype: yesnoradio", True, "True"),
        ("    datatype: noyesradio", True, "False"),
        ("    datatype: noyesradio", False, "True"),
        ("    required: False", LATER, "''"),
        ("    datatype: integer\n    required: False", LATER, "0"),
        ("    datatype: date\n    required: False", LATER, "''"),
        ("    datatype: yesnoradio\n    required: False", LATER, "None"),
        ("    input type: radio\n    choices:\n      - Two: 2\n      - Three: 3", "2", "'2'"),
    ],
)
def test_values(start: Any, field: str, value: object, seen: str) -> None:
    assert seen_by_the_interview(start, field, value) == seen


def test_a_day_is_docassembles_own_date(start: Any) -> None:
    run = start(
        END.replace("repr(answer)", "format_date(answer.plus(days=1))") + "question: Tell us\nfields:\n"
        "  - Day: answer\n    datatype: date"
    )
    run.answer({"answer": datetime.date(2028, 2, 28)})
    assert run.screen.heading == "February 29, 2028"


def test_checkboxes_are_a_gathered_dictionary(start: Any) -> None:
    run = start(
        END.replace("repr(answer)", "comma_and_list(answer.true_values())")
        + "question: Tell us\nfields:\n  - Pick: answer\n    datatype: checkboxes\n    choices:\n      - A\n"
        "      - B\n      - C"
    )
    run.answer({"answer": ("A", "C")})
    assert run.screen.heading == "A and C"


def test_validation_code_refuses_and_names_the_field(start: Any) -> None:
    run = start(
        END + "question: Tell us\nfields:\n  - Words: answer\nvalidation code: |\n"
        "  if answer == 'no':\n    validation_error('Say yes.', field='answer')\n"
    )
    with pytest.raises(Refused) as refused:
        run.answer({"answer": "no"})
    [problem] = refused.value.problems
    assert (problem.field, problem.message) == ("answer", "Say yes.")


@pytest.mark.parametrize(
    "block",
    ["question: Over ${ int(answer) }\nbuttons:\n  - Exit: exit", "code: |\n  answer\n  int(answer)"],
    ids=["text", "code"],
)
def test_a_failing_block_is_told_with_its_line_and_without_the_answer(start: Any, block: str) -> None:
    run = start(f"question: Tell us\nfields:\n  - Words: answer\n---\nmandatory: True\n{block}\n")
    with pytest.raises(ContentError) as error:
        run.answer({"answer": "my secret"})
    assert "secret" not in str(error.value)
    assert "This block of the interview failed (ValueError)." in str(error.value)


def test_a_variable_nobody_gives_is_named(start: Any) -> None:
    with pytest.raises(ContentError, match="needs nowhere, and none of its questions gives it"):
        start("mandatory: True\ncode: nowhere\n")


@pytest.mark.parametrize(
    "text", ["question: [unclosed", "question: A\nfeilds:\n  - B: c\n", "mandatory: True\ncode: |\n  if\n"]
)
def test_an_interview_that_cannot_be_read_is_a_content_error(start: Any, text: str) -> None:
    with pytest.raises(ContentError) as error:
        start(text)
    assert "interview.yml" in str(error.value)
