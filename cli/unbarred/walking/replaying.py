"""Replays a path that was walked, as a saved session is replayed, and says what is not the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from unbarred.documents.word.reading import text_of_parts
from unbarred.engine.papers import Paper
from unbarred.quoting import quoted
from unbarred.screens import Screen
from unbarred.sessions import Session
from unbarred.sessions.journal import FORMAT, MemoryJournal
from unbarred.sessions.records import add_up
from unbarred.walking.failures import failure_of
from unbarred.walking.path import Failure, FailureKind, Path, Step
from unbarred.walking.walking import Ground

_FOLDER = re.compile(r"/files-\w+(?=/)")
"""The private folder of a run's files, which is another one each time; some screens show where a file is."""


@dataclass(frozen=True)
class _Seen:
    """What came on a path or in a session."""

    screens: Sequence[Screen]
    papers: Sequence[Paper]


def difference(ground: Ground, path: Path) -> Failure | None:
    """Return what a session of the same answers does otherwise, held or opened again."""
    try:
        journal = _new_journal(ground)
        held = _opened(ground, journal)
        for step in path.steps:
            _do(held, step)
        resumed = _opened(ground, journal)
    except Exception as error:  # noqa: BLE001  (whatever it is, the path itself came through without)
        failure = failure_of(error)
        return Failure(FailureKind.REPLAY, failure.message, failure.where, failure.error, failure.cause)
    if differs := _compared(_seen(held), _seen(resumed)):
        return differs
    if path.last is None or any(step.action for step in path.steps):
        # An action changes what came before, or begins again: the session then shows how it is now.
        return None
    walked = _Seen([*(step.screen for step in path.steps), path.last], path.papers)
    return _compared(walked, _seen(held))


def _new_journal(ground: Ground) -> MemoryJournal:
    journal = MemoryJournal()
    opened = {"event": "opened", "format": FORMAT, "interview": ground.interview.name}
    journal.append(opened | {"arguments": dict(ground.arguments)})
    return journal


def _opened(ground: Ground, journal: MemoryJournal) -> Session:
    return Session(None, journal, add_up(journal), lambda name: ground.interview)


def _do(session: Session, step: Step) -> None:
    """Do in a session what was done on a path, unless it has answered that screen from what it kept."""
    if session.screen.id != step.screen.id:
        return
    if step.action is None:
        session.submit(step.given)
    elif step.action in session.screen.actions:
        session.act(step.action)


def _seen(session: Session) -> _Seen:
    return _Seen([*(each.screen for each in session.answered()), session.screen], session.run.papers())


def _compared(first: _Seen, again: _Seen) -> Failure | None:
    """Return what differs first, or None."""
    for number, (one, other) in enumerate(zip(first.screens, again.screens, strict=False), start=1):
        if differs := _difference(one, other):
            message = f"Screen {number}, “{one.id}”, is not the same when the session is resumed."
            return _failure(message, differs)
    for what, before, after in (
        ("screens", first.screens, again.screens),
        ("papers", first.papers, again.papers),
    ):
        if len(before) != len(after):
            return _failure(f"{len(before)} {what} at first, {len(after)} when the session is resumed.")
    both = zip(first.papers, again.papers, strict=True)
    unlike = [one.title for one, other in both if not _is_alike(one, other)]
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
        before, after = (_FOLDER.sub("…", repr(getattr(each, part))) for each in (one, other))
        if before != after:
            at = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
            return f"{part}: {_around(before, at)} became {_around(after, at)}"
    return ""


def _around(text: str, at: int) -> str:
    return quoted(text[max(0, at - 20) : at + 40], 60)
