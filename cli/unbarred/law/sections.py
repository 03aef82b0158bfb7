"""The sections of a remedy, in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, model_validator

from unbarred.law.deadlines.deadline import Deadline
from unbarred.law.facts import DatedValues, Fact, Id, Link, Record, Text, ascending, check_unique
from unbarred.law.instruments import Instrument


class Condition(Fact):
    """Something that has to be so before the remedy is open.

    `when` is a CEL expression that is true or false; `from_day` one that gives the day
    from which the condition is met. `values` are the numbers they may name, as
    `share.minimum` or `number.years`. A condition with neither cannot be decided by a
    count, and then `applies` says for whom it is shown at all.
    """

    when: str = ""
    from_day: str = ""
    applies: str = ""
    values: Annotated[tuple[DatedValues, ...], AfterValidator(ascending)] = ()
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
    href: Link = ""
    of_addressee: bool = False
    """It is the addressee's own office; papers do not go through it to somebody else."""
    fact: Fact


class AddresseeChoice(Record):
    """Whom the application speaks to in one of the cases that the law tells apart."""

    id: Id
    choice: Text
    """The case, as she chooses it: `A law of a state`."""
    title: Text
    salutation: Text
    lines: tuple[str, ...] = ()


class Addressee(Record):
    """Whom the application speaks to."""

    title: Text
    salutation: Text
    lines: tuple[str, ...] = ()
    asks: str = ""
    """What tells her to which of `choices` it goes, as a question."""
    choices: tuple[AddresseeChoice, ...] = ()
    fact: Fact

    @model_validator(mode="after")
    def _asks_what_it_offers(self) -> Self:
        if bool(self.asks) is not bool(self.choices):
            raise ValueError("an addressee that asks has choices, and one with choices asks")
        return self

    def chosen(self, choice: object) -> Addressee | AddresseeChoice:
        """Return the one that she chose by its id; this one where she left it open."""
        return next((each for each in self.choices if each.id == choice), self)


class FormItem(Record):
    """One thing an official form asks, and the paper of ours that answers it."""

    number: str
    asks: Text
    answered_in: str = ""


class OfficialForm(Record):
    """The form of the office itself."""

    title: Text
    number: str = ""
    href: Link = ""
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
    in_application: bool = False
    """The application itself carries the words, so that no paper of its own is made."""
    fact: Fact


class Notary(Record):
    """What a notary fills in and signs below her signature, where the papers are sworn before one."""

    venue: tuple[Text, ...]
    """Where it is done, one line to fill in each: `State of`."""
    words: Text
    """As the law has them; blanks are ruled."""
    by: Text
    """Who signs: `Notary public`."""
    until: Text
    """What stands below the line for the end of the notary's office: `My commission expires`."""
    fact: Fact


class Request(Record):
    """One thing that can be asked for."""

    id: Id
    choice: Text
    """As the person chooses it: `End my prison time now`."""
    words: Text
    """As the paper asks it, a sentence in the first person."""
    on_top: str = ""
    """What the law wants in the caption of a paper that asks it, in its own words."""
    rests_on: Id
    """The fact that says it can be granted."""


class Ground(Fact):
    """One reason for which a decision can be challenged, explained in plain words.

    She ticks those that are hers, and tells what happened; each becomes a part of her paper.
    """

    choice: Text
    """As she ticks it: `The reasons are stock phrases`."""
    words: Text
    """What the paper says of it, in a sentence: `The decision does not give its reasons in detail.`"""
    tells: Text
    """What she can tell to show it, as questions."""
    asked_with: tuple[Id, ...] = ()
    """The requests that it is a reason for; every request if empty."""

    @property
    def stands_in(self) -> str:
        """Its citations alone, as a paper names them."""
        return "; ".join(str(each) for each in (self.cite, *self.also) if each)


class Factor(Fact):
    """Something that those who decide look at."""

    point: str = ""
    """In a few words, as her own papers name it: `Conduct in prison`."""


class Sections(Record):
    """What can be said about a remedy; or, as `general:`, about all remedies of a topic."""

    model: Id | None = None
    """Who decides, as a type: `governor-alone`."""
    decides: str = ""
    """Who looks at a request, in a sentence: `the Justice Department`; the place's name if empty."""
    addressee: Addressee | None = None
    office: Office | None = None
    official_form: OfficialForm | None = None
    verification: Verification | None = None
    notary: Notary | None = None
    asks: tuple[Literal["citizenship", "state id"], ...] = ()
    """What its papers ask beside the usual."""
    summary: tuple[Fact, ...] = ()
    """Whether it is there at all, and for whom, in a few lines."""
    requests: tuple[Request, ...] = ()
    """What can be asked for, the most far-reaching first."""
    instruments: tuple[Instrument, ...] = ()
    """The papers by which somebody else can care for her child, the most usual first."""
    decided_by: tuple[Fact, ...] = ()
    legal_basis: tuple[Fact, ...] = ()
    kinds: tuple[Fact, ...] = ()
    eligibility: tuple[Condition, ...] = ()
    eligibility_notes: tuple[Fact, ...] = ()
    """What is not for this remedy, or cannot be counted."""
    exception: Fact | None = None
    """The way that stays open when a condition is not met."""
    rules: tuple[Fact, ...] = ()
    """What holds in this field, where it is not about one application."""
    apply: tuple[Fact, ...] = ()
    copies: tuple[Fact, ...] = ()
    form: tuple[Fact, ...] = ()
    contents: tuple[Fact, ...] = ()
    signing: tuple[Fact, ...] = ()
    waiver: tuple[Fact, ...] = ()
    """The paper that lets the office talk to a helper."""
    representation: tuple[Fact, ...] = ()
    """Whether she can have a lawyer, or somebody else who speaks for her."""
    fee: tuple[Fact, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    """For `law.deadlines.due`."""
    notify: tuple[Fact, ...] = ()
    hearing: tuple[Fact, ...] = ()
    after: tuple[Fact, ...] = ()
    timing: tuple[Fact, ...] = ()
    standard: tuple[Factor, ...] = ()
    """What those who decide look at."""
    grounds: tuple[Ground, ...] = ()
    """For what reasons a decision can be challenged, the most usual first."""
    records: tuple[Fact, ...] = ()
    """What she can get of the record, such as a transcript, and from whom."""
    more_time: tuple[Fact, ...] = ()
    """How a time limit can be made longer, or a late paper still be taken."""
    review: tuple[Fact, ...] = ()
    """What can be done against a refusal."""
    reapply: tuple[Fact, ...] = ()
    effect: tuple[Fact, ...] = ()
    special: tuple[Fact, ...] = ()
    other_roads: tuple[Fact, ...] = ()
    tips: tuple[Fact, ...] = ()
    recent: tuple[Fact, ...] = ()
    indicators: tuple[Fact, ...] = ()
    """What somebody who visits a prison can look for."""
    not_found: tuple[str, ...] = ()
    """What was searched for and not found."""

    @model_validator(mode="after")
    def _has_unique_ids(self) -> Self:
        check_unique(self.facts())
        return self

    def by_section(self) -> Iterator[tuple[str, Fact]]:
        """Yield every fact with the name of its section, in the order of the fields above."""
        return iter(self._in_order)

    @cached_property
    def _in_order(self) -> tuple[tuple[str, Fact], ...]:
        return tuple(self._found())

    def _found(self) -> Iterator[tuple[str, Fact]]:
        # Most sections of most remedies say nothing; only those that were given are looked at.
        given = self.model_fields_set
        for name in type(self).model_fields:
            if name not in given:
                continue
            value = getattr(self, name)
            if isinstance(value, tuple):
                yield from ((name, each) for each in value if isinstance(each, Fact))
            elif isinstance(value, Fact):
                yield name, value
            elif isinstance(value, Addressee | Office | OfficialForm | Verification | Notary):
                yield name, value.fact

    def facts(self) -> Iterator[Fact]:
        """Yield every fact, in the order of the sections."""
        for _, fact in self.by_section():
            yield fact
