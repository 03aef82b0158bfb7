"""What a template's Markdown is made of, once it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Face = Literal["plain", "bold", "source"]
Place = Literal["alone", "first", "within", "last"]
Side = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Words:
    """Words in one face."""

    text: str
    face: Face = "plain"


@dataclass(frozen=True)
class Mark:
    """Something that is not words: a line break, a tab, the number of this page or of all pages."""

    kind: Literal["break", "tab", "page", "pages"]


Inline = tuple[Words | Mark, ...]


@dataclass(frozen=True)
class Lines:
    """A paragraph in one of the house's styles; `place` if it is one of several lines in a block."""

    style: str
    inline: Inline
    place: Place = "alone"
    kept: bool = False
    """Whether it stays on one page with the line after it."""


@dataclass(frozen=True)
class Control:
    """A Jinja statement that governs the blocks after it: `if children`."""

    tag: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins a page."""


@dataclass(frozen=True)
class SignatureBlock:
    """Lines to sign over, and what stands below each; kept together."""

    columns: int
    captions: tuple[Inline, ...]


@dataclass(frozen=True)
class Caption:
    """The head of a paper for a court or board: lines over the whole width, then two columns under them."""

    head: tuple[Lines | Control, ...]
    left: tuple[Lines | Control, ...]
    right: tuple[Lines | Control, ...]


@dataclass(frozen=True)
class Table:
    """A table: relative widths, headings, and rows; a `Control` between rows governs rows."""

    widths: tuple[int, ...]
    headings: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...] | Control, ...]
    sides: tuple[Side, ...] = ()
    """To which side each column keeps; all to the left if empty."""


Block = Lines | Control | NewPage | SignatureBlock | Caption | Table
