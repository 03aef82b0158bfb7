"""Deadlines and rules of counting that no place has, to count with."""

from __future__ import annotations

import datetime
from typing import Any

from unbarred.law.deadlines import CountingRules, Deadline

RECALLED: dict[str, Any] = {
    "says": "It is so.",
    "source": {"kind": "memory"},
    "checked": datetime.date(2026, 11, 21),
    "confidence": "recalled",
}
CONFIRMED: dict[str, Any] = {
    "says": "It is so.",
    "source": {"kind": "official", "href": "https://example.org/law"},
    "checked": datetime.date(2026, 11, 21),
    "confidence": "confirmed",
}


def rule(name: str, /, **keys: Any) -> dict[str, Any]:
    """A confirmed rule of counting, unless it says otherwise."""
    return {**CONFIRMED, "id": name, **keys}


WEEKEND = rule("weekend", days=("Saturday", "Sunday"))
HOLIDAYS = rule("holidays", country="US")
LEFT_OUT = rule("event-day", event_day_counts=False)
NEXT = rule("next", direction=("after",), goes_to="next open day")
PREVIOUS = rule("previous", direction=("before",), goes_to="previous open day")


def rules(**keys: Any) -> CountingRules:
    """Rules with a weekend, holidays, no counted first day and moving last days, save what `keys` say."""
    usual = {
        "weekend": (WEEKEND,),
        "holidays": (HOLIDAYS,),
        "first_day": (LEFT_OUT,),
        "last_day": (NEXT, PREVIOUS),
    }
    return CountingRules.model_validate({**usual, **keys})


def deadline(period: int = 30, unit: str = "calendar days", **keys: Any) -> Deadline:
    """A deadline after a decision she got, for papers to an office, save what `keys` say."""
    usual = {
        **CONFIRMED,
        "id": "invented",
        "to_do": "file the appeal",
        "period": period,
        "unit": unit,
        "event": "decision.received",
        "where": "office",
    }
    return Deadline.model_validate({**usual, **keys})
