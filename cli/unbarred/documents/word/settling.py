"""Takes the tracked changes in a part as accepted: what was taken out is gone, and nobody's name stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unbarred.documents.word.wordml import PARAGRAPH, PARAGRAPH_FORMAT, ROW, RUN_FORMAT, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TAKEN_OUT = [w("del"), w("moveFrom")]
_PUT_IN = [w("ins"), w("moveTo")]
_FORMER = [
    w(name)
    for name in (
        "rPrChange pPrChange sectPrChange tblPrChange tblGridChange trPrChange tcPrChange tblPrExChange "
        "numberingChange moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd "
        "customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd "
        "cellIns cellDel cellMerge"
    ).split()
]
_MARKED = f"{PARAGRAPH_FORMAT}/{RUN_FORMAT}"


def settle(root: Element) -> None:
    """Accept every tracked change below `root`, in place."""
    if next(root.iter(*_TAKEN_OUT, *_PUT_IN, *_FORMER), None) is None:
        return
    for element in list(root.iter(*_FORMER)):
        _remove(element)
    for row in list(root.iter(ROW)):
        if row.find(f"{w('trPr')}/{w('del')}") is not None:
            _remove(row)
    for table in [each for each in root.iter(w("tbl")) if each.find(f".//{ROW}") is None]:
        _remove(table)
    ended = [each for each in root.iter(PARAGRAPH) if _mark_is_taken_out(each)]
    for element in list(root.iter(*_TAKEN_OUT)):
        _remove(element)
    for element in list(root.iter(*_PUT_IN)):
        _unwrap(element)
    for paragraph in ended:
        _join_with_next(paragraph)


def _mark_is_taken_out(paragraph: Element) -> bool:
    return any(paragraph.find(f"{_MARKED}/{name}") is not None for name in _TAKEN_OUT)


def _join_with_next(paragraph: Element) -> None:
    """Put what is left of a paragraph without its end before what follows, which keeps its format."""
    left = [child for child in paragraph if child.tag != PARAGRAPH_FORMAT]
    following = paragraph.getnext()
    if following is not None and following.tag == PARAGRAPH:
        at = 1 if following.find(PARAGRAPH_FORMAT) is not None else 0
        following[at:at] = left
        _remove(paragraph)
    elif not left and _may_go(paragraph):
        _remove(paragraph)


def _may_go(paragraph: Element) -> bool:
    """Whether what holds the paragraph holds another too: a cell needs one."""
    return any(each is not paragraph for each in paragraph.getparent().iterchildren(PARAGRAPH))


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    at = parent.index(element)
    parent[at : at + 1] = list(element)
