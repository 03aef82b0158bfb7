"""What changed in the law between two states of the data, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from unbarred.errors import ContentError
from unbarred.law.browsing.holdings import Holding, holdings
from unbarred.law.browsing.time_limits import time_limit
from unbarred.law.deadlines import Deadline
from unbarred.law.facts import Source


@dataclass(frozen=True)
class Change:
    """A fact that is new, gone, or says something else."""

    kind: Literal["new", "gone", "changed"]
    held: Holding
    """As it is now; as it was, where it is gone."""
    words: tuple[str, ...] = ()
    """What is different, one sentence each; for `changed` only."""


def changes(before: Path, after: Path) -> list[Change]:
    """Return what differs between two folders of law data, in the order of places and files.

    Raises `ContentError` where one of them holds a faulty file, and says which.
    """
    old, new = _read(before, "before"), _read(after, "after")
    found = []
    for was, now in _pairs(old, new):
        if was is None and now is not None:
            found.append(Change("new", now))
        elif now is None and was is not None:
            found.append(Change("gone", was))
        elif was and now and (words := tuple(_differences(was, now))):
            found.append(Change("changed", now, words))
    return sorted(found, key=lambda each: each.held.address)


def _read(folder: Path, which: str) -> list[Holding]:
    try:
        return list(holdings(folder))
    except ContentError as error:
        message = f"The law {which} the change cannot be read. {error.message}"
        raise ContentError(message, error.hint, error.where) from error


_Pair = tuple[Holding | None, Holding | None]


def _pairs(old: list[Holding], new: list[Holding]) -> Iterator[_Pair]:
    """Yield each fact as it was with the same as it is: first where it stands still, then where it moved."""
    for key in (_address, _id_in_topic):
        were = {key(each): each for each in old}
        are = {key(each): each for each in new}
        both = were.keys() & are.keys()
        yield from ((were[name], are[name]) for name in both)
        old = [each for each in old if key(each) not in both]
        new = [each for each in new if key(each) not in both]
    yield from ((each, None) for each in old)
    yield from ((None, each) for each in new)


def _address(held: Holding) -> tuple[str, ...]:
    return held.place, held.topic, held.remedy, held.fact.id


def _id_in_topic(held: Holding) -> tuple[str, ...]:
    return held.place, held.topic, held.fact.id


def _differences(old: Holding, new: Holding) -> Iterator[str]:
    if (old.remedy, old.section) != (new.remedy, new.section):
        yield f"It moved from {_shelf(old)} to {_shelf(new)}."
    before, after = _plain(old), _plain(new)
    for name in dict.fromkeys([*before, *after]):
        was, now = before.get(name), after.get(name)
        if was != now:
            yield _sentence(name, was, now)


def _shelf(held: Holding) -> str:
    return ", ".join(part.replace("_", " ") for part in (held.remedy, held.section) if part) or held.topic


def _plain(held: Holding) -> dict[str, Any]:
    """Return the parts of the fact, and what stands with it, as people say them."""
    fact = held.fact
    name, lines = held.particulars
    apart = _SAID_TOGETHER | (_OF_THE_TIME_LIMIT if isinstance(fact, Deadline) else set())
    data = fact.model_dump(mode="json", exclude_defaults=True, exclude=apart)
    return {
        **data,
        "time_limit": time_limit(fact) if isinstance(fact, Deadline) else None,
        "name": name or None,
        "particulars": lines or None,
        "citation": "; ".join(str(each) for each in (fact.cite, *fact.also) if each) or None,
        "source": "; ".join(_source(each) for each in (fact.source, *fact.also_read)),
    }


def _source(source: Source) -> str:
    return str(source) if source.kind == "memory" else f"{source} ({source.kind})"


_SAID_TOGETHER = {"id", "cite", "also", "source", "also_read"}
_OF_THE_TIME_LIMIT = {"to_do", "by", "period", "unit", "event", "direction"}

_NAMES = {
    "says": "what it says",
    "means": "what follows from it",
    "particulars": "what stands with it",
    "hand_in": "what to hand in",
    "copies_to": "those who get a copy",
    "supports": "what it supports",
    "only_for": "whom alone it concerns",
    "unless": "its exceptions",
    "exceptions": "what can change the day",
    "checked": "the day it was checked",
    "since": "the first day it holds",
    "until": "the last day it holds",
    "values": "its numbers",
    "when": "its condition",
    "from_day": "its condition",
    "applies": "for whom it is shown",
    "where": "where the paper goes",
    "review": "the day by which it must be checked again",
    "verify_first": "whether it must be checked first",
}
_SEVERAL = frozenset({"unless", "values", "copies_to"})
"""Names that are plural."""


def _sentence(name: str, was: Any, now: Any) -> str:
    words = _NAMES.get(name, f"its {name.replace('_', ' ')}")
    start = words[0].upper() + words[1:]
    is_, was_ = ("are", "were") if name in _SEVERAL else ("is", "was")
    pronoun = "They" if name in _SEVERAL else "It"
    if was is None:
        return f"{start} {is_} new: {_said(now)}"
    if now is None:
        return f"{start} {is_} gone. {pronoun} {was_}: {_said(was)}"
    return f"{start} {was_}: {_said(was)} Now {pronoun.lower()} {is_}: {_said(now)}"


def _said(value: Any) -> str:
    """Return the value in words that end with a point."""
    words = _in_words(value)
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {_in_words(each)}" for name, each in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(_in_words(each) for each in value)
    return str(value)
