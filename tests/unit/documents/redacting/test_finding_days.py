"""A birth date is found in every way of writing it; other days stay."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.documents.redacting import Lookout, Secret, ShownAs, Tally


def lookout(day: datetime.date, shown: ShownAs = "year") -> Lookout:
    return Lookout([Secret("date of birth", "day", day, shown)])


JUNE_30 = datetime.date(1984, 6, 30)
WRITTEN = [
    "June 30, 1984",
    "June 30 1984",
    "JUNE 30, 1984",
    "June 30th, 1984",
    "Jun. 30, 1984",
    "30 June 1984",
    "30th June 1984",
    "30th of June, 1984",
    "30th day of June, 1984",
    "the 30th of June 1984",
    "30-Jun-1984",
    "6/30/1984",
    "06/30/1984",
    "6/30/84",
    "30/6/1984",
    "30.06.1984",
    "6-30-1984",
    "6 / 30 / 1984",
    "1984-06-30",
    "1984/6/30",
    "1984-06-30T00:00:00Z",
    "19840630",
    "06301984",
    "30 de junio de 1984",
    "30 juin 1984",
    "30 Juni 1984",
    "June\u00a030,\u00a01984",
    "Jun-30-1984",
    "Jun/30/84",
    "June 30, 84",
    "30JUN84",
    "84-06-30",
    "June, 30 1984",
    "6/30, 1984",
    "30th day of the month of June, 1984",
    "June_30_1984",
    "6_30_1984",
]


@pytest.mark.parametrize("written", WRITTEN)
def test_every_way_of_writing_a_day(written: str) -> None:
    shown = lookout(JUNE_30).redacted(f"Day of birth: {written}; so it is.")
    assert shown.replace("the ", "") == "Day of birth: 1984; so it is."


def test_it_reads_naturally() -> None:
    looking = lookout(JUNE_30)
    assert looking.redacted("I was born on June 30, 1984.") == "I was born in 1984."
    assert looking.redacted("Born June 30, 1984") == "Born 1984"


def test_nothing_stays_where_the_rule_says_so() -> None:
    assert lookout(JUNE_30, "withheld").redacted("born on 6/30/1984") == "born on [date withheld]"


@pytest.mark.parametrize(
    "text",
    [
        "June 30, 2019",
        "on June 30 the court",
        "June 3, 1984",
        "16/30/1984",
        "6/30/19845",
        "June 1984",
        "1984",
        "June 30, 840 people",
        "on 6/30 the court",
    ],
)
def test_other_days_stay(text: str) -> None:
    assert lookout(JUNE_30).redacted(text) == text


def test_a_birthday_without_its_year_is_taken_out_and_read_once_more() -> None:
    tally = Tally()
    assert lookout(JUNE_30).redacted("My birthday is June 30.", tally) == "My birthday is 1984."
    assert len(tally.doubts) == 1
    assert lookout(JUNE_30).redacted("My birthday is 6/30.") == "My birthday is 1984."
    assert (
        lookout(JUNE_30).redacted("born in May, tried on June 30, 2019")
        == "born in May, tried on June 30, 2019"
    )


FORMATS = ["%B %d, %Y", "%d %B %Y", "%m/%d/%Y", "%d/%m/%Y", "%Y-%m-%d", "%b %d, %Y", "%d.%m.%Y", "%m-%d-%y"]


@given(st.dates(datetime.date(1920, 1, 1), datetime.date(2026, 1, 1)), st.sampled_from(FORMATS))
def test_any_day_is_found(day: datetime.date, form: str) -> None:
    looking = lookout(day)
    assert looking.redacted(f"born: {day.strftime(form)}.") == f"born: {day.year}."
