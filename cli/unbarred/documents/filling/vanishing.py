"""Lets a paragraph vanish whose words all stand under conditions or in loops, when none of them is printed.

`{% if nickname %}Also known as {{ nickname }}.{% endif %}` would leave an empty
line on the paper, and in a list a number without words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from unbarred.documents.filling.marks import TAG, TAG_PLACE, VANISHES
from unbarred.documents.filling.promoting import CLOSES, OPENS
from unbarred.documents.word.wordml import (
    PARAGRAPH,
    PARAGRAPH_FORMAT,
    RUN,
    RUN_FORMAT,
    TEXT,
    text_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from unbarred.documents.filling.tags import Tag

_MARKED = re.compile(f"{VANISHES}(<w:p[ >].*?</w:p>)?", re.DOTALL)
_ELEMENT = re.compile(r"<[^>]*>")
# What a filter may have printed that is no text.
_SHOWN = re.compile(r"<w:(?:drawing|pict|object|br|tab|cr|sym|fldSimple|fldChar|\w+Reference)\b")


def mark_vanishing(root: Element, tags: Sequence[Tag]) -> bool:
    """Mark the paragraphs below `root`, its tags lifted, that may vanish; return whether there are any."""
    found = [paragraph for paragraph in root.iter(PARAGRAPH) if _may_vanish(paragraph, tags)]
    for paragraph in found:
        before, parent = paragraph.getprevious(), paragraph.getparent()
        if before is None:
            parent.text = (parent.text or "") + VANISHES
        else:
            before.tail = (before.tail or "") + VANISHES
    return bool(found)


def without_vanished(xml: str) -> str:
    """Return a filled part without its marks, and without the marked paragraphs that say nothing."""
    return _MARKED.sub(lambda marked: marked.group(1) if _says(marked.group(1) or "") else "", xml)


def _may_vanish(paragraph: Element, tags: Sequence[Tag]) -> bool:
    # Most paragraphs begin with words of their own.
    said = (text.text or "" for text in paragraph.iter(TEXT))
    if not next((words for words in said if words.strip()), "").lstrip().startswith(TAG):
        return False
    # The last paragraph of a cell or note, and one between two tables, are needed where they are.
    after = paragraph.getnext()
    if after is None or after.tag != PARAGRAPH:
        return False
    for child in paragraph:
        if child.tag not in (PARAGRAPH_FORMAT, RUN) or TAG in (child.tail or ""):
            return False
        if child.tag == RUN and any(piece.tag not in (RUN_FORMAT, TEXT) for piece in child):
            return False
    return _is_governed(text_of(paragraph), tags)


def _is_governed(words: str, tags: Sequence[Tag]) -> bool:
    """Whether all that `words` say stands between the beginnings and ends of statements."""
    # In turn, words and the number of a tag.
    pieces = TAG_PLACE.split(words)
    depth, has_opened = 0, False
    for position, piece in enumerate(pieces):
        if position % 2 == 0:
            if piece.strip() and not depth:
                return False
            continue
        tag = tags[int(piece)]
        if tag.prints and not depth:
            return False
        if OPENS.match(tag.source):
            depth, has_opened = depth + 1, True
        elif CLOSES.match(tag.source):
            depth -= 1
        if depth < 0:
            return False
    return has_opened and depth == 0


def _says(paragraph: str) -> bool:
    inside = paragraph.partition("</w:pPr>")[2] or paragraph
    return bool(_ELEMENT.sub("", inside).strip() or _SHOWN.search(inside))
