"""What docassemble asks arrives as our screens, word for word."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from unbarred.screens import Choice, FieldKind, ScreenKind, ShownWhen

END = """
    ---
    event: done
    question: The end
    buttons:
      - Exit: exit
    ---
    mandatory: True
    code: |
      needed
      done
"""


def only_field(start: Any, field: str) -> Any:
    run = start(f"question: Tell us\nfields:\n{field}\n---\nmandatory: True\ncode: answer\n")
    [found] = run.screen.fields
    return found


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ("  - Words: answer", FieldKind.TEXT),
        ("  - Words: answer\n    input type: area", FieldKind.AREA),
        ("  - Words: answer\n    datatype: area", FieldKind.AREA),
        ("  - Words: answer\n    datatype: integer", FieldKind.INTEGER),
        ("  - Words: answer\n    datatype: number", FieldKind.NUMBER),
        ("  - Words: answer\n    datatype: currency", FieldKind.CURRENCY),
        ("  - Words: answer\n    datatype: date", FieldKind.DATE),
        ("  - Words: answer\n    datatype: email", FieldKind.EMAIL),
        ("  - Words: answer\n    datatype: yesno", FieldKind.YES_NO),
        ("  - Words: answer\n    datatype: yesnoradio", FieldKind.YES_NO),
        ("  - Words: answer\n    datatype: noyes", FieldKind.YES_NO),
        (
            "  - Words: answer\n    input type: radio\n    choices:\n      - One\n      - Two",
            FieldKind.ONE_OF,
        ),
        (
            "  - Words: answer\n    input type: dropdown\n    choices:\n      - One\n      - Two",
            FieldKind.ONE_OF,
        ),
        ("  - Words: answer\n    choices:\n      - One\n      - Two", FieldKind.ONE_OF),
        (
            "  - Words: answer\n    datatype: checkboxes\n    choices:\n      - One\n      - Two",
            FieldKind.SOME_OF,
        ),
    ],
)
def test_each_datatype_is_a_field_kind(start: Any, lines: str, kind: FieldKind) -> None:
    assert only_field(start, lines).kind is kind


def test_a_field_carries_everything_the_author_said_of_it(start: Any) -> None:
    field = only_field(
        start,
        "  - How many?: answer\n    datatype: integer\n    min: 2\n    max: 9\n    hint: '4'\n"
        "    help: Count them.\n    required: False\n    default: 3",
    )
    assert (field.name, field.label, field.hint, field.help) == ("answer", "How many?", "4", "Count them.")
    assert (field.minimum, field.maximum, field.default) == (Decimal(2), Decimal(9), 3)
    assert not field.required


def test_limits_of_dates_and_lengths(start: Any) -> None:
    day = only_field(start, "  - Day: answer\n    datatype: date\n    max: 2026-11-21")
    assert day.maximum == datetime.date(2026, 11, 21)
    words = only_field(start, "  - Words: answer\n    minlength: 2\n    maxlength: 40")
    assert (words.min_length, words.max_length) == (2, 40)


def test_choices_have_labels_and_values(start: Any) -> None:
    field = only_field(
        start, "  - Pick: answer\n    input type: radio\n    choices:\n      - The first: one\n      - Second"
    )
    assert field.choices == (Choice("one", "The first"), Choice("Second", "Second"))


def test_none_of_these_is_offered_where_the_author_offers_it(start: Any) -> None:
    boxes = "  - Pick: answer\n    datatype: checkboxes\n    choices:\n      - A\n      - B\n"
    assert only_field(start, boxes).none_label == "None of these"
    assert only_field(start, boxes + "    none of the above: Neither").none_label == "Neither"
    assert only_field(start, boxes + "    none of the above: False").none_label == ""


def test_texts_terms_and_help(start: Any) -> None:
    run = start(
        """
        terms:
          docket number: The number of the case.
        ---
        question: What is the {docket number}?
        subquestion: The {docket number|number} is on ${ 1 + 1 } papers.
        under: Below.
        help: Look at the top.
        fields:
          - "{Docket number}": answer
        ---
        mandatory: True
        code: answer
        """
    )
    screen = run.screen
    assert screen.heading == "What is the {docket number}?"
    assert screen.text == "The {number} is on 2 papers."
    assert screen.under == "Below."
    assert screen.help == ("Look at the top.",)
    assert screen.fields[0].label == "{Docket number}"
    assert dict(screen.terms) == {
        "docket number": "The number of the case.",
        "number": "The number of the case.",
    }


def test_a_field_that_waits_for_another(start: Any) -> None:
    run = start(
        """
        question: Two
        fields:
          - Any?: any
            datatype: yesnoradio
          - Which?: which
            show if: any
          - Why not?: why
            hide if: any
          - Kind: kind
            choices:
              - a
              - b
          - More: more
            show if:
              variable: kind
              is: b
        ---
        mandatory: True
        code: which
        """
    )
    conditions = {field.name: field.shown_when for field in run.screen.fields}
    assert conditions == {
        "any": (),
        "which": (ShownWhen("any", True),),
        "why": (ShownWhen("any", True, holds=False),),
        "kind": (),
        "more": (ShownWhen("kind", "b"),),
    }


def test_notes_sections_and_continue_screens(start: Any) -> None:
    run = start(
        """
        sections:
          - first: The first part
          - second: The second part
        ---
        mandatory: True
        code: |
          nav.set_section('second')
          seen
        ---
        question: Read this
        fields:
          - note: A **note**.
        continue button field: seen
        """
    )
    screen = run.screen
    assert screen.kind is ScreenKind.NOTE
    assert screen.fields[0].kind is FieldKind.NOTE
    assert screen.fields[0].label == "A **note**."
    assert screen.section is not None
    assert (screen.section.title, screen.section.number, screen.section.count) == ("The second part", 2, 2)


def test_names_inside_lists_are_full_paths(start: Any) -> None:
    run = start(
        """
        objects:
          - kids: DAList.using(object_type=Individual, there_are_any=True)
        ---
        question: Name of child ${ i + 1 }
        fields:
          - First: kids[i].name.first
        ---
        question: Birthday of ${ x.name.first }
        generic object: Individual
        fields:
          - Day: x.birthdate
            datatype: date
        ---
        question: More?
        yesno: kids.there_is_another
        ---
        mandatory: True
        code: |
          kids.gather()
          kids[0].birthdate
        """
    )
    assert [field.name for field in run.screen.fields] == ["kids[0].name.first"]
    run.answer({"kids[0].name.first": "Luz"})
    assert [field.name for field in run.screen.fields] == ["kids.there_is_another"]
    run.answer({"kids.there_is_another": False})
    assert run.screen.heading == "Birthday of Luz"
    assert [field.name for field in run.screen.fields] == ["kids[0].birthdate"]


@pytest.mark.parametrize(
    "code",
    [
        "response(url=url_of('login', next=interview_url()))",
        "response(url=interview_url())",
        "command('exit')",
        "command('leave', url=url_of('exit'))",
    ],
)
def test_an_address_of_a_server_is_no_heading(start: Any, code: str) -> None:
    screen = start(f"mandatory: True\ncode: |\n  {code}\n").screen
    assert (screen.kind, screen.heading, screen.link) == (ScreenKind.EXIT, "", "")
