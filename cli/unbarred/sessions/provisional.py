"""Answers that nobody gave, to look past a question: for runs that are thrown away."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Field, FieldKind, Screen, Submission

_NOTHING: Submission = {}

_NOT_GUESSED = frozenset({FieldKind.FILES, FieldKind.SIGNATURE})
"""What nobody can make up. It is left out, as where a web page sends no file: an interview that
reads the file at once cannot be looked at further, and the look ahead ends there."""

_MIDNIGHT = datetime.time()
_DAY = datetime.date(2000, 1, 1)


def provisional(screen: Screen, but: Submission = _NOTHING) -> dict[str, AnswerValue]:
    """Return the least committing answers, so that as few further questions as possible come up by guess.

    `but` holds what was refused: where there is a choice, another is taken. All
    are answers that the fields take, but for files: they are left for later.
    """
    given = {field.name: _least(field, but.get(field.name)) for field in screen.inputs}
    for field in screen.inputs:
        if field.rules_out and not any(given.get(name) is True for name in field.rules_out):
            # “None of these” goes with no to all of them.
            given[field.name] = True
    return given


def _least(field: Field, refused: AnswerValue | None) -> AnswerValue:
    if field.kind in _NOT_GUESSED or (field.may_be_left and refused is not LATER):
        return LATER
    if field.kind is FieldKind.YES_NO:
        return refused is False
    if field.kind is FieldKind.ONE_OF:
        values = [choice.value for choice in field.choices] or ["…"]
        return next((value for value in values if value != refused), values[0])
    return _LEAST[field.kind](field) if field.kind in _LEAST else "…" * (field.min_length or 1)


def _few(field: Field) -> tuple[str, ...]:
    usual = 0 if field.none_label else 1
    least = usual if field.min_length is None else field.min_length
    return tuple(choice.value for choice in field.choices[:least])


def _number(field: Field) -> Decimal:
    if isinstance(field.minimum, Decimal):
        return field.minimum
    return min(Decimal(0), field.maximum) if isinstance(field.maximum, Decimal) else Decimal(0)


def _moment(field: Field) -> datetime.datetime:
    """The earliest the field takes; where any is taken, the first moment of 2000, or the latest before."""
    usual = datetime.datetime.combine(_DAY, _MIDNIGHT)
    if isinstance(field.minimum, datetime.date):
        return _start_of(field.minimum)
    return min(usual, _start_of(field.maximum)) if isinstance(field.maximum, datetime.date) else usual


def _start_of(limit: datetime.date) -> datetime.datetime:
    if isinstance(limit, datetime.datetime):
        return limit
    return datetime.datetime.combine(limit, _MIDNIGHT)


_LEAST: Mapping[FieldKind, Callable[[Field], AnswerValue]] = {
    FieldKind.SOME_OF: _few,
    FieldKind.INTEGER: lambda field: int(_number(field)),
    FieldKind.NUMBER: _number,
    FieldKind.CURRENCY: _number,
    FieldKind.DATE: lambda field: _moment(field).date(),
    FieldKind.DATE_TIME: _moment,
    FieldKind.TIME: lambda field: field.minimum if isinstance(field.minimum, datetime.time) else _MIDNIGHT,
    FieldKind.EMAIL: lambda _: "nobody@example.org",
    FieldKind.URL: lambda _: "https://example.org",
}
"""The least answer of each kind that leaves no choice; of the others it is a mark as a text."""
