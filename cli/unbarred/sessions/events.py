"""The events a journal is made of, as they are written; docs/sessions.md lists them."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from unbarred.screens import Action, Screen, Submission
from unbarred.sessions import kept_files
from unbarred.sessions.journal import FORMAT, Event
from unbarred.sessions.records import plain_answers


def opened(interview: str, arguments: Mapping[str, str]) -> Event:
    """Return the first event of a session."""
    event: Event = {"event": "opened", "format": FORMAT, "interview": interview}
    return event | {"arguments": dict(arguments), "seed": secrets.randbits(32)}


def answered(screen: Screen, given: Submission, folder: Path | None) -> Event:
    """Return the event of a screen that was answered."""
    return {"event": "answered", "screen": screen.id, **_answers(screen, given, folder)}


def drew_on(source: str) -> Event:
    """Return the event of a session that goes on from the answers of an earlier one, or of a file."""
    return {"event": "drew_on", "from": source}


def taken_over(screen: Screen, given: Submission, folder: Path | None) -> Event:
    """Return the event of a screen that was answered as before, without being shown."""
    return answered(screen, given, folder) | {"taken_over": True}


def acted(screen: Screen, action: Action) -> Event:
    """Return the event of something done on a screen besides answering it."""
    arguments = dict(action.arguments)
    return {"event": "acted", "screen": screen.id, "action": action.name, "arguments": arguments}


def withdrawn(records: Sequence[int]) -> Event:
    """Return the event of going back over `records`."""
    return {"event": "withdrawn", "records": list(records)}


def amended(record: int, screen: Screen, given: Submission, folder: Path | None) -> Event:
    """Return the event of other answers to an earlier screen."""
    return {"event": "amended", "record": record, **_answers(screen, given, folder)}


def finished() -> Event:
    """Return the event of papers made."""
    return {"event": "finished"}


def now() -> datetime.datetime:
    """Return the time of now with its zone, as exactly as an event keeps it."""
    return datetime.datetime.now().astimezone().replace(microsecond=0)


def dated(event: Event, at: datetime.datetime | None = None) -> Event:
    """Return `event` with its time; without one, it is now."""
    return event | {"at": (at or now()).isoformat()}


def _answers(screen: Screen, given: Submission, folder: Path | None) -> Event:
    """What is kept of the answers; files by their place in the session's folder."""
    files = kept_files.in_journal(screen, given, folder)
    answers = plain_answers({name: value for name, value in given.items() if name not in files})
    return {"answers": answers, **({"files": files} if files else {})}
