"""Where lines break: between words, and inside a word only if it is longer than the line."""

from __future__ import annotations

import re
from functools import lru_cache

from wcwidth import wcwidth

TAB_STOP = 4
_WORD_AND_SPACE = re.compile(r"\s*\S+\s*|\s+")


@lru_cache(maxsize=4096)
def cells(character: str) -> int:
    """Return how many columns a character takes: 0, 1 or 2, and `TAB_STOP` for a tab."""
    return TAB_STOP if character == "\t" else max(0, wcwidth(character))


def width_of(text: str) -> int:
    """Return how many columns a line of text takes."""
    return sum(map(cells, text))


@lru_cache(maxsize=512)
def row_starts(line: str, width: int) -> tuple[int, ...]:
    """Return the positions in `line` at which its rows start, the first being 0.

    Spaces at the end of a row may stand outside its width: nothing is taken away.
    """
    starts = [0]
    used = 0
    for match in _WORD_AND_SPACE.finditer(line):
        word = match[0].rstrip()
        if used and used + width_of(word) > width:
            starts.append(match.start())
            used = 0
        if width_of(word) > width:
            used = _fold(match.start(), word, width, starts)
            used += width_of(match[0][len(word) :])
        else:
            used += width_of(match[0])
    return tuple(starts)


def rows(line: str, width: int) -> list[str]:
    """Return the rows of `line`, without the spaces at their ends."""
    starts = row_starts(line, width)
    return [line[start:end].rstrip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]


def _fold(start: int, word: str, width: int, starts: list[int]) -> int:
    """Break one word that is wider than a row; return how much of the last row it takes."""
    used = 0
    for offset, character in enumerate(word):
        if used and used + cells(character) > width:
            starts.append(start + offset)
            used = 0
        used += cells(character)
    return used
