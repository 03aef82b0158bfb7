"""What an author's Markdown is made of, once it is read. Lengths are in inches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Face:
    """How words look."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    raised: bool = False
    lowered: bool = False


PLAIN = Face()


@dataclass(frozen=True)
class Words:
    """Words in one face; `link` is the address they lead to, if any."""

    text: str
    face: Face = PLAIN
    link: str = ""


@dataclass(frozen=True)
class Mark:
    """Something that is not words; `fill` is a rule up to the right margin."""

    kind: Literal["break", "tab", "page", "pages", "fill"]


@dataclass(frozen=True)
class Picture:
    """A picture or file of the interview, by its reference there; `width` as its author wrote it."""

    reference: str
    width: str = ""
    description: str = ""


Piece = Words | Mark | Picture


@dataclass(frozen=True)
class Layout:
    """How a paragraph stands; what is None follows from its style."""

    align: Literal["", "left", "center", "right"] = ""
    left: float = 0
    right: float = 0
    first: float = 0
    """Indent of the first line."""
    line: float | None = None
    """Height of a line: 2 is double spacing."""
    after: float | None = None
    """Points below the paragraph."""
    bold: bool = False
    boxed: bool = False
    ruled_below: bool = False


@dataclass(frozen=True)
class Item:
    """The first paragraph of a list's item: which numbered list, or 0 for bullets."""

    list_number: int
    depth: int
    """In how many lists it stands besides its own."""
    level: int
    """In how many lists of its own kind."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in one of the house's styles."""

    style: str
    pieces: tuple[Piece, ...]
    layout: Layout = Layout()
    item: Item | None = None


@dataclass(frozen=True)
class NewPage:
    """What follows begins a page."""


@dataclass(frozen=True)
class Skip:
    """An empty line."""


@dataclass(frozen=True)
class Cell:
    """One cell of a table."""

    pieces: tuple[Piece, ...]
    align: Literal["", "left", "center", "right"] = ""


@dataclass(frozen=True)
class Table:
    """A table: relative widths, headings (none if they are all empty), and rows."""

    widths: tuple[int, ...]
    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Columns:
    """Two columns side by side; `ruled` has a line between them, as the caption of a case has."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    ruled: bool


@dataclass(frozen=True)
class Edge:
    """Where columns begin, change or end, before they are put together."""

    kind: Literal["begin", "between", "end"]
    ruled: bool = False


Block = Paragraph | NewPage | Skip | Table | Columns | Edge
