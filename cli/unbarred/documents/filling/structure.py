"""What a template's own structure says about its filling: what can go wrong, and how tables break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unbarred.documents.filling.marks import TAG
from unbarred.documents.word.wordml import CELL, NAMESPACES, PARAGRAPH, ROW, TABLE, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# The schema's order of a row's properties is free: each may stand anywhere among them.
_NUMBERED = "//w:bookmarkStart | //wp:docPr"


def needs_mending(root: Element) -> bool:
    """Whether a filling of `root`, its tags lifted, can leave behind what Word refuses.

    That is a table without rows, a cell without a paragraph at its end, cells
    that a grid has no columns for, or an id twice.
    """
    if root.xpath(_NUMBERED, namespaces=NAMESPACES) and root.xpath(f"//*[contains(text(), '{TAG}')]"):
        return True
    if any(not any(_is_kept(row) for row in table.findall(ROW)) for table in root.iter(TABLE)):
        return True
    if any(_holds_tags(row) for row in root.iter(ROW)):
        return True
    return any(_can_end_empty(cell) for cell in root.iter(CELL))


def _holds_tags(row: Element) -> bool:
    """Whether cells of `row` come and go."""
    return TAG in (row.text or "") or any(TAG in (child.tail or "") for child in row)


def _can_end_empty(cell: Element) -> bool:
    return len(cell) == 0 or cell[-1].tag != PARAGRAPH or TAG in (cell[-1].tail or "") or _holds_tags(cell)


def _is_kept(row: Element) -> bool:
    """Whether no tag of its table governs `row`: none stands before it."""
    return TAG not in (row.getparent().text or "") and not any(
        TAG in (before.tail or "") for before in row.itersiblings(preceding=True)
    )


def prepare_tables(root: Element) -> None:
    """Let the tables below `root` whose rows repeat break well: headings again, no row in two.

    What stands before the first repeated row heads the table on every page.
    """
    for table in root.iter(TABLE):
        rows = table.findall(ROW)
        first = next((place for place, row in enumerate(rows) if not _is_kept(row)), None)
        if first is None:
            continue
        for place, row in enumerate(rows):
            form = row.find(w("trPr"))
            if form is None:
                form = row.makeelement(w("trPr"))
                row.insert(1 if row.find(w("tblPrEx")) is not None else 0, form)
            for name in ("cantSplit", "tblHeader") if place < first else ("cantSplit",):
                if form.find(w(name)) is None:
                    form.append(form.makeelement(w(name)))
