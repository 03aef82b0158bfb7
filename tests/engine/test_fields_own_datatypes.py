"""Datatypes that an interview brings along check, change, show and skip answers in their own ways."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from one_field import asked_again, asking

from unbarred.engine import Run, load_file
from unbarred.screens import FieldKind, Refused, read_submission

MODULE = """
from docassemble.base.util import CustomDataType, DAObject, validation_error

class Badge(CustomDataType):
    name = "badge"
    parameters = ["prefix"]
    code_parameters = ["digits"]
    mako_parameters = ["ending"]

    @classmethod
    def validate(cls, item, variable_name, data):
        if not item.startswith(data.get("prefix", "")):
            validation_error("%s begins with %s." % (variable_name, data["prefix"]))
        return len(item) == data.get("digits", len(item))

    @classmethod
    def transform(cls, item, variable_name, data):
        return item.upper() + data.get("ending", "")

    @classmethod
    def default_for(cls, item):
        return str(item).lower()

class Pages(CustomDataType):
    name = "pages"
    input_type = "number"
    jq_rule = "digits"

    @classmethod
    def transform(cls, item):
        return int(item) if item else None

class Letter(CustomDataType):
    name = "letter"
    input_type = "area"
    is_object = True

    @classmethod
    def transform(cls, item):
        letter = DAObject("letter")
        letter.words = item.split()
        return letter

class Shade(CustomDataType):
    name = "shade"
    input_type = "radio"

    @classmethod
    def transform(cls, item):
        return "light " + item
"""

Begin = Callable[[str], Run]


@pytest.fixture
def begin(tmp_path: Path) -> Begin:
    """Return a function that starts an interview which asks one field of an own datatype."""
    package = tmp_path / "docassemble" / "badges"
    questions = package / "data" / "questions"
    questions.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "kinds.py").write_text(MODULE, encoding="utf-8")

    def starter(lines: str) -> Run:
        path = questions / "main.yml"
        path.write_text(asking(lines, "modules:\n  - .kinds\n"), encoding="utf-8")
        return Run(load_file(path), {})

    return starter


def answer(run: Run, given: object) -> Run:
    run.answer(read_submission(run.screen, {"answer": given}))
    return run


PARAMETERS = "datatype: badge\nprefix: A\ndigits: 1 + 3\nending: ${ '-' * 2 }\n"


def test_it_checks_and_changes_what_is_typed(begin: Begin) -> None:
    run = begin(PARAMETERS)
    assert run.screen.fields[0].kind is FieldKind.TEXT
    assert answer(run, "A12b").value("answer") == "A12B--"


@pytest.mark.parametrize(
    ("given", "says"), [("B123", "answer begins with A."), ("A1", "This is not what is asked for. ")]
)
def test_it_refuses_in_its_own_words(begin: Begin, given: str, says: str) -> None:
    with pytest.raises(Refused) as refused:
        answer(begin(PARAMETERS), given)
    [problem] = refused.value.problems
    assert problem.field == "answer"
    assert problem.message.startswith(says)


def test_it_says_how_its_value_is_shown_again(begin: Begin) -> None:
    assert asked_again(answer(begin("datatype: badge"), "Abc")).default == "abc"
    assert begin("datatype: badge\ndefault: XYZ").screen.fields[0].default == "xyz"


def test_it_is_asked_as_its_input_type_says(begin: Begin) -> None:
    run = begin("datatype: pages\nrequired: False")
    assert run.screen.fields[0].kind is FieldKind.INTEGER
    assert answer(run, "12").value("answer") == 12
    assert answer(begin("datatype: pages\nrequired: False"), None).value("answer") is None


def test_it_may_make_an_object(begin: Begin) -> None:
    run = begin("datatype: letter")
    assert run.screen.fields[0].kind is FieldKind.AREA
    assert answer(run, "two\nwords").value("answer").words == ["two", "words"]


def test_it_may_have_choices(begin: Begin) -> None:
    run = begin("datatype: shade\nchoices: [red, blue]")
    assert run.screen.fields[0].kind is FieldKind.ONE_OF
    assert answer(run, "blue").value("answer") == "light blue"


def test_with_nothing_to_choose_it_is_none(begin: Begin) -> None:
    run = begin("datatype: shade\nchoices:\n  code: |\n    []")
    assert run.value("answer") is None
    assert run.screen.heading == "The end"
