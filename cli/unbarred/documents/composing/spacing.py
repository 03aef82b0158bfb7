"""How close the lines of a paper stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unbarred.documents.composing.style import Style

_LINE = 1.05
# Of the points between paragraphs, this much is left.
_BETWEEN = 0.6


def closer(style: Style) -> Style:
    """Return `style` with less space between lines and paragraphs; the letters stay as large."""
    return replace(
        style,
        line=min(style.line, _LINE),
        before=round(style.before * _BETWEEN),
        after=round(style.after * _BETWEEN),
    )
