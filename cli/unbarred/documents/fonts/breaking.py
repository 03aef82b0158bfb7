"""Breaks a text into lines that fit a width, at its blanks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

_LONGEST = 2_000
"""Letters. No line has more; an endless word is not measured anew for each line it fills."""
_WORD = re.compile(r"(\S*)([^\S\n]*)")

Measure = Callable[[str], float]
"""Returns how wide a text without line ends is; the unit is the caller's."""


def broken(text: str, width: float, measure: Measure) -> list[str]:
    """Return `text` in lines no wider than `width`; its own line ends stay.

    A line is as wide as its words and blanks one after the other. A word wider
    than a line is broken where it must be. Blanks at a break are left out.
    """
    known = cache(measure)
    return [line for paragraph in text.split("\n") for line in _paragraph(paragraph, width, known)]


def _paragraph(text: str, width: float, measure: Measure) -> list[str]:
    lines, line, used = [], "", 0.0
    for word, blanks in _WORD.findall(text):
        if line and used + measure(word[:_LONGEST]) > width:
            # An indent that leaves no room for the word after it is left out.
            if line.strip():
                lines.append(line.rstrip())
            line, used = "", 0.0
        while measure(word[:_LONGEST]) > width and len(word) > 1:
            fitting = _fitting(word, width, measure)
            lines.append(word[:fitting])
            word = word[fitting:]  # noqa: PLW2901 - what is left of it
        line += word + blanks
        used += measure(word[:_LONGEST]) + measure(blanks[:_LONGEST])
    lines.append(line.rstrip())
    return lines


def _fitting(word: str, width: float, measure: Measure) -> int:
    """Return how many letters of `word` fit, at least one."""
    low, high = 1, min(len(word), _LONGEST)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(word[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low
