"""How paragraphs, tables and sections may stand in one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from unbarred.documents.word.validating.fault import Fault, fault_at
from unbarred.documents.word.wordml import (
    BODY,
    CELL,
    NAMESPACES,
    PARAGRAPH,
    PARAGRAPH_FORMAT,
    ROW,
    RUN,
    SECTION,
    TABLE,
    TEXT,
    WRAPPERS,
    XML_SPACE,
    W,
    inside,
    w,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TABLE_FORMS = (w("tblPr"), w("tblGrid"))
_BLOCKS = (PARAGRAPH, TABLE)
_RUN_PARENTS = frozenset(
    w(name)
    for name in (
        "p hyperlink fldSimple ins del moveFrom moveTo smartTag sdtContent customXml dir bdo rt rubyBase"
    ).split()
)


def structure_faults(part: str, root: Element) -> Iterator[Fault]:
    """Yield what stands where it may not, and what lacks what it must have."""
    yield from _line_faults(part, root)
    yield from _text_faults(part, root)
    for table in root.iter(TABLE):
        yield from _table_faults(part, table)
    for cell in root.iter(CELL):
        yield from _cell_faults(part, cell)
    for body in root.iter(BODY):
        yield from _body_faults(part, body)
    if root.tag in (w("hdr"), w("ftr")) and root.find(f".//{PARAGRAPH}") is None:
        yield fault_at(part, root, "a header or footer has to have a paragraph")


def _line_faults(part: str, root: Element) -> Iterator[Fault]:
    for paragraph in root.iter(PARAGRAPH):
        outer = next(paragraph.iterancestors(PARAGRAPH, w("txbxContent")), None)
        if outer is not None and outer.tag == PARAGRAPH:
            yield fault_at(part, paragraph, "a paragraph stands inside a paragraph")
    for run in root.iter(RUN):
        parent = run.getparent()
        if parent is not None and parent.tag.startswith(f"{{{W}}}") and parent.tag not in _RUN_PARENTS:
            yield fault_at(part, run, "a run stands outside a paragraph")


def _text_faults(part: str, root: Element) -> Iterator[Fault]:
    for text in root.iter(TEXT, w("delText"), w("instrText")):
        words = text.text or ""
        if len(text):
            yield fault_at(part, text, "a text holds an element")
        if words != words.strip(" \t\n") and text.get(XML_SPACE) != "preserve":
            yield fault_at(part, text, "spaces at the ends of a text are lost without xml:space")


def _table_faults(part: str, table: Element) -> Iterator[Fault]:
    rows = list(inside(table, ROW))
    if not rows:
        yield fault_at(part, table, "a table has no row")
    forms = [child.tag for child in table if child.tag in _TABLE_FORMS]
    if forms != list(_TABLE_FORMS):
        yield fault_at(part, table, "a table has to begin with one w:tblPr and one w:tblGrid after it")
    columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
    for row in rows:
        cells = list(inside(row, CELL))
        if not cells:
            yield fault_at(part, row, "a row has no cell")
        elif (wide := _width(row, cells)) > columns:
            yield fault_at(part, row, f"a row is {wide} columns wide, the table's grid has {columns}")
        forms = [place for place, child in enumerate(row) if child.tag == w("trPr")]
        if forms and (len(forms) > 1 or any(child.tag != w("tblPrEx") for child in row[: forms[0]])):
            yield fault_at(part, row, "w:trPr has to come first, and once")


def _width(row: Element, cells: list[Element]) -> int:
    """Return how many columns of the grid a row takes."""
    spans = row.xpath("./w:trPr/w:gridBefore/@w:val | ./w:trPr/w:gridAfter/@w:val", namespaces=NAMESPACES)
    for cell in cells:
        own = cell.xpath("./w:tcPr/w:gridSpan/@w:val", namespaces=NAMESPACES)
        spans.append(own[0] if own else "1")
    return sum(int(span) for span in spans if span.isdigit())


def _cell_faults(part: str, cell: Element) -> Iterator[Fault]:
    blocks = [child for child in cell if child.tag in _BLOCKS or child.tag in WRAPPERS]
    if not blocks:
        yield fault_at(part, cell, "a cell has no paragraph")
    elif blocks[-1].tag == TABLE:
        yield fault_at(part, cell, "a cell has to end with a paragraph")
    if cell.getparent().tag not in (ROW, *WRAPPERS):
        yield fault_at(part, cell, "a cell stands outside a row")


def _body_faults(part: str, body: Element) -> Iterator[Fault]:
    sections = [place for place, child in enumerate(body) if child.tag == SECTION]
    if sections and sections != [len(body) - 1]:
        yield fault_at(part, body, "the section's form has to come last in the body, and once")
    for child in body:
        if child.tag in (RUN, ROW, CELL, TEXT, PARAGRAPH_FORMAT):
            yield fault_at(part, child, "this cannot stand in the body by itself")
    for section in body.iter(SECTION):
        for end in ("headerReference", "footerReference"):
            kinds = [each.get(w("type")) for each in section.findall(w(end))]
            if len(kinds) > len(set(kinds)):
                yield fault_at(part, section, f"two of w:{end} are of one type")
