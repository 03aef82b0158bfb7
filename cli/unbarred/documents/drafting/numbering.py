"""The numbers and bullets of an author's lists: each list counts for itself, nine deep."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from unbarred.documents.composing.build import INCH, document_xml, element
from unbarred.documents.drafting.layouts import item_left

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BULLETS = 1
"""The number under which bullets are known."""
_COUNTED = (("decimal", "%{}."), ("lowerLetter", "(%{})"), ("lowerRoman", "(%{})"))
_BULLETS = (("bullet", "•"), ("bullet", "–"), ("bullet", "▪"))
_LEVELS = 9
_COUNTING = 2


def number_of(list_number: int) -> int:
    """Return the number under which the list is known in the document."""
    return BULLETS + list_number


def numbering_part(starts: Sequence[int]) -> bytes:
    """Return `word/numbering.xml` for lists that begin with these numbers."""
    kinds = [_definition(BULLETS, _BULLETS, 0.25), _definition(_COUNTING, _COUNTED, 0.45)]
    lists = [element("num", element("abstractNumId", val=BULLETS), numId=BULLETS)]
    lists += [_list(number, start) for number, start in enumerate(starts, start=1)]
    return document_xml(element("numbering", *kinds, *lists))


def _list(number: int, start: int) -> Element:
    begins = (
        element("lvlOverride", element("startOverride", val=start), ilvl=level) for level in range(_LEVELS)
    )
    return element("num", element("abstractNumId", val=_COUNTING), *begins, numId=number_of(number))


def _definition(number: int, kinds: Sequence[tuple[str, str]], hanging: float) -> Element:
    levels = []
    for level in range(_LEVELS):
        kind, shown = kinds[level % len(kinds)]
        levels.append(
            element(
                "lvl",
                element("start", val=1),
                element("numFmt", val=kind),
                element("suff", val="tab"),
                element("lvlText", val=shown.format(level + 1)),
                element("lvlJc", val="left"),
                element(
                    "pPr",
                    element("ind", left=round(item_left(level) * INCH), hanging=round(hanging * INCH)),
                ),
                ilvl=level,
            )
        )
    return element("abstractNum", element("multiLevelType", val="multilevel"), *levels, abstractNumId=number)
