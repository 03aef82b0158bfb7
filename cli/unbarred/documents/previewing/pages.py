"""Which pages somebody asks for, in her words: `3`, `1-3`, `2,5-`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unbarred.errors import UsageError

_RANGE = re.compile(r"\s*(\d+)\s*(?:(-)\s*(\d*))?\s*")


@dataclass(frozen=True)
class Pages:
    """Ranges of pages, counted from 1; a range without an end goes on to the last page."""

    ranges: tuple[tuple[int, int | None], ...] = ((1, None),)

    def of(self, count: int) -> list[int]:
        """Return those that a paper of `count` pages has, in order."""
        return [
            page
            for page in range(1, count + 1)
            if any(first <= page and (last is None or page <= last) for first, last in self.ranges)
        ]


def pages_named(words: str) -> Pages:
    """Return the pages that `words` name; raises `UsageError`."""
    ranges: list[tuple[int, int | None]] = []
    for word in words.split(","):
        found = _RANGE.fullmatch(word)
        first = int(found[1]) if found else 0
        last = None if found and found[2] and not found[3] else int(found[3] or first) if found else 0
        if first < 1 or (last is not None and last < first):
            raise UsageError(f"“{words}” names no pages.", "Write them as 3, as 1-3, as 5- or as 1,4-6.")
        ranges.append((first, last))
    return Pages(tuple(ranges))
