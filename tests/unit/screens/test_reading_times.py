"""A time of day, alone or with its day, however a person or a file writes it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.screens import Field, FieldKind, Problem, read_field
from unbarred.screens.reading import moments, times

TODAY = datetime.date(2026, 11, 21)
HALF_PAST_TWO = datetime.time(14, 30)
ON_PI_DAY = datetime.datetime(2031, 3, 14, 14, 30)
ZONE = "Type the time as the clock there shows it, without a zone."

TIME = Field("thing", FieldKind.TIME)
MOMENT = Field("thing", FieldKind.DATE_TIME)


def message(field: Field, raw: object) -> str:
    read = read_field(field, raw, as_of=TODAY)
    assert isinstance(read, Problem), f"{raw!r} was accepted as {read!r}"
    return read.message


@pytest.mark.parametrize(
    "typed",
    [
        "2:30 pm", "2:30pm", " 2:30 PM ", "2.30 p.m.", "02:30 pm", "14:30", "14.30", "14h30", "14:30:00",
        "1430", "1430 hours", "1430h", 1430, "2:30 in the afternoon", HALF_PAST_TWO,
        datetime.time(14, 30, 0, 999),
    ],
)  # fmt: skip
def test_a_time_is_read_however_it_is_written(typed: object) -> None:
    assert read_field(TIME, typed) == HALF_PAST_TWO


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("noon", 12, 0), ("12 noon", 12, 0), ("Midday", 12, 0), ("midnight", 0, 0), ("12 midnight", 0, 0),
        ("12 am", 0, 0), ("12 pm", 12, 0), ("12:15 am", 0, 15), ("9 am", 9, 0), ("9pm", 21, 0),
        ("9 in the morning", 9, 0), ("9 in the evening", 21, 0), ("14", 14, 0), ("0:30", 0, 30),
        ("00:00", 0, 0), ("02:30", 2, 30), ("0900", 9, 0), ("12:30", 12, 30),
    ],
)  # fmt: skip
def test_hours_that_are_easily_mistaken(typed: str, hour: int, minute: int) -> None:
    assert read_field(TIME, typed) == datetime.time(hour, minute)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("9", "“9” can be before or after noon. Type 9 am or 9 pm."),
        (9, "“9” can be before or after noon. Type 9 am or 9 pm."),
        ("9 o'clock", "“9 o'clock” can be before or after noon. Type 9 am or 9 pm."),
        ("2:30", "“2:30” can be before or after noon. Type 2:30 am or 2:30 pm."),
        ("12", "“12” can be noon or midnight. Type noon or midnight."),
        ("0", "“0” is not a whole time. For midnight, type midnight."),
        ("13 pm", "“13 pm” does not exist. Type 1:00 pm."),
        ("24:00", "A day has the hours 0 to 23. For midnight, type midnight."),
        ("25:00", "There is no hour 25: a day has the hours 0 to 23. Type the time again."),
        ("14:75", "An hour has the minutes 0 to 59. Type the time again."),
        ("14:30Z", ZONE),
        ("14:30 +02:00", ZONE),
        (datetime.time(14, 30, tzinfo=datetime.UTC), ZONE),
        ("soon", "“soon” is not a time. Type it like this: 2:30 pm"),
        (900, "“900” is not a time. Type it like this: 2:30 pm"),
        (True, "“True” is not a time. Type it like this: 2:30 pm"),
        (14.5, "“14.5” is not a time. Type it like this: 2:30 pm"),
    ],
)
def test_a_time_that_is_none_or_two_is_answered_with_what_to_type(typed: object, said: str) -> None:
    assert message(TIME, typed) == said


def test_a_time_stays_between_its_bounds_told_as_the_example_is() -> None:
    visit = Field("t", FieldKind.TIME, minimum=datetime.time(9), maximum=datetime.time(17, 30))
    assert read_field(visit, "9 am") == datetime.time(9)
    assert read_field(visit, "5:30 pm") == datetime.time(17, 30)
    assert message(visit, "08:59") == "That is too early. Type a time from 9:00 am on."
    assert message(visit, "5:31 pm") == "That is too late. Type a time up to 5:30 pm."
    abroad = Field("t", FieldKind.TIME, minimum=datetime.time(9), hint="14:30")
    assert message(abroad, "8 am") == "That is too early. Type a time from 09:00 on."


@pytest.mark.parametrize(
    "typed",
    [
        "2031-03-14 14:30", "2031-03-14T14:30", "2031-03-14T14:30:00", "2031-03-14 1430",
        "3/14/2031 2:30 pm", "3/14/2031, 2:30 pm", "3 / 14 / 2031 2:30 pm", "March 14, 2031 at 2:30 pm",
        "Friday, March 14, 2031, 14:30", "14 March 2031 14:30", ON_PI_DAY,
        ON_PI_DAY.replace(microsecond=1),
    ],
)  # fmt: skip
def test_a_day_and_a_time_are_read_together(typed: object) -> None:
    assert read_field(MOMENT, typed) == ON_PI_DAY


def test_the_words_for_days_and_times_go_together() -> None:
    assert read_field(MOMENT, "today at noon", as_of=TODAY) == datetime.datetime(2026, 11, 21, 12)
    british = Field("thing", FieldKind.DATE_TIME, hint="14/3/2031 14:30")
    assert read_field(british, "2/4/2031 midnight") == datetime.datetime(2031, 4, 2)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (day, "The time is missing. Type the day and the time, for example 3/14/2031 2:30 pm")
        for day in ("3/14/2031", "14 March 2031", "today", datetime.date(2031, 3, 14))
    ]
    + [
        ("2:30 pm", "The day is missing. Type the day and the time, for example 3/14/2031 2:30 pm"),
        ("3/14/2031 9", "“9” can be before or after noon. Type 9 am or 9 pm."),
        ("3/14/31 9 am", "Type the year with four digits, for example 1931 or 2031."),
        ("6/31/2031 9 am", "That day does not exist: June has 30 days. Type the date again."),
        ("2031-03-14T14:30Z", ZONE),
        (ON_PI_DAY.replace(tzinfo=datetime.UTC), ZONE),
        ("soon", "“soon” is not a day and a time. Type them like this: 3/14/2031 2:30 pm"),
        (20310314, "“20310314” is not a day and a time. Type them like this: 3/14/2031 2:30 pm"),
    ],
)
def test_half_a_moment_is_answered_with_the_half_that_is_missing(typed: object, said: str) -> None:
    assert message(MOMENT, typed) == said


def test_a_moment_stays_between_its_bounds_and_a_bound_may_be_a_day() -> None:
    hearing = Field("t", FieldKind.DATE_TIME, minimum=ON_PI_DAY, maximum=datetime.date(2031, 4, 1))
    assert read_field(hearing, ON_PI_DAY) == ON_PI_DAY
    assert read_field(hearing, "4/1/2031 11:59 pm") == datetime.datetime(2031, 4, 1, 23, 59)
    assert message(hearing, "3/14/2031 2:29 pm") == (
        "That is too early. Type a day and time from March 14, 2031, 2:30 pm on."
    )
    assert message(hearing, "4/2/2031 midnight") == (
        "That is too late. Type a day and time up to April 1, 2031, 11:59:59 pm."
    )
    day = Field(
        "d", FieldKind.DATE, minimum=ON_PI_DAY, maximum=datetime.datetime(2031, 4, 1, tzinfo=datetime.UTC)
    )
    assert read_field(day, "3/14/2031") == ON_PI_DAY.date()
    assert message(day, "4/2/2031") == "That is too late. Type a day up to April 1, 2031."


MINUTES = st.times().map(lambda time: time.replace(second=0, microsecond=0))
SECONDS = st.times().map(lambda time: time.replace(microsecond=0))


@given(SECONDS, st.sampled_from(["2:30 pm", "14:30"]))
def test_a_time_in_words_is_read_as_the_same_time(time: datetime.time, example: str) -> None:
    field = Field("t", FieldKind.TIME, hint=example)
    assert read_field(field, times.in_words(time, example=example)) == time


@given(
    st.dates(min_value=datetime.date(1800, 1, 1)),
    SECONDS,
    st.sampled_from(["", "14/3/2031 14:30", "3/14/2031 9:00 am"]),
)
def test_a_moment_in_words_is_read_as_the_same_moment(
    day: datetime.date, time: datetime.time, example: str
) -> None:
    moment = datetime.datetime.combine(day, time)
    field = Field("t", FieldKind.DATE_TIME, hint=example)
    assert read_field(field, moments.in_words(moment, example=example)) == moment
