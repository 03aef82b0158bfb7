"""Lays two rows of texts side by side: which is the same, which was changed, which is new or gone."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

_Thing = TypeVar("_Thing", bound=Hashable)
Pair = tuple[int | None, int | None]
"""Two positions that belong together; None where one has no fellow."""

_WORD = re.compile(r"\w+|[^\w\s]")
_ALIKE = 0.5
"""How much two texts share, from 0 to 1, before one is taken for a change of the other."""
_LETTERS_COUNT = 40
"""Texts up to this length are compared by letters, since they have too few words."""
_LARGEST = 150
"""How many texts that differ are compared each with each; more are taken in such portions."""


_LONG = 4_000_000
"""From so many possible pairs on, to look at each takes longer than anybody waits."""


@dataclass(frozen=True)
class Item:
    """One text to lay beside others. Only items of one `kind` can belong together."""

    text: str
    kind: str = ""


def align(before: Sequence[Item], after: Sequence[Item]) -> list[Pair]:
    """Return the pairs of positions in both orders; each position occurs once."""
    found: list[Pair] = []
    for tag, start, end, begin, stop in matcher(before, after).get_opcodes():
        if tag == "equal":
            found += zip(range(start, end), range(begin, stop), strict=True)
        else:
            found += _differing(before, after, range(start, end), range(begin, stop))
    return found


def matcher(before: Sequence[_Thing], after: Sequence[_Thing]) -> SequenceMatcher[_Thing]:
    """Return what matches two rows; in long ones what occurs all over, such as blanks, is no landmark."""
    return SequenceMatcher(None, before, after, autojunk=len(before) * len(after) > _LONG)


def _differing(before: Sequence[Item], after: Sequence[Item], old: range, new: range) -> list[Pair]:
    """Pair what differs by likeness, in portions, so that a long document stays quick."""
    portions = max(1, -(-max(len(old), len(new)) // _LARGEST))
    found: list[Pair] = []
    for portion in range(portions):
        left, right = (_portion(positions, portion, portions) for positions in (old, new))
        found += _paired(before, after, left, right)
    return found


def _portion(positions: range, number: int, of: int) -> range:
    return positions[len(positions) * number // of : len(positions) * (number + 1) // of]


def _paired(before: Sequence[Item], after: Sequence[Item], old: range, new: range) -> list[Pair]:
    """Return the pairing with the greatest likeness that keeps both orders."""
    if not old or not new:
        return [*((each, None) for each in old), *((None, each) for each in new)]
    if len(old) == len(new) == 1 and before[old[0]].kind == after[new[0]].kind:
        # What stands alone between two that stayed took the other's place, however little they share.
        return [(old[0], new[0])]
    left = [_Words(before[each]) for each in old]
    right = [_Words(after[each]) for each in new]
    alike = [[one.likeness(other) for other in right] for one in left]
    # best[i][j]: the greatest sum for what comes from i and j on.
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        row, below, likeness = best[i], best[i + 1], alike[i]
        for j in range(len(right) - 1, -1, -1):
            together = likeness[j] + below[j + 1] if likeness[j] >= _ALIKE else 0.0
            row[j] = max(together, below[j], row[j + 1])
    return _along(alike, best, old, new)


def _along(alike: list[list[float]], best: list[list[float]], old: range, new: range) -> list[Pair]:
    found: list[Pair] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] >= _ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            found.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            found.append((old[i], None))
            i += 1
        else:
            found.append((None, new[j]))
            j += 1
    found += [(each, None) for each in old[i:]]
    found += [(None, each) for each in new[j:]]
    return found


class _Words:
    """The words of one text, ready to be compared with many."""

    def __init__(self, item: Item) -> None:
        self.item = item
        counts: dict[str, int] = {}
        words = set()
        for word in _WORD.findall(item.text.casefold()):
            counts[word] = counts.get(word, 0) + 1
            words.add((word, counts[word]))
        self.words = words

    def likeness(self, other: _Words) -> float:
        """Return how much both share, from 0 to 1."""
        if self.item.kind != other.item.kind:
            return 0.0
        total = len(self.words) + len(other.words)
        if not total:
            return 1.0
        shared = 2 * len(self.words & other.words) / total
        lengths = len(self.item.text), len(other.item.text)
        if shared < _ALIKE and max(lengths) <= _LETTERS_COUNT and min(lengths):
            return SequenceMatcher(None, self.item.text, other.item.text, autojunk=False).ratio()
        return shared
