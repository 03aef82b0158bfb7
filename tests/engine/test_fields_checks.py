"""What an answer must be: required or not, limits, an author's own checks and own words."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from one_field import Starter, answered, asking, the_field

from unbarred.errors import ContentError
from unbarred.screens import Limit, Problem, Refused, read_submission


def problems(start: Starter, lines: str, given: object, before: str = "") -> list[str]:
    """What is said against `given`, by our own rules or by the interview's."""
    with pytest.raises(Refused) as refused:
        answered(start, lines, given, before)
    assert all(isinstance(each, Problem) for each in refused.value.problems)
    return [problem.message for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("lines", "required"),
    [
        ("", True),
        ("required: False", False),
        ("required: |\n  1 + 1 == 2", True),
        ("required: |\n  1 + 1 == 3", False),
        ("datatype: yesno", False),
        ("datatype: yesno\nrequired: |\n  1 + 1 == 2", True),
        ("datatype: yesnoradio", True),
        ("datatype: yesnoradio\nrequired: |\n  1 + 1 == 3", False),
    ],
)
def test_required(start: Starter, lines: str, required: bool) -> None:
    assert the_field(start, lines).required is required


@pytest.mark.parametrize(
    ("lines", "least", "most"),
    [
        ("datatype: integer\nmin: 2\nmax: ${ 3 * 3 }", Decimal(2), Decimal(9)),
        ("datatype: currency\nmin: 0.5", Decimal("0.5"), None),
        ("datatype: range\nmin: 1\nmax: 10\nstep: 0.5", Decimal(1), Decimal(10)),
        ("datatype: date\nmin: 1/2/2031", datetime.date(2031, 1, 2), None),
        ("datatype: date\nmax: ${ as_datetime('2031-01-02') }", None, datetime.date(2031, 1, 2)),
        ("datatype: time\nmin: 9:00 AM\nmax: '17:00'", datetime.time(9), datetime.time(17)),
        (
            "datatype: datetime\nmin: 2031-01-02 09:30",
            datetime.datetime(2031, 1, 2, 9, 30),
            None,
        ),
    ],
)
def test_limits(start: Starter, lines: str, least: Limit | None, most: Limit | None) -> None:
    field = the_field(start, lines)
    assert (field.minimum, field.maximum) == (least, most)


def test_limits_of_a_whole_interview_hold_where_a_field_has_none(start: Starter) -> None:
    features = "features:\n  default date min: '1950-01-01'\n  default date max: '2049-12-31'\n"
    field = the_field(start, "datatype: date\nmax: 2031-01-02", features)
    assert (field.minimum, field.maximum) == (datetime.date(1950, 1, 1), datetime.date(2031, 1, 2))


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        ("datatype: integer\nmin: 2", 1),
        ("datatype: number\nmax: 2", "2.5"),
        ("datatype: integer\nstep: 5", 12),
        ("datatype: date\nmin: 2031-01-02", "2031-01-01"),
        ("minlength: 3", "ab"),
        ("maxlength: 3", "abcd"),
        ("datatype: email", "nobody"),
        ("datatype: url", "nowhere"),
        ("datatype: checkboxes\nchoices: [a, b, c]\nminlength: 2", ["a"]),
        ("datatype: checkboxes\nchoices: [a, b, c]\nmaxlength: 2", ["a", "b", "c"]),
        ("", None),
    ],
)
def test_what_is_not_within_the_limits_is_refused(start: Starter, lines: str, given: object) -> None:
    assert len(problems(start, lines, given)) == 1


EVEN = """
mandatory: True
code: |
  even = lambda number: number % 2 == 0
"""


@pytest.mark.parametrize(
    ("check", "good", "bad", "says"),
    [
        ("even", 12, 7, "This is not accepted. Look at it again."),
        ("lambda number: even(number) and number != 8", 12, 8, "This is not accepted. Look at it again."),
        ("lambda number: number > 10 or validation_error('Type more.')", 12, 8, "Type more."),
    ],
)
def test_a_field_is_checked_by_its_author(start: Starter, check: str, good: int, bad: int, says: str) -> None:
    lines = f"datatype: integer\nvalidate: |\n  {check}"
    assert answered(start, lines, good, EVEN).value("answer") == good
    assert problems(start, lines, bad, EVEN) == [says]


@pytest.mark.parametrize(
    ("lines", "given", "seen"),
    [
        ("datatype: date", "3/14/2031", "2031-03-14"),
        ("datatype: time", "2:30 pm", "14:30"),
        ("datatype: datetime", "2031-03-14 14:30", "2031-03-14T14:30"),
        ("datatype: integer", 3, 3),
        ("datatype: integer\nrequired: False", None, 0),
        ("datatype: yesnoradio", True, True),
        ("datatype: noyesradio", True, False),
        ("required: False", None, ""),
        ("choices:\n  - One: 1", "One", "1"),
    ],
)
def test_a_check_is_given_what_a_server_gives_it(
    start: Starter, lines: str, given: object, seen: object
) -> None:
    before = "mandatory: True\ncode: |\n  seen = []\n"
    run = answered(start, f"{lines}\nvalidate: |\n  lambda value: seen.append(value) or True", given, before)
    assert run.value("seen")[-1] == seen
    assert type(run.value("seen")[-1]) is type(seen)


def test_boxes_and_blank_files_are_not_checked_one_by_one(start: Starter) -> None:
    never = "validate: |\n  lambda value: 1 / 0"
    assert answered(start, f"datatype: file\nrequired: False\n{never}", None).value("answer") is None
    boxes = f"datatype: checkboxes\nchoices: [a]\n{never}"
    assert answered(start, boxes, ["a"]).value("answer").elements == {"a": True}


def validated(code: str) -> str:
    said = "".join(f"  {line}\n" for line in code.splitlines())
    return asking("").replace("\n---\nevent: over", f"\nvalidation code: |\n{said}---\nevent: over")


@pytest.mark.parametrize(
    ("code", "field", "says"),
    [
        ("validation_error('Say yes.')", "", "Say yes."),
        ("validation_error('Say yes.', field='answer')", "answer", "Say yes."),
        ("validation_error('Say yes.', field='elsewhere')", "", "Say yes."),
        ("raise Exception('Say yes.')", "", "Say yes."),
        ("assert answer == 'yes', 'Say yes.'", "", "Say yes."),
        ("assert answer == 'yes'", "", "This is not accepted. Look at it again."),
    ],
)
def test_a_whole_screen_is_checked_by_its_author(start: Starter, code: str, field: str, says: str) -> None:
    run = start(validated(f"if answer != 'yes':\n  {code}"))
    with pytest.raises(Refused) as refused:
        run.answer({"answer": "no"})
    [problem] = refused.value.problems
    assert (problem.field, problem.message) == (field, says)
    run = start(validated(f"if answer != 'yes':\n  {code}"))
    run.answer({"answer": "yes"})
    assert run.screen.heading == "The end"


def test_a_check_may_change_the_answer(start: Starter) -> None:
    run = start(validated("answer = answer.upper()"))
    run.answer({"answer": "yes"})
    assert run.value("answer") == "YES"


def test_a_check_that_is_itself_at_fault_is_no_fault_of_hers(start: Starter) -> None:
    run = start(validated("answer.nonsense()"))
    with pytest.raises(ContentError) as error:
        run.answer({"answer": "my secret"})
    assert "secret" not in str(error.value)


def test_an_author_has_own_words_for_a_problem(start: Starter) -> None:
    lines = "datatype: integer\nmin: 2\nvalidation messages:\n  min: At least %s, please.\n"
    assert problems(start, lines, 1) == ["At least 2, please."]
    everywhere = "default validation messages:\n  required: You forgot this.\n"
    assert problems(start, "", None, everywhere) == ["You forgot this."]


def test_problems_are_told_all_at_once(start: Starter) -> None:
    run = start(asking("datatype: integer").replace("\n---\nevent", "\n  - Also: also\n---\nevent", 1))
    with pytest.raises(Refused) as refused:
        read_submission(run.screen, {"answer": "x", "also": ""})
    assert [problem.field for problem in refused.value.problems] == ["answer", "also"]
