"""What the styles of a document say about a paragraph: its name, its level among the headings, its list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unbarred.documents.word.wordml import PARAGRAPH_FORMAT, VALUE, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_LEVEL, _LIST = w("outlineLvl"), w("numPr")
TITLE_LEVEL = 0
"""The level of a title; headings have 1 to 9."""


class Styles:
    """The paragraph styles of one document."""

    def __init__(self, root: Element | None) -> None:
        """Read `word/styles.xml`; a document without one has plain paragraphs only."""
        every = [] if root is None else list(root.iterchildren(w("style")))
        self._styles = {each.get(w("styleId"), ""): each for each in every}
        self._default = next(
            (
                each.get(w("styleId"), "")
                for each in every
                if each.get(w("type")) == "paragraph" and each.get(w("default")) in ("1", "true", "on")
            ),
            "",
        )

    def id_of(self, paragraph: Element) -> str:
        """Return the id of the style that `paragraph` has."""
        return _value(paragraph.find(f"{PARAGRAPH_FORMAT}/{w('pStyle')}")) or self._default

    def knows(self, style: str) -> bool:
        """Whether there is a style of this id."""
        return style in self._styles

    def name_of(self, paragraph: Element) -> str:
        """Return the name of the style as Word shows it; "" for the plain one."""
        style = self.id_of(paragraph)
        if style == self._default:
            return ""
        found = self._styles.get(style)
        return (_value(found.find(w("name"))) if found is not None else "") or style

    def level_of(self, paragraph: Element) -> int | None:
        """Return 0 for a title, 1 to 9 for a heading, None for anything else."""
        name = self.name_of(paragraph)
        if name.casefold() == "title":
            return TITLE_LEVEL
        match = _HEADING.match(name)
        if match:
            return int(match[1])
        level = _value(self._said(paragraph, _LEVEL))
        return int(level) + 1 if level.isdigit() and int(level) < 9 else None

    def list_of(self, paragraph: Element) -> Element | None:
        """Return the `numPr` that holds for `paragraph`, its own or its style's."""
        return self._said(paragraph, _LIST)

    def _said(self, paragraph: Element, name: str) -> Element | None:
        own: Element | None = paragraph.find(f"{PARAGRAPH_FORMAT}/{name}")
        if own is not None:
            return own
        style, seen = self.id_of(paragraph), set[str]()
        while style in self._styles and style not in seen:
            seen.add(style)
            element = self._styles[style]
            said: Element | None = element.find(f"{PARAGRAPH_FORMAT}/{name}")
            if said is not None:
                return said
            style = _value(element.find(w("basedOn")))
        return None


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(VALUE, "")
