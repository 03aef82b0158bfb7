"""A paper by which a parent lets somebody she trusts care for her child, as the law of a place has it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from unbarred.law.facts import Fact, Id, Record, Text

Power = Literal[
    "care",
    "school",
    "activities",
    "health",
    "insurance",
    "benefits",
    "travel",
    "identification",
    "work",
    "property",
]
"""What the carer may do under such a paper."""


class Statement(Record):
    """A sentence that the law wants in the paper."""

    words: Text
    """In our own words, in the first person: `No court order forbids me to sign this paper.`"""
    case: Literal["", "none", "open"] = ""
    """Only where there is no court case or order about the child (`none`), or where there is one (`open`)."""


class PrintedItem(Record):
    """One thing a printed form asks, and which of her answers it is; none if it is left to the carer."""

    number: str
    asks: Text
    answer: Literal["", "child", "birthday", "carer", "address", "relation"] = ""


class Instrument(Fact):
    """One such paper. What it `says` tells her what it is; she chooses among those of a place."""

    title: Text
    """What stands over the paper: `Power of attorney for a child`."""
    called: Text
    """What it is called in a sentence: `power of attorney`."""
    choice: Text
    """As she chooses it: `Power of attorney: care, school and health`."""
    carer: Text = "caregiver"
    """What the law calls the person who cares for the child: `agent`."""
    signed_by: Literal["parent", "caregiver"] = "parent"
    """Whose paper it is. A caregiver's affidavit is not signed by the parent."""
    powers: tuple[Power, ...]
    """What can be given with it."""
    never: Text
    """What it never lets the carer do, after `It does not let anybody`: `agree to an adoption`."""
    statements: tuple[Statement, ...] = ()
    """What the law wants the parent to state in it."""
    warnings: tuple[Text, ...] = ()
    """What the law wants both to have read in it before they sign, in its order."""
    carer_states: tuple[Text, ...] = ()
    """What the law wants the carer to state in it, in the first person."""
    lasts: Id | None = None
    """The deadline that says how long it can last at most."""
    rests_on: tuple[Id, ...] = ()
    """Further facts of the remedy that are about this paper."""
    witnesses: Annotated[int, Field(ge=0, le=4)] = 0
    witnesses_are: str = ""
    """Who can be a witness, after `witnesses`: `who are adults and are not the agent`."""
    notary: Literal["", "parent", "both"] = ""
    """Who signs before a notary."""
    form_only: bool = False
    """The law prints a form that has to be used; our paper only holds the answers for it."""
    printed: tuple[PrintedItem, ...] = ()
    """What the printed form asks, in its order."""
    one_is_enough: bool = False
    """The witnesses or the notary: either will do."""
    oath: str = ""
    """The words that swear to it, above the signature."""
    other_parent: Literal["", "signs", "told"] = ""
    """What the law wants of the other parent, if there is one: a signature, or to be told."""
    each_child: bool = False
    """One paper for each child."""

    @property
    def signing_words(self) -> str:
        """Before whom it is signed: `before a notary and 2 witnesses who are adults`; empty if nobody."""
        witnesses = " ".join(
            part for part in (f"{self.witnesses} witnesses", self.witnesses_are) if self.witnesses and part
        )
        before = [part for part in ("a notary" if self.notary else "", witnesses) if part]
        return f"before {(' or ' if self.one_is_enough else ' and ').join(before)}" if before else ""
