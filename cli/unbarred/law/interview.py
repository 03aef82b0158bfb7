"""What an interview may call: a docassemble `modules:` block names this module.

Everything takes plain values, mappings or docassemble objects, and none of it imports
docassemble. Blank answers are not known, never an error. In an interview:

    modules:
      - unbarred.law.interview
    ---
    code: |
      law = remedy(place, "clemency/commutation", as_of)
      reckoning = reckon(place, convictions, custody, as_of)
      assessment = law.assess(facts_for(reckoning, appeal_pending), as_of)
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from unbarred.law.jurisdictions import Facility
    from unbarred.law.names import Value
    from unbarred.law.reckoning import Reckoning
    from unbarred.law.remedies import Remedy

__all__ = ["facilities", "facts_for", "places_with", "reckon", "remedy", "sentence_words"]


def remedy(place: str, name: str, as_of: datetime.date) -> Remedy:
    """Return the law of `place` about `name` (`clemency/commutation`) on `as_of`; see `unbarred.law`."""
    from unbarred import law

    return law.remedy(place, name, _plain_day(as_of))


def places_with(name: str) -> list[dict[str, str]]:
    """Return the places that have the remedy, as choices for a field: `[{"us-ny": "New York"}, …]`."""
    from unbarred import law

    return [{each.slug: each.name} for each in law.places(name)]


def facilities(place: str) -> list[Facility]:
    """Return the open prisons for women of `place`, in the order of its file."""
    from unbarred import law

    return [each for each in law.facilities(place) if each.open]


def reckon(place: str, convictions: Iterable[Any], custody: Any, as_of: datetime.date) -> Reckoning:
    """Return served time, terms and days for these convictions and this custody."""
    from unbarred import law
    from unbarred.law import reckoning
    from unbarred.law.sentences import read_custody, read_sentences

    return reckoning.reckon(
        read_sentences(convictions),
        read_custody(custody),
        law.time_rules(place),
        _plain_day(as_of),
        law.place(place).caution,
    )


def facts_for(reckoning: Reckoning, appeal_pending: object = None) -> dict[str, Value]:
    """Return what `Remedy.assess` wants to know; `appeal_pending` None or "" is not known."""
    pending = None if appeal_pending is None or appeal_pending == "" else bool(appeal_pending)
    return {**reckoning.known(), "appeal.pending": pending}


def sentence_words(conviction: Any) -> str:
    """Return one conviction's sentence in words, such as `15 years to life`; `""` where it is blank."""
    from unbarred.law.sentences import read_sentences, words

    return words(read_sentences([conviction])[0])


def _plain_day(day: datetime.date) -> datetime.date:
    return day.date() if isinstance(day, datetime.datetime) else day
