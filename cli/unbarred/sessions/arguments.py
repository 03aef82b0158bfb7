"""What a session is started with: which place, which day."""

from __future__ import annotations

import datetime

from unbarred import law
from unbarred.sessions.catalogue import Entry


def check(entry: Entry, place: str | None, as_of: datetime.date | None) -> dict[str, str]:
    """Return the arguments for the interview `entry`, which it finds in docassemble's `url_args`.

    A day is among them only if one was chosen: a session that goes on next
    week dates its papers next week. Raises `UsageError` for an unknown place, or
    one whose law about the remedy we do not hold; somebody else's interview may
    know other places, unless it prepares a remedy of our law.
    """
    arguments = {"as_of": as_of.isoformat()} if as_of is not None else {}
    if place is not None:
        for remedy in entry.remedies:
            law.remedy(place, remedy, as_of or datetime.datetime.now().astimezone().date())
        is_of_our_law = entry.is_ours or entry.remedies
        arguments["place"] = law.place(place).slug if is_of_our_law else place
    return arguments
