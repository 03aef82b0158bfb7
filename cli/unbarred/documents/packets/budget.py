"""Holds a packet against the number of pages that it may have: copies cost the person money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from unbarred.documents.packets.layout import Placed, exhibits, total
from unbarred.documents.packets.plan import Exhibit, Made

_MOST_NAMED = 5


@dataclass(frozen=True)
class Reckoned:
    """What a packet has against what it may have."""

    pages: int
    allowed: int
    longest: tuple[Placed, ...]
    """The longest parts, the longest first."""
    can_go: tuple[Placed, ...]
    """What could be left out, the longest first: exhibits, and what is made only for the reader."""
    sheets: int
    """Pages that the cover sheets of the exhibits take."""

    @property
    def over(self) -> int:
        """How many pages there are too many; 0 if none."""
        return max(self.pages - self.allowed, 0)


def reckon(parts: Sequence[Placed], allowed: int) -> Reckoned:
    """Return the packet's pages against `allowed`."""
    longest = sorted(parts, key=lambda each: (-each.pages, each.first))
    can_go = [each for each in longest if isinstance(each.part, Exhibit | Made)]
    return Reckoned(
        pages=total(parts),
        allowed=allowed,
        longest=tuple(longest[:_MOST_NAMED]),
        can_go=tuple(can_go[:_MOST_NAMED]),
        sheets=sum(each.sheet for each in exhibits(parts)),
    )
