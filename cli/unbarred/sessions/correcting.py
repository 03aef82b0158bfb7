"""Correcting a session from an answer set: every earlier answer in it is changed, or nothing is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from unbarred.answers.values import AnswerValue
from unbarred.errors import nearest
from unbarred.screens import AnsweredScreen, Changed, Problem, Refused, Screen, read_submission
from unbarred.sessions.session import Session
from unbarred.sessions.unattended import Complaint


@dataclass
class Corrected:
    """What corrections did, or would do; with complaints, nothing."""

    complaints: list[Complaint] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    kept: int = 0
    """Answered screens that stand as they were."""
    dropped: list[AnsweredScreen] = field(default_factory=list)
    """Answered screens that are not asked any more, or must be asked again."""
    asked: list[Screen] = field(default_factory=list)
    """The screens to be answered next because of the corrections, as far as can be foreseen."""


def correct(session: Session, answers: Mapping[str, object], *, dry_run: bool = False) -> Corrected:
    """Give `answers`, by name, in the place of the earlier ones; keep all that still holds.

    A name that only a question asks that comes up by these corrections answers it. Everything is tried
    on the side first: where an answer is not accepted, or nothing asks for it, nothing is changed and
    there are complaints. `dry_run` only tries.
    """
    tried = _Correction(session.copied(), answers).made()
    if tried.complaints or dry_run:
        return tried
    return _Correction(session, answers).made()


class _Correction:
    """Corrections on their way into one session."""

    def __init__(self, session: Session, answers: Mapping[str, object]) -> None:
        self._session = session
        self._answers = answers
        self._open = dict.fromkeys(answers)
        """Names that no screen was given yet, in the order of the set."""
        self._before = {each.screen.id: each for each in session.answered()}
        self._found = Corrected()

    def made(self) -> Corrected:
        """Make them all; go on after one that is not accepted, to name as many problems as possible."""
        while answered := self._next():
            self._amend(answered)
        while self._asks(self._session.screen):
            self._answer(self._session.screen)
        self._found.complaints += [self._unasked(name) for name in self._open]
        self._add_up()
        return self._found

    def _next(self) -> AnsweredScreen | None:
        """The first answered screen that asks for one of the open names, where it was asked last."""
        last = {name: each for each in self._session.answered() for name in each.given if name in self._open}
        return min(last.values(), key=lambda each: each.number, default=None)

    def _amend(self, answered: AnsweredScreen) -> None:
        given = self._taken(answered.given)
        try:
            wanted = read_submission(answered.screen, {**answered.given, **given}, as_of=self._session.as_of)
            if wanted == answered.given:
                return
            change = self._session.amend(answered.number, wanted)
        except Refused as refused:
            self._complain(answered.screen, refused.problems)
            return
        self._found.changed += change.changed
        self._found.asked += change.asked

    def _answer(self, screen: Screen) -> None:
        """Answer a question that has come up, from the set."""
        given = self._taken([each.name for each in screen.inputs])
        before: dict[str, AnswerValue] = dict(self._session.given_before())
        try:
            self._session.submit(read_submission(screen, {**before, **given}, as_of=self._session.as_of))
        except Refused as refused:
            self._complain(screen, refused.problems)
            return
        after = self._session.answered()[-1].given
        self._found.changed += [Changed(name, before.get(name), after.get(name)) for name in given]

    def _asks(self, screen: Screen) -> bool:
        return not self._session.is_over and any(each.name in self._open for each in screen.inputs)

    def _taken(self, names: Iterable[str]) -> dict[str, object]:
        taken = [name for name in names if name in self._open]
        for name in taken:
            del self._open[name]
        return {name: self._answers[name] for name in taken}

    def _complain(self, screen: Screen, problems: Iterable[Problem]) -> None:
        self._found.complaints += [Complaint(each.field, screen.heading, each.message) for each in problems]

    def _unasked(self, name: str) -> Complaint:
        known = sorted({name for each in self._session.answered() for name in each.given})
        message = f"Nothing of that name was asked. {nearest(name, known)}".strip()
        return Complaint(name, "", message)

    def _add_up(self) -> None:
        """Compare what was answered before with what is now."""
        now = {each.screen.id for each in self._session.answered()}
        asked = {each.id: each for each in self._found.asked}
        self._found.asked = [each for name, each in asked.items() if name not in now]
        self._found.dropped = [each for name, each in self._before.items() if name not in now]
        names = {each.name for each in self._found.changed}
        standing = [each for name, each in self._before.items() if name in now]
        self._found.kept = sum(1 for each in standing if names.isdisjoint(each.given))
