"""Answers in words: to be read in a review, or to be edited where they were typed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Field, FieldKind, Screen, is_asked
from unbarred.screens.reading import moments, times
from unbarred.screens.reading.dates import in_words, is_day_first
from unbarred.terminal.prose import bare
from unbarred.terminal.view import Said
from unbarred.terminal.words import files, prompts, reviews, writing

_WORDS_OF_LONG_ANSWERS = 14


def to_read(field: Field, value: AnswerValue) -> str:
    """Return the answer as a person reads it; long ones are cut, with their number of words."""
    if is_left(field, value):
        return reviews.left_for_later()
    if field.kind in _NOT_READ_OUT:
        return _NOT_READ_OUT[field.kind](value)
    if isinstance(value, bool):
        return prompts.yes() if value else prompts.no()
    if isinstance(value, datetime.date | datetime.time):
        return _clock_or_calendar(field, value)
    if isinstance(value, tuple):
        chosen = ", ".join(_label(field, each) for each in value)
        return chosen or bare(field.none_label) or prompts.none_chosen()
    if isinstance(value, Decimal | int):
        return f"${value:,.2f}" if field.kind is FieldKind.CURRENCY else f"{value}"
    assert isinstance(value, str)
    return _label(field, value) if field.kind is FieldKind.ONE_OF else _shortened(value)


def to_edit(field: Field, value: AnswerValue | None) -> str:
    """Return the answer as it could have been typed, to start from; `""` if there is none."""
    if value is None or value is LATER or isinstance(value, bool):
        return ""
    if isinstance(value, tuple):
        # Choices are marked in their list; what can be edited is one path.
        return "".join(value[:1]) if field.kind in (FieldKind.FILES, FieldKind.SIGNATURE) else ""
    if isinstance(value, datetime.time):
        return times.in_words(value, example=field.hint)
    if isinstance(value, datetime.datetime):
        return f"{to_edit(field, value.date())} {times.in_words(value.time(), example=field.hint)}"
    if isinstance(value, datetime.date):
        month, day = (value.month, value.day) if not is_day_first(field.hint) else (value.day, value.month)
        return f"{month}/{day}/{value.year}"
    return str(value)


def said(screen: Screen, given: Mapping[str, AnswerValue]) -> tuple[Said, ...]:
    """Return what was answered on a screen, field by field; fields that were not asked are left out."""
    answered = (each for each in screen.inputs if each.name in given and is_asked(screen, each, given))
    # Of several fields for one answer, the last that was asked took it.
    by_name = {each.name: each for each in answered}
    return tuple(
        Said(each.label, to_read(each, given[each.name]), is_left(each, given[each.name]))
        for each in by_name.values()
    )


def is_left(field: Field, value: AnswerValue) -> bool:
    """Say whether the answer is still to come; a signature on paper comes in its time."""
    return (value is LATER or value == "") and field.kind is not FieldKind.SIGNATURE


def _clock_or_calendar(field: Field, value: datetime.date | datetime.time) -> str:
    if isinstance(value, datetime.time):
        return times.in_words(value, example=field.hint)
    if isinstance(value, datetime.datetime):
        return moments.in_words(value, example=field.hint)
    return in_words(value, day_first=is_day_first(field.hint))


def _file_names(value: AnswerValue) -> str:
    return ", ".join(Path(path).name for path in value) if isinstance(value, tuple) else ""


_NOT_READ_OUT: Mapping[FieldKind, Callable[[AnswerValue], str]] = {
    FieldKind.PASSWORD: lambda value: prompts.typed_not_shown(),
    FieldKind.FILES: lambda value: _file_names(value) or files.no_file(),
    FieldKind.SIGNATURE: lambda value: _file_names(value) or files.sign_on_paper(),
}
"""Kinds of which something else is read than what was typed."""


def _label(field: Field, value: str) -> str:
    return next((bare(choice.label) for choice in field.choices if choice.value == value), value)


def _shortened(text: str) -> str:
    parts = text.split()
    if len(parts) <= _WORDS_OF_LONG_ANSWERS + 4:
        return " ".join(parts)
    return f"{' '.join(parts[:_WORDS_OF_LONG_ANSWERS])} … ({writing.word_count(len(parts))})"
