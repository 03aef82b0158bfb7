"""From a path that fails to an answer set with which anybody sees the failure again."""

from __future__ import annotations

import datetime

from unbarred.answers.answer_set import AnswerSet
from unbarred.answers.values import Plain, to_plain
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill
from unbarred.walking.failures import failure_of
from unbarred.walking.path import FailureKind, Path
from unbarred.walking.scripted import steps_of
from unbarred.walking.walking import Ground


def answer_set(ground: Ground, path: Path) -> AnswerSet:
    """Return what was given on `path`, with what failed, as `unbarred start --answers` takes it."""
    answers: dict[str, Plain] = {}
    for step in steps_of(path):
        for name, value in step.given.items():
            # How many items of a list there are says whether there is another.
            if not name.endswith(".there_is_another"):
                answers[name] = to_plain(value)
    day = ground.arguments.get("as_of")
    return AnswerSet(
        interview=ground.interview.name,
        jurisdiction=ground.arguments.get("place", ""),
        as_of=datetime.date.fromisoformat(day) if day else None,
        answers=answers,
    )


def fails_again(ground: Ground, path: Path, answers: AnswerSet) -> bool:
    """Say whether `answers` alone lead to the failure of `path`.

    They do not where it needs an action, or two answers to one question.
    """
    assert path.failure is not None
    try:
        session = Session.in_memory(ground.interview.name, ground.arguments, lambda name: ground.interview)
        complaints = fill(session, answers.answers)
    except Exception as error:  # noqa: BLE001  (a bug of ours is what may be sought)
        return failure_of(error).sign == path.failure.sign
    return bool(complaints) and path.failure.kind is FailureKind.NO_ANSWER
