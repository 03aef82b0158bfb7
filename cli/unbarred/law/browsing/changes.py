"""What changed in the law between two states of the data, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from unbarred.law.browsing.holdings import Holding, holdings
from unbarred.law.facts import Fact


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

    Raises `ContentError` where one of them holds a faulty file.
    """
    old = {_key(each): each for each in holdings(before)}
    new = {_key(each): each for each in holdings(after)}
    found = [Change("gone", held) for key, held in old.items() if key not in new]
    for key, held in new.items():
        if key not in old:
            found.append(Change("new", held))
        elif words := tuple(_differences(old[key], held)):
            found.append(Change("changed", held, words))
    return sorted(found, key=lambda each: each.held.address)


def _key(held: Holding) -> tuple[str, str, str]:
    return held.place, held.topic, held.fact.id


def _differences(old: Holding, new: Holding) -> Iterator[str]:
    if (old.remedy, old.section) != (new.remedy, new.section):
        yield f"It moved from {_shelf(old)} to {_shelf(new)}."
    before, after = _plain(old.fact), _plain(new.fact)
    for name in dict.fromkeys([*before, *after]):
        was, now = before.get(name), after.get(name)
        if was != now:
            yield _sentence(name, was, now)


def _shelf(held: Holding) -> str:
    return ", ".join(part.replace("_", " ") for part in (held.remedy, held.section) if part) or held.topic


def _plain(fact: Fact) -> dict[str, Any]:
    """Return the parts of the fact as people say them."""
    data = fact.model_dump(mode="json", exclude_defaults=True, exclude={"id", "cite", "also", "source"})
    cites = [str(each) for each in (fact.cite, *fact.also) if each]
    return {**data, "citation": "; ".join(cites) or None, "source": f"{fact.source} ({fact.source.kind})"}


_NAMES = {
    "says": "what it says",
    "means": "what follows from it",
    "unless": "its exceptions",
    "checked": "the day it was checked",
    "since": "the first day it holds",
    "until": "the last day it holds",
    "values": "its numbers",
    "when": "its condition",
    "from_day": "its condition",
    "to_do": "what has to be done",
    "period": "the length of the time limit",
    "unit": "the unit of the time limit",
    "event": "the event that starts the time limit",
    "review": "the day by which it must be checked again",
    "verify_first": "whether it must be checked first",
}


def _sentence(name: str, was: Any, now: Any) -> str:
    words = _NAMES.get(name, f"its {name.replace('_', ' ')}")
    start = words[0].upper() + words[1:]
    if was is None:
        return f"{start} is new: {now}"
    if now is None:
        return f"{start} is gone. It was: {was}"
    return f"{start} was: {was} Now it is: {now}"
