"""What the law says: places, remedies, dated and cited facts, and the reckoning of time.

The data stand in `jurisdictions/<place>/`. Nothing here asks what day it is: every
question takes an as-of day. Importing this package is cheap; pydantic and YAML are
imported when a place is first loaded, CEL when a condition is first assessed.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unbarred.law.deadlines import CountingRules
    from unbarred.law.jurisdictions import Facility, Organisation, Place, TimeRules
    from unbarred.law.redaction import RedactionRules
    from unbarred.law.remedies import Remedy

__all__ = [
    "check",
    "counting_rules",
    "facilities",
    "has",
    "organisations",
    "place",
    "places",
    "preload",
    "redaction_rules",
    "remedy",
    "time_rules",
]


def place(slug: str) -> Place:
    """Return the place `slug`, such as `us-ny`; raise `UsageError` with the nearest names if unknown."""
    from unbarred.law import shelf

    return shelf.place(slug)


def places(remedy: str = "") -> tuple[Place, ...]:
    """Return all places by slug, or only those that have `remedy` (`clemency/commutation`)."""
    from unbarred.law import shelf

    return shelf.places(remedy)


def remedy(place: str, name: str, as_of: datetime.date) -> Remedy:
    """Return what `place` says on `as_of` about the remedy `name`, such as `clemency/commutation`.

    Raises `UsageError` for an unknown place (with the nearest names) and for a place
    without the remedy (with the places that have it); `ContentError` for faulty data.
    """
    from unbarred.law import shelf

    return shelf.remedy(place, name, as_of)


def has(place: str, remedy: str) -> bool:
    """Say whether `place` has the remedy `topic/name`; an unknown place has none."""
    from unbarred import content
    from unbarred.law import index, topics

    root = content.jurisdictions()
    return place in index.slugs(root) and topics.has_remedy(root, place, remedy)


def check(slug: str, name: str, as_of: datetime.date) -> None:
    """Raise `UsageError` like `remedy` unless the place `slug` has the remedy `name`.

    Cheap where it has it of its own: this is asked while somebody waits for the first
    screen, and reading the law takes longer than all the rest of it.
    """
    from unbarred import content
    from unbarred.law import index

    topic, _, key = name.partition("/")
    if key not in index.own_keys(content.jurisdictions(), slug, topic):
        remedy(slug, name, as_of)


def facilities(place: str) -> tuple[Facility, ...]:
    """Return the prisons that `place` lists, in the order of its file; raise `UsageError` if unknown."""
    from unbarred.law import shelf

    return shelf.facilities(place)


def organisations(place: str, remedy: str = "") -> tuple[Organisation, ...]:
    """Return who helps in `place` (with `remedy`), its own first; raise `UsageError` if unknown."""
    from unbarred.law import shelf

    return shelf.organisations(place, remedy)


def time_rules(place: str) -> TimeRules:
    """Return how `place` counts time on a sentence, as far as it says; raise `UsageError` if unknown."""
    from unbarred.law import shelf

    return shelf.time_rules(place)


def counting_rules(place: str) -> CountingRules:
    """Return how `place` counts days for `law.deadlines.due`; raise `UsageError` if unknown."""
    from unbarred.law import shelf

    return shelf.counting_rules(place)


def redaction_rules(place: str) -> RedactionRules:
    """Return what `place` says public papers may show, as far as it does; raise `UsageError` if unknown."""
    from unbarred.law import shelf

    return shelf.redaction_rules(place)


def preload() -> None:
    """Import what the first question of law will need, about 0.2 s of it.

    To be called while nobody waits, for example in a thread while the first screen is
    read; the first question then takes milliseconds.
    """
    from unbarred.law import aggregate, assessment, cel_library, reckoning, shelf  # noqa: F401

    cel_library.load()
