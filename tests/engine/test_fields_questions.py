"""Questions without a list of fields: yes or no, going on, choices, buttons, signatures, code that asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from one_field import Starter

from unbarred.answers.values import LATER
from unbarred.engine import Run
from unbarred.screens import Choice, FieldKind, ScreenKind, read_submission

_END = """
---
event: over
question: The end
buttons:
  - Exit: exit
---
mandatory: True
code: |
  answer
  over
"""


def ask(start: Starter, block: str) -> Run:
    return start(f"{block.strip()}\n{_END}")


def answer(run: Run, given: object) -> Run:
    [field] = run.screen.inputs
    run.answer(read_submission(run.screen, {field.name: given}))
    return run


@pytest.mark.parametrize(
    ("key", "kind", "yes", "no"),
    [
        ("yesno", FieldKind.YES_NO, True, False),
        ("noyes", FieldKind.YES_NO, False, True),
        ("yesnomaybe", FieldKind.ONE_OF, True, False),
        ("noyesmaybe", FieldKind.ONE_OF, False, True),
    ],
)
def test_yes_or_no(start: Starter, key: str, kind: FieldKind, yes: bool, no: bool) -> None:
    block = f"question: Is it?\n{key}: answer"
    run = ask(start, block)
    [field] = run.screen.fields
    assert (field.name, field.kind, field.label, run.screen.heading) == ("answer", kind, "", "Is it?")
    assert answer(run, "yes").value("answer") is yes
    assert answer(ask(start, block), "no").value("answer") is no
    if kind is FieldKind.ONE_OF:
        assert answer(ask(start, block), "I don't know").value("answer") is None


@pytest.mark.parametrize("key", ["continue button field", "field"])
def test_going_on_sets_a_variable(start: Starter, key: str) -> None:
    run = ask(start, f"question: Read this\nsubquestion: With care.\n{key}: answer")
    assert (run.screen.kind, run.screen.text, run.screen.fields) == (ScreenKind.NOTE, "With care.", ())
    run.answer({})
    assert run.value("answer") is True


def test_a_continue_button_field_is_set_with_the_fields(start: Starter) -> None:
    run = ask(start, "question: Who?\nfields:\n  - Name: name\ncontinue button field: answer")
    run.answer(read_submission(run.screen, {"name": "Luz"}))
    assert (run.value("name"), run.value("answer")) == ("Luz", True)


@pytest.mark.parametrize("key", ["buttons", "choices", "dropdown", "combobox"])
def test_choices_of_a_whole_question(start: Starter, key: str) -> None:
    block = f"question: Which?\nfield: answer\n{key}:\n  - The first: one\n  - Second"
    run = ask(start, block)
    [field] = run.screen.fields
    assert field.choices == (Choice("one", "The first"), Choice("Second", "Second"))
    assert (field.label, field.takes_other) == ("", key == "combobox")
    assert answer(run, "the first").value("answer") == "one"


@pytest.mark.parametrize(
    ("choices", "given", "value"),
    [
        ("  - Yes: True\n  - No: False", "No", False),
        ("  - Yes: True\n  - No: False\n  - Perhaps: None", "Perhaps", None),
        ("  - One: 1\n  - Two: 2", "Two", "2"),
        ("  - code: |\n      [{'a': 'First'}, {'b': 'Second'}]", "Second", "b"),
        ("  - label: First\n    value: a\n    help: So it is.", "First", "a"),
    ],
)
def test_choices_of_a_question_set_what_a_server_sets(
    start: Starter, choices: str, given: str, value: object
) -> None:
    run = answer(ask(start, f"question: Which?\nfield: answer\nchoices:\n{choices}"), given)
    held = run.value("answer")
    assert (type(held), held) == (type(value), value)


def test_a_question_has_a_datatype_and_a_default(start: Starter) -> None:
    block = "question: Which?\nfield: answer\ndatatype: integer\ndefault: 2\nchoices:\n  - One: 1\n  - Two: 2"
    run = ask(start, block)
    assert run.screen.fields[0].default == "2"
    assert answer(run, "Two").value("answer") == 2


BUTTONS = """
question: Which?
buttons:
  - By code:
      code: |
        answer = 'code'
  - By a question:
      question: More
      fields:
        - Words: answer
  - Shown only sometimes:
      code: |
        answer = 'never'
    show if: 1 > 2
"""


def test_buttons_lead_to_code_or_to_a_question(start: Starter) -> None:
    run = ask(start, BUTTONS)
    [field] = run.screen.fields
    assert [each.label for each in field.choices] == ["By code", "By a question"]
    assert answer(run, "By code").value("answer") == "code"
    run = answer(ask(start, BUTTONS), "By a question")
    assert run.screen.heading == "More"
    assert answer(run, "words").value("answer") == "words"


def test_a_continue_button_among_others_sets_its_variable(start: Starter) -> None:
    run = ask(
        start,
        "question: Ready?\ncontinue button field: answer\nbuttons:\n  - Go on: continue\n  - Stop: exit",
    )
    assert answer(run, "Go on").value("answer") is True


@pytest.mark.parametrize("command", ["exit", "leave", "logout", "exit_logout"])
def test_a_button_that_leaves_ends_the_interview(start: Starter, command: str) -> None:
    block = f"question: Which?\nbuttons:\n  - On:\n      code: answer = 1\n  - Stop: {command}\n    url: https://example.org"
    run = answer(ask(start, block), "Stop")
    assert (run.screen.kind, run.screen.link, run.screen.heading) == (
        ScreenKind.EXIT,
        "https://example.org",
        "",
    )


def test_a_button_that_refreshes_asks_the_same_again(start: Starter) -> None:
    block = "question: Which?\nbuttons:\n  - On:\n      code: answer = 1\n  - Again: refresh"
    run = answer(ask(start, block), "Again")
    assert run.screen.heading == "Which?"
    assert answer(run, "On").value("answer") == 1


def test_a_button_that_restarts_begins_anew(start: Starter) -> None:
    run = start(
        f"""
question: Name?
fields:
  - Name: name
---
question: Which, ${{ name }}?
buttons:
  - On:
      code: answer = 1
  - Again: restart
{_END}"""
    )
    answer(run, "Luz")
    answer(run, "Again")
    assert run.has_restarted()
    assert run.screen.heading == "Name?"
    assert run.value("name") is None


def test_where_all_buttons_leave_their_address_is_shown_and_not_followed(start: Starter) -> None:
    run = start(
        "mandatory: True\nquestion: Bye\nbuttons:\n  - Exit: exit\n    url: https://example.org/next\n"
    )
    screen = run.screen
    assert (screen.kind, screen.heading, screen.link) == (ScreenKind.EXIT, "Bye", "https://example.org/next")
    assert screen.fields == ()


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080600000"
    "01f15c4890000000a49444154789c6300010000050001" + "0d0a2db40000000049454e44ae426082"
)


def test_a_signature_is_a_file_or_left_for_paper(start: Starter, tmp_path: Path) -> None:
    block = "question: Sign here\nsignature: answer\nunder: |\n  Luz Gray"
    run = ask(start, block)
    [field] = run.screen.fields
    assert (field.kind, field.may_be_left, run.screen.under) == (FieldKind.SIGNATURE, True, "Luz Gray")
    run.answer({"answer": LATER})
    held = run.value("answer")
    assert type(held).__name__ == "DAFile"
    assert not hasattr(held, "number") or not held.number

    picture = tmp_path / "signed.png"
    picture.write_bytes(PICTURE)
    run = ask(start, block)
    run.answer({"answer": (str(picture),)})
    held = run.value("answer")
    assert (type(held).__name__, held.filename, held.mimetype) == ("DAFile", "signed.png", "image/png")


def test_an_unsigned_signature_can_stand_in_a_text(start: Starter) -> None:
    run = start(
        """
question: Sign here
signature: answer
---
mandatory: True
question: Signed
subquestion: |
  By ${ answer }.
need: answer
"""
    )
    run.answer({"answer": LATER})
    assert run.screen.text.startswith("By")


FIELDS_BY_CODE = """
question: By code
sets: answer
fields:
  - code: |
      [{'label': 'Name', 'field': 'answer'},
       {'label': 'Age', 'field': 'age', 'datatype': 'integer', 'required': False}]
  - note: A note
  - html: |
      <b>HTML</b>
  - raw html: |
      <i>raw</i>
"""


def test_fields_can_come_from_code_and_notes_stand_between(start: Starter) -> None:
    run = ask(start, FIELDS_BY_CODE)
    assert [(field.kind, field.label) for field in run.screen.fields] == [
        (FieldKind.TEXT, "Name"),
        (FieldKind.INTEGER, "Age"),
        (FieldKind.NOTE, "A note"),
        (FieldKind.NOTE, "<b>HTML</b>"),
        (FieldKind.NOTE, "<i>raw</i>"),
    ]
    run.answer(read_submission(run.screen, {"answer": "Luz", "age": "40"}))
    assert (run.value("answer"), run.value("age")) == ("Luz", 40)


def test_a_disabled_field_is_only_to_read(start: Starter) -> None:
    run = ask(
        start,
        "question: Known\nfields:\n  - Name: name\n    disabled: True\n    default: Luz\n"
        "  - Kind: kind\n    disabled: True\n    default: a\n    choices:\n      - First: a\n"
        "  - Words: answer\n    under text: |\n      Below it.\n    help: Behind it.",
    )
    name, kind, words = run.screen.fields
    assert [(each.kind, each.label) for each in (name, kind)] == [
        (FieldKind.NOTE, "Name: Luz"),
        (FieldKind.NOTE, "Kind: First"),
    ]
    assert words.help == "Behind it.\n\nBelow it."
    answer(run, "words")
    assert run.value("name") is None


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ("default: abc", "abc"),
        ("default: 12", "12"),
        ("", ""),
        ("default: ${ 2 + 2 }", "4"),
    ],
)
def test_a_hidden_field_sets_its_default(start: Starter, lines: str, value: object) -> None:
    said = f"\n    {lines}" if lines else ""
    run = ask(start, f"question: Q\nfields:\n  - answer: answer\n    datatype: hidden{said}\n  - Also: also")
    assert [field.name for field in run.screen.inputs] == ["also"]
    run.answer(read_submission(run.screen, {"also": "x"}))
    assert run.value("answer") == value
