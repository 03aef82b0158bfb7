"""Takes out of a part what a reader of the paper does not see but a reader of the file does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unbarred.documents.word.wordml import ROW, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_GONE = {w("del"), w("moveFrom")}
_KEPT = {w("ins"), w("moveTo")}
_FORMER = {
    w(name)
    for name in (
        "rPrChange pPrChange sectPrChange tblPrChange tblGridChange trPrChange tcPrChange tblPrExChange "
        "numberingChange moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd "
        "customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd "
        "cellIns cellDel cellMerge"
    ).split()
}
_ROW_FORMAT = w("trPr")


def settle_changes(root: Element) -> None:
    """Make tracked changes final: what was deleted goes, what was added stays, without a name."""
    for element in list(root.iter(*_GONE)):
        parent = element.getparent()
        if parent is None:
            continue
        row = parent.getparent() if parent.tag == _ROW_FORMAT else None
        if row is not None and row.tag == ROW and row.getparent() is not None:
            row.getparent().remove(row)
        else:
            parent.remove(element)
    for element in list(root.iter(*_KEPT)):
        _unwrap(element)
    for element in list(root.iter(*_FORMER)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _unwrap(element: Element) -> None:
    """Put what the element holds in its place."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    children = list(element)
    parent.remove(element)
    for offset, child in enumerate(children):
        parent.insert(place + offset, child)
