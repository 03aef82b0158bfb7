"""From what a person typed to typed answers, or to problems she can mend.

This is the only door: a terminal line, a web form and a spreadsheet cell are
read by the same rules. `read_field` reads one answer, `read_submission` all
that belong to one screen. What may be left for later is said by
`Field.may_be_left`: whatever is not required, and a signature always, because
it is then signed on paper.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from unbarred.answers.values import AnswerValue
from unbarred.errors import nearest
from unbarred.quoting import quoted
from unbarred.screens.asked import ruling_out
from unbarred.screens.condition import Condition, NotAfter, says_something
from unbarred.screens.field import Field, FieldKind
from unbarred.screens.one_answer import is_blank, needed, read_field
from unbarred.screens.problem import Problem, Refused
from unbarred.screens.screen import Screen
from unbarred.screens.settling import clash, settled_by

__all__ = ["Problem", "Refused", "Submission", "read_field", "read_submission"]

Submission = Mapping[str, AnswerValue]
"""Everything given on one screen, by field name. Blanks are explicit (`LATER`)."""


def read_submission(
    screen: Screen, given: Mapping[str, object], *, as_of: datetime.date | None = None
) -> Submission:
    """Return the typed answers to the whole screen, in the order of its fields.

    Every field that is shown must be there, if only to be left for later; a
    field that is hidden may be there only as a blank. A yes or no that the
    others decide (`settled`) need not be there. Raises `Refused` with all
    problems at once.
    """
    if isinstance(given, _Read) and given.screen is screen and given.as_of == as_of:
        return given
    if screen.is_plain and given.keys() <= {field.name for field in screen.inputs}:
        return _read_plain(screen, given, as_of)
    reading = _Reading(screen, given, as_of)
    problems = [*reading.strangers(), *reading.read_all()]
    if problems:
        raise Refused(tuple(problems))
    return _Read(reading.answers, screen, as_of)


def _read_plain(screen: Screen, given: Mapping[str, object], as_of: datetime.date | None) -> _Read:
    """Read a screen on which no answer bears on another, as `_Reading` does, and most are."""
    answers: dict[str, AnswerValue] = {}
    problems: list[Problem] = []
    for field in screen.inputs:
        read = read_field(field, given[field.name], as_of=as_of) if field.name in given else _not_given(field)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            answers[field.name] = read
    if problems:
        raise Refused(tuple(problems))
    return _Read(answers, screen, as_of)


def _not_given(field: Field) -> Problem:
    return Problem(field.name, _NOT_GIVEN) if field.may_be_left else needed(field)


class _Read(dict[str, AnswerValue]):
    """Answers that were read for `screen` already: reading them again would change nothing."""

    def __init__(self, answers: Submission, screen: Screen, as_of: datetime.date | None) -> None:
        super().__init__(answers)
        self.screen = screen
        self.as_of = as_of


_NOT_GIVEN = "There is no answer to this. Give one, or say that it is left for later (null in a file)."


class _Reading:
    """One screen being read. Whether a field is shown can hang on answers read before it.

    Fields of one name are ways to give one answer, of which one at a time is shown.
    """

    def __init__(self, screen: Screen, given: Mapping[str, object], as_of: datetime.date | None) -> None:
        self._inputs = screen.inputs
        self._fields: dict[str, list[Field]] = {}
        for field in self._inputs:
            self._fields.setdefault(field.name, []).append(field)
        self._place = {id(field): place for place, field in enumerate(self._inputs)}
        self._given = given
        self._as_of = as_of
        self._read: dict[str, AnswerValue | Problem | None] = {}
        """None for a hidden field, and where nobody knows yet whether there is anything to answer."""
        self._alone: dict[int, AnswerValue | Problem] = {}

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
        found = [self._answer(name) for name in self._fields]
        problems = [each for each in found if isinstance(each, Problem)]
        clashes = (clash(field, self._inputs, self._read) for field in self._inputs)
        return [*problems, *(each for each in clashes if each is not None)]

    def _answer(self, name: str) -> AnswerValue | Problem | None:
        if name not in self._read:
            # Set first: fields whose conditions wait for each other then count as hidden.
            self._read[name] = None
            self._read[name] = self._answer_by(self._fields[name])
        return self._read[name]

    def _answer_by(self, fields: Sequence[Field]) -> AnswerValue | Problem | None:
        asked = [self._is_asked(field) for field in fields]
        shown = [field for field, is_asked in zip(fields, asked, strict=True) if is_asked]
        if shown:
            return self._first_accepted(shown)
        name = fields[0].name
        if self._is_blank(name):
            return None
        if None in asked:
            # Nobody knows yet whether this is asked; what was given is still looked at.
            return self._first_accepted(
                [field for field, is_asked in zip(fields, asked, strict=True) if is_asked is None]
            )
        return Problem(name, self._why_hidden(fields[0]))

    def _first_accepted(self, fields: Sequence[Field]) -> AnswerValue | Problem | None:
        """What the first field makes of the answer that takes it; a blank must be right for all."""
        found = [self._shown(field) for field in fields]
        is_blank = self._is_blank(fields[0].name)
        wanted = (each for each in found if isinstance(each, Problem) is is_blank)
        return next(wanted, found[0])

    def _shown(self, field: Field) -> AnswerValue | Problem | None:
        """The answer to a field that is asked."""
        if field.kind is FieldKind.YES_NO and self._is_blank(field.name):
            around = self._around(field)
            if any(isinstance(each, Problem) for each in around.values()):
                return None
            known = {name: each for name, each in around.items() if not isinstance(each, Problem)}
            asked = [each for each in self._inputs if known.get(each.name) is not None]
            decided = settled_by(asked, field, known)
            if decided is not None:
                return decided
        if field.name not in self._given:
            return _not_given(field)
        return self._by_itself(field)

    def _around(self, field: Field) -> dict[str, AnswerValue | Problem | None]:
        """The answers that can decide the one to `field`."""
        own = (*field.rules_out, *field.takes_in)
        around = {name: self._answer(name) for name in own if name in self._fields}
        for other in self._inputs:
            if field.name in (*other.rules_out, *other.takes_in) and not self._is_blank(other.name):
                around[other.name] = self._by_itself(other)
        return around

    def _is_asked(self, field: Field) -> bool | None:
        """Say whether the field is shown; None if nobody knows yet."""
        met = [self._is_met(condition, field) for condition in field.shown_when]
        return False if False in met else None if None in met else True

    def _is_met(self, condition: Condition, field: Field) -> bool | None:
        if isinstance(condition, NotAfter):
            return self._is_free(condition, field)
        decided = {name: self._answer(name) for name in condition.decided_by if name in self._fields}
        known = {name: each for name, each in decided.items() if each is not None}
        given = {name: each for name, each in known.items() if not isinstance(each, Problem)}
        return condition.is_met(given) if len(given) == len(known) else None

    def _is_free(self, condition: NotAfter, field: Field) -> bool | None:
        """Say whether none of those that rule the field out says something.

        Of two that rule each other out the first one given holds, so what
        either says counts by itself, before anyone knows which is shown.
        """
        is_sure = True
        for name in condition.fields:
            for other in self._fields.get(name, ()) if name != field.name else ():
                is_first = field.name in ruling_out(other) and self._place[id(field)] < self._place[id(other)]
                if is_first and (self._is_blank(name) or self._speaks(field)):
                    continue
                speaks = self._speaks(other)
                if speaks:
                    return False
                is_sure = is_sure and speaks is not None
        return True if is_sure else None

    def _speaks(self, field: Field) -> bool | None:
        """Say whether the field was given an answer that says something; None if it needs another first."""
        if self._is_blank(field.name) and not field.may_be_left:
            # It is missing, unless it need not be there.
            return None if isinstance(self._answer(field.name), Problem) else False
        answer = self._by_itself(field)
        return None if isinstance(answer, Problem) else says_something(answer)

    def _by_itself(self, field: Field) -> AnswerValue | Problem:
        """What was given for the field, read without regard to the others."""
        key = id(field)
        if key not in self._alone:
            self._alone[key] = read_field(field, self._given.get(field.name), as_of=self._as_of)
        return self._alone[key]

    def _is_blank(self, name: str) -> bool:
        return is_blank(self._given.get(name))

    def _why_hidden(self, field: Field) -> str:
        unmet = next(each for each in field.shown_when if self._is_met(each, field) is False)
        deciders = [self._fields[name][0] for name in unmet.decided_by if name in self._fields]
        label = deciders[0].label if len(deciders) == 1 else ""
        because = f", given the answer to {quoted(label, 80)}" if label else ""
        return f"This is not asked{because}. Take this answer out, or change that one."
