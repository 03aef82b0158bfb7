"""What a session is started with: which place, which day."""

from __future__ import annotations

import datetime

from unbarred import law
from unbarred.errors import UsageError
from unbarred.sessions.catalogue import Entry


def check(entry: Entry, place: str | None, as_of: datetime.date) -> dict[str, str]:
    """Return the arguments for the interview `entry`.

    Raises `UsageError` for an unknown place, or one whose law about the remedy we do not hold.
    """
    arguments = {"as_of": as_of.isoformat()}
    if place is not None:
        for remedy in entry.remedies:
            law.remedy(place, remedy, as_of)
        arguments["place"] = law.place(place).slug
    return arguments


def day(text: str | None) -> datetime.date:
    """Return the as-of day that was given, or today; raise `UsageError` if it is not a date."""
    if text is None:
        return datetime.datetime.now().astimezone().date()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{text} is not a day.", "Write it as year-month-day, for example 2026-11-21."
        ) from None
