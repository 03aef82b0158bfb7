"""Single answers become the people, lists and tables that templates speak of."""

from __future__ import annotations

import datetime
from textwrap import dedent, indent

import pytest
from jinja2 import Environment, StrictUndefined

from unbarred.answers.answer_file import Notation, parse
from unbarred.answers.entries import FaultyAnswers
from unbarred.answers.things import Thing
from unbarred.answers.variables import variables


def made(answers: str) -> dict[str, object]:
    text = "answers:\n" + indent(dedent(answers), "  ")
    return variables(parse(text, Notation.YAML, "rosa.yml"), "rosa.yml")


def said(template: str, answers: str) -> str:
    environment = Environment(undefined=StrictUndefined, autoescape=False)
    return environment.from_string(template).render(made(answers))


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{ petitioner.name.full() }}", "Rosa M. Example Jr."),
        ("{{ petitioner.name.full(middle=True, use_suffix=False) }}", "Rosa Maria Example"),
        ("{{ petitioner.name.firstlast() }}", "Rosa Example"),
        ("{{ petitioner.name.lastfirst() }}", "Example, Rosa M. Jr."),
        ("{{ petitioner.name }}", "Rosa M. Example Jr."),
        ("{{ petitioner }}", "Rosa M. Example Jr."),
        ("{{ petitioner.birthdate.year }}", "1979"),
        ("{{ helper.name.full() }}", "The Invented Clinic"),
    ],
)
def test_a_name_prints_as_in_an_interview(template: str, words: str) -> None:
    answers = """\
        petitioner.name.first: Rosa
        petitioner.name.middle: Maria
        petitioner.name.last: Example
        petitioner.name.suffix: Jr.
        petitioner.birthdate: 1979-03-14
        helper.name.text: The Invented Clinic
        """
    assert said(template, answers) == words


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{ helper.address }}", "1 Model Street, Apt. 2\nSampleton, NY 00000"),
        ("{{ helper.address.block() }}", "1 Model Street, Apt. 2\nSampleton, NY 00000"),
        ("{{ helper.address.on_one_line() }}", "1 Model Street, Apt. 2, Sampleton, NY 00000"),
        ("{{ helper.address.line_two() }}", "Sampleton, NY 00000"),
        ("{{ helper.mail_address.on_one_line() }}", "Sampleton"),
    ],
)
def test_an_address_prints_by_its_lines(template: str, words: str) -> None:
    answers = """\
        helper.address.address: 1 Model Street
        helper.address.unit: Apt. 2
        helper.address.city: Sampleton
        helper.address.state: NY
        helper.address.zip: '00000'
        helper.mail_address.city: Sampleton
        helper.mail_address.zip: null
        """
    assert said(template, answers) == words


def test_a_thing_without_a_name_is_not_printed_as_a_heap_of_answers() -> None:
    with pytest.raises(TypeError):
        said("{{ custody }}", "custody.start: 2017-04-20\ncustody.jail_days: 412")


def test_a_list_is_in_the_order_of_its_numbers() -> None:
    answers = """\
        children[1].name.first: Ana
        children[0].name.first: Tom
        children[0].birthdate: 2011-02-03
        children.there_are_any: true
        """
    template = "{% for child in children %}{{ child.name.first }} {% endfor %}{{ children.number() }}"
    assert said(template, answers) == "Tom Ana 2"
    assert said("{{ children.there_are_any }}", answers) == "True"


def test_a_list_of_nobody_is_empty() -> None:
    assert made("children.there_are_any: false") == {"children": []}


def test_a_table_has_its_keys() -> None:
    assert said("{{ told['offense.day'] }}", "told['offense.day']: 2008-11-02") == "2008-11-02"


def test_only_what_is_a_day_becomes_one() -> None:
    assert made('a: 2026-11-21\nb: 2026-02-31\nc: 01234/2009\nd: null\ne: 15\nf: ""') == {
        "a": datetime.date(2026, 11, 21),
        "b": "2026-02-31",
        "c": "01234/2009",
        "d": None,
        "e": 15,
        "f": None,
    }


def test_what_cannot_stand_together_is_told_with_its_line() -> None:
    with pytest.raises(FaultyAnswers) as caught:
        made("name: Rosa\nname.first: Rosa\nchildren[1].age: 3")
    assert str(caught.value) == dedent(
        """\
        rosa.yml: There are 2 things to mend.
          rosa.yml:2:3: name is answered itself, so nothing in it can be.
          rosa.yml:4:3: children[0] is missing, but a later one is there."""
    )


def test_a_negative_place_in_a_list_is_told() -> None:
    with pytest.raises(FaultyAnswers, match=r"children\[0\] is missing"):
        made("children[-1].age: 3")


def test_a_name_of_endless_parts_is_told() -> None:
    with pytest.raises(FaultyAnswers, match="at most 20 parts"):
        made(f"a{'.b' * 300}: 1")


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({"pronoun": "she"}, "She asks. Her sentence; for her, herself."),
        ({"pronouns": "he/him"}, "He asks. His sentence; for him, himself."),
        ({"pronoun": None, "gender": "female"}, "She asks. Her sentence; for her, herself."),
        ({"gender": "other"}, "They asks. Their sentence; for them, themselves."),
        ({}, "They asks. Their sentence; for them, themselves."),
    ],
)
def test_a_person_is_spoken_of_as_she_chose(choice: dict[str, str | None], said: str) -> None:
    person = Thing(dict(choice))
    words = f"{person.pronoun_subjective(capitalize=True)} asks. "
    words += f"{person.pronoun_possessive('sentence', capitalize=True)}; for {person.pronoun_objective()}, "
    assert words + f"{person.pronoun_reflexive()}." == said
