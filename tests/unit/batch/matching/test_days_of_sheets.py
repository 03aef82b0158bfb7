"""Days in a sheet are taken only where there is one way to read them."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.batch.matching.days import Order, read_day, said
from unbarred.batch.matching.reading import careful
from unbarred.batch.matching.unclear import Unclear
from unbarred.screens import Field, FieldKind, Problem, read_field

DAYS = st.dates(datetime.date(1901, 1, 1), datetime.date(2099, 12, 31))
SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
US = Field("day", FieldKind.DATE, hint="6/30/1984")
ELSEWHERE = Field("day", FieldKind.DATE, hint="30/6/1984")


def refusal(raw: object, order: Order = Order.UNKNOWN) -> str:
    with pytest.raises(Unclear) as caught:
        read_day(raw, order)
    return caught.value.message


@pytest.mark.parametrize(
    "raw",
    [
        "3/14/2021", "14.3.2021", "14-03-2021", "March 14, 2021", "14 Mar 2021", "14-MAR-2021", "2021-03-14",
        "2021/3/14", "Sunday, March 14, 2021", "14 de marzo de 2021", "mar. 14, 2021", "14th of March, 2021",
        "2021-03-14T00:00:00.000Z", "3/14/2021 12:00:00 AM", "domingo 14 de marzo del 2021", "14MAR2021",
        datetime.date(2021, 3, 14), datetime.datetime(2021, 3, 14),
    ],
)  # fmt: skip
def test_a_day_that_can_be_read_in_one_way_is_taken(raw: object) -> None:
    assert read_day(raw) == datetime.date(2021, 3, 14)


def test_a_day_that_can_be_two_shows_both() -> None:
    said_of_it = refusal("3/4/2021")
    assert "4 March 2021 or 3 April 2021" in said_of_it
    assert "--dates day-first" in said_of_it


def test_a_day_that_is_the_same_in_both_orders_is_taken() -> None:
    assert read_day("3/3/2021") == datetime.date(2021, 3, 3)


def test_a_person_can_say_the_order_of_the_whole_sheet() -> None:
    assert read_day("3/4/2021", Order.DAY_FIRST) == datetime.date(2021, 4, 3)
    assert read_day("3/4/2021", Order.MONTH_FIRST) == datetime.date(2021, 3, 4)


def test_a_day_against_the_order_of_the_sheet_is_told() -> None:
    assert "14 March 2021" in refusal("3/14/2021", Order.DAY_FIRST)
    assert "14 March 2021" in refusal("14.3.2021", Order.MONTH_FIRST)


@pytest.mark.parametrize("raw", ["14.3.21", "3/14/21", "14-Mar-21", "March 14, '21", "14 mar 21"])
def test_a_year_of_two_digits_shows_both_centuries(raw: str) -> None:
    assert "14 March 2021 or 14 March 1921" in refusal(raw)


def test_two_digits_and_two_orders_are_told_at_once() -> None:
    said_of_it = refusal("03.04.21")
    assert "4 March 2021, 3 April 2021, 4 March 1921 or 3 April 1921" in said_of_it


@pytest.mark.parametrize("raw", ["2/28/85", "28-Feb-85", "28 feb '85"])
def test_of_a_year_of_two_digits_only_days_that_the_question_takes_are_offered(raw: str) -> None:
    born = Field("born", FieldKind.DATE, maximum=datetime.date(2026, 11, 21))
    told = careful(born, raw)
    assert isinstance(told, Problem)
    assert "can be 28 February 1985. Write the year with four digits" in told.message
    later = careful(Field("release", FieldKind.DATE, minimum=datetime.date(2026, 11, 21)), raw)
    assert isinstance(later, Problem)
    assert "can be 28 February 2085. Write" in later.message


def test_of_two_orders_only_days_that_the_question_takes_are_offered() -> None:
    told = careful(Field("born", FieldKind.DATE, maximum=datetime.date(2026, 11, 21)), "3/12/2026")
    assert isinstance(told, Problem)
    assert "can be 12 March 2026. " in told.message


@pytest.mark.parametrize("raw", ["some time in spring", "March 2021", "2021", 5, "30.30.2021", "Foo 3, 2021"])
@pytest.mark.parametrize("kind", [FieldKind.DATE, FieldKind.DATE_TIME])
def test_no_message_proposes_a_day_that_a_sheet_leaves_open(raw: object, kind: FieldKind) -> None:
    told = careful(Field("born", kind, hint="3/14/2019"), raw)
    assert isinstance(told, Problem)
    assert "/2019" not in told.message


@pytest.mark.parametrize("words", ["14 March 2019", "14 March 2019 2:30 pm"])
def test_the_day_that_messages_propose_is_taken(words: str) -> None:
    kind = FieldKind.DATE_TIME if ":" in words else FieldKind.DATE
    asked = Field("day", kind, hint="3/14/2019")
    told = careful(asked, "soon")
    assert isinstance(told, Problem)
    assert words in told.message
    assert not isinstance(read_field(asked, careful(asked, words)), Problem)


@pytest.mark.parametrize("raw", [44259, 44259.0, Decimal(44259), "44259", 44259.25])
def test_a_number_that_a_spreadsheet_keeps_a_day_by_shows_that_day(raw: object) -> None:
    assert "4 March 2021" in refusal(raw)


@pytest.mark.parametrize("raw", [2015, "2015"])
def test_only_a_year_is_no_day(raw: object) -> None:
    assert "only a year" in refusal(raw)


@pytest.mark.parametrize(
    "raw", ["30.30.2021", "some time in spring", "2021-13-04", 5, "March 2021", True, None]
)
def test_what_is_no_day_is_left_to_the_screen(raw: object) -> None:
    assert read_day(raw) == raw


@given(DAYS)
def test_what_a_message_proposes_is_taken(day: datetime.date) -> None:
    assert read_day(said(day)) == day


@given(DAYS, st.sampled_from("/-. "), st.integers(0, 2))
def test_a_month_as_a_word_leaves_no_doubt(day: datetime.date, mark: str, language: int) -> None:
    names = (f"{day:%B}", f"{day:%b}", SPANISH[day.month - 1])
    for text in (
        f"{day.day}{mark}{names[language]}{mark}{day.year}",
        f"{names[language]} {day.day}, {day.year}",
        f"{day.day} de {names[language]} de {day.year}".upper(),
    ):
        assert read_day(text) == day


@given(DAYS, st.sampled_from(["{0}/{1}/{2}", "{1}/{0}/{2}", "{0}.{1}.{2}", "{1:02}-{0:02}-{2}"]))
def test_numbers_are_taken_if_and_only_if_both_orders_agree(day: datetime.date, form: str) -> None:
    text = form.format(day.month, day.day, day.year)
    if day.day > 12 or day.day == day.month:
        assert read_day(text) == day
    else:
        assert said(day) in refusal(text)
        assert read_day(text, Order.DAY_FIRST if form[1] == "1" else Order.MONTH_FIRST) == day


@given(st.text("0123456789/-. marzoJune,'", max_size=24))
def test_what_is_taken_does_not_hang_on_the_order_that_a_screen_shows(text: str) -> None:
    try:
        clear = read_day(text)
    except Unclear:
        return
    here, elsewhere = (read_field(field, clear) for field in (US, ELSEWHERE))
    assert isinstance(here, Problem) == isinstance(elsewhere, Problem)
    assert isinstance(here, Problem) or here == elsewhere
