"""One thing shown at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from unbarred.screens.field import Field


class ScreenKind(StrEnum):
    """What the person can do with a screen."""

    QUESTION = "question"
    """Has fields to answer."""
    NOTE = "note"
    """Only to read; going on, or one of its actions, is all there is to do."""
    END = "end"
    """The interview is over; its documents can be made."""
    EXIT = "exit"
    """The interview ends here without papers."""


@dataclass(frozen=True)
class Section:
    """Where the person is: the section's title, its place and how many there are."""

    title: str
    number: int = 0
    count: int = 0


@dataclass(frozen=True)
class Document:
    """A paper the interview makes: its title and the file name without ending."""

    title: str
    filename: str
    description: str = ""


@dataclass(frozen=True)
class Action:
    """Something to do on a screen besides answering it: change an earlier answer, delete from a list.

    `name` and `arguments` are docassemble's; the same action has the same ones in every replay.
    """

    name: str
    label: str
    """Markdown. Where the action belongs to a word in the text, its number stands behind that word."""
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Screen:
    """One thing shown at once: a heading, text, and fields.

    `heading`, `text`, labels and help are Markdown. A term with an explanation
    stands in them as `{term}`; `terms` has the explanation by term in lower case.
    """

    id: str
    """Stays the same for the same question about the same thing."""
    kind: ScreenKind
    heading: str
    text: str = ""
    under: str = ""
    """Text that stands below the fields."""
    fields: tuple[Field, ...] = ()
    actions: tuple[Action, ...] = ()
    """What can be done besides; the text names them by their numbers, counted from 1."""
    notices: tuple[str, ...] = ()
    """What the interview says once, such as “Your list was saved”."""
    help: tuple[str, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    section: Section | None = None
    progress: int | None = None
    """Percent done, by the interview's own reckoning."""
    documents: tuple[Document, ...] = ()
    """Papers that are made here; not only an end makes some."""
    link: str = ""
    """Where a server would send her from an `EXIT`; it is shown and never followed."""
    continue_label: str = ""
    can_go_back: bool = True
    """False where the author lets nobody change what came before."""
    language: str = "en"

    @cached_property
    def inputs(self) -> tuple[Field, ...]:
        """The fields that take an answer."""
        return tuple(each for each in self.fields if each.takes_answer)

    @cached_property
    def is_plain(self) -> bool:
        """Whether no answer bears on another: each field has a name of its own, and is always shown."""
        inputs = self.inputs
        return len({each.name for each in inputs}) == len(inputs) and not any(
            each.shown_when or each.rules_out or each.takes_in for each in inputs
        )
