"""Finds tags that are alone in their paragraph or row, and lets them stand for the whole of it.

`{% if children %}` alone in a paragraph would leave that paragraph behind, an
empty line on the paper. Whoever writes it so means `{%p if children %}`, and in
a table row of its own `{%tr … %}`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from unbarred.documents.filling.marks import TAG_PLACE
from unbarred.documents.word.wordml import (
    PARAGRAPH,
    ROW,
    RUN,
    RUN_FORMAT,
    SECTION,
    TEXT,
    text_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from unbarred.documents.filling.tags import Tag

OPENS = re.compile(r"\{%[-+]?\s*(if|for|with|call|macro|filter|block|set\s+\w+\s*%)\b")
CLOSES = re.compile(r"\{%[-+]?\s*end\w+")
_GOES_ON = re.compile(r"\{%[-+]?\s*(else|elif)\b")
_PLAIN = re.compile(r"(\{[%#][-+]?)\s*(?!(?:p|tr|tc|r|colspan|cellbg)\s)(?=[^\s+-])")


def promoted(root: Element, tags: Sequence[Tag]) -> list[str]:
    """Return the sources of `tags`, those that are alone made to stand for their paragraph or row."""
    sources = [tag.source for tag in tags]
    for row in root.iter(ROW):
        numbers = _alone(row, sources)
        if numbers and not _is_balanced([sources[number] for number in numbers]):
            _promote(sources, numbers, "tr")
    for paragraph in root.iter(PARAGRAPH):
        numbers = _alone(paragraph, sources)
        if numbers and paragraph.find(f".//{SECTION}") is None:
            _promote(sources, numbers, "p")
    return sources


def _alone(element: Element, sources: Sequence[str]) -> list[int]:
    """Return the numbers of the statements that are all that `element` says and shows; else nothing."""
    shown = element.iter(RUN)
    if any(child.tag not in (RUN_FORMAT, TEXT) for run in shown for child in run):
        return []
    paragraphs = [element] if element.tag == PARAGRAPH else list(element.iter(PARAGRAPH))
    words = "".join(text_of(paragraph) for paragraph in paragraphs)
    numbers = [int(number) for number in TAG_PLACE.findall(words)]
    if TAG_PLACE.sub("", words).strip() or not all(_PLAIN.match(sources[number]) for number in numbers):
        return []
    return numbers


def _is_balanced(sources: Sequence[str]) -> bool:
    """Whether all that these statements open they close: then they govern nothing beyond themselves."""
    depth = 0
    for source in sources:
        if CLOSES.match(source) or (_GOES_ON.match(source) and not depth):
            depth -= 1
        elif OPENS.match(source):
            depth += 1
        if depth < 0:
            return False
    return depth == 0


def _promote(sources: list[str], numbers: Sequence[int], kind: str) -> None:
    first = numbers[0]
    sources[first] = _PLAIN.sub(rf"\1{kind} ", sources[first], count=1)
