"""Breaks a text into lines that fit a width, at its blanks."""

from __future__ import annotations

import re
from collections.abc import Callable

_WORD = re.compile(r"\S*[^\S\n]*")

Measure = Callable[[str], float]
"""Returns how wide a text is; the unit is the caller's."""


def broken(text: str, width: float, measure: Measure) -> list[str]:
    """Return `text` in lines no wider than `width`; its own line ends stay.

    A word wider than a line is broken where it must be. Blanks at a break are left out.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _paragraph(paragraph, width, measure)
    return lines


def _paragraph(text: str, width: float, measure: Measure) -> list[str]:
    lines, line = [], ""
    for word in filter(None, _WORD.findall(text)):
        if measure((line + word).rstrip()) <= width:
            line += word
            continue
        if line.strip():
            lines.append(line.rstrip())
            line = word
        else:
            line += word
        while measure(line.rstrip()) > width and len(line.rstrip()) > 1:
            fitting = _fitting(line, width, measure)
            lines.append(line[:fitting])
            line = line[fitting:]
    lines.append(line.rstrip())
    return lines


def _fitting(word: str, width: float, measure: Measure) -> int:
    """Return how many letters of `word` fit, at least one."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(word[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low
