"""What a paper that anybody may read must not show: `redaction.yml`.

Each rule is a fact, so it says where it stands and how sure we are of it. A place takes
none of these rules from its parent: the rules of the federal courts are not a state's.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from unbarred.law.facts import Fact, Rules

Where = Literal["court", "office"]

PrivateKind = Literal[
    "name of a child",
    "name of a victim",
    "date of birth",
    "social security number",
    "taxpayer number",
    "account number",
    "driver's license number",
    "passport number",
    "home address",
    "telephone number",
    "e-mail address",
]
"""What kind of thing an answer is; interviews name their answers by these words too."""

ShownAs = Literal["initials", "year", "last four", "city and state", "withheld"]
"""What is left of it in a public copy; `withheld` is nothing."""

KINDS: tuple[PrivateKind, ...] = get_args(PrivateKind)

_NAMES: tuple[ShownAs, ...] = ("initials", "withheld")
_NUMBERS: tuple[ShownAs, ...] = ("last four", "withheld")
_OTHER: tuple[ShownAs, ...] = ("withheld",)
_FITTING: dict[PrivateKind, tuple[ShownAs, ...]] = {
    "name of a child": _NAMES,
    "name of a victim": _NAMES,
    "date of birth": ("year", "withheld"),
    "social security number": _NUMBERS,
    "taxpayer number": _NUMBERS,
    "account number": _NUMBERS,
    "driver's license number": _NUMBERS,
    "passport number": _NUMBERS,
    "home address": ("city and state", "withheld"),
    "telephone number": _OTHER,
    "e-mail address": _OTHER,
}

CAUTION: dict[PrivateKind, ShownAs] = {kind: fitting[0] for kind, fitting in _FITTING.items()}
"""What we do where no rule of the place is held. It is our own caution and not law, and must be called so."""


class RedactionRule(Fact):
    """A rule that says what a public paper may show of these kinds of things."""

    kinds: Annotated[tuple[PrivateKind, ...], Field(min_length=1)]
    shown_as: ShownAs
    where: tuple[Where, ...] = ("court",)
    """What papers it is for: those to a court, those to any other office, or both."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        for kind in self.kinds:
            if self.shown_as not in _FITTING[kind]:
                fitting = " or ".join(_FITTING[kind])
                raise ValueError(f"a {kind} is shown as {fitting}, not as {self.shown_as}")
        return self


class Note(Fact):
    """What else is to be known of papers that anybody may read, or of which papers those are."""

    where: tuple[Where, ...] = ("court",)
    """What papers it is about: those to a court, those to any other office, or both."""


class RedactionRules(Rules):
    """What a place's rules say about public papers: `redaction.yml`."""

    rules: tuple[RedactionRule, ...] = ()
    also: tuple[Note, ...] = ()
    """Who has to see to it, which papers are exempt, which ones anybody may read."""
    not_found: tuple[str, ...] = ()
    """What was searched for and not found."""


def in_force(rules: Iterable[RedactionRule], where: Where, day: datetime.date) -> list[RedactionRule]:
    """Return the rules that are for papers to `where` and hold on `day`."""
    return [each for each in rules if where in each.where and each.holds_on(day)]


def strictest(rules: Iterable[RedactionRule], kind: PrivateKind) -> RedactionRule | None:
    """Return the rule on `kind` that leaves least of it; None if none is about it."""
    about = [each for each in rules if kind in each.kinds]
    return max(about, key=lambda each: _FITTING[kind].index(each.shown_as), default=None)
