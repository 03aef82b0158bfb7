"""What a face of the terminal is given to show, and what it hands back.

The sitting (`sitting`, `asking`, `reviewing`) decides what is shown and what a
reply means; it is a generator that yields a `View` and is sent a `Reply`. The
faces (`plain`, `full`) only show views and collect replies. So what happens is
the same in both, and can be tested without any terminal.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from unbarred.terminal.commands import Command
from unbarred.terminal.drafts import Draft


@dataclass(frozen=True, eq=False)
class Page:
    """What stays while one screen is asked. The same object means the same page."""

    heading: str
    """Markdown, like `text`."""
    text: str = ""
    section: str = ""
    """Where she is, for the left of the header."""
    place: str = ""
    """How far she is, for the right of the header."""
    terms: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    """What the interview says once, in Markdown; stands above the heading."""
    has_actions: bool = False
    """Other things can be done here, and there is a command for them."""


@dataclass(frozen=True)
class Pause:
    """Nothing to answer: Enter goes on."""

    prompt: str
    while_more: str = ""
    """The prompt while part of the text is still out of sight, and Enter reads on."""


@dataclass(frozen=True)
class Line:
    """One line to type. Enter alone keeps `prefill`."""

    prompt: str
    prefill: str = ""
    typed: str = ""
    """What was typed and not accepted."""
    while_more: str = ""
    """As in `Pause`."""
    is_secret: bool = False
    """Neither what is typed nor `prefill` is ever shown."""
    is_path: bool = False
    """The path of a file; a face may complete it."""
    accepts: tuple[str, ...] = ()
    """What the file may be, as in `Field.accepts`."""


@dataclass(frozen=True)
class Option:
    """One numbered choice; label and help are Markdown."""

    number: int
    label: str
    help: str = ""
    is_told: bool = False
    """The page's text has it already, with its number; it is not listed again."""


@dataclass(frozen=True)
class Pick:
    """One or several options, given back as typed: numbers, ranges, first letters, or nothing."""

    prompt: str
    options: tuple[Option, ...]
    several: bool = False
    chosen: frozenset[int] = frozenset()
    """The numbers chosen before; Enter alone keeps them."""
    typed: str = ""
    """What was typed and not accepted."""
    everything: int | None = None
    """The number that stands for all of several."""
    other: int | None = None
    """The number that stands for words of her own, which may be typed at once."""
    while_more: str = ""
    """As in `Pause`."""

    @property
    def listed(self) -> tuple[Option, ...]:
        """The options that are shown as a list."""
        return tuple(option for option in self.options if not option.is_told)


@dataclass(frozen=True)
class Writing:
    """A long answer; what is typed goes into the draft all the while."""

    draft: Draft


Entry = Pause | Line | Pick | Writing


@dataclass(frozen=True)
class Said:
    """What was answered: the question's label in Markdown, the answer as plain text."""

    label: str
    answer: str
    is_later: bool = False


@dataclass(frozen=True)
class Row:
    """One answered screen in a review."""

    number: int
    title: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Group:
    """The answered screens of one section."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class View:
    """One moment: a page and the one thing asked on it now."""

    page: Page
    entry: Entry
    said: tuple[Said, ...] = ()
    """What was answered on this page a moment ago."""
    lead: tuple[str, ...] = ()
    """Markdown that belongs to what is asked now."""
    groups: tuple[Group, ...] = ()
    problem: str = ""
    """Why the last reply was not accepted; shown under what is asked."""
    notice: str = ""
    """What has just been done; shown in the same place."""

    def asks_the_same_as(self, other: View | None) -> bool:
        """Say whether only the problem or the reply differs from `other`."""
        return other is not None and self.page is other.page and self.lead == other.lead


Reply = str | Command
"""A line as typed, the whole of a long answer, or a command."""

T = TypeVar("T")
Turn = Generator[View, Reply, T]
"""Yields views, is sent replies, returns `T`."""
