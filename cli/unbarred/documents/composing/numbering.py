"""Word's own numbering for paragraphs, bullets and boxes to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unbarred.documents.composing.build import INCH, document_xml, element
from unbarred.documents.composing.style import STYLES, Style

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NUMBERS, BULLETS, BOXES = 1, 2, 3
# How each level of each list is counted, and what it prints.
_LEVELS = {
    NUMBERS: (("decimal", "%1."), ("lowerLetter", "(%2)")),
    BULLETS: (("bullet", "•"), ("bullet", "–")),
    BOXES: (("bullet", "☐"),),
}
_SYMBOLS = "Segoe UI Symbol"


def numbering_part(restarts: int) -> bytes:
    """Return `word/numbering.xml` with `restarts` further lists that begin at 1 again.

    Their numbers are those after `BOXES`.
    """
    abstract = [_definition(number) for number in _LEVELS]
    lists = [element("num", element("abstractNumId", val=number), numId=number) for number in _LEVELS]
    again = [
        element(
            "num",
            element("abstractNumId", val=NUMBERS),
            *(element("lvlOverride", element("startOverride", val=1), ilvl=level) for level in (0, 1)),
            numId=BOXES + count,
        )
        for count in range(1, restarts + 1)
    ]
    return document_xml(element("numbering", *abstract, *lists, *again))


def _definition(number: int) -> Element:
    levels = [_level(number, level, style) for level, style in enumerate(_styles(number))]
    kind = element("multiLevelType", val="multilevel" if len(levels) > 1 else "singleLevel")
    return element("abstractNum", kind, *levels, abstractNumId=number)


def _styles(number: int) -> list[Style]:
    """Return the paragraph styles of a list, by level."""
    levelled = [style for style in STYLES if style.list_level and style.list_level[0] == number]
    return sorted(levelled, key=lambda style: style.list_level or (0, 0))


def _level(number: int, level: int, style: Style) -> Element:
    kind, shown = _LEVELS[number][level]
    symbols = element("rFonts", ascii=_SYMBOLS, hAnsi=_SYMBOLS, cs=_SYMBOLS, hint="default")
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=kind),
        element("pStyle", val=style.id),
        element("suff", val="tab"),
        element("lvlText", val=shown),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=round(style.left * INCH), hanging=round(style.hanging * INCH))),
        element("rPr", symbols) if number == BOXES else None,
        ilvl=level,
    )
