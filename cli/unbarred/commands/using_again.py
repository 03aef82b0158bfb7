"""`--from`: the answers of a saved session, or of a file, that fill the next interview."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unbarred.answers.answer_set import AnswerSet
    from unbarred.engine import LoadedInterview
    from unbarred.sessions.catalogue import Entry
    from unbarred.sessions.earlier import Earlier

_FILES = (".yml", ".yaml", ".json")


def read(source: str, entry: Entry, place: str, *, trust: bool) -> Earlier:
    """Return what the interview `entry`, which may run, can use of `source`: a session's name, or a file.

    `place` is the one it is begun for, "" if it will be asked. `trust` is as `trusting.settle` takes it, for
    the interview of `source`. Raises `SessionError` for a session that is not there, damaged or open
    elsewhere, and as `answer_file.load` does.
    """
    from unbarred.engine import load
    from unbarred.sessions import shelf
    from unbarred.sessions.earlier import taken_from

    path = Path(source)
    if path.is_file() or path.suffix.lower() in _FILES or path.name != source:
        answers, asked_by = _in_file(path, trust=trust)
        return taken_from(answers, path.name, asked_by, load(entry.name), place)
    folder = shelf.find_session(source)
    answers, asked_by = _in_session(folder, trust=trust)
    return taken_from(answers, folder.name, asked_by, load(entry.name), place)


def notice(earlier: Earlier) -> str:
    """Return what is said before the first question."""
    from unbarred.terminal.words import reviews

    said = reviews.used_again if earlier.says_something else reviews.nothing_used_again
    return said(earlier.source)


def _in_session(folder: Path, *, trust: bool) -> tuple[AnswerSet, LoadedInterview]:
    from unbarred.commands import trusting
    from unbarred.sessions import Session
    from unbarred.sessions.export import answer_set

    trusting.settle_session(folder, trust=trust)
    session = Session.resume(folder)
    try:
        return answer_set(session), session.interview
    finally:
        session.close()


def _in_file(path: Path, *, trust: bool) -> tuple[AnswerSet, LoadedInterview | None]:
    """Return the answers and their interview; None if the file does not name one."""
    from unbarred.answers import answer_file
    from unbarred.commands import trusting
    from unbarred.engine import load
    from unbarred.sessions import catalogue

    answers = answer_file.load(path)
    if not answers.interview:
        return answers, None
    asked_by = catalogue.entry(answers.interview)
    trusting.settle(asked_by, trust=trust)
    return answers, load(asked_by.name)
