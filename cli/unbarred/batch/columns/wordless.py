"""Walks an interview with texts that are nobody's words, so that its questions quote none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from unbarred.answers.values import AnswerValue
from unbarred.batch.columns.wording import LEFT_OUT
from unbarred.screens import Action, Field, FieldKind, Problem, Refused, Screen, Submission, read_submission
from unbarred.walking import Curious


class Wordless:
    """Answers as a `Curious` does, but every text is “…” where the interview takes that."""

    def __init__(self, curious: Curious) -> None:
        self._curious = curious
        self._shown: Counter[str] = Counter()

    def tries(self, screen: Screen) -> int:
        """Try as many answers as it does."""
        return self._curious.tries(screen)

    def go_home(self) -> None:
        """From now on rather end than explore."""
        self._curious.go_home()

    def action(self, screen: Screen) -> Action | None:
        """Do what it does."""
        return self._curious.action(screen)

    def submission(self, screen: Screen, before: Submission, problems: Collection[Problem]) -> Submission:
        """Return its answers with “…” for texts; what was refused, or is asked again, stays its own."""
        self._shown[screen.id] += 1
        given = self._curious.submission(screen, before, problems)
        if problems or self._shown[screen.id] > 1:
            return given
        fields = {field.name: field for field in screen.inputs}
        texts = {name: LEFT_OUT for name, value in given.items() if _is_own_words(fields[name], value)}
        try:
            return read_submission(screen, {**given, **texts})
        except Refused:
            return given


def _is_own_words(field: Field, value: AnswerValue) -> bool:
    if not isinstance(value, str):
        return False
    if field.kind is FieldKind.ONE_OF:
        return value not in {each.value for each in field.choices}
    return field.kind in (FieldKind.TEXT, FieldKind.AREA)
