"""A mapping is held against its form and the answers: everything wrong with it at once, with its place."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from filled_forms import Fill, values
from form_maker import FormMaker, a_form

from unbarred.answers.things import Name, Thing
from unbarred.documents.forms import FaultyMapping
from unbarred.errors import ContentError


def faults(fill: Fill, mapping: str, **variables: object) -> list[str]:
    with pytest.raises(FaultyMapping) as caught:
        fill(a_form(), dedent(mapping), **variables)
    return [f"{where.line}:{where.column} {message}" for where, message in caught.value.faults]


def test_everything_that_is_written_wrong_is_told_at_once(fill: Fill) -> None:
    mapping = """\
        field: {}
        days: sometime
        fields:
          Nmae: name
          Number: [a, b]
          Born: {value: born, words: soon, wen: now}
          Story: born |
          Term: {value: kind, options: {fixed: Fixd}}
          Signature: name
          Reasons: {value: reasons, smallest: 2}
          yes: name
          Helper: "{{ name | nosuch }}"
        addendum: {line: "{{ name"}
        """
    no_end = "This is not an answer or an expression: unexpected end of template, expected"
    assert faults(fill, mapping) == [
        "1:1 “field” has no meaning here. Did you mean fields?",
        "2:1 Days are written like mm/dd/yyyy, with d, m and y for day, month and year.",
        "3:1 Put this name in quotes: YAML reads it as yes or no.",
        "4:3 The form has no field “Nmae”. Did you mean Name, Number or State?",
        "5:3 A field is filled by one answer, not by several.",
        "6:3 A field takes a value or words, not both.",
        "6:36 “wen” has no meaning here. Known are value, words, days, join, options, label, smallest.",
        f"7:3 {no_end} 'name'.",
        "8:33 “Term” has no option “Fixd”. Did you mean Fixed?",
        "9:3 “Signature” is a signature; it is left to be done by hand.",
        "10:29 The smallest letters are a number of points, from 4 to 72.",
        "12:3 This is not an answer or an expression: No filter named 'nosuch'.",
        f"13:12 {no_end} 'end of print statement'.",
    ]


def test_a_day_or_a_number_without_quotes_is_told_and_not_reckoned(fill: Fill) -> None:
    mapping = """\
        fields:
          Name: 2026-11-21
          Number: 914-555-1000
          Born: "{{ 11/21/2026 }}"
          Story: {value: 1234/2009}
          Reasons: as_of.year - 2026
          Ways: {words: 2026-11-21}
        """
    told = "This would be reckoned. Write a day, or a number with strokes in it, under “words”."
    assert faults(fill, mapping) == [f"{line}:3 {told}" for line in (2, 3, 4, 5)]


def test_what_these_answers_cannot_give_is_told_without_an_answer(fill: Fill) -> None:
    mapping = """\
        fields:
          Name: petitioner.nmae
          Number: petitioner.name + 1
          Born: yes_or_no
          Helper: petitioner.name
          Term: petitioner.name
          Story: "{{ ''.__class__.__mro__ }}"
          Reasons: 1 / (yes_or_no - 1)
          State: petitioner.name.upper
          Ways: "{'a': 1}"
        """
    said = faults(fill, mapping, petitioner=Thing({"name": "Rosalind"}), yes_or_no=True)
    assert said == [
        "2:3 Name: The answers do not have “nmae”. Did you mean name?",
        "3:3 Number: An answer is not of the kind that this needs.",
        "4:3 Born: The answer is yes or no, and the field takes words; say “options” for it.",
        "5:3 Helper: A check box takes yes or no; write what must be true, such as a == 'b'.",
        "6:3 Term: The answer is none of the options, which are: Fixed, Open. Say “options” for it.",
        "7:3 Story: This reaches for what is no answer.",
        "8:3 Reasons: An answer is not of the kind that this needs.",
        "9:3 State: This is a way to say it and not yet an answer; write () after it.",
        "10:3 Ways: This is a table of answers, not one of them.",
    ]
    assert "Rosalind" not in "".join(said)


@pytest.mark.parametrize(
    "mapping", ["", "[]", "fields", "fields: []", "fields: 3", "fields: {Name: {value: {a: b}}}"]
)
def test_a_mapping_of_another_shape_is_refused(mapping: str, fill: Fill) -> None:
    with pytest.raises(ContentError):
        fill(a_form(), mapping)


def test_a_file_that_is_no_yaml_is_refused_with_its_place(fill: Fill) -> None:
    with pytest.raises(ContentError, match=r"form\.yml:3:1"):
        fill(a_form(), "fields:\n  Name: 'open\n")


def test_the_mapping_in_the_handbook_is_one(fill: Fill) -> None:
    page = (Path(__file__).parents[4] / "docs" / "forms.md").read_text(encoding="utf-8")
    mapping = page.partition("```yaml\n")[2].partition("```")[0]
    form = FormMaker()
    for place, name in enumerate(["Name", "Court", "Address", "Remedy"]):
        form.text(name, (72, 600 + 30.0 * place, 540, 615 + 30.0 * place))
    form.check("Helped by another", (72, 500, 84, 512))
    form.radio("Kind of sentence", {"Fixed": (72, 450, 84, 462), "Open": (150, 450, 162, 462)})
    form.signature("Signed", (72, 400, 300, 430))
    name = Name({"first": "Rosa", "last": "Example"})
    filled = fill(
        form,
        mapping,
        petitioner=Thing({"name": name, "prison_number": "00G0000", "address": "1 Model Street\nSampleton"}),
        court=Thing({"name": "Supreme Court", "county": "Kings"}),
        has_helper=True,
        sentence_kind="indeterminate",
    )
    assert values(filled) == {
        "Name": "Rosa Example",
        "Court": "Supreme Court, Kings County",
        "Address": "1 Model Street, Sampleton",
        "Remedy": "Commutation",
        "Helped by another": "/Yes",
        "Kind of sentence": "/Open",
    }
    assert [left.label for left in filled.left] == ["Signed"]
