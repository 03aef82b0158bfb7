"""Answers made up to look ahead are such as the fields take, and no more than must be."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.answers.values import LATER
from unbarred.screens import Choice, Field, FieldKind, Limit, Screen, ScreenKind, read_submission
from unbarred.sessions.provisional import provisional

CHOICES = tuple(Choice(each, each.upper()) for each in ("a", "b", "c"))
TEXTS = [FieldKind.TEXT, FieldKind.AREA, FieldKind.PASSWORD]
MOMENT = datetime.datetime(2031, 3, 14, 14, 30)
LIMITS: dict[FieldKind, tuple[Limit, Limit]] = {
    FieldKind.INTEGER: (Decimal(-7), Decimal(-3)),
    FieldKind.NUMBER: (Decimal("0.5"), Decimal("2.5")),
    FieldKind.CURRENCY: (Decimal(10), Decimal(20)),
    FieldKind.DATE: (datetime.date(1990, 1, 1), datetime.date(1999, 1, 1)),
    FieldKind.DATE_TIME: (MOMENT, MOMENT + datetime.timedelta(hours=1)),
    FieldKind.TIME: (datetime.time(9), datetime.time(17)),
}
ASKED = [kind for kind in FieldKind if kind not in (FieldKind.NOTE, FieldKind.FILES)]


def screen(*fields: Field) -> Screen:
    return Screen("s", ScreenKind.QUESTION, "?", fields=fields)


@pytest.mark.parametrize("kind", ASKED)
@given(st.booleans(), st.booleans(), st.booleans(), st.integers(0, 3) | st.none())
def test_what_is_made_up_is_accepted(
    kind: FieldKind, required: bool, has_first: bool, has_last: bool, least: int | None
) -> None:
    first, last = LIMITS.get(kind, (None, None))
    field = Field(
        "thing",
        kind,
        required=required,
        choices=CHOICES,
        minimum=first if has_first else None,
        maximum=last if has_last else None,
        min_length=least if kind in (*TEXTS, FieldKind.SOME_OF) else None,
    )
    made_up = provisional(screen(field))
    assert read_submission(screen(field), made_up) == made_up
    if field.may_be_left:
        assert made_up == {"thing": LATER}


def test_a_file_is_never_made_up() -> None:
    made_up = provisional(screen(Field("letter", FieldKind.FILES), Field("signed", FieldKind.SIGNATURE)))
    assert made_up == {"letter": LATER, "signed": LATER}


def test_where_there_is_a_choice_another_than_the_refused_is_made() -> None:
    asked = screen(
        Field("helped", FieldKind.YES_NO),
        Field("place", FieldKind.ONE_OF, choices=CHOICES),
        Field("own", FieldKind.ONE_OF, takes_other=True),
    )
    first = provisional(asked)
    second = provisional(asked, but=first)
    assert first["helped"] is False
    assert second["helped"] is True
    assert (first["place"], second["place"]) == ("a", "b")
    assert first["own"] == second["own"] == "…"


@given(st.booleans())
def test_none_of_these_goes_with_no_to_all(was_refused: bool) -> None:
    asked = screen(
        Field("apples", FieldKind.YES_NO),
        Field("turnips", FieldKind.YES_NO),
        Field("neither", FieldKind.YES_NO, rules_out=("apples", "turnips")),
    )
    made_up = provisional(asked, but={"apples": False} if was_refused else {})
    assert read_submission(asked, made_up) == made_up
    assert made_up["neither"] is not was_refused
