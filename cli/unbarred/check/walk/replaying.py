"""Replays a path that was walked, as a saved session is replayed, and says what is not the same."""

from __future__ import annotations

from unbarred.check.walk.failures import failure_of
from unbarred.check.walk.path import Failure, FailureKind, Path
from unbarred.check.walk.walking import Ground
from unbarred.documents.reading import text_of_parts
from unbarred.engine.papers import Paper
from unbarred.quoting import quoted
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
    return _compared(path, session)


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


def _compared(path: Path, session: Session) -> Failure | None:
    """Return what differs first, or None."""
    before = [*(step.screen for step in path.steps), *([path.last] if path.last else [])]
    after = [*(each.screen for each in session.answered()), session.screen]
    for number, (one, other) in enumerate(zip(before, after, strict=False), start=1):
        if differs := _difference(one, other):
            message = f"Screen {number}, “{one.id}”, is not the same when the session is resumed."
            return _failure(message, differs)
    if len(before) != len(after):
        return _failure(f"{len(before)} screens came at first, {len(after)} when the session is resumed.")
    first, again = path.papers, session.run.papers()
    if len(first) != len(again):
        return _failure(f"{len(first)} papers were made at first, {len(again)} when the session is resumed.")
    unlike = [one.title for one, other in zip(first, again, strict=True) if not _is_alike(one, other)]
    if unlike:
        return _failure(f"The paper “{unlike[0]}” is not the same when the session is resumed.")
    return None


def _failure(message: str, cause: str = "") -> Failure:
    return Failure(FailureKind.REPLAY, message, cause=cause)


def _is_alike(one: Paper, other: Paper) -> bool:
    """Say whether two papers say the same."""
    if one.filename != other.filename:
        return False
    return one.content == other.content or text_of_parts(one.content) == text_of_parts(other.content)


def _difference(one: Screen, other: Screen) -> str:
    """Say what of two screens is not the same, or nothing."""
    for part in ("id", "kind", "heading", "text", "under", "fields", "actions", "documents"):
        before, after = repr(getattr(one, part)), repr(getattr(other, part))
        if before != after:
            at = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
            return f"{part}: {_around(before, at)} became {_around(after, at)}"
    return ""


def _around(text: str, at: int) -> str:
    return quoted(text[max(0, at - 20) : at + 40], 60)
