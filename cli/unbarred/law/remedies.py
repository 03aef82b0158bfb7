"""A remedy: a relief that the law of a place offers, and everything we hold about it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, model_validator

from unbarred.law.deadlines.deadline import Deadline
from unbarred.law.facts import DatedShares, Fact, Id, Record, Text, ascending, check_unique
from unbarred.law.jurisdictions import Organisation, Place
from unbarred.law.names import Value

if TYPE_CHECKING:
    from unbarred.law.assessment import Assessment


class Condition(Fact):
    """Something that has to be so before the remedy is open.

    `when` is a CEL expression that is true or false; `from_day` one that gives the day
    from which the condition is met. `values` are the shares they may name, as
    `share.minimum`. A condition with neither cannot be decided by a count, and then
    `applies` says for whom it is shown at all.
    """

    when: str = ""
    from_day: str = ""
    applies: str = ""
    values: Annotated[tuple[DatedShares, ...], AfterValidator(ascending)] = ()
    if_not: Literal["no", "not yet"] = "no"
    """What it is called when it is not met and no day is known on which it will be."""

    @model_validator(mode="after")
    def _can_be_decided(self) -> Self:
        if self.when and self.from_day:
            raise ValueError("a condition has when or from_day, not both")
        if not (self.when or self.from_day or self.applies):
            raise ValueError("a condition without when or from_day needs applies")
        return self


class Office(Record):
    """Where the papers go."""

    name: Text
    lines: tuple[str, ...] = ()
    """The rest of the postal address; empty where none was found."""
    email: str = ""
    href: str = ""
    fact: Fact


class Addressee(Record):
    """Whom the application speaks to."""

    title: Text
    salutation: Text
    lines: tuple[str, ...] = ()
    fact: Fact


class FormItem(Record):
    """One thing an official form asks, and the paper of ours that answers it."""

    number: str
    asks: Text
    answered_in: str = ""


class OfficialForm(Record):
    """The form of the office itself."""

    title: Text
    number: str = ""
    href: str = ""
    edition: str = ""
    must_be_used: bool
    items: tuple[FormItem, ...] = ()
    """In the form's own order; empty where the form could not be read."""
    fact: Fact


class Verification(Record):
    """The words above the signature that make a paper count as sworn."""

    title: Text
    words: Text
    """As the law has them; blanks are ruled, to be filled by hand on the day of signing."""
    fact: Fact


class Request(Record):
    """One thing that can be asked for."""

    id: Id
    choice: Text
    """As the person chooses it: `End my prison time now`."""
    words: Text
    """As the paper asks it, a sentence in the first person."""
    rests_on: Id
    """The fact that says it can be granted."""


class RemedyText(Record):
    """A remedy as it stands in a place's file: `commutation:` in `clemency.yml`."""

    title: Text
    holds_below: bool = False
    """It is also the law of the places whose parent this one is, where they are silent."""
    model: Id | None = None
    """Who decides, as a type: `governor-alone`."""
    addressee: Addressee
    office: Office
    official_form: OfficialForm | None = None
    verification: Verification | None = None
    summary: tuple[Fact, ...] = ()
    """Whether somebody in prison may ask at all, in a few lines."""
    requests: tuple[Request, ...] = ()
    """What can be asked for, the most far-reaching first."""
    decided_by: tuple[Fact, ...] = ()
    legal_basis: tuple[Fact, ...] = ()
    kinds: tuple[Fact, ...] = ()
    eligibility: tuple[Condition, ...] = ()
    eligibility_notes: tuple[Fact, ...] = ()
    """What is not for this remedy, or cannot be counted."""
    exception: Fact | None = None
    """The way that stays open when a condition is not met."""
    apply: tuple[Fact, ...] = ()
    copies: tuple[Fact, ...] = ()
    form: tuple[Fact, ...] = ()
    contents: tuple[Fact, ...] = ()
    signing: tuple[Fact, ...] = ()
    waiver: tuple[Fact, ...] = ()
    """The paper that lets the office talk to a helper."""
    notify: tuple[Fact, ...] = ()
    hearing: tuple[Fact, ...] = ()
    after: tuple[Fact, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    """For `law.deadlines.due`."""
    reapply: tuple[Fact, ...] = ()
    timing: tuple[Fact, ...] = ()
    fee: tuple[Fact, ...] = ()
    standard: tuple[Fact, ...] = ()
    special: tuple[Fact, ...] = ()
    other_roads: tuple[Fact, ...] = ()
    effect: tuple[Fact, ...] = ()
    tips: tuple[Fact, ...] = ()
    recent: tuple[Fact, ...] = ()
    not_found: tuple[str, ...] = ()
    """What was searched for and not found."""

    @model_validator(mode="after")
    def _has_unique_ids(self) -> Self:
        ids = check_unique(self.facts())
        for request in self.requests:
            if request.rests_on not in ids:
                raise ValueError(
                    f"the request {request.id} rests on {request.rests_on}, which is no fact here"
                )
        return self

    def facts(self) -> Iterator[Fact]:
        """Yield every fact of the remedy, in the order of the fields above."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, Fact):
                yield value
            elif isinstance(value, Addressee | Office | OfficialForm | Verification):
                yield value.fact
            elif isinstance(value, tuple):
                yield from (each for each in value if type(each) in (Fact, Condition, Deadline))


class Remedy(RemedyText):
    """What one place says about a remedy on one day."""

    name: str
    """`clemency/commutation`."""
    place: Place
    help: tuple[Organisation, ...] = ()
    as_of: datetime.date

    @property
    def to_check(self) -> tuple[Fact, ...]:
        """The facts that must be checked before anybody relies on them."""
        return tuple(fact for fact in self.facts() if fact.needs_checking)

    def assess(self, known: Mapping[str, Value], as_of: datetime.date | None = None) -> Assessment:
        """Hold what is known of a person against each condition.

        `known` has values by the names in `law.names`; a name that is absent or None is
        not known. `as_of` is the day of the question, the remedy's own day if not given.
        """
        from unbarred.law.assessment import assess

        return assess(self, known, as_of or self.as_of)
