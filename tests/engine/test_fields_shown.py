"""When a field is shown: in words, by code, by a box among several, by a script, by what stands elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from one_field import Starter

from unbarred.answers.values import LATER, AnswerValue
from unbarred.engine import Run
from unbarred.screens import Refused, is_asked, read_submission

_END = """
---
mandatory: True
code: |
  first
  over
---
event: over
question: The end
buttons:
  - Exit: exit
"""


def two_fields(start: Starter, decider: str, condition: str) -> Run:
    """A screen with a field called `first` and one called `second`, shown under a condition."""

    def lines(said: str) -> str:
        return "".join(f"    {line}\n" for line in said.splitlines())

    return start(
        "question: Two\nfields:\n  - First: first\n"
        f"{lines(decider)}  - Second: second\n    required: False\n{lines(condition)}{_END}"
    )


def shows(run: Run, given: Mapping[str, AnswerValue], name: str = "second") -> bool:
    [field] = [each for each in run.screen.fields if each.name == name]
    return is_asked(run.screen, field, given)


YES = "datatype: yesnoradio"
KIND = "choices: [a, b]"
BOXES = "datatype: checkboxes\nchoices: [Apple, Pear]"
WHOLE = "datatype: integer"
DAY = "datatype: date"


@pytest.mark.parametrize(
    ("decider", "condition", "met", "unmet"),
    [
        (YES, "show if: first", True, False),
        (YES, "hide if: first", False, True),
        (YES, "enable if: first", True, False),
        (YES, "disable if: first", False, True),
        (YES, "show if:\n  variable: first\n  is: False", False, True),
        ("datatype: noyesradio", "show if: first", False, True),
        ("datatype: noyes", "show if: first", False, True),
        ("datatype: yesnomaybe", "show if:\n  variable: first\n  is: None", "None", "True"),
        ("datatype: noyesmaybe", "show if: first", "False", "True"),
        (KIND, "show if:\n  variable: first\n  is: b", "b", "a"),
        (KIND, "hide if:\n  variable: first\n  is: ${ 'b' }", "a", "b"),
        (WHOLE, "show if:\n  variable: first\n  is: 3", 3, 4),
        ("datatype: number", "show if:\n  variable: first\n  is: 3.0", 3, 4),
        (DAY, "show if:\n  variable: first\n  is: 2031-03-14", "3/14/2031", "3/15/2031"),
        ("", "show if:\n  variable: first\n  is: red", "red", "blue"),
        (BOXES, "show if: first['Apple']", ["Apple"], ["Pear"]),
        (BOXES, "hide if: first['Apple']", [], ["Apple", "Pear"]),
        (BOXES, "show if:\n  variable: first['Apple']\n  is: False", ["Pear"], ["Apple"]),
        (BOXES, "show if: first[nota]", [], ["Apple"]),
        (BOXES + "\nall of the above: True", "show if: first[aota]", ["Apple", "Pear"], ["Apple"]),
        (YES, "js show if: |\n  val('first')", True, False),
        (YES, "js hide if: |\n  val('first')", False, True),
        (YES, "js disable if: |\n  val('first') === true", False, True),
        (YES, "js enable if: |\n  val('first') === true", True, False),
        ("datatype: noyesradio", "js show if: |\n  val('first')", False, True),
        (WHOLE, "js show if: |\n  val('first') > 17 && val('first') < 65", 18, 65),
        (KIND, "js show if: |\n  val('first') == 'b'", "b", "a"),
        (DAY, "js show if: |\n  val('first') >= '2031-01-01'", "1/1/2031", "12/31/2030"),
        (BOXES, "js show if: |\n  val(\"first['Apple']\")", ["Apple"], []),
        (BOXES, "js show if: |\n  val('first').length > 1", ["Apple", "Pear"], ["Apple"]),
    ],
)
def test_one_field_decides_about_another(
    start: Starter, decider: str, condition: str, met: object, unmet: object
) -> None:
    run = two_fields(start, decider, condition)
    for given, is_shown in ((met, True), (unmet, False)):
        alone = {"first": given, "second": None}
        assert shows(run, read_submission(run.screen, alone)) is is_shown
        both = {"first": given, "second": "words"}
        if is_shown:
            assert read_submission(run.screen, both)["second"] == "words"
        else:
            with pytest.raises(Refused, match="This is not asked"):
                read_submission(run.screen, both)


def test_what_is_hidden_is_not_set(start: Starter) -> None:
    run = two_fields(start, YES, "show if: first")
    run.answer(read_submission(run.screen, {"first": False}))
    assert run.value("first") is False
    assert run.value("second") is None


@pytest.mark.parametrize("blank", ["", "None"])
def test_a_field_that_waits_for_a_blank(start: Starter, blank: str) -> None:
    run = two_fields(start, "required: False", f"show if:\n  variable: first\n  is: '{blank}'")
    assert shows(run, {"first": LATER})
    assert not shows(run, {"first": "words"})


def test_a_script_knows_what_nobody_pressed(start: Starter) -> None:
    run = two_fields(start, f"{YES}\nrequired: False", "js show if: |\n  val('first') === null")
    assert shows(run, {"first": LATER})
    assert not shows(run, {"first": False})


@pytest.mark.parametrize(("code", "count"), [("1 + 1 == 2", 2), ("1 + 1 == 3", 1)])
def test_code_decides_before_the_screen(start: Starter, code: str, count: int) -> None:
    run = two_fields(start, YES, f"show if:\n  code: |\n    {code}")
    assert len(run.screen.fields) == count
    run = two_fields(start, YES, f"hide if:\n  code: |\n    not ({code})")
    assert len(run.screen.fields) == count


def test_code_and_a_field_decide_together(start: Starter) -> None:
    condition = "show if:\n  code: |\n    True\n  variable: first\n  is: True"
    run = two_fields(start, YES, condition)
    assert shows(run, {"first": True})
    assert not shows(run, {"first": False})


def test_conditions_hang_on_each_other_and_notes_have_them_too(start: Starter) -> None:
    run = start(
        f"""
question: A chain
fields:
  - First: first
    datatype: yesnoradio
  - Second: second
    datatype: yesnoradio
    show if: first
  - Third: third
    show if: second
  - note: You said yes twice.
    show if: second
{_END}"""
    )
    note = run.screen.fields[-1]
    assert is_asked(run.screen, note, {"first": True, "second": True})
    assert not is_asked(run.screen, note, {"first": True, "second": False})
    assert not shows(run, {"first": False}, "third")
    run.answer(read_submission(run.screen, {"first": False}))
    assert run.value("third") is None


def test_a_hidden_field_decides_before_anybody_answers(start: Starter) -> None:
    run = start(
        f"""
question: Known already
fields:
  - First: first
  - Hidden: place
    datatype: hidden
    default: NY
  - Second: second
    show if:
      variable: place
      is: NY
  - Third: third
    show if:
      variable: place
      is: CA
{_END}"""
    )
    assert shows(run, {}, "second")
    assert not shows(run, {}, "third")
    run.answer(read_submission(run.screen, {"first": "a", "second": "b"}))
    assert run.value("place") == "NY"


OTHERS = """
question: Only one
fields:
  - First: first
    required: False
    disable others: {others}
  - Second: second
  - Third: third
"""


@pytest.mark.parametrize(("others", "third"), [("True", False), ("[second]", True)])
def test_an_answer_disables_others(start: Starter, others: str, third: bool) -> None:
    run = start(OTHERS.format(others=others) + _END)
    answered: Mapping[str, AnswerValue] = {"first": "a"}
    assert not shows(run, answered)
    assert shows(run, answered, "third") is third
    assert shows(run, {"first": LATER})
    run.answer(read_submission(run.screen, {"first": None, "second": "b", "third": "c"}))
    assert (run.value("first"), run.value("second")) == ("", "b")


TWO_WAYS = """
question: Which?
fields:
  - Fruit: first
    choices: [Apple, Pear]
    required: False
    disable others: True
  - Another fruit: first
  - Seeds: second
    datatype: integer
"""


@pytest.mark.parametrize(("fruit", "asks_seeds"), [("Apple", False), ("Fig", True)])
def test_what_is_typed_in_another_field_for_its_variable_disables_nothing(
    start: Starter, fruit: str, asks_seeds: bool
) -> None:
    run = start(TWO_WAYS + _END.replace("third", "first"))
    assert shows(run, {"first": fruit}) is asks_seeds
    given = {"first": fruit, "second": 7} if asks_seeds else {"first": fruit}
    run.answer(read_submission(run.screen, given))
    assert (run.value("first"), run.value("second")) == (fruit, 7 if asks_seeds else None)


TICKS = """
question: Which?
fields:
  - Apples: first
    datatype: yesno
  - Pears: second
    datatype: yesno
  - All: all_of_them
    datatype: yesno
    check others: {named}
  - None: none_of_them
    datatype: yesnowide
    uncheck others: [first, second, all_of_them]
"""


@pytest.mark.parametrize("named", ["True", "[first, second]"])
def test_boxes_tick_and_untick_others(start: Starter, named: str) -> None:
    run = start(TICKS.format(named=named) + _END)
    by_name = {field.name: field for field in run.screen.fields}
    assert set(by_name["all_of_them"].takes_in) >= {"first", "second"}
    assert by_name["none_of_them"].rules_out == ("first", "second", "all_of_them")
    run.answer(read_submission(run.screen, {"none_of_them": True}))
    assert [run.value(name) for name in by_name] == [False, False, False, True]
