"""The few names of WordprocessingML that templates and answers need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NAMESPACES = {"w": W, "w14": W14, "wp": WP, "mc": MC}

MAIN = "word/document.xml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
UTF8 = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def w(name: str) -> str:
    """Return `name` in the main namespace, as lxml writes it."""
    return f"{{{W}}}{name}"


BODY, PARAGRAPH, RUN, TEXT = w("body"), w("p"), w("r"), w("t")
TABLE, ROW, CELL = w("tbl"), w("tr"), w("tc")
NOTES, TEXT_BOX = (w("footnote"), w("endnote")), w("txbxContent")
# What has to hold a paragraph, besides cells.
HOLDERS = (w("hdr"), w("ftr"), *NOTES, w("comment"), TEXT_BOX)
PARAGRAPH_FORMAT, RUN_FORMAT, SECTION = w("pPr"), w("rPr"), w("sectPr")
# What wraps blocks, rows or cells without being one: content controls, custom XML, tracked changes.
WRAPPERS = frozenset(w(name) for name in "sdt sdtContent customXml ins del moveFrom moveTo".split())
_ORDER = [
    w(name)
    for name in (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
        "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
        "adjustRightInd snapToGrid spacing ind"
    ).split()
]
_LENGTH = re.compile(r"(?P<amount>\d+(?:\.\d+)?)(?P<unit>in|cm|mm|pt|pc|pi|)")
_UNITS = {"in": 1440, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "pt": 20, "pc": 240, "pi": 240, "": 1}
BREAK, TAB, VALUE = w("br"), w("tab"), w("val")
FALLBACK = f"{{{MC}}}Fallback"
"""What older programs show instead: the same words once more."""


def format_of(paragraph: Element) -> Element:
    """Return the format of `paragraph`, made if it has none."""
    form = paragraph.find(PARAGRAPH_FORMAT)
    if form is None:
        form = paragraph.makeelement(PARAGRAPH_FORMAT)
        paragraph.insert(0, form)
    return form


def ancestor(element: Element, name: str) -> Element | None:
    """Return the nearest ancestor called `name`, or None."""
    return next(element.iterancestors(name), None)


def inside(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those in content controls."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag in WRAPPERS:
            yield from inside(child, name)


def texts(paragraph: Element) -> Iterator[Element]:
    """Yield the text elements of `paragraph`, without those of text boxes inside it."""
    for text in paragraph.iter(TEXT):
        if ancestor(text, PARAGRAPH) is paragraph:
            yield text


def text_of(paragraph: Element) -> str:
    """Return what `paragraph` says: breaks as newlines, tabs as tabs."""
    return "".join(
        spoken(element)
        for element in paragraph.iter(TEXT, TAB, BREAK)
        if element.getparent().tag == RUN and ancestor(element, PARAGRAPH) is paragraph
    )


def spoken(element: Element) -> str:
    """Return what a text, tab or break element says."""
    if element.tag == TEXT:
        return element.text or ""
    return "\t" if element.tag == TAB else "\n"


def set_property(form: Element, name: str, **values: str) -> Element:
    """Set values of the property `name` in a paragraph's format, at its place: Word wants an order."""
    made = form.find(w(name))
    if made is not None:
        form.remove(made)
    made = form.makeelement(w(name)) if made is None else made
    for key, value in values.items():
        made.set(w(key), value)
    earlier = _ORDER[: _ORDER.index(w(name))]
    form.insert(sum(1 for child in form if child.tag in earlier), made)
    return made


def twentieths(length: str | None, default: int) -> int:
    """Return a length in twentieths of a point: `12240`, or with a unit as in `8.5in`."""
    found = _LENGTH.fullmatch(length or "")
    return round(float(found["amount"]) * _UNITS[found["unit"]]) if found else default


def keep_spaces(text: Element) -> None:
    """Tell Word to keep the spaces at the ends of `text`."""
    text.set(XML_SPACE, "preserve")
