"""The saved sessions: a folder each, named by day and interview, never by an answer."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from unbarred import settings
from unbarred.errors import SessionError, nearest
from unbarred.sessions.journal import Journal
from unbarred.sessions.records import add_up

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without letters and digits that are mistaken for each other when read aloud."""


@dataclass(frozen=True)
class SavedSession:
    """What `unbarred resume` lists: enough to know which one it is, read from its journal."""

    name: str
    folder: Path
    interview: str
    place: str
    person: str
    last_day: str
    answered: int
    finished: bool
    damage: str = ""
    """Why it cannot be opened; empty for one that can."""


def new_folder(interview: str, day: date) -> Path:
    """Return a folder that does not exist yet for a session of `interview` begun on `day`."""
    tail = "".join(secrets.choice(_LETTERS) for _ in range(4))
    topic = re.sub(r"[^\w-]+", "-", PurePath(interview.replace(":", "/")).stem).strip("-")
    return settings.sessions_folder() / f"{day.isoformat()}-{topic}-{tail}"


def saved_sessions() -> list[SavedSession]:
    """Return the saved sessions, the last used first; one that is damaged hides no other."""
    found = [_describe(path.parent) for path in settings.sessions_folder().glob("*/journal.jsonl")]
    return sorted(found, key=lambda each: (each.last_day, each.name), reverse=True)


def names() -> list[str]:
    """Return the names of the saved sessions, in order."""
    return sorted(path.parent.name for path in settings.sessions_folder().glob("*/journal.jsonl"))


def find_session(name: str) -> Path:
    """Return the folder of the session `name`; the end of its name is enough.

    Raises `SessionError` if none or more than one fits.
    """
    known = names()
    fitting = [each for each in known if each == name or each.endswith(f"-{name}")]
    if len(fitting) == 1:
        return settings.sessions_folder() / fitting[0]
    if fitting:
        raise SessionError(f"More than one session ends in {name}: {', '.join(fitting)}.", "Type more of it.")
    hint = nearest(name, known) or "See them with: unbarred resume"
    raise SessionError(f"There is no saved session called {name}.", hint)


def _describe(folder: Path) -> SavedSession:
    try:
        records = add_up(Journal(folder / "journal.jsonl"))
    except SessionError as error:
        return SavedSession(folder.name, folder, "", "", "", folder.name[:10], 0, False, damage=str(error))
    given: dict[str, object] = {}
    for record in records.records:
        given.update(record.answers)
    counted = [record for record in records.records if not record.withdrawn]
    return SavedSession(
        name=folder.name,
        folder=folder,
        interview=records.interview,
        place=records.arguments.get("place") or str(given.get("place") or ""),
        person=_person(given),
        last_day=records.last_day,
        answered=len(counted),
        finished=records.finished,
    )


def _person(given: Mapping[str, object]) -> str:
    """Whose session it is, so that a helper with nine clients can tell; shown, never written."""
    parts = [given.get("petitioner.name.first"), given.get("petitioner.name.last")]
    return " ".join(str(part) for part in parts if part)
