"""Reading what was given for one field, by its kind."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens.field import Field, FieldKind
from unbarred.screens.problem import Problem
from unbarred.screens.reading.choices import read_one, read_some, read_yes_no
from unbarred.screens.reading.dates import read_date
from unbarred.screens.reading.files import read_files
from unbarred.screens.reading.moments import read_moment
from unbarred.screens.reading.numbers import read_currency, read_integer, read_number
from unbarred.screens.reading.refusal import NotAccepted
from unbarred.screens.reading.signatures import read_signature
from unbarred.screens.reading.texts import read_area, read_email, read_line, read_password, read_url
from unbarred.screens.reading.times import read_time

_NEEDED = "This needs an answer: the papers cannot be made without it."


def read_field(field: Field, raw: object, *, as_of: datetime.date | None = None) -> AnswerValue | Problem:
    """Return the typed answer that `raw` is for `field`, or the problem with it.

    `raw` is text as typed, or a value that is typed already: from YAML, JSON, a
    spreadsheet, or an earlier answer. `None`, `LATER` and blank text leave the
    field for later, if it may be left. `as_of` is the day the person calls today.
    """
    if is_blank(raw):
        return LATER if field.may_be_left else needed(field)
    try:
        return _read(field, raw, as_of)
    except NotAccepted as refusal:
        return Problem(field.name, refusal.in_words(field.messages))


def is_blank(raw: object) -> bool:
    """Say whether `raw` leaves its field for later."""
    return raw is None or raw is LATER or (isinstance(raw, str) and not raw.strip())


def needed(field: Field) -> Problem:
    """Return the problem with a field that is blank and may not be left."""
    kinds = _REQUIRED.get(field.kind, ("required",))
    return Problem(field.name, NotAccepted(_NEEDED, dict.fromkeys(kinds, ())).in_words(field.messages))


_REQUIRED: Mapping[FieldKind, tuple[str, ...]] = {
    FieldKind.ONE_OF: ("multiple choice required", "combobox required"),
    FieldKind.SOME_OF: ("checkboxes required",),
    FieldKind.FILES: ("file required",),
}
"""docassemble's names for a field left blank; all others are `required`."""


def _read(field: Field, raw: object, as_of: datetime.date | None) -> AnswerValue:
    if field.kind in _DATED_READERS:
        return _DATED_READERS[field.kind](field, raw, as_of)
    return _READERS[field.kind](field, raw)


def _read_note(field: Field, raw: object) -> AnswerValue:
    raise NotAccepted("This is only to read and takes no answer.")


_READERS: Mapping[FieldKind, Callable[[Field, object], AnswerValue]] = {
    FieldKind.TEXT: read_line,
    FieldKind.AREA: read_area,
    FieldKind.PASSWORD: read_password,
    FieldKind.EMAIL: read_email,
    FieldKind.URL: read_url,
    FieldKind.INTEGER: read_integer,
    FieldKind.NUMBER: read_number,
    FieldKind.CURRENCY: read_currency,
    FieldKind.TIME: read_time,
    FieldKind.YES_NO: read_yes_no,
    FieldKind.ONE_OF: read_one,
    FieldKind.SOME_OF: read_some,
    FieldKind.FILES: read_files,
    FieldKind.SIGNATURE: read_signature,
    FieldKind.NOTE: _read_note,
}

_DATED_READERS: Mapping[FieldKind, Callable[[Field, object, datetime.date | None], AnswerValue]] = {
    FieldKind.DATE: read_date,
    FieldKind.DATE_TIME: read_moment,
}
"""Those that must know what day is today."""
