"""What one paragraph says, with everything in it that is not a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from unbarred.documents.word.wordml import FALLBACK, PARAGRAPH, PARAGRAPH_FORMAT, RUN_FORMAT, TEXT, WP, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BOX = w("txbxContent")
_PICTURES = (w("drawing"), w("pict"), w("object"))
DRAWN = f"{{{WP}}}docPr"
SIMPLE_FIELD, FIELD_MARK, INSTRUCTION = w("fldSimple"), w("fldChar"), w("instrText")
NOTE_SIGNS = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_COMMENT = w("commentReference")
LAID_OUT = "PAGE|NUMPAGES|SECTIONPAGES|SECTION|DATE|TIME|PRINTDATE|SAVEDATE"
"""Fields that Word works out anew each time it lays out the pages."""
_LAID_OUT = re.compile(rf"\s*({LAID_OUT})\b", re.IGNORECASE)
LETTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_SPEAKING = {TEXT, w("br"), w("sym"), FIELD_MARK, INSTRUCTION, _COMMENT, *_PICTURES, *LETTERS, *NOTE_SIGNS}
_SILENT = {PARAGRAPH_FORMAT, RUN_FORMAT, FALLBACK}


def said(paragraph: Element) -> str:
    """Return what `paragraph` says.

    Line breaks are newlines, page breaks form feeds. In square brackets stand a field that Word works
    out (`[PAGE]`), a picture, and the sign of a note or comment with its id (`[footnote 2]`). What a
    text box says is no part of it.
    """
    return "".join(_pieces(paragraph))


def boxes(paragraph: Element) -> list[Element]:
    """Return the contents of the text boxes that hang on `paragraph`, each once."""
    return [
        box
        for box in paragraph.iter(BOX)
        if next(box.iterancestors(FALLBACK), None) is None
        and next(box.iterancestors(PARAGRAPH), None) is paragraph
    ]


def _pieces(paragraph: Element) -> Iterator[str]:
    # A field is begun, instructed, separated from its result, and ended; fields stand in one another.
    instructions: list[str] = []
    hidden: list[bool] = []
    for element in _spoken(paragraph):
        if element.tag == FIELD_MARK:
            kind = element.get(w("fldCharType"))
            if kind == "begin":
                instructions.append("")
                hidden.append(True)
            elif kind == "separate" and instructions:
                shown = _LAID_OUT.match(instructions[-1])
                hidden[-1] = shown is not None
                if shown and not any(hidden[:-1]):
                    yield f"[{shown[1].upper()}]"
            elif kind == "end" and instructions:
                instructions.pop()
                hidden.pop()
        elif element.tag == INSTRUCTION and instructions:
            instructions[-1] += element.text or ""
        elif not any(hidden):
            yield _said(element)


def _spoken(element: Element) -> Iterator[Element]:
    """Yield what speaks below `element`, in order, without what stands in boxes and formats."""
    for child in element:
        if child.tag in _SPEAKING or _is_laid_out(child):
            yield child
        elif child.tag not in _SILENT:
            yield from _spoken(child)


def _is_laid_out(element: Element) -> bool:
    return element.tag == SIMPLE_FIELD and _LAID_OUT.match(element.get(w("instr"), "")) is not None


def _said(element: Element) -> str:
    tag = element.tag
    if tag == TEXT:
        return element.text or ""
    if tag == w("br"):
        return "\f" if element.get(w("type")) == "page" else "\n"
    if tag in LETTERS:
        return LETTERS[tag]
    if tag == w("sym"):
        return "•"
    if tag in NOTE_SIGNS:
        return f"[{NOTE_SIGNS[tag]} {element.get(w('id'), '')}]"
    if tag == _COMMENT:
        return f"[comment {element.get(w('id'), '')}]"
    if tag == SIMPLE_FIELD:
        shown = _LAID_OUT.match(element.get(w("instr"), ""))
        return f"[{shown[1].upper()}]" if shown else ""
    return _pictured(element) if tag in _PICTURES else ""


def _pictured(element: Element) -> str:
    """Return the words for a picture; a text box is said elsewhere."""
    if next(element.iter(BOX), None) is not None:
        return ""
    properties = next(element.iter(DRAWN), None)
    words = "" if properties is None else properties.get("descr") or properties.get("title") or ""
    return f"[picture: {words}]" if words else "[picture]"
