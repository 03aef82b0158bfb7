"""Where in the interview the person is: its section, and how far she has come."""

from __future__ import annotations

from typing import Any

from unbarred.engine.translate.language import language_of
from unbarred.screens import Section


def section(question: Any, variables: dict[str, Any]) -> Section | None:
    """Return the section the person is in; a part of one has its own title and the place of the whole."""
    current, held = variables["nav"].current, variables["nav"].sections
    if current is None:
        return None
    listed = _in_language(held, question) if held else []
    for place, entry in enumerate(listed, 1):
        title = _title(entry, str(current))
        if title is not None:
            return Section(title, place, len(listed))
    return Section(str(current))


def progress(question: Any, variables: dict[str, Any]) -> int | None:
    """Return the percent done, for an interview that reckons it (`progress bar: True`)."""
    done = variables["_internal"].get("progress")
    return round(done) if question.interview.use_progress_bar and done is not None else None


def _in_language(held: Any, question: Any) -> list[Any]:
    return list(held.get(language_of(question)) or held.get("*") or next(iter(held.values())))


def _title(entry: Any, called: str) -> str | None:
    """The title of the section, or of the part of it, that code calls so; None if none is."""
    if not isinstance(entry, dict):
        return called if str(entry) == called else None
    found = None
    for key, title in entry.items():
        if key == "subsections":
            for part in title:
                found = _title(part, called) or found
        elif str(key) == called:
            found = str(title)
    return found
