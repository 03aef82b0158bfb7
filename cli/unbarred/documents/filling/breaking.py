"""Where a table breaks over pages: never so that its last row stands alone on the next one."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from unbarred.documents.filling.marks import TAG
from unbarred.documents.word.wordml import ROW, TABLE, inside, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:<w:pPr>(?:<w:pStyle [^>]*/>)?|<w:pPr/>)?")
_KEEP = "<w:keepNext/>"
_TABLE_END, _ROW_END, _ROW_STARTS = "</w:tbl>", "</w:tr>", ("<w:tr>", "<w:tr ")


def prepare_tables(root: Element) -> bool:
    """Let the tables below `root` whose rows repeat break well; return whether there are any.

    What stands before the first repeated row heads the table on every page, and
    no row is parted between two.
    """
    found = False
    for table in root.iter(TABLE):
        rows = list(inside(table, ROW))
        first = next((place for place, row in enumerate(rows) if is_governed(row)), None)
        if first is None:
            continue
        found = True
        for place, row in enumerate(rows):
            form = row.find(w("trPr"))
            form = _begun_with_form(row) if form is None else form
            for name in ("cantSplit", "tblHeader") if place < first else ("cantSplit",):
                if form.find(w(name)) is None:
                    form.append(form.makeelement(w(name)))
    return found


def is_governed(row: Element) -> bool:
    """Whether a tag of its table may govern `row`: one stands somewhere before it."""
    within = [row, *takewhile(lambda outer: outer.tag != TABLE, row.iterancestors())]
    return any(
        TAG in (each.getparent().text or "")
        or any(TAG in (before.tail or "") for before in each.itersiblings(preceding=True))
        for each in within
    )


def _begun_with_form(row: Element) -> Element:
    """Return the form that `row` is given, before all that its tags govern."""
    form, exceptions = row.makeelement(w("trPr")), row.find(w("tblPrEx"))
    if exceptions is not None:
        exceptions.addnext(form)
        form.tail, exceptions.tail = exceptions.tail, None
    else:
        row.insert(0, form)
        form.tail, row.text = row.text, None
    return form


def keep_last_rows(xml: str) -> str:
    """Return a filled part in which the last row but one of each table stays with the last."""
    pieces, position = [], 0
    end = xml.find(_TABLE_END)
    while end >= 0:
        row = _last_but_one(xml, position, end)
        if row:
            pieces += [xml[position : row[0]], _kept(xml[slice(*row)])]
            position = row[1]
        after = end + len(_TABLE_END)
        pieces.append(xml[position:after])
        position = after
        end = xml.find(_TABLE_END, after)
    pieces.append(xml[position:])
    return "".join(pieces)


def _last_but_one(xml: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the last row but one before `end` begins and ends, if there is one after `start`."""
    last = xml.rfind(_ROW_END, start, end)
    before = xml.rfind(_ROW_END, start, max(last, start))
    begins = max(xml.rfind(name, start, max(before, start)) for name in _ROW_STARTS)
    return (begins, before) if begins >= 0 else None


def _kept(row: str) -> str:
    if _KEEP in row:
        return row

    def keep(opening: re.Match[str]) -> str:
        words = opening.group()
        if words.endswith("<w:pPr/>"):
            return f"{words.removesuffix('<w:pPr/>')}<w:pPr>{_KEEP}</w:pPr>"
        return f"{words}{_KEEP}" if "<w:pPr>" in words else f"{words}<w:pPr>{_KEEP}</w:pPr>"

    return _PARAGRAPH.sub(keep, row)
