"""From what a person typed to typed answers, or to problems she can mend.

This is the only door: a terminal line, a web form and a spreadsheet cell are
read by the same rules.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from unbarred.answers.values import LATER, AnswerValue
from unbarred.errors import nearest
from unbarred.quoting import quoted
from unbarred.screens.field import Field, FieldKind
from unbarred.screens.reading.choices import read_one, read_some, read_yes_no
from unbarred.screens.reading.dates import read_date
from unbarred.screens.reading.numbers import read_currency, read_integer, read_number
from unbarred.screens.reading.refusal import NotAccepted
from unbarred.screens.reading.texts import read_area, read_email, read_line
from unbarred.screens.screen import Screen

Submission = Mapping[str, AnswerValue]
"""Everything given on one screen, by field name. Blanks are explicit (`LATER`)."""


@dataclass(frozen=True)
class Problem:
    """Why an answer was not accepted, in words that say what to do.

    `field` is the name that was given, whether or not the screen has it; it is
    `""` where the problem is with the screen as a whole.
    """

    field: str
    message: str


class Refused(Exception):
    """A submission was not accepted; nothing has changed."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


def read_field(field: Field, raw: object, *, as_of: datetime.date | None = None) -> AnswerValue | Problem:
    """Return the typed answer that `raw` is for `field`, or the problem with it.

    `raw` is text as typed, or a value that is typed already: from YAML, JSON, a
    spreadsheet, or an earlier answer. `None`, `LATER` and blank text leave the
    field for later, if it may be left. `as_of` is the day the person calls today.
    """
    if _is_blank(raw):
        return Problem(field.name, _NEEDED) if field.required else LATER
    try:
        return _read(field, raw, as_of)
    except NotAccepted as refusal:
        return Problem(field.name, refusal.message)


def read_submission(
    screen: Screen, given: Mapping[str, object], *, as_of: datetime.date | None = None
) -> Submission:
    """Return the typed answers to the whole screen, in the order of its fields.

    Every field that is shown must be there, if only to be left for later; a
    field that is hidden may be there only as a blank. Raises `Refused` with all
    problems at once.
    """
    reading = _Reading(screen, given, as_of)
    problems = [*reading.strangers(), *reading.read_all()]
    if problems:
        raise Refused(tuple(problems))
    return reading.answers


_NEEDED = "This needs an answer: the papers cannot be made without it."
_NOT_GIVEN = "There is no answer to this. Give one, or say that it is left for later (null in a file)."


def _is_blank(raw: object) -> bool:
    return raw is None or raw is LATER or (isinstance(raw, str) and not raw.strip())


def _read(field: Field, raw: object, as_of: datetime.date | None) -> AnswerValue:
    if field.kind is FieldKind.DATE:
        return read_date(field, raw, as_of)
    return _READERS[field.kind](field, raw)


def _read_note(field: Field, raw: object) -> AnswerValue:
    raise NotAccepted("This is only to read and takes no answer.")


_READERS: Mapping[FieldKind, Callable[[Field, object], AnswerValue]] = {
    FieldKind.TEXT: read_line,
    FieldKind.AREA: read_area,
    FieldKind.EMAIL: read_email,
    FieldKind.INTEGER: read_integer,
    FieldKind.NUMBER: read_number,
    FieldKind.CURRENCY: read_currency,
    FieldKind.YES_NO: read_yes_no,
    FieldKind.ONE_OF: read_one,
    FieldKind.SOME_OF: read_some,
    FieldKind.NOTE: _read_note,
}


class _Reading:
    """One screen being read. Whether a field is shown can hang on answers read before it."""

    def __init__(self, screen: Screen, given: Mapping[str, object], as_of: datetime.date | None) -> None:
        self._fields = {field.name: field for field in screen.inputs}
        self._given = given
        self._as_of = as_of
        self._read: dict[str, AnswerValue | Problem | None] = {}
        """None for a hidden field."""

    @property
    def answers(self) -> Submission:
        in_order = ((name, self._read[name]) for name in self._fields)
        return {name: each for name, each in in_order if each is not None and not isinstance(each, Problem)}

    def strangers(self) -> list[Problem]:
        """The problems with names that are not on the screen."""
        known = list(self._fields)
        return [
            Problem(name, f"Nothing called {quoted(name)} is asked here. {nearest(name, known)}".rstrip())
            for name in self._given
            if name not in self._fields
        ]

    def read_all(self) -> list[Problem]:
        """Read every field; return the problems in the order of the fields."""
        found = [self._field(field) for field in self._fields.values()]
        return [each for each in found if isinstance(each, Problem)]

    def _field(self, field: Field) -> AnswerValue | Problem | None:
        if field.name not in self._read:
            # Set first: fields whose conditions wait for each other then count as hidden.
            self._read[field.name] = None
            self._read[field.name] = self._one(field)
        return self._read[field.name]

    def _one(self, field: Field) -> AnswerValue | Problem | None:
        raw = self._given.get(field.name)
        for condition in field.shown_when:
            deciders = [self._fields[name] for name in condition.decided_by if name in self._fields]
            decided = {each.name: self._field(each) for each in deciders}
            known = {name: each for name, each in decided.items() if each is not None}
            given = {name: each for name, each in known.items() if not isinstance(each, Problem)}
            if len(given) < len(known):
                # Nobody knows yet whether this is asked; what was given is still looked at.
                return None if _is_blank(raw) else read_field(field, raw, as_of=self._as_of)
            if not condition.is_met(given):
                return None if _is_blank(raw) else Problem(field.name, _hidden_by(deciders))
        if field.name not in self._given:
            return Problem(field.name, _NEEDED if field.required else _NOT_GIVEN)
        return read_field(field, raw, as_of=self._as_of)


def _hidden_by(deciders: list[Field]) -> str:
    label = deciders[0].label if len(deciders) == 1 else ""
    because = f", given the answer to {quoted(label, 80)}" if label else ""
    return f"This is not asked{because}. Take this answer out, or change that one."
