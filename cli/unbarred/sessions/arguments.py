"""What a session is started with: which place, which day."""

from __future__ import annotations

import datetime

from unbarred import law
from unbarred.errors import UsageError
from unbarred.law.words import joined
from unbarred.sessions.catalogue import Entry

_MOST_HELPERS = 4
"""So many of those who can help are named."""


def check(entry: Entry, place: str | None, as_of: datetime.date | None) -> dict[str, str]:
    """Return the arguments for the interview `entry`, which it finds in docassemble's `url_args`.

    A day is among them only if one was chosen: a session that goes on next
    week dates its papers next week. Raises `UsageError` for an unknown place, or
    one whose law holds none of its remedies; somebody else's interview may
    know other places, unless it prepares a remedy of our law.
    """
    arguments = {"as_of": as_of.isoformat()} if as_of is not None else {}
    if place is not None:
        is_of_our_law = entry.is_ours or entry.remedies
        arguments["place"] = law.place(place).slug if is_of_our_law else place
        there = [each for each in entry.remedies if law.has(place, each)]
        if entry.remedies and not there:
            raise _nothing_held(entry, place)
        for remedy in there:
            # Read here, so that faulty data are told before anybody answers.
            law.remedy(place, remedy, as_of or datetime.datetime.now().astimezone().date())
    return arguments


def _nothing_held(entry: Entry, place: str) -> UsageError:
    """Return what is said of a place without any remedy of the interview."""
    where = law.place(place).name
    message = f"We hold nothing about {entry.name} for {where}, so we cannot make these papers there."
    having = entry.places
    hints = [f"It is there for {joined(having)}."] if having else []
    helpers = _helpers(entry, place)
    if helpers:
        more = "" if len(helpers) <= _MOST_HELPERS else f" See all with: unbarred law {place} help"
        hints.append(f"Who can help in {where}: {'; '.join(helpers[:_MOST_HELPERS])}.{more}")
    else:
        hints.append(f"See what we hold for {where} with: unbarred law {place}")
    return UsageError(message, " ".join(hints))


def _helpers(entry: Entry, place: str) -> list[str]:
    """Return who helps there with such papers, else whoever helps there, each with how to reach them."""
    helping = [each for remedy in entry.remedies for each in law.organisations(place, remedy)]
    found = {
        each.name: each.reach[0] if each.reach else each.href for each in helping or law.organisations(place)
    }
    return [f"{name} ({reach})" if reach and reach != name else name for name, reach in found.items()]
