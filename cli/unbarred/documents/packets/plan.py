"""What a packet consists of, in order, and how it is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args

Kind = Literal["cover", "contents", "exhibit list", "certificate of service"]
"""A part that is made from the others."""
KINDS: tuple[Kind, ...] = get_args(Kind)
KIND_TITLES: dict[Kind, str] = {
    "cover": "Cover",
    "contents": "Contents",
    "exhibit list": "List of exhibits",
    "certificate of service": "Certificate of service",
}
PaperSize = Literal["letter", "A4"]
PAPER_SIZES: tuple[PaperSize, ...] = get_args(PaperSize)


@dataclass(frozen=True)
class Made:
    """A part that is made from the others, such as the table of contents."""

    kind: Kind
    left_out: bool = False

    @property
    def title(self) -> str:
        """What it is called."""
        return KIND_TITLES[self.kind]


@dataclass(frozen=True)
class Paper:
    """A paper of hers; `file` is its path below the packet's folder, `/` between folders."""

    file: str
    title: str
    left_out: bool = False
    lists_exhibits: bool = False
    """The interview's own list of exhibits: the one with page numbers takes its place."""


@dataclass(frozen=True)
class Exhibit:
    """A paper that she adds; `file` is empty as long as it is still to come, or if it is only on paper."""

    label: str
    title: str
    file: str = ""
    left_out: bool = False
    on_paper: bool = False
    """She has it on paper, and puts it behind the others herself."""

    @property
    def heading(self) -> str:
        """`Exhibit C`."""
        return f"Exhibit {self.label}"

    @property
    def is_in(self) -> bool:
        """Whether its pages are in the packet."""
        return bool(self.file) and not self.left_out


Part = Made | Paper | Exhibit


@dataclass(frozen=True)
class Options:
    """How the packet is made."""

    pages: int | None = None
    """The most pages it may have; None if it does not matter."""
    stamp: bool = True
    """Every page says which it is: page 3 of 60."""
    bates: str = ""
    """Every page is numbered with this in front: EXAMPLE 000003; empty for no such number."""
    bates_from: int = 1
    sheets: bool = True
    """Each exhibit has a cover sheet."""
    docx: bool = False
    """One Word file of all papers is made as well."""
    archival: bool = False
    """The PDF is made for archives (PDF/A-2b)."""
    draft: bool = False
    """Every page says that it is a draft."""


@dataclass(frozen=True)
class Plan:
    """The plan of a packet: its parts in order, and what stands on its cover."""

    title: str
    parts: tuple[Part, ...]
    by: str = ""
    """Whose papers these are."""
    number: str = ""
    """Her number, with what it is called: `DIN 00A0000`."""
    to: tuple[str, ...] = ()
    """Whom they go to, line by line."""
    day: str = ""
    place: str = ""
    """The place whose law and templates are used; empty if none."""
    paper: PaperSize = "letter"
    serve: tuple[str, ...] = ()
    """Who gets a copy from her, and is named on the certificate of service."""
    sworn: str = ""
    """The words of the law over her signature on it; plain ones if empty."""
    beside: tuple[str, ...] = ()
    """Files that lie in the folder and are not filed."""
    options: Options = field(default_factory=Options)

    @property
    def papers(self) -> Iterator[Paper]:
        """Her papers, in order."""
        return (part for part in self.parts if isinstance(part, Paper))

    @property
    def exhibits(self) -> Iterator[Exhibit]:
        """The exhibits, in order."""
        return (part for part in self.parts if isinstance(part, Exhibit))

    @property
    def awaited(self) -> Iterator[Exhibit]:
        """The exhibits that are still to come."""
        return (each for each in self.exhibits if not (each.file or each.on_paper or each.left_out))

    @property
    def lists_exhibits(self) -> bool:
        """Whether the packet has its own list of exhibits: at least one is in it."""
        wanted = any(part == Made("exhibit list") for part in self.parts)
        return wanted and any(exhibit.is_in for exhibit in self.exhibits)

    def is_in(self, part: Part) -> bool:
        """Say whether `part` has pages in the packet."""
        if part.left_out:
            return False
        if isinstance(part, Exhibit):
            return part.is_in
        if isinstance(part, Paper):
            return not (part.lists_exhibits and self.lists_exhibits)
        if part.kind == "exhibit list":
            return self.lists_exhibits
        return part.kind != "certificate of service" or bool(self.serve)
