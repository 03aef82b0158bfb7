"""Answers in words: to be read in a review, or to be edited where they were typed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Field, FieldKind, Screen
from unbarred.screens.reading.dates import in_words, is_day_first
from unbarred.terminal.prose import bare
from unbarred.terminal.view import Said
from unbarred.terminal.words import prompts, reviews, writing

_WORDS_OF_LONG_ANSWERS = 14


def to_read(field: Field, value: AnswerValue) -> str:
    """Return the answer as a person reads it; long ones are cut, with their number of words."""
    if value is LATER or value == "":
        return reviews.left_for_later()
    if isinstance(value, bool):
        return prompts.yes() if value else prompts.no()
    if isinstance(value, datetime.date):
        return in_words(value, day_first=is_day_first(field.hint))
    if isinstance(value, tuple):
        chosen = ", ".join(_label(field, each) for each in value)
        return chosen or bare(field.none_label) or prompts.none_chosen()
    if isinstance(value, Decimal | int):
        return f"${value:,.2f}" if field.kind is FieldKind.CURRENCY else f"{value}"
    assert isinstance(value, str)
    return _label(field, value) if field.kind is FieldKind.ONE_OF else _shortened(value)


def to_edit(field: Field, value: AnswerValue | None) -> str:
    """Return the answer as it could have been typed, to start from; `""` if there is none."""
    if value is None or value is LATER or isinstance(value, bool | tuple):
        return ""
    if isinstance(value, datetime.date):
        month, day = (value.month, value.day) if not is_day_first(field.hint) else (value.day, value.month)
        return f"{month}/{day}/{value.year}"
    return str(value)


def said(screen: Screen, given: Mapping[str, AnswerValue]) -> tuple[Said, ...]:
    """Return what was answered on a screen, field by field; fields that were not shown are left out."""
    return tuple(
        Said(field.label, to_read(field, given[field.name]), is_left(given[field.name]))
        for field in screen.inputs
        if field.name in given
    )


def is_left(value: AnswerValue) -> bool:
    """Say whether the answer is still to come."""
    return value is LATER or value == ""


def _label(field: Field, value: str) -> str:
    return next((bare(choice.label) for choice in field.choices if choice.value == value), value)


def _shortened(text: str) -> str:
    parts = text.split()
    if len(parts) <= _WORDS_OF_LONG_ANSWERS + 4:
        return " ".join(parts)
    return f"{' '.join(parts[:_WORDS_OF_LONG_ANSWERS])} … ({writing.word_count(len(parts))})"
