"""What an interview may call: a docassemble `modules:` block names this module.

Everything takes plain values, mappings or docassemble objects, and none of it imports
docassemble. Blank answers are not known, never an error. In an interview:

    modules:
      - unbarred.law.interview
    ---
    code: |
      law = remedy(place, "clemency/commutation", as_of)
      reckoning = reckon(place, convictions, custody, as_of)
      assessment = law.assess(facts_for(reckoning, appeal_pending, told), as_of)
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from unbarred.errors import UsageError
from unbarred.law.concerns import concern_names, not_about_her
from unbarred.law.days import day_or_none, plain_day, span
from unbarred.law.names import AGE, IN_PRISON, NAMES, NameType
from unbarred.law.words import LIFE, amid_a_sentence

if TYPE_CHECKING:
    from unbarred.law.deadlines.due import Due
    from unbarred.law.facts import Fact
    from unbarred.law.jurisdictions import Facility, Place
    from unbarred.law.names import Value
    from unbarred.law.reckoning import Reckoning
    from unbarred.law.remedies import Remedy

__all__ = [
    "about_it",
    "amid_a_sentence",
    "answer_type",
    "concern_names",
    "courts",
    "days_due",
    "event_words",
    "events",
    "facilities",
    "facts_for",
    "has",
    "help_for",
    "is_asked",
    "needs_age",
    "not_about_her",
    "places_with",
    "question_for",
    "questions",
    "reckon",
    "remedy",
    "sentence_words",
    "states",
]


def remedy(place: str, name: str, as_of: datetime.date, until_decided: bool = False) -> Remedy:
    """Return the law of `place` about `name` (`clemency/commutation`) on `as_of`; see `unbarred.law`.

    With `until_decided`, what comes after a decision, such as an appeal, is in `if_refused` alone.
    """
    from unbarred import law

    found = law.remedy(place, name, plain_day(as_of))
    return found.until_decided if until_decided else found


def has(place: str, name: str) -> bool:
    """Say whether the law of `place` has the remedy `name`: `has(place, "family/visitation")`."""
    from unbarred import law

    return law.has(place, name)


def courts(*names: str) -> list[dict[str, str]]:
    """Return the courts whose place has one of the remedies: `[{"us/": "United States, …"}, …]`.

    A value that ends in `/` stands for all places below it; `states` has them.
    """
    from unbarred import law

    having = _having(names)
    choices: list[dict[str, str]] = []
    for slug in sorted({each.parent for each in having if each.parent}):
        choices += [{f"{slug}/": law.place(slug).courts_below}]
        choices += [{each.slug: each.court or each.name} for each in having if each.slug == slug]
    chosen = {value for choice in choices for value in choice}
    others = [each for each in having if not each.parent and each.slug not in chosen]
    return choices + [{each.slug: each.court or each.name} for each in sorted(others, key=_by_name)]


def states(court: str, *names: str) -> list[dict[str, str]]:
    """Return the places below `court` (`us/`) with one of the remedies: `[{"us-al": "Alabama"}, …]`."""
    below = [each for each in _having(names) if f"{each.parent}/" == court]
    return [{each.slug: each.name} for each in sorted(below, key=lambda each: each.name)]


def places_with(*names: str) -> list[dict[str, str]]:
    """Return the places that have one of the remedies, by name, as choices: `[{"us-al": "Alabama"}, …]`."""
    return [{each.slug: each.name} for each in sorted(_having(names), key=_by_name)]


def questions(remedy: Remedy) -> list[str]:
    """Return the names on which the remedy's rules hang and that only she can tell, in order.

    A name that is asked only if another is not no comes after that one.
    """
    asked = [name for name in remedy.names_used if NAMES[name].asks]
    return sorted(asked, key=lambda name: NAMES[name].only_if in asked)


def is_asked(name: str, told: Mapping[str, Any], in_prison: bool | None = None) -> bool:
    """Say whether a name of `questions` still has to be asked, as far as she has `told`."""
    if in_prison and NAMES[name].only_outside:
        return False
    return told.get(NAMES[name].only_if) is not False


def question_for(name: str) -> str:
    """Return the question that asks for a name of `questions`."""
    return NAMES[name].asks


def help_for(name: str) -> str:
    """Return what helps to answer it; `""` where the question is plain enough."""
    return NAMES[name].helps


def answer_type(name: str) -> str:
    """Return what answers it: `day`, `yes or no`, `number`, `years`, `months` or `days`."""
    return NAMES[name].type.value


def about_it(facts: Iterable[Fact], name: str) -> list[Fact]:
    """Return the facts of which a name of `questions` decides whether they concern her."""
    return [fact for fact in facts if name in concern_names([fact])]


def needs_age(remedy: Remedy) -> bool:
    """Say whether a condition of the remedy hangs on her age."""
    return AGE in remedy.names_used


def events(remedy: Remedy) -> list[str]:
    """Return the names of the events that the remedy's days are counted from, as `decision.received`."""
    return list(dict.fromkeys(each.event for each in remedy.deadlines))


def event_words(name: str) -> str:
    """Return what to ask for where the day of an event is missing: `the day you got the decision`."""
    from unbarred.law.deadlines.events import EVENTS

    return EVENTS[name].words


def days_due(remedy: Remedy, happened: Mapping[str, Any], mailed: object = None) -> list[Due]:
    """Return by what day each thing is due, as of the remedy's day; see `unbarred.law.deadlines.due`.

    `happened` has the days of events by their names; one that is blank or absent is not known, and
    then it is told what is missing. `mailed` says whether the paper came by mail, if that is known.
    Where the place's rules of counting are not held, each day is counted as if none were known.
    """
    from unbarred import law
    from unbarred.law.deadlines.due import due
    from unbarred.law.deadlines.rules import CountingRules

    try:
        rules = law.counting_rules(remedy.place.slug)
    except UsageError:
        rules = CountingRules()
    by_mail = None if _is_blank(mailed) else bool(mailed)
    days = {name: None if _is_blank(day) else plain_day(day) for name, day in happened.items()}
    order = remedy.place.days
    return [
        due(each, days.get(each.event), rules, remedy.as_of, mailed=by_mail, order=order)
        for each in remedy.deadlines
    ]


def facilities(place: str) -> list[Facility]:
    """Return the open prisons for women of `place`, in the order of its file."""
    from unbarred import law

    return [each for each in law.facilities(place) if each.open]


def reckon(place: str, convictions: Iterable[Any], custody: Any, as_of: datetime.date) -> Reckoning:
    """Return served time, terms and days for these convictions and this custody."""
    from unbarred import law
    from unbarred.law import reckoning
    from unbarred.law.sentences import read_custody, read_sentences

    where = law.place(place)
    return reckoning.reckon(
        read_sentences(convictions),
        read_custody(custody),
        where,
        law.time_rules(where.slug),
        plain_day(as_of),
    )


def facts_for(
    reckoning: Reckoning,
    appeal_pending: object = None,
    told: Mapping[str, Any] | None = None,
    birthdate: object = None,
    in_prison: bool | None = None,
) -> dict[str, Value]:
    """Return what `Remedy.assess` wants to know. Blank (None or "") is not known.

    `told` holds the answers to `questions`, by their names.
    """
    told = {name: _told(value) for name, value in (told or {}).items() if not _is_blank(value)}
    if in_prison:
        told = _OUTSIDE | told
    pending = None if _is_blank(appeal_pending) else bool(appeal_pending)
    born = day_or_none(birthdate)
    age = span(born, reckoning.as_of).years if born and born <= reckoning.as_of else None
    return {**reckoning.known(), **told, "appeal.pending": pending, AGE: age, IN_PRISON: in_prison}


def sentence_words(conviction: Any, life: str = LIFE) -> str:
    """Return one conviction's sentence in words, such as `15 years to life`; `""` where it is blank.

    `life` is what a life sentence without a minimum is called.
    """
    from unbarred.law.sentences import read_sentences, words

    return words(read_sentences([conviction])[0], life)


def _having(names: Iterable[str]) -> list[Place]:
    """Return the places that have at least one of the remedies, by slug."""
    from unbarred import law

    found = {place.slug: place for name in names for place in law.places(name)}
    return [found[slug] for slug in sorted(found)]


def _by_name(place: Place) -> str:
    return place.name.removeprefix("The ")


_OUTSIDE: dict[str, Value] = {
    name: False for name, each in NAMES.items() if each.only_outside and each.type is NameType.YES_NO
}
"""What is not so of anybody in prison."""


def _is_blank(value: object) -> bool:
    return value is None or not str(value).strip()


def _told(value: Any) -> Value:
    return plain_day(value) if isinstance(value, datetime.datetime) else value
