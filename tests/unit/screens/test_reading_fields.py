"""What a person may type into each kind of field, and what she is told otherwise."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Choice, Field, FieldKind, Problem, read_field

TODAY = datetime.date(2026, 11, 21)
PI_DAY = datetime.date(2031, 3, 14)
HALF_PAST_NINE = datetime.datetime(2031, 3, 14, 9, 30)

COLORS = (Choice("r", "Red"), Choice("g", "{Green}, like grass"), Choice("yes", "**Yes**, blue"))


def field(kind: FieldKind, **more: object) -> Field:
    return Field(name="thing", kind=kind, label="Thing", **more)  # type: ignore[arg-type]


def message(given: Field, raw: object) -> str:
    result = read_field(given, raw, as_of=TODAY)
    assert isinstance(result, Problem), f"{raw!r} was accepted as {result!r}"
    assert result.field == "thing"
    return result.message


@pytest.mark.parametrize(
    "typed",
    [
        "2031-03-14", "3/14/2031", "03/14/2031", "3-14-2031", " 3 / 14 / 2031 ", "March 14, 2031",
        "march 14 2031", "Mar 14 2031", "Mar. 14, 2031", "14 March 2031", "14th of March, 2031",
        "March 14th, 2031", "14-Mar-2031", "Friday, March 14, 2031", PI_DAY, datetime.datetime(2031, 3, 14),
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(typed: object) -> None:
    assert read_field(field(FieldKind.DATE), typed) == PI_DAY


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("6/31/2031", "That day does not exist: June has 30 days. Type the date again."),
        ("2031-02-29", "That day does not exist: February 2031 has 28 days. Type the date again."),
        ("14/3/2031", "There is no month 14. Type the month first: 3/14/2031"),
        ("2031-13-01", "There is no month 13: a year has 12. Type the date again."),
        ("3/14/31", "Type the year with four digits, for example 1931 or 2031."),
        ("March 14, '31", "Type the year with four digits, for example 1931 or 2031."),
        ("March 2031", "The day is missing. Type day, month and year, for example 3/14/2031"),
        ("3/2031", "The day is missing. Type day, month and year, for example 3/14/2031"),
        ("2031", "The month and the day are missing. Type all three, for example 3/14/2031"),
        ("Foo 14 2031", "“Foo” is not a month. Type the date like this: 3/14/2031"),
        ("soon", "“soon” is not a date. Type it like this: 3/14/2031"),
        ("3/14/0031", "The year 0031 is too long ago. Type the date again."),
        (datetime.date(1799, 12, 31), "The year 1799 is too long ago. Type the date again."),
        (20310314, "“20310314” is not a date. Type it like this: 3/14/2031"),
        (HALF_PAST_NINE, "“2031-03-14 09:30:00” is not a date. Type it like this: 3/14/2031"),
        (True, "“True” is not a date. Type it like this: 3/14/2031"),
    ],
)  # fmt: skip
def test_a_date_that_is_none_is_answered_with_what_to_type(typed: object, said: str) -> None:
    assert message(field(FieldKind.DATE), typed) == said


def test_the_order_of_day_and_month_is_that_of_the_example_on_the_screen() -> None:
    british = field(FieldKind.DATE, hint="14/3/2031")
    assert read_field(british, "2/4/2031") == datetime.date(2031, 4, 2)
    assert message(british, "3/14/2031") == "There is no month 14. Type the day first: 14/3/2031"
    assert read_field(field(FieldKind.DATE, hint="3/14/2031"), "2/4/2031") == datetime.date(2031, 2, 4)


def test_today_is_the_day_the_reading_is_for() -> None:
    assert read_field(field(FieldKind.DATE), "Today", as_of=TODAY) == TODAY
    assert isinstance(read_field(field(FieldKind.DATE), "today"), Problem)


def test_a_date_stays_between_its_bounds() -> None:
    bounded = field(FieldKind.DATE, minimum=datetime.date(1999, 3, 1), maximum=datetime.date(2001, 1, 31))
    assert read_field(bounded, "1999-03-01") == datetime.date(1999, 3, 1)
    assert read_field(bounded, "2001-01-31") == datetime.date(2001, 1, 31)
    assert message(bounded, "1999-02-28") == "That is too early. Type a day from March 1, 1999 on."
    assert message(bounded, "2001-02-01") == "That is too late. Type a day up to January 31, 2001."


def test_a_day_to_come_is_called_that_where_it_cannot_be() -> None:
    born = field(FieldKind.DATE, maximum=TODAY)
    assert message(born, "3/14/2031") == "March 14, 2031 is still to come. Type a day that has been."


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        (FieldKind.INTEGER, " 12 ", 12),
        (FieldKind.INTEGER, "1,200", 1200),
        (FieldKind.INTEGER, "1 200 000", 1_200_000),
        (FieldKind.INTEGER, "12.0", 12),
        (FieldKind.INTEGER, "-3", -3),
        (FieldKind.INTEGER, 12.0, 12),
        (FieldKind.INTEGER, "٤٢", 42),
        (FieldKind.NUMBER, "12.5", Decimal("12.5")),
        (FieldKind.NUMBER, ".5", Decimal("0.5")),
        (FieldKind.NUMBER, 0.1, Decimal("0.1")),
        (FieldKind.CURRENCY, "$1,200.50", Decimal("1200.50")),
        (FieldKind.CURRENCY, "1200.5 USD", Decimal("1200.50")),
        (FieldKind.CURRENCY, "£ 12", Decimal(12)),
        (FieldKind.CURRENCY, "KSh 1,500", Decimal(1500)),
        (FieldKind.CURRENCY, 1200.5, Decimal("1200.5")),
    ],
)
def test_a_number_is_read_with_its_signs(kind: FieldKind, typed: object, meant: AnswerValue) -> None:
    read = read_field(field(kind), typed)
    assert read == meant
    assert type(read) is type(meant)


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (FieldKind.INTEGER, "twelve", "“twelve” is not a number. Type it with digits, for example 12"),
        (FieldKind.INTEGER, "1e5", "“1e5” is not a number. Type it with digits, for example 12"),
        (FieldKind.INTEGER, True, "“True” is not a number. Type it with digits, for example 12"),
        (FieldKind.INTEGER, "12.5", "Type a whole number, without a point or a fraction."),
        (FieldKind.INTEGER, "9" * 16, "That number is too long. Check it and type it again."),
        (FieldKind.NUMBER, float("nan"), "“nan” is not a number. Type it with digits, for example 12.5"),
        (FieldKind.NUMBER, float("inf"), "“inf” is not a number. Type it with digits, for example 12.5"),
        (FieldKind.NUMBER, ".", "“.” is not a number. Type it with digits, for example 12.5"),
        (FieldKind.NUMBER, "1,20", "“1,20” can be read in two ways. Use a point before a fraction: 1.20"),
        (FieldKind.NUMBER, "12,34,567", "“12,34,567” is not a number. Type it with digits, for example 12.5"),
        (FieldKind.CURRENCY, "$", "“” is not a number. Type it with digits, for example 1,200.50"),
        (FieldKind.CURRENCY, "1.234", "Money has at most two digits after the point. Type the amount again."),
        (FieldKind.CURRENCY, [1], "“[1]” is not a number. Type it with digits, for example 1,200.50"),
    ],
)
def test_a_number_that_is_none_is_refused(kind: FieldKind, typed: object, said: str) -> None:
    assert message(field(kind), typed) == said


def test_a_number_stays_between_its_bounds() -> None:
    months = field(FieldKind.INTEGER, minimum=Decimal(0), maximum=Decimal(11))
    assert read_field(months, "0") == 0
    assert read_field(months, "11") == 11
    assert message(months, "12") == "That is too large. Type 11 or less."
    assert message(months, "-1") == "That is too small. Type 0 or more."


@pytest.mark.parametrize(
    "typed",
    [
        "Smith & Sons <LLC>", "</w:t></w:r>", "{{ 7*7 }}", "snow ☃ 👩🏽‍⚖️", "x" * 20_000, "O’Neil",
        "مرحبا بالعالم", "a\ttab", "{% if %}", "'; DROP TABLE", "two  blanks", "\u200fright to left",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", [FieldKind.TEXT, FieldKind.AREA])
def test_text_stays_as_typed(kind: FieldKind, typed: str) -> None:
    assert read_field(field(kind), typed) == typed


def test_blanks_go_only_where_a_line_ends() -> None:
    area = field(FieldKind.AREA)
    assert read_field(area, "\n  first  \r\n\r\n\tsecond\t\rthird \n\n") == "  first\n\n\tsecond\nthird"
    assert read_field(field(FieldKind.TEXT), " Ana \t") == "Ana"


@pytest.mark.parametrize("mark", ["\x00", "\x08", "\x1b", "\x7f", "\x9b", "\udc80", "\ufffe", "\uffff"])
def test_a_mark_that_no_paper_holds_is_refused(mark: str) -> None:
    assert message(field(FieldKind.AREA), f"Smith and{mark} Sons") == (
        "There is a hidden mark after “Smith and” that cannot be printed. Take it out and try again."
    )
    assert "at the start" in message(field(FieldKind.TEXT), f"{mark}Ana")


def test_digits_alone_are_text_where_text_is_asked() -> None:
    assert read_field(field(FieldKind.TEXT), 1234567) == "1234567"


def test_text_that_does_not_fit_is_refused_with_how_much_is_too_much() -> None:
    short = field(FieldKind.TEXT, min_length=2, max_length=5)
    assert read_field(short, "12345") == "12345"
    assert message(short, "123456") == (
        "This has 6 letters and signs, and there is room for 5. Make it shorter by 1."
    )
    assert message(short, "1") == "This is too short. Type at least 2 letters and signs."
    assert message(field(FieldKind.TEXT), "a\nb") == "This has more than one line. Type it all on one line."


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (["a", "b"], "This needs one text, and a list was given."),
        (True, "This needs a text, and only yes or no was given. In a file, put it in quotes."),
        (1.5, "This needs a text, and “1.5” is none. In a file, put it in quotes."),
        ({"a": 1}, "This needs a text, and “{'a': 1}” is none. In a file, put it in quotes."),
    ],
)
def test_text_is_not_made_of_other_things(raw: object, said: str) -> None:
    assert message(field(FieldKind.TEXT), raw) == said


def test_an_email_address_has_its_parts() -> None:
    email = field(FieldKind.EMAIL)
    assert read_field(email, " ana.perez+1@law.example.org ") == "ana.perez+1@law.example.org"
    for wrong in ("ana", "ana@", "ana@example", "a b@example.org", "ana@@example.org", "ana@example..org"):
        assert message(email, wrong) == (
            f"“{wrong}” is not an email address. It looks like this: ana@example.org"
        )


@pytest.mark.parametrize(
    ("word", "meant"),
    [("yes", True), ("Y", True), ("TRUE", True), (True, True), ("no", False), (" n ", False), (False, False)],
)
def test_yes_and_no_have_few_words(word: object, meant: bool) -> None:
    assert read_field(field(FieldKind.YES_NO), word) is meant


@pytest.mark.parametrize("word", ["maybe", "1", 1, 0, ["yes"]])
def test_anything_else_is_neither_yes_nor_no(word: object) -> None:
    assert message(field(FieldKind.YES_NO), word).endswith("is neither yes nor no. Type yes or no.")


@pytest.mark.parametrize(
    ("typed", "value"),
    [("r", "r"), ("R", "r"), ("red", "r"), ("green,  like GRASS", "g"), (True, "yes"), ("Yes, blue", "yes")],
)
def test_a_choice_is_named_by_value_or_by_its_words(typed: object, value: str) -> None:
    assert read_field(field(FieldKind.ONE_OF, choices=COLORS), typed) == value


def test_a_choice_that_is_none_is_answered_with_the_choices() -> None:
    assert message(field(FieldKind.ONE_OF, choices=COLORS), "pink") == (
        "“pink” is not one of the choices. They are: Red; Green, like grass; Yes, blue."
    )
    prisons = tuple(Choice(name, name) for name in ("Albion", "Bedford Hills", "Taconic", *"abcdefgh"))
    assert message(field(FieldKind.ONE_OF, choices=prisons), "Bedfort Hill") == (
        "“Bedfort Hill” is not one of the 11 choices. Did you mean Bedford Hills?"
    )


def test_two_choices_with_the_same_words_are_told_apart_by_value() -> None:
    twins = field(FieldKind.ONE_OF, choices=(Choice("a", "Other"), Choice("b", "Other")))
    assert read_field(twins, "b") == "b"
    assert message(twins, "Other") == "“Other” is not one of the choices. They are: Other; Other."


@pytest.mark.parametrize(
    ("given", "values"),
    [
        (["g", "r"], ("r", "g")),
        (("r", "r"), ("r",)),
        ("r", ("r",)),
        ("Green, like grass", ("g",)),
        ("Green, like grass; red", ("r", "g")),
        ("red, yes", ("r", "yes")),
        ("red\nyes\n", ("r", "yes")),
        ([], ()),
        ("None of these", ()),
        ("Nothing", ()),
    ],
)
def test_several_choices_come_in_the_order_of_the_field(given: object, values: tuple[str, ...]) -> None:
    assert read_field(field(FieldKind.SOME_OF, choices=COLORS, none_label="Nothing"), given) == values


def test_each_unknown_choice_is_named() -> None:
    some = field(FieldKind.SOME_OF, choices=COLORS[:1])
    assert message(some, ["pink", "r", "teal"]) == (
        "“pink” is not one of the choices. They are: Red. “teal” is not one of the choices. They are: Red."
    )
    assert message(some, []) == "Choose at least one."
    assert message(some, [["r"]]) == "“['r']” is not one of the choices. They are: Red."


@pytest.mark.parametrize("kind", [kind for kind in FieldKind if kind is not FieldKind.NOTE])
@pytest.mark.parametrize("blank", [None, LATER, "", "  \n"])
def test_only_what_is_not_required_can_be_left_for_later(kind: FieldKind, blank: object) -> None:
    assert read_field(field(kind, required=False), blank) is LATER
    if kind is not FieldKind.SIGNATURE:
        assert message(field(kind), blank) == "This needs an answer: the papers cannot be made without it."


def test_a_note_takes_no_answer() -> None:
    assert message(field(FieldKind.NOTE), "x") == "This is only to read and takes no answer."
