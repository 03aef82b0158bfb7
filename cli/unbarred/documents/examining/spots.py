"""Where something stands in a Word file, as a person would look for it: the place, and the words there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.filling.places import Place, paragraph_of, place_of
from unbarred.documents.word.wordml import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LONGEST = 70
"""Letters of a paragraph that are shown."""
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True)
class Spot:
    """A place in a Word file, and the text of the paragraph there, tags and all."""

    place: Place
    words: str = ""

    def __str__(self) -> str:
        """Say it as `table 1 of the body, row 2, cell 3: “Name {{ name }}”`."""
        words = _WHITE.sub(" ", self.words).strip()
        shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        return f"{self.place}: “{shown}”" if shown else str(self.place)


def spot_of(element: Element, part: str) -> Spot:
    """Return where `element`, a paragraph or something within one, stands in its part."""
    paragraph = paragraph_of(element)
    return Spot(place_of(element, part), text_of(paragraph) if paragraph is not None else "")
