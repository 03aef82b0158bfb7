"""A remedy: a relief that the law of a place offers, and everything we hold about it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from unbarred.law.deadlines.deadline import Deadline
from unbarred.law.facts import Fact, Id, Text
from unbarred.law.instruments import Instrument
from unbarred.law.jurisdictions import Organisation, Place
from unbarred.law.names import Value
from unbarred.law.sections import Sections
from unbarred.law.supports import CONCERNS, SUPPORTS, Concern

if TYPE_CHECKING:
    from unbarred.law.assessment import Assessment

_AFTER_DECISION = ("review", "reapply")
"""The sections that speak of nothing but the time after a decision."""

_COUNTED = ("pardon", "sentence")
"""What one can ask for one of; other things, such as remission, have no article."""


class RemedyPart(Sections):
    """A remedy as it is written in a place's file: `commutation:` in `clemency.yml`.

    What all remedies of the file share stands under `general:`, and what a place above
    says may hold too; see `law.topics`.
    """

    title: str = ""
    offered: Literal["yes", "limited", "no", "unclear"] = "yes"
    """Whether the law of the place has it for somebody in prison; why stands in the summary."""
    paper: Text = "application"
    """What the paper is called there, in a sentence: `petition`, `memorial`."""
    holds_below: bool = False
    """It is also the law of the places whose parent this one is, as far as they say nothing else."""
    asks_for: str = ""
    """What she asks for, in a sentence, where the title does not say it: `release on licence`."""
    decision_about: str = ""
    """What the decision under review is about, where it is no denial: `my presumptive release date`."""
    ends: tuple[Id, ...] = ()
    """Facts of the place above that do not hold in this one."""


class TopicFile(BaseModel):
    """A file of a place: `clemency.yml`. Each key but `general` is a remedy."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, RemedyPart] = Field(init=False)

    general: Sections = Sections()
    """What holds for every remedy of the file."""

    @property
    def remedies(self) -> dict[str, RemedyPart]:
        """The remedies by their keys, in the order of the file."""
        return self.__pydantic_extra__


class RemedyText(RemedyPart):
    """A remedy with everything that holds for it in one place."""

    title: Text

    @model_validator(mode="after")
    def _rests_on_facts(self) -> Self:
        ids = {fact.id for fact in self.facts()}
        for request in self.requests:
            if request.rests_on not in ids:
                raise ValueError(
                    f"the request {request.id} rests on {request.rests_on}, which is no fact here"
                )
        asked = {request.id for request in self.requests}
        for ground in self.grounds:
            for name in ground.asked_with:
                if name not in asked:
                    raise ValueError(f"the ground {ground.id} is for {name}, which is no request here")
        for paper in self.instruments:
            for each in (*paper.rests_on, *([paper.lasts] if paper.lasts else [])):
                if each not in ids:
                    raise ValueError(f"the paper {paper.id} rests on {each}, which is no fact here")
        return self


class Remedy(RemedyText):
    """What one place says about a remedy on one day."""

    name: str
    """`clemency/commutation`."""
    place: Place
    help: tuple[Organisation, ...] = ()
    if_refused: tuple[Fact, ...] = ()
    """In `until_decided`: what can be done against a no, and when she can be heard again."""
    as_of: datetime.date

    @property
    def called(self) -> str:
        """The title within a sentence: `commutation of sentence`."""
        return f"{self.title[0].lower()}{self.title[1:]}"

    @property
    def asked_for(self) -> str:
        """What she asks for, in a sentence: `a pardon`, `commutation of sentence`."""
        if self.asks_for:
            return self.asks_for
        head = re.split(r" (?:of|or|by|that) ", self.called, maxsplit=1)[0]
        return f"a {self.called}" if head.endswith(_COUNTED) else self.called

    @property
    def copies_to(self) -> tuple[str, ...]:
        """Who gets a copy of the papers from her, with proof that she sent it."""
        return tuple(dict.fromkeys(each for fact in self.facts() for each in fact.copies_to))

    def supporting(self, word: str) -> list[Fact]:
        """Return the facts on which a paper can rest `word`, as `visits`, in the order of the sections."""
        if word not in SUPPORTS:
            raise ValueError(f"no fact supports {word!r}; the words are in unbarred.law.supports")
        return [fact for fact in self.facts() if word in fact.supports]

    def ids_only_for(self, concern: str) -> list[str]:
        """Return the ids of the facts that concern nobody else, as `indian child`."""
        if concern not in CONCERNS:
            raise ValueError(f"no fact is only for {concern!r}; the words are in unbarred.law.supports")
        return [fact.id for fact in self.facts() if fact.only_for == concern]

    def facts_of(self, paper: Instrument) -> list[Fact]:
        """Return what the law says of one of its `instruments`, itself first; not its time limits."""
        limits = {each.id for each in self.deadlines}
        return [
            paper,
            *(each for each in self.facts() if each.id in paper.rests_on and each.id not in limits),
        ]

    def days_of(self, paper: Instrument) -> list[Deadline]:
        """Return the time limits of one of its `instruments`: how long it lasts, and what has to be done."""
        return [each for each in self.deadlines if each.id in (paper.lasts, *paper.rests_on)]

    def longest(self, paper: Instrument) -> Deadline | None:
        """Return the deadline that says how long one of its `instruments` can last, if one does."""
        return next((each for each in self.deadlines if each.id == paper.lasts), None)

    def facts_beside(self) -> list[Fact]:
        """Return the facts that are not about one of its `instruments`."""
        named = {name for each in self.instruments for name in (each.id, each.lasts, *each.rests_on)}
        return [fact for fact in self.facts() if fact.id not in named]

    @property
    def to_check(self) -> tuple[Fact, ...]:
        """The facts that must be checked before anybody relies on them."""
        return tuple(fact for fact in self.facts() if fact.needs_checking)

    def to_check_outside(self, *sections: str) -> list[Fact]:
        """Return the facts of `to_check` that stand in none of these sections."""
        return [fact for name, fact in self.by_section() if fact.needs_checking and name not in sections]

    @cached_property
    def names_used(self) -> tuple[str, ...]:
        """The names of `law.names` on which conditions hang, and then whom other facts concern."""
        from unbarred.law.concerns import concern_names
        from unbarred.law.conditions import names_in

        texts = (
            text for each in self.eligibility for text in (each.applies, each.when, each.from_day) if text
        )
        names = (name for text in texts for name in names_in(text))
        return tuple(dict.fromkeys((*names, *concern_names(self.facts()))))

    @cached_property
    def until_decided(self) -> Remedy:
        """The remedy for a request: what speaks of the time after a decision is in `if_refused` alone."""
        later = tuple(
            fact
            for name, fact in self.by_section()
            if name in _AFTER_DECISION or (isinstance(fact, Deadline) and fact.follows_a_decision)
        )
        ids = {fact.id for fact in later}
        return Remedy.model_construct(**{**self._without(ids), "if_refused": later})

    def leaving_out(self, others: Collection[Concern]) -> Remedy:
        """Return the remedy without the facts that concern `others` alone."""
        return Remedy.model_construct(
            **self._without({fact.id for fact in self.facts() if fact.only_for in others})
        )

    def _without(self, ids: set[str]) -> dict[str, Any]:
        """Return the fields, without the facts of these ids."""
        return {name: _without(getattr(self, name), ids) for name in self.model_fields_set}

    def assess(self, known: Mapping[str, Value], as_of: datetime.date | None = None) -> Assessment:
        """Hold what is known of a person against each condition.

        `known` has values by the names in `law.names`; a name that is absent or None is
        not known. `as_of` is the day of the question, the remedy's own day if not given.
        """
        from unbarred.law.assessment import assess

        return assess(self, known, as_of or self.as_of)


def _without(value: object, left_out: set[str]) -> object:
    if not isinstance(value, tuple):
        return value
    return tuple(each for each in value if not (isinstance(each, Fact) and each.id in left_out))
