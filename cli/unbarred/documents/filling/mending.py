"""Keeps a filled document one that Word opens, whatever its loops and conditions left over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.word.wordml import (
    CELL,
    HOLDERS,
    NAMESPACES,
    PARAGRAPH,
    ROW,
    TABLE,
    VALUE,
    WRAPPERS,
    inside,
    twentieths,
    w,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BOOKMARKS = etree.XPath("//w:bookmarkStart | //w:bookmarkEnd", namespaces=NAMESPACES)
_DRAWINGS = etree.XPath("//wp:docPr", namespaces=NAMESPACES)
_CONTROLS = etree.XPath("//w:sdtPr/w:id", namespaces=NAMESPACES)
_UNNAMED = etree.XPath("//*[namespace-uri()='']")
_WITH_NUMBERS = ("docPr", "bookmark", "sdtPr")
_WITHOUT_PREFIX = re.compile(r"<[^\W\d][^\s:/>]*[\s/>]")


def has_numbers(source: str) -> bool:
    """Say whether anything in the XML `source` has an id that must be the only one of its kind."""
    return any(name in source for name in _WITH_NUMBERS)


def mend(root: Element, source: str | None = None) -> None:
    """Complete cells, tables and what else needs a paragraph below `root`, and make its ids unique again.

    What `source`, the XML that `root` was read from, does not name is not looked for.
    """

    def may_have(name: str) -> bool:
        return source is None or name in source

    if may_have("tbl"):
        _mend_tables(root)
    for holder in root.iter(*HOLDERS):
        if not _has_paragraph(holder):
            holder.append(holder.makeelement(PARAGRAPH))
    if may_have("docPr"):
        for number, drawing in enumerate(_DRAWINGS(root), start=1):
            drawing.set("id", str(number))
    if may_have("bookmark"):
        _renumber_bookmarks(root)
    if may_have("sdtPr"):
        _renumber_controls(root)


def _mend_tables(root: Element) -> None:
    for table in list(root.iter(TABLE)):
        if table.find(f".//{ROW}") is None:
            # A loop over nothing; Word refuses a table without rows.
            table.getparent().remove(table)
    for cell in root.iter(CELL):
        blocks = [child for child in cell if child.tag in (PARAGRAPH, TABLE) or child.tag in WRAPPERS]
        if not blocks or blocks[-1].tag == TABLE or not _has_paragraph(blocks[-1]):
            cell.append(cell.makeelement(PARAGRAPH))
    for table in root.iter(TABLE):
        _fit_grid(table)


def foreign_element(root: Element, source: str) -> str | None:
    """Return the name of an element that no Word document has, or None; `source` is the XML of `root`."""
    # All of Word's names have a prefix, as a rule: then there is nothing to look for.
    found = _UNNAMED(root) if _WITHOUT_PREFIX.search(source) else ()
    return found[0].tag if found else None


def _has_paragraph(element: Element) -> bool:
    return next(element.iter(PARAGRAPH), None) is not None


def _fit_grid(table: Element) -> None:
    """Give `table` as many grid columns as its widest row has cells."""
    grid = table.find(w("tblGrid"))
    if grid is None:
        return
    widest = max((len(list(inside(row, CELL))) for row in inside(table, ROW)), default=0)
    missing = widest - len(grid)
    if missing <= 0:
        return
    total = sum(twentieths(column.get(w("w")), 0) for column in grid)
    for _ in range(missing):
        grid.append(grid.makeelement(w("gridCol")))
    for column in grid:
        column.set(w("w"), str(total // widest))


def _renumber_controls(root: Element) -> None:
    """Leave each number to the first content control that has it: Word gives the others new ones."""
    seen: set[str] = set()
    for number in _CONTROLS(root):
        if number.get(VALUE) in seen:
            number.getparent().remove(number)
        seen.add(number.get(VALUE, ""))


def _renumber_bookmarks(root: Element) -> None:
    """Pair starts and ends anew: a loop has printed the same ids, and names, again."""
    opened: dict[str, str] = {}
    names: set[str] = set()
    for count, bookmark in enumerate(_BOOKMARKS(root)):
        old = bookmark.get(w("id"), "")
        if bookmark.tag == w("bookmarkStart"):
            opened[old] = str(count)
            name = bookmark.get(w("name"), "")
            if name in names:
                bookmark.set(w("name"), f"{name}_{count}")
            names.add(name)
        bookmark.set(w("id"), opened.get(old, str(count)))
