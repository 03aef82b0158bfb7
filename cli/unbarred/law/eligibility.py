"""Which remedies of a place seem open to a person: each likely, not yet, no, or unknown.

It tells what the rules say; it does not advise. A remedy without a rule that can be held
against answers is unknown, and so is one whose deciding fact is missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from unbarred import content
from unbarred.law import shelf, topics
from unbarred.law.assessment import Assessment, Result
from unbarred.law.names import Value
from unbarred.law.remedies import Remedy

Verdict = Literal["likely", "not yet", "unknown", "no"]

_VERDICTS: dict[str, Verdict] = {
    "eligible": "likely",
    "not yet": "not yet",
    "unclear": "unknown",
    "not eligible": "no",
}


@dataclass(frozen=True)
class Standing:
    """How one remedy stands for a person on a day."""

    remedy: Remedy
    assessment: Assessment

    @property
    def verdict(self) -> Verdict:
        """`likely`, `not yet`, `unknown` or `no`; `no` too where the place does not have the remedy."""
        if self.remedy.offered == "no":
            return "no"
        return _VERDICTS[self.assessment.seems]

    @property
    def on(self) -> datetime.date | None:
        """From which day, where it is `not yet` and every such day can be counted."""
        return self.assessment.on

    @property
    def missing(self) -> tuple[str, ...]:
        """What would have to be known, in plain words."""
        return tuple(dict.fromkeys(each.missing for each in self.assessment.results if each.missing))

    @property
    def against(self) -> tuple[Result, ...]:
        """The conditions that are not met."""
        return tuple(each for each in self.assessment.results if each.outcome in ("no", "not yet"))


def standings(place: str, known: Mapping[str, Value], as_of: datetime.date) -> tuple[Standing, ...]:
    """Return how each remedy of `place` that has conditions stands for a person of whom `known` is known.

    `known` has values by the names in `law.names`. Raises `UsageError` for an unknown place.
    """
    slug = shelf.place(place).slug
    names = topics.remedy_names(content.jurisdictions(), slug)
    remedies = (shelf.remedy(slug, name, as_of) for name in names)
    return tuple(
        Standing(each, each.assess(known, as_of))
        for each in remedies
        if each.eligibility or each.offered == "no"
    )
