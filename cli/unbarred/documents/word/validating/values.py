"""Values that the schema limits, of what papers here are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from unbarred.documents.word.validating.fault import Fault, fault_at
from unbarred.documents.word.wordml import VALUE, W, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SIDES = (
    "start center end left right both distribute numTab mediumKashida highKashida lowKashida thaiDistribute"
)
_ON_OFF = "true false 1 0 on off"
_WORDS = {
    ("jc", "val"): _SIDES,
    ("lvlJc", "val"): _SIDES,
    ("tab", "val"): "clear start center end decimal bar num left right",
    ("tab", "leader"): "none dot hyphen underscore heavy middleDot",
    ("spacing", "lineRule"): "auto exact atLeast",
    ("headerReference", "type"): "even default first",
    ("footerReference", "type"): "even default first",
    ("br", "type"): "page column textWrapping",
    ("suff", "val"): "tab space nothing",
    ("vAlign", "val"): "top center both bottom",
    ("tblLayout", "type"): "fixed autofit",
    ("style", "type"): "paragraph character table numbering",
    ("multiLevelType", "val"): "singleLevel multilevel hybridMultilevel",
    ("fldChar", "fldCharType"): "begin separate end",
    ("vMerge", "val"): "continue restart",
    ("trHeight", "hRule"): "auto exact atLeast",
    ("vertAlign", "val"): "baseline superscript subscript",
    ("pgSz", "orient"): "portrait landscape",
    ("rFonts", "hint"): "default eastAsia cs",
    ("tblStylePr", "type"): "wholeTable firstRow lastRow firstCol lastCol band1Vert band2Vert band1Horz "
    "band2Horz neCell nwCell seCell swCell",
}
_WIDTHS = "tblW tcW tblInd top left bottom right start end wBefore wAfter tblCellSpacing".split()
_WORDS |= {(name, "type"): "nil pct dxa auto" for name in _WIDTHS}
_WORDS |= {
    (name, "val"): _ON_OFF
    for name in (
        "keepNext keepLines pageBreakBefore widowControl contextualSpacing b bCs i iCs caps smallCaps strike "
        "vanish cantSplit tblHeader titlePg qFormat bidi rtl cs"
    ).split()
}
_ALLOWED = {(w(name), w(key)): frozenset(words.split()) for (name, key), words in _WORDS.items()}
_WHOLE = re.compile(r"-?\d+")
_MEASURE = re.compile(r"-?\d+(?:\.\d+)?(?:mm|cm|in|pt|pc|pi|%)?")
_NUMBERS = {
    (w(name), w(key)): form
    for form, names in (
        (
            _WHOLE,
            "ilvl:val numId:val outlineLvl:val abstractNumId:val gridSpan:val start:val startOverride:val",
        ),
        (_WHOLE, "bookmarkStart:id bookmarkEnd:id lvl:ilvl num:numId abstractNum:abstractNumId"),
        (_MEASURE, "spacing:before spacing:after spacing:line ind:left ind:right ind:hanging ind:firstLine"),
        (_MEASURE, "tab:pos sz:val szCs:val pgSz:w pgSz:h gridCol:w tcW:w tblW:w pgMar:left pgMar:right"),
    )
    for name, _, key in (each.partition(":") for each in names.split())
}
_LEVELS = 9
_STYLE_FORM = frozenset((w("pStyle"), w("rStyle"), w("tblStyle"), w("basedOn"), w("next"), w("link")))


def value_faults(part: str, root: Element) -> Iterator[Fault]:
    """Yield each value in `root` that is none of those allowed."""
    for element in root.iter(f"{{{W}}}*"):
        for key, value in element.attrib.items():
            name = f"w:{element.tag.rpartition('}')[2]}"
            allowed = _ALLOWED.get((element.tag, key))
            form = _NUMBERS.get((element.tag, key))
            shown = f"{name} cannot be {value[:20]!r}"
            if (allowed and value not in allowed) or (form and not form.fullmatch(value)):
                yield fault_at(part, element, shown)
        if (
            element.tag == w("ilvl")
            and (element.get(VALUE) or "").isdigit()
            and int(element.get(VALUE)) >= _LEVELS
        ):
            yield fault_at(part, element, "a list has nine levels, 0 to 8")
        if element.tag in _STYLE_FORM and not element.get(VALUE):
            yield fault_at(part, element, "it names no style")
