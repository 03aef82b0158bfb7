"""What an author wrote for a problem stands in place of our words for it."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from unbarred.screens import Choice, Field, FieldKind, Problem, read_field

DAY = datetime.date(2031, 3, 14)
AT_NINE, AT_FIVE = datetime.time(9), datetime.time(17)


def told(kind: FieldKind, raw: object, messages: dict[str, str], **more: object) -> str:
    field = Field("thing", kind, messages=messages, **more)  # type: ignore[arg-type]
    read = read_field(field, raw)
    assert isinstance(read, Problem), f"{raw!r} was accepted as {read!r}"
    return read.message


CASES: list[tuple[FieldKind, object, str, dict[str, object]]] = [
    (FieldKind.TEXT, "", "required", {}),
    (FieldKind.TEXT, "a", "minlength", {"min_length": 2}),
    (FieldKind.AREA, "abc", "maxlength", {"max_length": 2}),
    (FieldKind.PASSWORD, "a", "minlength", {"min_length": 2}),
    (FieldKind.EMAIL, "ana", "email", {}),
    (FieldKind.URL, "example.org", "url", {}),
    (FieldKind.INTEGER, "x", "number", {}),
    (FieldKind.INTEGER, "1.5", "integer", {}),
    (FieldKind.INTEGER, "1.5", "step", {}),
    (FieldKind.NUMBER, "1.5", "step", {"step": Decimal(1)}),
    (FieldKind.NUMBER, "1", "min", {"minimum": Decimal(2)}),
    (FieldKind.CURRENCY, "$3", "max", {"maximum": Decimal(2)}),
    (FieldKind.DATE, "soon", "date", {}),
    (FieldKind.DATE, "3/13/2031", "date min", {"minimum": DAY}),
    (FieldKind.DATE, "3/13/2031", "min", {"minimum": DAY}),
    (FieldKind.DATE, "3/15/2031", "date max", {"maximum": DAY}),
    (FieldKind.DATE, "3/15/2031", "date minmax", {"minimum": DAY, "maximum": DAY}),
    (FieldKind.DATE, "3/15/2031", "max", {"minimum": DAY, "maximum": DAY}),
    (FieldKind.TIME, "soon", "time", {}),
    (FieldKind.TIME, "8 am", "time min", {"minimum": AT_NINE}),
    (FieldKind.TIME, "8 am", "minmax", {"minimum": AT_NINE, "maximum": AT_FIVE}),
    (FieldKind.TIME, "6 pm", "max", {"maximum": AT_FIVE}),
    (FieldKind.DATE_TIME, "soon", "datetime", {}),
    (FieldKind.DATE_TIME, "3/13/2031 noon", "datetime min", {"minimum": DAY}),
    (FieldKind.DATE_TIME, "3/15/2031 noon", "datetime minmax", {"minimum": DAY, "maximum": DAY}),
    (FieldKind.ONE_OF, None, "multiple choice required", {}),
    (FieldKind.ONE_OF, None, "combobox required", {}),
    (FieldKind.ONE_OF, None, "required", {}),
    (FieldKind.SOME_OF, [], "checkboxes required", {}),
    (FieldKind.SOME_OF, ["a"], "checkbox minlength", {"min_length": 2}),
    (FieldKind.SOME_OF, ["a"], "multiselect minlength", {"min_length": 2}),
    (FieldKind.SOME_OF, ["a", "b"], "maxlength", {"max_length": 1}),
    (FieldKind.SOME_OF, ["a"], "checkbox minmaxlength", {"min_length": 2, "max_length": 2}),
    (FieldKind.FILES, "", "file required", {}),
    (FieldKind.FILES, __file__, "accept", {"accepts": (".pdf",)}),
    (FieldKind.SIGNATURE, __file__, "accept", {}),
]


@pytest.mark.parametrize(("kind", "raw", "name", "more"), CASES)
def test_the_authors_words_are_said(kind: FieldKind, raw: object, name: str, more: dict[str, object]) -> None:
    choices = (Choice("a", "A"), Choice("b", "B"))
    others = {"other": "Not this.", "wrong kind": "Nor this.", name: "Please\nthink again. 100%!\n"}
    assert told(kind, raw, others, choices=choices, **more) == "Please think again. 100%!"


def test_the_limit_stands_where_the_author_left_room_for_it() -> None:
    seeds = {"max": "No more than %s, please!"}
    assert told(FieldKind.INTEGER, "101", seeds, maximum=Decimal(100)) == "No more than 100, please!"
    between = {"date minmax": "Between %s and %s."}
    assert told(FieldKind.DATE, "1/1/2030", between, minimum=DAY, maximum=datetime.date(2031, 4, 1)) == (
        "Between March 14, 2031 and April 1, 2031."
    )
    step = {"step": "A multiple of {0}."}
    assert told(FieldKind.NUMBER, "1.3", step, step=Decimal("0.5")) == "A multiple of 0.5."
    assert (
        told(FieldKind.TEXT, "abc", {"maxlength": "%s are 100% enough"}, max_length=2) == "2 are 100% enough"
    )


def test_the_closest_of_the_authors_words_are_said() -> None:
    both = {"date max": "The closest.", "max": "The farthest."}
    assert told(FieldKind.DATE, "3/15/2031", both, maximum=DAY) == "The closest."


def test_a_slip_that_we_can_mend_is_told_in_our_words() -> None:
    words = {"date": "You need to enter a valid date."}
    assert told(FieldKind.DATE, "14/3/2031", words) == "There is no month 14. Type the month first: 3/14/2031"
    assert told(FieldKind.DATE, "3/14/31", words).startswith("Type the year with four digits")
    assert told(FieldKind.TIME, "9", {"time": "A valid time!"}).endswith("Type 9 am or 9 pm.")
