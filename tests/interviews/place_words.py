"""Which words tell of a place and its law, and whether a text speaks of another place's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from walking import AS_OF
from worked_examples import words_of

from unbarred import content, law
from unbarred.engine.papers import Paper
from unbarred.errors import UsageError
from unbarred.law import topics
from unbarred.law.facts import Fact
from unbarred.law.remedies import Remedy
from unbarred.screens import AnsweredScreen, Screen
from unbarred.sessions import catalogue

ON_EVERY_TOPIC = {"complaints"}
"""Topics on which an interview on any topic may draw: what is refused in prison can be complained of."""
BEFORE_THE_PLACE = ("welcome", "place", "state", "child-place", "held-in", "child-case-place")


@lru_cache(maxsize=20_000)
def foreign(name: str, place: str, text: str, childs_place: str = "") -> frozenset[str]:
    """Return words in `text` that tell of another place and that the place's own law does not say.

    The place's own law is all it says on the topic of the interview `name`, and in `childs_place`: her
    child's case can be in another place than her prison.
    """
    marks = _foreign_marks(name, place)
    if childs_place:
        marks &= _foreign_marks(name, childs_place)
    return frozenset(
        mark for mark in marks if mark in text and re.search(rf"(?<!\w){re.escape(mark)}(?!\w)", text)
    )


def childs_place(answered: Iterable[AnsweredScreen]) -> str:
    """Return the place of her child's case, where she was asked for it and we hold its law."""
    given = [str(each.given["child_place"]) for each in answered if "child_place" in each.given]
    return given[-1] if given and given[-1] in {place.slug for place in law.places()} else ""


@cache
def _foreign_marks(name: str, place: str) -> frozenset[str]:
    own = own_words(name, place)
    return frozenset(mark for other in law.places() for mark in marks(other.slug) if mark not in own)


@cache
def own_words(name: str, place: str) -> str:
    """Return everything that the law of the place says of itself, on which a packet may draw."""
    on = {remedy.partition("/")[0] for remedy in catalogue.entry(name).remedies} | ON_EVERY_TOPIC
    held = topics.remedy_names(content.jurisdictions(), place)
    there = [each for remedy in held if remedy.partition("/")[0] in on for each in _remedy(place, remedy)]
    parts = [each.model_dump_json() for each in there]
    parts += [each.model_dump_json() for remedy in there for each in remedy.help]
    parts += [each.name + " ".join(each.lines) for each in law.facilities(place)]
    parts += [fact.model_dump_json() for fact in law.time_rules(place).facts()]
    parts += [law.place(place).model_dump_json(), *_counting(place)]
    return " ".join(parts)


def _counting(place: str) -> Iterator[str]:
    try:
        yield law.counting_rules(place).model_dump_json()
    except UsageError:
        return


@cache
def marks(place: str) -> frozenset[str]:
    """Return words that tell of a place: its name, its offices, its prisons' owner, its laws."""
    found = {law.place(place).name, law.place(place).prison_system}
    for remedy in _remedies():
        for there in _remedy(place, remedy):
            # A title of one word, such as Warden, tells of no place.
            found |= {there.addressee.title} if there.addressee and " " in there.addressee.title else set()
            found |= {there.office.name} if there.office else set()
            found |= {cite.title for fact in there.facts() for cite in _cites(fact)}
    return frozenset(word for word in found if len(word) > 4)


@cache
def _remedies() -> list[str]:
    """Return all remedies for which there are interviews."""
    return sorted({remedy for entry in catalogue.entries() for remedy in entry.remedies})


def _remedy(place: str, name: str) -> list[Remedy]:
    return [law.remedy(place, name, AS_OF)] if law.has(place, name) else []


def _cites(fact: Fact) -> list[object]:
    return [each for each in (fact.cite, *fact.also) if each]


def after_the_place(answered: Iterable[AnsweredScreen]) -> list[Screen]:
    """Return the screens that are asked when the place is known."""
    return [each.screen for each in answered if each.screen.id.partition(" ")[0] not in BEFORE_THE_PLACE]


def words_on(screens: Iterable[Screen]) -> str:
    """Return all that the screens say."""
    return "\n".join(text for screen in screens for text in _texts(screen))


def _texts(screen: Screen) -> Iterator[str]:
    yield from (screen.heading, screen.text, screen.under, *screen.help)
    for field in screen.fields:
        yield from (field.label, field.help, field.hint, *(choice.label for choice in field.choices))


def words_in(papers: Iterable[Paper]) -> str:
    """Return what all papers say."""
    return "\n".join(map(words_of, papers))
