"""What is held, by place and topic."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unbarred.law.browsing.holdings import Holding, holdings


@dataclass(frozen=True)
class Count:
    """How many facts, how sure, how old."""

    facts: int
    confirmed: int
    to_check: int
    """Recalled, or read only on an old, secondary or copied page."""
    oldest: datetime.date
    """The day the one that was checked longest ago was checked."""


def coverage(root: Path) -> dict[str, dict[str, Count]]:
    """Return the counts by place and topic; topics in the order of the alphabet, without empty ones."""
    found: dict[str, dict[str, list[Holding]]] = {}
    for each in holdings(root):
        found.setdefault(each.place, {}).setdefault(each.topic, []).append(each)
    return {
        place: {topic: count(held) for topic, held in sorted(by_topic.items())}
        for place, by_topic in found.items()
    }


def count(held: Iterable[Holding]) -> Count:
    """Count `held`, which has at least one fact."""
    facts = [each.fact for each in held]
    return Count(
        facts=len(facts),
        confirmed=sum(fact.confidence == "confirmed" for fact in facts),
        to_check=sum(fact.needs_checking for fact in facts),
        oldest=min(fact.checked for fact in facts),
    )


def together(counts: Iterable[Count]) -> Count:
    """Return several counts as one."""
    every = list(counts)
    return Count(
        facts=sum(each.facts for each in every),
        confirmed=sum(each.confirmed for each in every),
        to_check=sum(each.to_check for each in every),
        oldest=min(each.oldest for each in every),
    )


def as_data(counted: Count) -> dict[str, Any]:
    """Return the count as data that JSON can hold."""
    return {
        "facts": counted.facts,
        "confirmed": counted.confirmed,
        "recalled": counted.facts - counted.confirmed,
        "to_check": counted.to_check,
        "oldest": counted.oldest.isoformat(),
    }
