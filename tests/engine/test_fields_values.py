"""Each datatype and input type: how it is asked, and what docassemble's own server would have set."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from one_field import Starter, answered, asked_again, asking, the_field

from unbarred.answers.values import AnswerValue
from unbarred.errors import UserError
from unbarred.screens import Choice, FieldKind, Refused, read_submission

TYPED = [
    ("datatype: text", FieldKind.TEXT, "O’Neil <b> \\ ${ 7*7 }", "O’Neil <b> \\ ${ 7*7 }", ""),
    ("input type: area", FieldKind.AREA, "one\ntwo", "one\ntwo", ""),
    ("datatype: area", FieldKind.AREA, "one\ntwo", "one\ntwo", ""),
    ("datatype: raw", FieldKind.TEXT, "<b>a</b>", "<b>a</b>", ""),
    ("datatype: raw\ninput type: area", FieldKind.AREA, "<b>\na</b>", "<b>\na</b>", ""),
    ("datatype: password", FieldKind.PASSWORD, "pass word", "pass word", ""),
    ("datatype: email", FieldKind.EMAIL, "a@example.org", "a@example.org", ""),
    ("datatype: url", FieldKind.URL, "https://example.org", "https://example.org", ""),
    ("datatype: integer", FieldKind.INTEGER, "1,200", 1200, 0),
    ("datatype: number", FieldKind.NUMBER, "1.5", 1.5, 0.0),
    ("datatype: float", FieldKind.NUMBER, "2", 2.0, 0.0),
    ("datatype: currency", FieldKind.CURRENCY, "$1,200.50", 1200.5, 0.0),
    ("datatype: range\nmin: 1\nmax: 10", FieldKind.NUMBER, "3", 3.0, 0.0),
    ("datatype: time", FieldKind.TIME, "2:30 pm", datetime.time(14, 30), ""),
    ("datatype: yesno", FieldKind.YES_NO, "yes", True, False),
    ("datatype: yesnowide", FieldKind.YES_NO, "yes", True, False),
    ("datatype: noyes", FieldKind.YES_NO, "yes", False, True),
    ("datatype: noyeswide", FieldKind.YES_NO, "yes", False, True),
    ("datatype: yesnoradio", FieldKind.YES_NO, "no", False, None),
    ("datatype: noyesradio", FieldKind.YES_NO, "no", True, None),
    ("datatype: yesnomaybe", FieldKind.ONE_OF, "no", False, None),
    ("datatype: noyesmaybe", FieldKind.ONE_OF, "no", True, None),
    ("datatype: yesnomaybe", FieldKind.ONE_OF, "I don't know", None, None),
    ("input type: ajax\naction: suggest", FieldKind.TEXT, "words", "words", ""),
]
"""What an author writes, how it is asked, what is typed, what the variable is then, and left blank."""


@pytest.mark.parametrize(("lines", "kind", "typed", "value", "blank"), TYPED)
def test_what_is_typed_becomes_what_a_server_sets(
    start: Starter, lines: str, kind: FieldKind, typed: str, value: object, blank: object
) -> None:
    optional = f"{lines}\nrequired: False"
    assert the_field(start, optional).kind is kind
    for given, expected in ((typed, value), (None, blank)):
        held = answered(start, optional, given).value("answer")
        assert (type(held), held) == (type(expected), expected)


@pytest.mark.parametrize(
    ("datatype", "kind", "typed", "when"),
    [
        ("date", FieldKind.DATE, "3/14/2031", datetime.datetime(2031, 3, 14)),
        ("datetime", FieldKind.DATE_TIME, "2031-03-14 14:30", datetime.datetime(2031, 3, 14, 14, 30)),
        ("datetime-local", FieldKind.DATE_TIME, "2031-07-01 14:30", datetime.datetime(2031, 7, 1, 14, 30)),
    ],
)
def test_a_day_is_docassembles_own_date_with_its_zone(
    start: Starter, datatype: str, kind: FieldKind, typed: str, when: datetime.datetime
) -> None:
    lines = f"datatype: {datatype}\nrequired: False"
    assert the_field(start, lines).kind is kind
    held = answered(start, lines, typed).value("answer")
    assert type(held).__name__ == "DADateTime"
    assert held.replace(tzinfo=None) == when
    assert held.utcoffset() is not None
    assert answered(start, lines, None).value("answer") == ""


@pytest.mark.parametrize("input_type", ["radio", "dropdown", "combobox", "datalist"])
def test_a_choice_is_its_key_as_text(start: Starter, input_type: str) -> None:
    lines = f"input type: {input_type}\nrequired: False\nchoices:\n  - One: 1\n  - Two: 2"
    field = the_field(start, lines)
    assert field.kind is FieldKind.ONE_OF
    assert field.choices == (Choice("1", "One"), Choice("2", "Two"))
    assert field.takes_other == (input_type in ("combobox", "datalist"))
    assert answered(start, lines, "two").value("answer") == "2"
    assert answered(start, lines, None).value("answer") == ""


@pytest.mark.parametrize(
    ("datatype", "key", "value", "blank"),
    [
        ("integer", "2", 2, 0),
        ("number", "2.5", 2.5, 0.0),
        ("currency", "12", 12.0, 0.0),
        ("time", "'14:30'", datetime.time(14, 30), ""),
        ("email", "a@example.org", "a@example.org", ""),
        ("text", "True", True, None),
        ("text", "'None'", None, None),
    ],
)
def test_a_choice_has_the_type_of_its_field(
    start: Starter, datatype: str, key: str, value: object, blank: object
) -> None:
    lines = f"datatype: {datatype}\ninput type: radio\nrequired: False\nchoices:\n  - This: {key}"
    run = answered(start, lines, "this")
    held = run.value("answer")
    assert (type(held), held) == (type(value), value)
    assert asked_again(run).default == run.screen.fields[0].choices[0].value
    assert answered(start, lines, None).value("answer") == blank


def test_words_of_her_own_have_the_type_of_the_field_too(start: Starter) -> None:
    lines = "datatype: integer\ninput type: combobox\nchoices:\n  - One: 1"
    assert answered(start, lines, "12").value("answer") == 12
    with pytest.raises(Refused, match="This must be a number, or one of the choices"):
        answered(start, lines, "a dozen")


@pytest.mark.parametrize(("datatype", "none_label"), [("checkboxes", "None of these"), ("multiselect", "")])
def test_several_choices_are_a_gathered_dictionary(start: Starter, datatype: str, none_label: str) -> None:
    lines = f"datatype: {datatype}\nrequired: False\nchoices:\n  - One: 1\n  - Two: 2"
    field = the_field(start, lines)
    assert (field.kind, field.none_label) == (FieldKind.SOME_OF, none_label)
    run = answered(start, lines, ["Two"])
    held = run.value("answer")
    assert type(held).__name__ == "DADict"
    assert (held.elements, held.gathered, held.auto_gather) == ({1: False, 2: True}, True, False)
    assert asked_again(run).default == ("2",)
    assert answered(start, lines, None).value("answer").elements == {1: False, 2: False}


PALS = """
objects:
  - pals: DAList.using(object_type=Individual, there_are_any=True)
---
mandatory: True
code: |
  if len(pals.elements) == 0:
    for name in ('Ann', 'Bea', 'Cas'):
      pals.appendObject()
      pals[-1].name.first, pals[-1].name.last = name, 'Gray'
    pals.gathered = True
"""


@pytest.mark.parametrize("datatype", ["object", "object_radio"])
def test_an_object_is_itself(start: Starter, datatype: str) -> None:
    lines = f"datatype: {datatype}\nrequired: False\nchoices: pals"
    run = answered(start, lines, "pals[1]", PALS)
    assert run.value("answer") is run.value("pals").elements[1]
    assert asked_again(run).default == "pals[1]"
    assert answered(start, lines, None, PALS).value("answer") is None


@pytest.mark.parametrize("datatype", ["object_checkboxes", "object_multiselect"])
def test_several_objects_are_a_gathered_list(start: Starter, datatype: str) -> None:
    lines = f"datatype: {datatype}\nrequired: False\nchoices: pals"
    run = answered(start, lines, ["pals[0]", "pals[2]"], PALS)
    held, pals = run.value("answer"), run.value("pals").elements
    assert (type(held).__name__, held.gathered, held.auto_gather) == ("DAList", True, False)
    assert held.elements == [pals[0], pals[2]]
    assert asked_again(run).default == ("pals[0]", "pals[2]")
    assert answered(start, lines, None, PALS).value("answer").elements == []


def test_choices_of_an_item_are_objects_too(start: Starter) -> None:
    run = start(
        f"""{PALS}
---
objects:
  - trips: DAList.using(object_type=DAObject, complete_attribute='guest', there_are_any=True)
---
question: Who goes?
fields:
  - Whom: trips[i].guest
    datatype: object
    choices: pals
---
question: More?
yesno: trips.there_is_another
---
mandatory: True
code: |
  trips.gather()
  trips[0].guest
"""
    )
    run.answer(read_submission(run.screen, {"trips[0].guest": "Bea Gray"}))
    assert run.value("trips[0].guest") is run.value("pals").elements[1]


DEVICES = {"camera": "image/*", "user": "image/*", "environment": "image/*"} | {
    "microphone": "audio/*",
    "camcorder": "video/*",
}


@pytest.mark.parametrize("datatype", ["file", "files", *DEVICES])
def test_files_are_asked_by_path(start: Starter, datatype: str) -> None:
    lines = f"datatype: {datatype}\nrequired: False"
    field = the_field(start, lines)
    assert (field.kind, field.several) == (FieldKind.FILES, datatype == "files")
    assert field.accepts == ((DEVICES[datatype],) if datatype in DEVICES else ())
    assert answered(start, lines, None).value("answer") is None


@pytest.mark.parametrize("datatype", ["ml", "mlarea"])
def test_machine_learning_is_refused_with_what_to_do_instead(start: Starter, datatype: str) -> None:
    with pytest.raises(UserError, match="learns from answers") as error:
        start(asking(f"datatype: {datatype}"))
    assert "ask with choices instead" in str(error.value.hint)


@pytest.mark.parametrize(
    ("lines", "again"),
    [
        ("datatype: integer", 12),
        ("datatype: currency", Decimal("12.5")),
        ("datatype: noyes", True),
        ("datatype: date", datetime.date(2031, 3, 14)),
        ("datatype: time", datetime.time(14, 30)),
        ("datatype: datetime", datetime.datetime(2031, 3, 14, 14, 30)),
        ("datatype: noyesmaybe", "True"),
    ],
)
def test_asked_again_it_starts_from_what_was_answered(start: Starter, lines: str, again: AnswerValue) -> None:
    assert asked_again(answered(start, lines, again)).default == again


IGNORED = """
label above field: True
floating label: True
css class: wide
inline width: 10em
grid: 4
"""


def test_what_matters_only_to_a_browser_changes_nothing(start: Starter) -> None:
    assert the_field(start, IGNORED) == the_field(start, "")
