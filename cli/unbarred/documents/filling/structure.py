"""What a template's own structure says about its filling: what can go wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unbarred.documents.filling.breaking import is_governed
from unbarred.documents.filling.marks import TAG
from unbarred.documents.word.wordml import (
    BREAK,
    CELL,
    HOLDERS,
    NAMESPACES,
    PARAGRAPH,
    ROW,
    RUN,
    RUN_FORMAT,
    TAB,
    TABLE,
    TEXT,
    inside,
    w,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MORE_THAN_WORDS = "A picture, field, note or page break is never printed"
_WORDS = frozenset((RUN_FORMAT, TEXT, TAB, *map(w, ("cr", "softHyphen", "delText", "commentReference"))))
_CONTROL = w("sdtContent")
_NUMBERED = "//w:bookmarkStart | //wp:docPr | //w:sdtPr/w:id"


def needs_mending(root: Element) -> bool:
    """Whether a filling of `root`, its tags lifted, can leave behind what Word refuses.

    That is a table without rows, a cell without a paragraph at its end, a header, note
    or text box without one, cells that a grid has no columns for, or an id twice.
    """
    if root.xpath(_NUMBERED, namespaces=NAMESPACES) and root.xpath(f"//*[contains(text(), '{TAG}')]"):
        return True
    if any(all(is_governed(row) for row in inside(table, ROW)) for table in root.iter(TABLE)):
        return True
    if any(_holds_tags(each) for each in root.iter(ROW, _CONTROL, *HOLDERS)):
        return True
    return any(_can_end_empty(cell) for cell in root.iter(CELL))


def shows_more_than_words(element: Element) -> bool:
    """Whether `element` shows something that is no text: a picture, a field, a note, the end of a page."""
    runs = [child for run in element.iter(RUN) for child in run]
    return any(child.tag not in _WORDS and not _ends_line(child) for child in runs) or (
        next(element.iter("{*}oMath"), None) is not None
    )


def _ends_line(element: Element) -> bool:
    return element.tag == BREAK and element.get(w("type")) in (None, "textWrapping")


def _holds_tags(element: Element) -> bool:
    """Whether what stands in `element` comes and goes."""
    return TAG in (element.text or "") or any(TAG in (child.tail or "") for child in element)


def _can_end_empty(cell: Element) -> bool:
    return len(cell) == 0 or cell[-1].tag != PARAGRAPH or TAG in (cell[-1].tail or "") or _holds_tags(cell)
