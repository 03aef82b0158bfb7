"""What a deadline counts, in words: the period, from what, and what of the counting is its own."""

from __future__ import annotations

from collections.abc import Iterator

from unbarred.law.deadlines import Deadline
from unbarred.law.words import counted

_ONE = {
    "calendar days": "calendar day",
    "business days": "business day",
    "court days": "court day",
    "weeks": "week",
    "months": "month",
    "years": "year",
}

_CLOSED = {
    "next open day": "If the last day is closed, it goes to the next open day.",
    "previous open day": "If the last day is closed, it goes back to the open day before.",
    "stays": "The last day stays where it is, even if that day is closed.",
}


def time_limit(deadline: Deadline) -> str:
    """Return `The last day to file the appeal: 30 calendar days after the day you got the decision.`"""
    event = deadline.starts_with.words
    period = f"{counted(deadline.period, _ONE[deadline.unit])} {deadline.direction} {event}"
    return f"{deadline.last_day_words}: {period if deadline.period else event}."


def own_counting(deadline: Deadline) -> Iterator[str]:
    """Yield what this deadline counts otherwise than the place does, and what can move its day."""
    if deadline.event_day_counts is not None:
        counts = "counts" if deadline.event_day_counts else "does not count"
        yield f"The day it starts from {counts} as day one."
    if deadline.last_day is not None:
        yield _CLOSED[deadline.last_day]
    for fact in (*(deadline.mail or ()), *(deadline.prison_mail or ()), *deadline.exceptions):
        yield fact.says
