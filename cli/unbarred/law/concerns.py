"""Whom alone a fact concerns, held against what is known of her sentence, her crime and her age.

What is not known leaves nothing out: such a fact is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from unbarred.law.conditions import Unknown, decide, names_in

if TYPE_CHECKING:
    from unbarred.law.facts import Fact
    from unbarred.law.names import Value
    from unbarred.law.supports import Concern

__all__ = ["CONCERNED_IF", "concern_names", "not_about_her"]

CONCERNED_IF: dict[Concern, str] = {
    "life term": "sentence.for_life",
    "no life term": "!sentence.for_life",
    "no minimum term": "sentence.kind == 'determinate' || sentence.minimum_months == 0",
    "under 18 at the crime": "person.age_at_offense < 18",
    "18 or older at the crime": "person.age_at_offense >= 18",
    "murder": "offense.murder",
    "sex crime": "offense.sexual",
    "sex crime or life term": "offense.sexual || sentence.for_life",
    "violent crime": "offense.violent",
    "no violent crime": "!offense.violent",
    "violent or sex crime": "offense.violent || offense.sexual",
    "no violent or sex crime": "!offense.violent && !offense.sexual",
    "listed crime": "offense.listed",
}
"""When a fact of a concern is about her, in CEL with the names of conditions."""


def not_about_her(known: Mapping[str, Value]) -> list[Concern]:
    """Return whom alone facts concern that are not about her, as far as that is known.

    `known` has values by the names in `law.names`, as `facts_for` returns them.
    """
    return [concern for concern, rule in CONCERNED_IF.items() if _is_so(rule, known) is False]


def concern_names(facts: Iterable[Fact]) -> list[str]:
    """Return the names of `law.names` on which it hangs whether facts concern her, each once."""
    rules = (CONCERNED_IF.get(fact.only_for, "") for fact in facts if fact.only_for)
    return list(dict.fromkeys(name for rule in rules for name in names_in(rule)))


def _is_so(rule: str, known: Mapping[str, Value]) -> bool | None:
    try:
        return bool(decide(rule, known, {}))
    except Unknown:
        return None
