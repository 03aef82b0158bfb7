"""Answers that nobody gave, to look past a question: for runs that are thrown away."""

from __future__ import annotations

import datetime
from decimal import Decimal

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Field, FieldKind, Screen, Submission

_NOTHING: Submission = {}


def provisional(screen: Screen, but: Submission = _NOTHING) -> dict[str, AnswerValue]:
    """Return the least committing answers, so that as few further questions as possible come up by guess.

    `but` holds what was refused: where there is a choice, another is taken.
    """
    return {field.name: _least(field, but.get(field.name)) for field in screen.inputs}


def _least(field: Field, refused: AnswerValue | None) -> AnswerValue:
    if not field.required and refused is not LATER:
        return LATER
    match field.kind:
        case FieldKind.YES_NO:
            return refused is False
        case FieldKind.ONE_OF:
            values = [choice.value for choice in field.choices]
            return next((value for value in values if value != refused), values[0])
        case FieldKind.SOME_OF:
            return ()
        case FieldKind.DATE:
            return field.minimum if isinstance(field.minimum, datetime.date) else datetime.date(2000, 1, 1)
        case FieldKind.INTEGER:
            return int(field.minimum) if isinstance(field.minimum, Decimal) else 0
        case FieldKind.NUMBER | FieldKind.CURRENCY:
            return field.minimum if isinstance(field.minimum, Decimal) else Decimal(0)
        case _:
            return "…"
