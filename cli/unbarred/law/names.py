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
    YEARS = "years"
    NUMBER = "number"
    YES_NO = "yes or no"
    TEXT = "text"


@dataclass(frozen=True)
class Name:
    """A name in conditions, its type, and what to ask a person for when it is missing."""

    name: str
    type: NameType
    words: str
    means: str
    asks: str = ""
    """The question for it, where only she can tell; empty where it follows from other answers."""


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
        "sentence.served_months",
        NameType.MONTHS,
        "the day the prison received you and your days of jail time credit",
        "Whole months served, jail time credit included.",
    ),
    Name(
        "sentence.imposed",
        NameType.DAY,
        "the day you were sentenced",
        "The day of the (first) sentence.",
        asks="On what day were you sentenced?",
    ),
    Name("person.age", NameType.YEARS, "your age", "Whole years on the day of the question."),
    Name(
        "person.age_at_offense",
        NameType.YEARS,
        "your age when the crime happened",
        "Whole years.",
        asks="How old were you when the crime happened?",
    ),
    Name(
        "person.pregnant",
        NameType.YES_NO,
        "whether you are pregnant",
        "She is pregnant.",
        asks="Are you pregnant?",
    ),
    Name(
        "person.gave_birth",
        NameType.DAY,
        "the day you gave birth",
        "The day of her latest birth.",
        asks="When did you last give birth?",
    ),
    Name(
        "person.released",
        NameType.DAY,
        "the day you left prison",
        "Release from prison on the latest sentence.",
        asks="On what day did you leave prison?",
    ),
    Name(
        "person.in_prison",
        NameType.YES_NO,
        "whether you are in prison",
        "She is in prison on a sentence.",
    ),
    Name(
        "person.awaiting_trial",
        NameType.YES_NO,
        "whether you are waiting for trial",
        "Held before trial.",
        asks="Are you waiting for trial?",
    ),
    Name(
        "person.on_supervision",
        NameType.YES_NO,
        "whether you are on parole or probation",
        "On parole, probation, licence or supervised release.",
        asks="Are you on parole or probation?",
    ),
    Name(
        "children.minor",
        NameType.YES_NO,
        "whether you have a child under 18",
        "She is a parent of a child under 18.",
        asks="Do you have a child under 18?",
    ),
    Name(
        "children.youngest_months",
        NameType.MONTHS,
        "the age of your youngest child",
        "Whole months.",
        asks="How many months old is your youngest child?",
    ),
    Name(
        "children.caretaker",
        NameType.YES_NO,
        "whether you were the main person caring for the child",
        "The child's primary caretaker before custody.",
        asks="Were you the main person who cared for your child?",
    ),
    Name(
        "children.entered_care",
        NameType.DAY,
        "the day your child came into foster care",
        "As the law counts it.",
        asks="On what day did your child come into foster care?",
    ),
    Name(
        "health.terminal",
        NameType.YES_NO,
        "whether a doctor says your illness will end in death",
        "A terminal illness.",
        asks="Does a doctor say that your illness will end in death?",
    ),
    Name(
        "health.months_to_live",
        NameType.MONTHS,
        "how long the doctor thinks you will live",
        "As a doctor has said it.",
        asks="How many months does the doctor think you will live?",
    ),
    Name(
        "health.incapacitated",
        NameType.YES_NO,
        "whether an illness or disability keeps you from caring for yourself",
        "Lasting; cannot do daily tasks alone.",
        asks="Does an illness or disability keep you from caring for yourself?",
    ),
    Name(
        "abuse.survivor",
        NameType.YES_NO,
        "whether you were abused",
        "She was a victim of domestic, sexual or other abuse.",
        asks="Were you abused by a partner, a family member or someone else?",
    ),
    Name(
        "abuse.trafficked",
        NameType.YES_NO,
        "whether somebody trafficked you",
        "A victim of human trafficking.",
        asks="Did somebody traffic you?",
    ),
    Name(
        "abuse.linked",
        NameType.YES_NO,
        "whether the abuse played a part in the crime",
        "The abuse or trafficking contributed to the offense.",
        asks="Did the abuse play a part in the crime?",
    ),
    Name(
        "offense.day",
        NameType.DAY,
        "the day of the crime",
        "The day of the offense; the earliest of several.",
        asks="On what day did the crime happen?",
    ),
    Name(
        "offense.felony",
        NameType.YES_NO,
        "whether the conviction is a felony",
        "At least one conviction is a felony.",
        asks="Is your conviction a felony?",
    ),
    Name(
        "offense.violent",
        NameType.YES_NO,
        "whether the law calls the crime violent",
        "As the place's own list has it.",
        asks="Does the law call your crime violent?",
    ),
    Name(
        "offense.sexual",
        NameType.YES_NO,
        "whether it is a sex crime",
        "As the place's own list has it.",
        asks="Is it a sex crime?",
    ),
    Name(
        "offense.murder",
        NameType.YES_NO,
        "whether the conviction is for murder",
        "Any degree.",
        asks="Is it a conviction for murder?",
    ),
    Name(
        "conviction.day",
        NameType.DAY,
        "the day you were convicted",
        "The latest conviction.",
        asks="On what day were you convicted?",
    ),
    Name(
        "conviction.felonies",
        NameType.NUMBER,
        "how many felony convictions you have",
        "All of them.",
        asks="How many felony convictions do you have?",
    ),
    Name(
        "conviction.first",
        NameType.YES_NO,
        "whether this is your first conviction",
        "No conviction before the one she serves.",
        asks="Is this your first conviction?",
    ),
    Name(
        "conviction.ended",
        NameType.DAY,
        "the day your whole sentence ended, with parole and fines",
        "Everything of the sentence is over.",
        asks="On what day did your whole sentence end, with parole and fines?",
    ),
    Name(
        "discipline.clean_since",
        NameType.DAY,
        "the day of your last ticket",
        "The day after which there is no discipline.",
        asks="On what day was your last ticket or discipline?",
    ),
    Name(
        "petition.pending",
        NameType.YES_NO,
        "whether an earlier request is still open",
        "A request for the same remedy is not decided.",
        asks="Is an earlier request of this kind still open?",
    ),
    Name(
        "petition.denied",
        NameType.DAY,
        "the day your last request was denied",
        "The latest denial of the same remedy.",
        asks="On what day was your last request of this kind denied?",
    ),
    Name(
        "petition.earlier",
        NameType.YES_NO,
        "whether you asked for this before",
        "She asked for the same remedy before.",
        asks="Have you asked for this before?",
    ),
    Name(
        "parole.denied",
        NameType.DAY,
        "the day parole was last denied",
        "The latest denial of parole.",
        asks="On what day was parole last denied?",
    ),
    Name(
        "parole.eligible",
        NameType.YES_NO,
        "whether you can already see the parole board",
        "Eligible for parole on the day of the question.",
        asks="Can you already see the parole board?",
    ),
    Name(
        "appeal.pending",
        NameType.YES_NO,
        "whether an appeal or other court challenge is still open",
        "An appeal or another court challenge to the conviction or sentence is open.",
    ),
)

AGE = "person.age"
"""Follows from the day of birth."""
IN_PRISON = "person.in_prison"
"""Follows from what the interview asks in any case."""

NAMES = {each.name: each for each in _ALL}
"""Every name by itself."""

FUNCTIONS = {
    "share_day": "share_day(start, end, share): the first day on which that share of the time has passed.",
    "days_after": "days_after(day, number): the day that many days later; earlier if negative.",
    "months_after": "months_after(day, number): the same day of the month, that many months later.",
    "years_after": "years_after(day, number): the same day of the year, that many years later.",
    "earlier": "earlier(day, day): the earlier of two days.",
    "later": "later(day, day): the later of two days.",
}
"""The functions a condition may call, beside CEL's own."""
