"""By which rule each kind of private thing is shown in a public copy."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from unbarred import law
from unbarred.law.redaction import (
    CAUTION,
    KINDS,
    PrivateKind,
    RedactionRule,
    RedactionRules,
    ShownAs,
    Where,
    in_force,
    strictest,
)


@dataclass(frozen=True)
class Followed:
    """What is left of one kind of thing, and why.

    Without a `rule` it is our own caution and not law. A rule that is not `binding` is for
    papers to somebody else, and was taken as a measure.
    """

    kind: PrivateKind
    shown_as: ShownAs
    rule: RedactionRule | None = None
    binding: bool = False


class Measure:
    """How a place's rules, or where it has none our own caution, show each kind on one day."""

    def __init__(self, place: str, where: Where, day: datetime.date) -> None:
        said = law.redaction_rules(place) if place else RedactionRules()
        rules = said.rules
        self.also = tuple(each for each in said.also if where in each.where and each.holds_on(day))
        """What else the place says of these papers."""
        other: Where = "office" if where == "court" else "court"
        self.where = where
        self._followed: dict[PrivateKind, Followed] = {}
        for kind in KINDS:
            own = strictest(in_force(rules, where, day), kind)
            rule = own or strictest(in_force(rules, other, day), kind)
            shown = rule.shown_as if rule else CAUTION[kind]
            self._followed[kind] = Followed(kind, shown, rule, binding=own is not None)

    def shown_as(self, kind: PrivateKind) -> ShownAs:
        """Return what is left of a thing of this kind."""
        return self._followed[kind].shown_as

    def followed(self, kind: str) -> Followed:
        """Return what was followed for a kind."""
        return next(each for each in self._followed.values() if each.kind == kind)
