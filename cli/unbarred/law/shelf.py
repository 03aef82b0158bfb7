"""The shelf of places: finds what is asked for, or says what is there instead."""

from __future__ import annotations

import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from unbarred import content
from unbarred.errors import UsageError, nearest
from unbarred.law import files, index, topics
from unbarred.law.deadlines.rules import CountingRules
from unbarred.law.facts import Fact
from unbarred.law.jurisdictions import Facility, Organisation, Place, TimeRules
from unbarred.law.redaction import RedactionRules
from unbarred.law.remedies import Remedy, RemedyText

_MOST_NAMED = 8
"""So many places are named in a hint."""


def place(slug: str) -> Place:
    """Return the place `slug`; raise `UsageError` with the nearest names if there is none."""
    root = content.jurisdictions()
    known = index.slugs(root)
    if slug not in known:
        raise UsageError(f"There is no place called {slug!r}.", _place_hint(slug))
    return files.place(root, slug)


def places(remedy: str = "") -> tuple[Place, ...]:
    """Return all places, or those that have `remedy` (`topic/name`)."""
    root = content.jurisdictions()
    found = index.slugs(root)
    return tuple(
        files.place(root, slug) for slug in found if not remedy or topics.has_remedy(root, slug, remedy)
    )


def remedy(slug: str, name: str, as_of: datetime.date) -> Remedy:
    """Return the remedy `name` of the place on `as_of`, with facts not in force that day left out."""
    return _remedy(content.jurisdictions(), slug, name, as_of)


@lru_cache(maxsize=64)
def _remedy(root: Path, slug: str, name: str, as_of: datetime.date) -> Remedy:
    where = place(slug)
    text = topics.remedy(root, slug, name)
    if text is None:
        raise UsageError(f"We hold nothing about {name} for {where.name}.", _remedy_hint(name))
    fields = {field: _in_force(getattr(text, field), as_of) for field in RemedyText.model_fields}
    return Remedy.model_construct(
        **fields, name=name, place=where, help=organisations(slug, name), as_of=as_of
    )


def facilities(slug: str) -> tuple[Facility, ...]:
    """Return the prisons of the place, closed ones included; none if it lists none."""
    return files.facilities(content.jurisdictions(), place(slug).slug)


def organisations(slug: str, remedy: str = "") -> tuple[Organisation, ...]:
    """Return who helps in the place, its own first, then those above it who reach it."""
    root = content.jurisdictions()
    found = list(files.organisations(root, place(slug).slug))
    for above in files.lineage(root, slug)[1:]:
        found += [each for each in files.organisations(root, above) if each.reaches_below]
    return tuple(each for each in found if not remedy or each.helps_with(remedy))


def time_rules(slug: str) -> TimeRules:
    """Return how the place counts time on a sentence; no rules where it does not say."""
    return files.time_rules(content.jurisdictions(), place(slug).slug) or TimeRules()


def redaction_rules(slug: str) -> RedactionRules:
    """Return what the place says about public papers; no rules where it does not say."""
    return files.redaction_rules(content.jurisdictions(), place(slug).slug) or RedactionRules()


def counting_rules(slug: str) -> CountingRules:
    """Return how the place counts days; raise `UsageError` if it does not say."""
    where = place(slug)
    rules = files.counting_rules(content.jurisdictions(), slug)
    if rules is None:
        raise UsageError(f"We hold nothing on how {where.name} counts days.")
    return rules


def _in_force(value: Any, day: datetime.date) -> Any:
    if isinstance(value, Fact):
        return value if value.holds_on(day) else None
    if isinstance(value, tuple):
        return tuple(each for each in value if not isinstance(each, Fact) or each.holds_on(day))
    return value


def _place_hint(asked: str) -> str:
    called = {each.name.casefold(): each.slug for each in places()}
    if asked.casefold() in called:
        return f"Write {called[asked.casefold()]}."
    known = sorted(called.values())
    return nearest(asked.casefold(), known) or f"The places are {', '.join(known)}."


def _remedy_hint(name: str) -> str:
    having = [f"{each.slug} ({each.name})" for each in places(name)]
    if len(having) > _MOST_NAMED:
        return f"It is there for {len(having)} other places. See what we hold with: unbarred law"
    if having:
        return f"It is there for {', '.join(having)}."
    root = content.jurisdictions()
    known = sorted({each for slug in index.slugs(root) for each in topics.remedy_names(root, slug)})
    return nearest(name, known) or f"The remedies are {', '.join(known)}."
