"""The names a condition may use, and what each is called when it is missing.

Conditions are written in CEL. Days are CEL timestamps, at midnight UTC; terms are
whole months; `as_of`, the day of the question, is always known.
"""

from __future__ import annotations

from unbarred.law.names.name import Name, NameType, Value
from unbarred.law.names.of_the_person import OF_THE_PERSON
from unbarred.law.names.of_the_sentence import OF_THE_SENTENCE

__all__ = ["AGE", "FUNCTIONS", "IN_PRISON", "NAMES", "Name", "NameType", "Value"]

AGE = "person.age"
"""Follows from the day of birth."""
IN_PRISON = "person.in_prison"
"""Follows from what the interview asks in any case."""

NAMES = {each.name: each for each in (*OF_THE_SENTENCE, *OF_THE_PERSON)}
"""Every name by itself."""

FUNCTIONS = {
    "day": "day('1987-11-01'): that day.",
    "share_day": "share_day(start, end, share): the first day on which that share of the time has passed.",
    "days_after": "days_after(day, number): the day that many days later; earlier if negative.",
    "months_after": "months_after(day, number): the same day of the month, that many months later.",
    "years_after": "years_after(day, number): the same day of the year, that many years later.",
    "earlier": "earlier(day, day): the earlier of two days.",
    "later": "later(day, day): the later of two days.",
}
"""The functions a condition may call, beside CEL's own."""
