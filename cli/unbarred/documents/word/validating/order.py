"""The order in which the schema wants the children of an element: Word refuses another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from unbarred.documents.word.validating.fault import Fault, fault_at
from unbarred.documents.word.wordml import W, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SIDES = "top start left bottom end right insideH insideV"
_FORMS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow "
    "emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
    "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription "
    "tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
    "hideMark headers cellIns cellDel cellMerge tcPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings sectPrChange",
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left bottom right between bar",
    "tblBorders": _SIDES,
    "tcBorders": f"{_SIDES} tl2br tr2bl",
    "tblCellMar": _SIDES,
    "tcMar": _SIDES,
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
    "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "docDefaults": "rPrDefault pPrDefault",
    "styles": "docDefaults latentStyles style",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "document": "background body",
}
_ORDER = {
    w(parent): {w(child): place for place, child in enumerate(children.split())}
    for parent, children in _FORMS.items()
}
_MANY = frozenset(
    w(name)
    for name in "headerReference footerReference style tblStylePr abstractNum num lvl lvlOverride".split()
)
# One place for both: headers and footers of a section may stand in any order.
_ORDER[w("sectPr")][w("footerReference")] = _ORDER[w("sectPr")][w("headerReference")]
_FIRST = {w("p"): w("pPr"), w("r"): w("rPr"), w("tc"): w("tcPr")}


def order_faults(part: str, root: Element) -> Iterator[Fault]:
    """Yield each element of `root` that stands where the schema does not want it."""
    for element in root.iter(f"{{{W}}}*"):
        if element.tag in _ORDER:
            yield from _out_of_order(part, element, _ORDER[element.tag])
        first = _FIRST.get(element.tag)
        if first and any(child.tag == first for child in element[1:]):
            yield fault_at(part, element, f"{_short(first)} has to come first, and once")


def _out_of_order(part: str, parent: Element, order: dict[str, int]) -> Iterator[Fault]:
    reached, before = -1, ""
    for child in parent.iterchildren(f"{{{W}}}*"):
        place = order.get(child.tag)
        name = _short(child.tag)
        if place is None:
            yield fault_at(part, child, f"{_short(parent.tag)} has no {name}")
        elif place < reached:
            yield fault_at(part, child, f"{name} has to come before {before}")
        elif place == reached and child.tag not in _MANY:
            yield fault_at(part, child, f"{name} stands there twice")
        else:
            reached, before = place, name


def _short(tag: str) -> str:
    return f"w:{tag.rpartition('}')[2]}"
