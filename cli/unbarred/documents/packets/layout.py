"""On which page of the packet each part begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from unbarred.documents.packets.plan import Exhibit, Made, Part

Lengths = tuple[int, ...]
_ROUNDS = 5


@dataclass(frozen=True)
class Placed:
    """A part in its place: its first page in the packet (from 1) and how many it has."""

    part: Part
    first: int
    pages: int
    """With the cover sheet of an exhibit."""
    sheet: int = 0
    """Pages of the cover sheet."""

    @property
    def last(self) -> int:
        """Its last page in the packet."""
        return self.first + self.pages - 1


def placed(counted: Iterable[tuple[Part, int, int]]) -> tuple[Placed, ...]:
    """Return parts in order with their first pages; each comes with its pages and those of its sheet."""
    found: list[Placed] = []
    first = 1
    for part, pages, sheet in counted:
        found.append(Placed(part, first, pages + sheet, sheet))
        first += pages + sheet
    return tuple(found)


def total(parts: Iterable[Placed]) -> int:
    """Return how many pages the packet has."""
    return sum(each.pages for each in parts)


def listed(parts: Iterable[Placed]) -> list[Placed]:
    """Return the parts that the table of contents names: all but the cover and itself."""
    unnamed = (Made("cover"), Made("contents"))
    return [each for each in parts if each.part not in unnamed]


def exhibits(parts: Iterable[Placed]) -> list[Placed]:
    """Return the exhibits among the parts."""
    return [each for each in parts if isinstance(each.part, Exhibit)]


def settled(measure: Callable[[Lengths], Lengths], lengths: Lengths) -> Lengths:
    """Return how many pages each list of page numbers takes, which moves the very numbers in it.

    `measure` says how many pages the lists need if they are taken to have so
    many; `lengths` is the first guess. A list can need fewer pages than it is
    given, where no number of pages fits itself.
    """
    for _ in range(_ROUNDS):
        needed = measure(lengths)
        if needed == lengths:
            return lengths
        lengths = needed
    # It goes to and fro between two lengths: from now on it only grows.
    while True:
        needed = measure(lengths)
        if all(given >= more for more, given in zip(needed, lengths, strict=True)):
            return lengths
        lengths = tuple(map(max, needed, lengths))
