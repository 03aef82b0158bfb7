"""What an interview can ask in a place, as the columns of a sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from unbarred.answers.values import AnswerValue
from unbarred.screens import Choice, FieldKind, Limit

MAIN = "Clients"
"""What the main sheet is called."""

CLIENT = "client"
"""The variable of the column that says which client a row is about, in the main sheet and all others."""

EXAMPLE = "EXAMPLE"
"""What the client of the example is called: rows about her are skipped."""

_ITEM = re.compile(r"\[[i-n]\]")


@dataclass(frozen=True)
class Column:
    """One answer that the interview can ask for."""

    name: str
    """The variable: `petitioner.birthdate`; of a repeated thing with its iterators, `children[i].age`."""
    heading: str
    """What stands above the column: plain words, unlike those of any other column of its sheet."""
    question: str
    """The heading of the screen that asks, in plain text; “…” stands where it names an answer."""
    label: str
    """The field's own label, in plain text; "" where the question says it all."""
    kind: FieldKind
    choices: tuple[Choice, ...] = ()
    required: bool = False
    """Whether it may not be left for later, where it is asked."""
    always: bool = False
    """Whether every complete way through the interview asks for it."""
    hint: str = ""
    help: str = ""
    section: str = ""
    """The title of the interview's section; "" if it has none."""
    takes_other: bool = False
    """A `ONE_OF` that takes other words too."""
    none_label: str = ""
    """What choosing nothing is called, for `SOME_OF`; "" if there is no such choice."""
    minimum: Limit | None = None
    """The field's own limit; None if it has none, or another one after other answers."""
    maximum: Limit | None = None

    @property
    def mark(self) -> str:
        """Return “*” if every client must have an answer here, “(*)” if some must, else ""."""
        if not self.required:
            return ""
        return "*" if self.always else "(*)"

    @property
    def marked_heading(self) -> str:
        """Return the heading as sheets show it: with its mark."""
        return f"{self.heading} {self.mark}".rstrip()


@dataclass(frozen=True)
class Repeated:
    """Something there can be several of, such as children: a sheet of its own."""

    stem: str
    """The list: `children`; one within another has its iterator, `children[i].visits`."""
    title: str
    """What the sheet is called, such as `Children`."""
    columns: tuple[Column, ...]

    @property
    def within(self) -> tuple[str, ...]:
        """The items of other lists that this one is within, outermost first: of days at visits of children
        (`children[i].visits[j].days`), `children[i]` and `children[i].visits[j]`.

        The sheet has a column for each, with such a name; it says which of the client's children is
        meant, counted from 1 in the order in which their sheet has them.
        """
        return tuple(self.stem[: found.end()] for found in _ITEM.finditer(self.stem))


@dataclass(frozen=True)
class Asked:
    """All that an interview can ask in a place, in the order in which it does."""

    interview: str
    place: str
    title: str
    columns: tuple[Column, ...]
    """Of the main sheet."""
    repeated: tuple[Repeated, ...]
    place_name: str = ""
    """As people call it; "" where the interview was given no place that we know."""
    as_of: str = ""
    """The day of the law and the papers, as `2026-11-21`; "" if none was given."""
    digest: str = ""
    """SHA-256 of the interview's files and the law they rest on; hexadecimal digits."""
    example: Mapping[str, AnswerValue] = field(default_factory=dict)
    """Answers of an invented person on one complete way, by full names such as `children[0].age`."""

    def all_columns(self) -> tuple[Column, ...]:
        """Return the columns of all sheets."""
        return (*self.columns, *(each for one in self.repeated for each in one.columns))
