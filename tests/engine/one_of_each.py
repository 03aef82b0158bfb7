"""An interview with a field of every datatype on one screen, and answers to it drawn at random."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from unbarred.answers.values import AnswerValue
from unbarred.screens import Field, FieldKind, Problem, Screen, read_field

_DATATYPES = """
text area raw password email url integer number float currency date time datetime datetime-local
yesno noyes yesnoradio noyesradio yesnomaybe noyesmaybe
"""
_CHOSEN = {
    "range": "datatype: range\n    min: 0\n    max: 100\n    step: 0.25",
    "radio": 'input type: radio\n    choices: [Apple, it\'s "so", 12]',
    "dropdown": "choices:\n      - One: 1\n      - Two: 2",
    "combobox": "input type: combobox\n    choices: [Apple, Pear]",
    "of_integers": "datatype: integer\n    input type: radio\n    choices: [1, 2, 30]",
    "of_days": "datatype: date\n    choices:\n      - First: 2031-01-02\n      - Last: 2031-12-31",
    "true_or_false": "input type: radio\n    choices:\n      - Y: True\n      - N: False",
    "checkboxes": "datatype: checkboxes\n    choices:\n      - One: 1\n      - Apple: a[b]'c",
    "multiselect": "datatype: multiselect\n    choices: [Apple, Pear, Plum]",
    "an_object": "datatype: object\n    choices: pals",
    "object_radio": "datatype: object_radio\n    choices: pals",
    "object_checkboxes": "datatype: object_checkboxes\n    choices: pals",
    "object_multiselect": "datatype: object_multiselect\n    choices: pals",
}


def _field(name: str, said: str) -> str:
    return f"  - {name}: one_{name}\n    {said}\n    required: False\n"


_FIELDS = [_field(each.replace("-", "_"), f"datatype: {each}") for each in _DATATYPES.split()]
_FIELDS += [_field(name, said) for name, said in _CHOSEN.items()]

INTERVIEW = f"""
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
---
question: One of each
fields:
{"".join(_FIELDS)}
---
mandatory: True
code: |
  one_text
  over
---
event: over
id: end
question: The end
subquestion: |
  [Ask again](${{ url_action('one_text') }})
buttons:
  - Exit: exit
"""

NASTY = st.text(
    st.sampled_from(list("abzÅ’é 0179 \t\n'\"`\\{{}}[]()<>$%&;:.,#@!|=_-/\u2028\u202e\u00a0\u200b"))
    | st.characters(),
    max_size=30,
) | st.sampled_from(
    [
        "__import__('os').system('true')",
        "${ 7*7 }",
        "{{ 7*7 }}",
        "<% import os %>",
        "</w:t><w:r>",
        "'); raise SystemExit #",
        "None",
        "True",
        "a\\",
        "[FIELD one_text]",
    ]
)
"""Texts that would do harm where they were run, or would be taken for something else."""

_DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))
_TIMES = st.times().map(lambda each: each.replace(microsecond=0))
_BY_KIND: dict[FieldKind, st.SearchStrategy[Any]] = {
    FieldKind.TEXT: NASTY,
    FieldKind.AREA: NASTY,
    FieldKind.PASSWORD: NASTY,
    FieldKind.EMAIL: st.emails(),
    FieldKind.URL: st.sampled_from(["https://example.org", "http://example.org/a?b=c&d='e'#f"]),
    FieldKind.INTEGER: st.integers(-(10**14), 10**14),
    FieldKind.NUMBER: st.decimals(-(10**9), 10**9, places=4),
    FieldKind.CURRENCY: st.decimals(-(10**9), 10**9, places=2),
    FieldKind.DATE: _DAYS,
    FieldKind.TIME: _TIMES,
    FieldKind.DATE_TIME: st.builds(datetime.datetime.combine, _DAYS, _TIMES),
    FieldKind.YES_NO: st.booleans(),
}


def _given_to(field: Field) -> st.SearchStrategy[Any]:
    values = st.sampled_from([each.value for each in field.choices]) if field.choices else st.nothing()
    if field.kind is FieldKind.SOME_OF:
        return st.lists(values, unique=True)
    if field.kind is FieldKind.ONE_OF:
        return values | NASTY if field.takes_other else values
    if field.step is not None:
        return st.integers(0, 400).map(lambda steps: Decimal(steps) / 4)
    return _BY_KIND[field.kind]


def submissions(screen: Screen) -> st.SearchStrategy[dict[str, AnswerValue]]:
    """What can be given on the screen: for each field something its reader accepts, or nothing."""
    return st.fixed_dictionaries({field.name: _accepted(field) for field in screen.inputs})


def _accepted(field: Field) -> st.SearchStrategy[AnswerValue]:
    read = (_given_to(field) | st.none()).map(lambda raw: read_field(field, raw))
    return read.filter(lambda answer: not isinstance(answer, Problem)).map(_no_problem)


def _no_problem(answer: AnswerValue | Problem) -> AnswerValue:
    assert not isinstance(answer, Problem)
    return answer


def of_blank(field: Field) -> AnswerValue | None:
    """The answer from which a field starts that was left blank before: what a server sets for a blank.

    “I don't know” is None to docassemble, and so is a blank.
    """
    if field.kind in (FieldKind.INTEGER, FieldKind.NUMBER, FieldKind.CURRENCY):
        return Decimal(0) if field.kind is not FieldKind.INTEGER else 0
    return False if field.name in ("one_yesno", "one_noyes") else None
