"""Makes what two Word files both call by one name their own: styles, lists, bookmarks."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.word.wordml import (
    PARAGRAPH,
    PARAGRAPH_FORMAT,
    TABLE,
    VALUE,
    W14,
    XML_SPACE,
    format_of,
    w,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLED = [w(name) for name in "pStyle rStyle tblStyle basedOn next link styleLink numStyleLink".split()]
_STYLE, _STYLE_ID, _NUMBERS = w("style"), w("styleId"), w("numPr")
_BEFORE_NUMBERS = [
    w(name) for name in "pStyle keepNext keepLines pageBreakBefore framePr widowControl".split()
]
_OF_COMMENTS = [
    w(name) for name in "commentRangeStart commentRangeEnd commentReference annotationRef".split()
]
_REFERS = re.compile(r"\b((?:PAGE|NOTE)?REF|HYPERLINK\s+\\l)(\s+\"?)([^\s\"\\]+)")
_FIELDS = (w("instrText"), w("fldSimple"))
# The schema's order; Word refuses another.
_ORDER = {
    "pPr": [
        w(name)
        for name in (
            "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
            "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
            "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
            "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl"
        ).split()
    ],
    "rPr": [
        w(name)
        for name in (
            "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
            "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
            "fitText vertAlign rtl cs em lang eastAsianLayout specVanish"
        ).split()
    ],
}


def adapt(
    root: Element, styles: Element, lists: int, names: Mapping[str, str], usual: tuple[str, str]
) -> None:
    """Let a part of a paper use styles and lists as they are called in the one file.

    `styles` are the paper's own, `names` the new names of them by the old,
    `usual` the styles of paragraphs and tables that name none, and `lists` by
    how much the numbers of its lists were moved.
    """
    name_lists(root, styles)
    renumber_lists(root, lists)
    name_usual_style(root, *usual)
    rename_styles(root, names)
    forget_marks(root)


def rename_styles(root: Element, names: Mapping[str, str]) -> None:
    """Call the styles that a part uses by their new names."""
    for element in root.iter(*_STYLED):
        name = element.get(VALUE)
        element.set(VALUE, names.get(name, name))


def own_styles(styles: Element, tag: str) -> dict[str, str]:
    """Give every style of a file a name of its own, and return the new names by the old.

    What the file says of all its text is said by its usual style from then on.
    """
    names = {each.get(_STYLE_ID): f"{tag}{each.get(_STYLE_ID)}" for each in styles.iter(_STYLE)}
    rename_styles(styles, names)
    for style in styles.iter(_STYLE):
        style.set(_STYLE_ID, names[style.get(_STYLE_ID)])
        name = style.find(w("name"))
        if name is not None:
            name.set(VALUE, f"{name.get(VALUE)} ({tag})")
        if style.get(w("default")) == "1" and style.get(w("type")) == "paragraph":
            _say_for_all(styles, style)
        if w("default") in style.attrib:
            del style.attrib[w("default")]
    return names


def usual_style(styles: Element, kind: str) -> str:
    """Return the name of the style of what names none: of a `paragraph` or a `table`; empty if none."""
    for style in styles.iter(_STYLE):
        if style.get(w("type")) == kind and style.get(w("default")) == "1":
            return str(style.get(_STYLE_ID))
    return ""


def name_usual_style(root: Element, paragraph: str, table: str) -> None:
    """Let paragraphs and tables that name no style name the one they have."""
    for each in root.iter(PARAGRAPH) if paragraph else ():
        form = format_of(each)
        if form.find(w("pStyle")) is None:
            form.insert(0, form.makeelement(w("pStyle"), {VALUE: paragraph}))
    for each in root.iter(TABLE) if table else ():
        form = each.find(w("tblPr"))
        if form is not None and form.find(w("tblStyle")) is None:
            form.insert(0, form.makeelement(w("tblStyle"), {VALUE: table}))


def name_lists(root: Element, styles: Element) -> None:
    """Let paragraphs that are on a list by their style say so themselves."""
    by_style = _lists_by_style(styles)
    for paragraph in root.iter(PARAGRAPH):
        style = paragraph.find(f"{PARAGRAPH_FORMAT}/{w('pStyle')}")
        numbers = by_style.get(style.get(VALUE, "")) if style is not None else None
        form = format_of(paragraph)
        if numbers is not None and form.find(_NUMBERS) is None:
            place = sum(1 for child in form if _place(child, _ORDER["pPr"]) < _place(numbers, _ORDER["pPr"]))
            form.insert(place, copy.deepcopy(numbers))


def renumber_lists(root: Element, offset: int) -> None:
    """Move the numbers of all lists that a part uses by `offset`; 0 stays: it means no list."""
    for number in root.iter(w("numId")):
        value = int(number.get(VALUE, "0"))
        if value:
            number.set(VALUE, str(value + offset))


def rename_bookmarks(root: Element, tag: str) -> None:
    """Put `tag` before the names of bookmarks and wherever they are referred to."""
    names = {each.get(w("name")) for each in root.iter(w("bookmarkStart"))}
    for each in root.iter(w("bookmarkStart")):
        each.set(w("name"), f"{tag}{each.get(w('name'))}")
    for link in root.iter(w("hyperlink")):
        if link.get(w("anchor")) in names:
            link.set(w("anchor"), f"{tag}{link.get(w('anchor'))}")

    def renamed(found: re.Match[str]) -> str:
        return f"{found[1]}{found[2]}{tag if found[3] in names else ''}{found[3]}"

    for text in root.iter(_FIELDS[0]):
        text.text = _REFERS.sub(renamed, text.text or "")
    for field in root.iter(_FIELDS[1]):
        field.set(w("instr"), _REFERS.sub(renamed, field.get(w("instr"), "")))


def forget_marks(root: Element) -> None:
    """Take out comments, and numbers that Word gives to paragraphs and boxes for itself."""
    etree.strip_elements(root, *_OF_COMMENTS, with_tail=False)
    for element in root.iter(etree.Element):
        for key in (f"{{{W14}}}paraId", f"{{{W14}}}textId"):
            if key in element.attrib:
                del element.attrib[key]
    for box in root.iter(w("sdtPr")):
        for number in box.findall(w("id")):
            box.remove(number)


def count_in_section(root: Element, pages: int | None) -> None:
    """Let “of so many pages” count those of this paper, `pages` if known, and not of the whole file."""
    for text in root.iter(_FIELDS[0]):
        text.text = (text.text or "").replace("NUMPAGES", "SECTIONPAGES")
    for field in root.iter(_FIELDS[1]):
        if "NUMPAGES" in field.get(w("instr"), ""):
            field.set(w("instr"), field.get(w("instr")).replace("NUMPAGES", "SECTIONPAGES"))
            shown = field.find(f".//{w('t')}")
            if shown is not None and pages:
                shown.text = str(pages)
                shown.set(XML_SPACE, "preserve")


def _lists_by_style(styles: Element) -> dict[str, Element]:
    """Return what puts paragraphs on a list by their style, also where a style rests on another."""
    by_name = {each.get(_STYLE_ID): each for each in styles.iter(_STYLE)}
    found: dict[str, Element] = {}
    for name, style in by_name.items():
        seen: set[str] = set()
        current, above = style, name
        while current is not None and above not in seen:
            seen.add(above)
            numbers = current.find(f"{PARAGRAPH_FORMAT}/{_NUMBERS}")
            if numbers is not None:
                found[name] = numbers
                break
            parent = current.find(w("basedOn"))
            above = parent.get(VALUE) if parent is not None else ""
            current = by_name.get(above)
    return found


def _say_for_all(styles: Element, usual: Element) -> None:
    """Move what `styles` says of all text into the usual style, below what that says itself."""
    for kind, name in (("pPrDefault", "pPr"), ("rPrDefault", "rPr")):
        said = styles.find(f"{w('docDefaults')}/{w(kind)}/{w(name)}")
        if said is None:
            continue
        own = usual.find(w(name))
        if own is None:
            own = usual.makeelement(w(name))
            place = usual.find(w("rPr"))
            usual.insert(usual.index(place), own) if place is not None else usual.append(own)
        there = {child.tag for child in own}
        missing = [copy.deepcopy(child) for child in said if child.tag not in there]
        own[:] = sorted([*own, *missing], key=lambda child: _place(child, _ORDER[name]))


def _place(child: Element, order: list[str]) -> int:
    return order.index(child.tag) if child.tag in order else len(order)
