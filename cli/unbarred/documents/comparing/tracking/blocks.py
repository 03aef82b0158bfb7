"""Writes what changed among the paragraphs, tables and rows of a story."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from unbarred.documents.comparing.matching import Fellows, blocks, rows
from unbarred.documents.comparing.reading.inline import BOX
from unbarred.documents.comparing.reading.walking import cells_of
from unbarred.documents.comparing.tracking.marks import Kind
from unbarred.documents.comparing.tracking.paragraphs import Ground, change, put_in, taken_out
from unbarred.documents.word.wordml import (
    PARAGRAPH,
    PARAGRAPH_FORMAT,
    ROW,
    RUN_FORMAT,
    SECTION,
    TABLE,
    ancestor,
    format_of,
    w,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FIRST = {w("tcPr"), w("tblPr"), w("tblGrid"), w("tblPrEx"), w("trPr")}
"""What stands before all else in a cell or table."""


def track(ground: Ground, before: Element, after: Element) -> None:
    """Write into `after`, a story or cell, what makes it differ from `before`."""
    pairs = _ended_alike(ground.comparison.blocks(before, after, ground.parts), before, after)
    placed = [element for _, element in _written(ground, pairs, after, blocks)]
    ends, moved = _ends(pairs)
    if moved is not None:
        _swap_formats(ground, pairs[moved][0], placed[moved], placed[-1], ends[moved])
    for element, end in zip(placed, ends, strict=True):
        if end is not None:
            ground.marks.end(element, end)


def put_all_in(ground: Ground, story: Element) -> None:
    """Mark everything in a story that is new."""
    for block in blocks(story):
        _put_in(ground, block)


def taken_out_blocks(ground: Ground, story: Element) -> list[Element]:
    """Return copies of everything in a story of the older paper, marked as taken out."""
    return [_taken_out(ground, block) for block in blocks(story)]


def _written(
    ground: Ground, pairs: list[Fellows], holder: Element, listed: Callable[[Element], list[Element]]
) -> Iterator[tuple[Fellows, Element]]:
    """Write each pair; yield it with the element that stands for it in the newer paper."""
    last: Element | None = None
    for old, new in pairs:
        if new is None:
            assert old is not None
            made = _taken_out(ground, old)
            _place(made, last, holder, listed)
            last = made
        else:
            if old is None:
                _put_in(ground, new)
            elif ground.comparison.differ((old, new), ground.parts):
                _change(ground, old, new)
            last = new
        yield (old, new), last


def _change(ground: Ground, before: Element, after: Element) -> None:
    if after.tag == PARAGRAPH:
        change(ground, before, after)
    elif after.tag == TABLE:
        pairs = ground.comparison.rows(before, after, ground.parts)
        for _ in _written(ground, pairs, after, rows):
            pass
        _widen(before, after)
    else:
        for one, other in zip(cells_of(before), cells_of(after), strict=True):
            track(ground, one, other)


def _widen(before: Element, after: Element) -> None:
    """Give the table `after` as many columns as rows of `before` in it need."""
    old, new = (each.find(w("tblGrid")) for each in (before, after))
    if old is not None and new is not None:
        new.extend(copy.deepcopy(column) for column in old[len(new) :])


def _put_in(ground: Ground, element: Element) -> None:
    for row in _own(element, ROW):
        ground.marks.row(row, "ins")
    for paragraph in _own(element, PARAGRAPH):
        put_in(ground, paragraph)


def _taken_out(ground: Ground, element: Element) -> Element:
    """Return a copy of a paragraph, table or row of the older paper that is marked as taken out."""
    if element.tag == PARAGRAPH:
        return taken_out(ground, element)
    made = copy.deepcopy(element)
    for old, new in zip(_own(element, PARAGRAPH), _own(made, PARAGRAPH), strict=True):
        new.getparent().replace(new, taken_out(ground, old))
    for form in _own(made, w("tblPr")):
        ground.carrier.settle(form, *ground.parts)
    for row in _own(made, ROW):
        for name in [name for name in row.attrib if not name.startswith(w(""))]:
            del row.attrib[name]
        ground.marks.row(row, "del")
    return made


def _own(element: Element, name: str) -> list[Element]:
    """Return what is called `name` in `element`, itself too, but not in text boxes in it."""
    box = ancestor(element, BOX)
    return [each for each in element.iter(name) if ancestor(each, BOX) is box]


def _place(
    made: Element, last: Element | None, holder: Element, listed: Callable[[Element], list[Element]]
) -> None:
    """Put `made` after `last`, or before everything of its kind in `holder`."""
    if last is not None:
        last.addnext(made)
        return
    first = next(iter(listed(holder)), None)
    if first is not None:
        first.addprevious(made)
    else:
        holder.insert(sum(1 for each in holder if each.tag in _FIRST), made)


def _ended_alike(pairs: list[Fellows], before: Element, after: Element) -> list[Fellows]:
    """Let the last paragraphs be fellows where neither has one: their end belongs to what holds them."""
    last_old, last_new = (next(reversed(blocks(each)), None) for each in (before, after))
    alone = {old for old, new in pairs if new is None} | {new for old, new in pairs if old is None}
    if last_old is None or last_new is None or not {last_old, last_new} <= alone:
        return pairs
    if not last_old.tag == last_new.tag == PARAGRAPH:
        return pairs
    rest = [pair for pair in pairs if last_old is not pair[0] and last_new is not pair[1]]
    return [*rest, (last_old, last_new)]


def _ends(pairs: list[Fellows]) -> tuple[list[Kind | None], int | None]:
    """Return which paragraphs' ends were put in or taken out, and whose end went to the last paragraph.

    A paragraph that was put in has an end of its own that parts it from the next. The last one of a
    story or cell has none: there the end before it is new, and the last one is as it was.
    """
    ends: list[Kind | None] = []
    for old, new in pairs:
        element = new if new is not None else old
        one_sided: Kind | None = "ins" if old is None else "del" if new is None else None
        ends.append(one_sided if element is not None and element.tag == PARAGRAPH else None)
    both = [at for at, (old, new) in enumerate(pairs) if old is not None and new is not None]
    if not both or both[-1] == len(pairs) - 1 or ends[-1] is None:
        return ends, None
    at = both[-1]
    _, stays = pairs[at]
    trailing = {"ins" if old is None else "del" for old, _ in pairs[at + 1 :]}
    if stays is None or stays.tag != PARAGRAPH or len(trailing) > 1:
        return ends, None
    if stays.find(f"{PARAGRAPH_FORMAT}/{SECTION}") is not None:
        return ends, None
    ends[at], ends[-1] = ends[-1], None
    return ends, at


def _swap_formats(
    ground: Ground, before: Element | None, stays: Element, last: Element, kind: Kind | None
) -> None:
    """Give the last paragraph the format of the one whose end it has, in the paper that has no other."""
    if kind == "ins":
        # Refused, the last end is that of the paragraph that stays.
        former = None if before is None else copy.deepcopy(before.find(PARAGRAPH_FORMAT))
        if former is not None:
            ground.carrier.settle(former, *ground.parts)
        ground.marks.former_format(last, former)
        return
    own = last.find(PARAGRAPH_FORMAT)
    if own is not None:
        last.remove(own)
    form = format_of(last)
    given = stays.find(PARAGRAPH_FORMAT)
    for each in () if given is None else given:
        if each.tag != RUN_FORMAT:
            form.append(copy.deepcopy(each))
    ground.marks.former_format(last, own)
