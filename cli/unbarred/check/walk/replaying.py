"""Replays a path that was walked, as a saved session is replayed, and says what is not the same."""

from __future__ import annotations

from unbarred.check.walk.failures import failure_of
from unbarred.check.walk.path import Failure, FailureKind, Path
from unbarred.check.walk.walking import Ground
from unbarred.documents.reading import text_of_parts
from unbarred.engine.run import Paper
from unbarred.screens import Screen
from unbarred.sessions import Session
from unbarred.sessions.journal import FORMAT, MemoryJournal
from unbarred.sessions.records import add_up


def difference(ground: Ground, path: Path) -> Failure | None:
    """Return what a session of the same answers, opened again from its journal, does otherwise."""
    try:
        session = _resumed(ground, path)
    except Exception as error:  # noqa: BLE001  (whatever it is, the path itself came through without)
        failure = failure_of(error)
        return Failure(FailureKind.REPLAY, failure.message, failure.where, failure.error, failure.cause)
    told = _told(path, session)
    return Failure(FailureKind.REPLAY, told) if told else None


def _resumed(ground: Ground, path: Path) -> Session:
    """Give a new session the answers of `path`, and open it again from what it kept."""
    journal = MemoryJournal()
    journal.append(
        {
            "event": "opened",
            "format": FORMAT,
            "interview": ground.interview.name,
            "arguments": dict(ground.arguments),
        }
    )
    first = _opened(ground, journal)
    for step in path.steps:
        if step.action is None:
            first.submit(step.given)
        else:
            first.act(step.action)
    return _opened(ground, journal)


def _opened(ground: Ground, journal: MemoryJournal) -> Session:
    return Session(None, journal, add_up(journal), lambda name: ground.interview)


def _told(path: Path, session: Session) -> str:
    """Say in a sentence what differs first, or nothing."""
    before = [*(step.screen for step in path.steps), *([path.last] if path.last else [])]
    after = [*(each.screen for each in session.answered()), session.screen]
    for number, (one, other) in enumerate(zip(before, after, strict=False), start=1):
        if _words(one) != _words(other):
            return f"Screen {number}, “{one.id}”, is not the same when the session is resumed."
    if len(before) != len(after):
        return f"{len(before)} screens came at first, {len(after)} when the session is resumed."
    first, again = path.papers, session.run.papers()
    if len(first) != len(again):
        return f"{len(first)} papers were made at first, {len(again)} when the session is resumed."
    unlike = [one.title for one, other in zip(first, again, strict=True) if not _is_alike(one, other)]
    return f"The paper “{unlike[0]}” is not the same when the session is resumed." if unlike else ""


def _is_alike(one: Paper, other: Paper) -> bool:
    """Say whether two papers say the same."""
    if one.filename != other.filename:
        return False
    return one.content == other.content or text_of_parts(one.content) == text_of_parts(other.content)


def _words(screen: Screen) -> tuple[object, ...]:
    return (screen.id, screen.kind, screen.heading, screen.text, screen.under, screen.fields)
