"""A session's answers as an answer set, to keep, to move or to run again."""

from __future__ import annotations

from unbarred.answers.answer_set import AnswerSet
from unbarred.answers.values import Plain, to_plain
from unbarred.sessions.session import Session


def answer_set(session: Session) -> AnswerSet:
    """Return every answer that counts, in the order the screens were answered."""
    answers: dict[str, Plain] = {}
    for answered in session.answered():
        for name, value in answered.given.items():
            # A list's “another?” is asked again and again; how many items there are says it all.
            if not name.endswith(".there_is_another"):
                answers[name] = to_plain(value)
    return AnswerSet(
        interview=session.interview.name,
        jurisdiction=session.place,
        as_of=session.as_of,
        answers=answers,
    )


def questions(session: Session) -> dict[str, str]:
    """Return what asked for each answer, by its name: the field's label, else the screen's heading."""
    return {
        field.name: field.label or answered.screen.heading
        for answered in session.answered()
        for field in answered.screen.inputs
    }
