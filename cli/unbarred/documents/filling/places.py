"""Where in a Word file a paragraph stands, in the words of somebody who has it open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.word.wordml import CELL, NOTES, PARAGRAPH, ROW, TABLE, TEXT_BOX, ancestor, inside

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BODY = "the body"
_PARTS = (
    (re.compile(r"word/header\d*\.xml$"), "the header"),
    (re.compile(r"word/footer\d*\.xml$"), "the footer"),
    (re.compile(r"word/footnotes\.xml$"), "a footnote"),
    (re.compile(r"word/endnotes\.xml$"), "an endnote"),
    (re.compile(r"word/comments\.xml$"), "a comment"),
    (re.compile(r"docProps/"), "the document properties"),
)


@dataclass(frozen=True)
class Place:
    """Where something stands: the part of the paper, and the row and cell of a table, counted from 1.

    `part` is in words: `the body`, `the header`, `footnote 2`, `a text box in the body`.
    """

    part: str = BODY
    table: int = 0
    row: int = 0
    cell: int = 0

    def __str__(self) -> str:
        if not self.table:
            return self.part
        return f"table {self.table} of {self.part}, row {self.row}, cell {self.cell}"


def place_of(element: Element, part: str) -> Place:
    """Return where `element` stands in the part of the package called `part`."""
    where = next((words for pattern, words in _PARTS if pattern.match(part)), BODY)
    note = next(element.iterancestors(*NOTES), None)
    if note is not None:
        # Word keeps two notes of its own before the first that a reader sees.
        before = [each for each in note.itersiblings(note.tag, preceding=True) if _is_read(each)]
        where = f"{where.rpartition(' ')[2]} {len(before) + 1}"
    if ancestor(element, TEXT_BOX) is not None:
        where = f"a text box in {where}"
    cell = element if element.tag == CELL else ancestor(element, CELL)
    row = element if element.tag == ROW else ancestor(element, ROW)
    table = ancestor(element, TABLE)
    if table is None or row is None:
        return Place(where)
    tables = list(table.getroottree().iter(TABLE))
    cells = list(inside(row, CELL))
    column = cells.index(cell) + 1 if cell in cells else 1
    return Place(where, tables.index(table) + 1, list(inside(table, ROW)).index(row) + 1, column)


def paragraph_of(element: Element) -> Element | None:
    """Return the paragraph that `element` is or stands in."""
    return element if element.tag == PARAGRAPH else ancestor(element, PARAGRAPH)


def _is_read(note: Element) -> bool:
    return not any(key.endswith("}type") and value != "normal" for key, value in note.attrib.items())
