"""The names a condition may use, and what each is called when it is missing.

Conditions are written in CEL. Days are CEL timestamps, at midnight UTC; terms are
whole months; `as_of`, the day of the question, is always known.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

Value = str | int | bool | datetime.date | None


class NameType(StrEnum):
    """What a name stands for."""

    DAY = "day"
    MONTHS = "months"
    DAYS = "days"
    YES_NO = "yes or no"
    TEXT = "text"


@dataclass(frozen=True)
class Name:
    """A name in conditions, its type, and what to ask a person for when it is missing."""

    name: str
    type: NameType
    words: str
    means: str


_ALL = (
    Name("as_of", NameType.DAY, "today's date", "The day of the question."),
    Name(
        "sentence.kind",
        NameType.TEXT,
        "the kind of your sentence",
        "determinate, indeterminate, life (without parole) or mixed.",
    ),
    Name(
        "sentence.minimum_months",
        NameType.MONTHS,
        "your minimum term",
        "All minimum terms together, as the place adds them.",
    ),
    Name(
        "sentence.maximum_months",
        NameType.MONTHS,
        "your maximum term",
        "All maximum terms together; not known where the maximum is life.",
    ),
    Name(
        "sentence.term_months",
        NameType.MONTHS,
        "the length of your sentence",
        "All fixed terms together, as the place adds them.",
    ),
    Name("sentence.for_life", NameType.YES_NO, "whether your maximum is life", "The maximum is life."),
    Name(
        "sentence.served_days",
        NameType.DAYS,
        "the day the prison received you and your days of jail time credit",
        "Days served, jail time credit included.",
    ),
    Name(
        "dates.received",
        NameType.DAY,
        "the day the prison received you",
        "The day custody on this sentence started.",
    ),
    Name(
        "dates.started",
        NameType.DAY,
        "the day the prison received you and your days of jail time credit",
        "The day from which time counts: start of custody less jail time credit.",
    ),
    Name(
        "dates.minimum_ends",
        NameType.DAY,
        "your minimum term",
        "By our count.",
    ),
    Name("dates.term_ends", NameType.DAY, "the length of your sentence", "By our count, no time off."),
    Name(
        "dates.parole_eligibility",
        NameType.DAY,
        "your parole eligibility date",
        "From her sheet; else by our count, where the place has a rule.",
    ),
    Name(
        "dates.release",
        NameType.DAY,
        "your release date",
        "From her sheet; else by our count, where the place has a rule.",
    ),
    Name(
        "dates.earliest_release",
        NameType.DAY,
        "your parole eligibility date or release date",
        "The release date; with a minimum term, parole eligibility if that is earlier.",
    ),
    Name(
        "appeal.pending",
        NameType.YES_NO,
        "whether an appeal or other court challenge is still open",
        "An appeal or another court challenge to the conviction or sentence is open.",
    ),
)

NAMES = {each.name: each for each in _ALL}
"""Every name by itself."""

FUNCTIONS = {
    "share_day": "share_day(start, end, share): the first day on which that share of the time has passed.",
    "years_after": "years_after(day, number): the same day of the year, that many years later.",
}
"""The functions a condition may call, beside CEL's own."""
