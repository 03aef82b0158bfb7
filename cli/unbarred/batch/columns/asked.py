"""What an interview can ask in a place, as the columns of a sheet."""

from __future__ import annotations

from dataclasses import dataclass

from unbarred.screens import Choice, FieldKind


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


@dataclass(frozen=True)
class Repeated:
    """Something there can be several of, such as children: a sheet of its own."""

    stem: str
    """The list: `children`; one within another has its iterator, `children[i].visits`."""
    title: str
    """What the sheet is called, such as `Children`."""
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Asked:
    """All that an interview can ask in a place, in the order in which it does."""

    interview: str
    place: str
    title: str
    columns: tuple[Column, ...]
    """Of the main sheet."""
    repeated: tuple[Repeated, ...]

    def all_columns(self) -> tuple[Column, ...]:
        """Return the columns of all sheets."""
        return (*self.columns, *(each for one in self.repeated for each in one.columns))
