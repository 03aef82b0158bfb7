"""What changed between two papers, by the sentence, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from unbarred.documents.comparing.aligning import Item, align
from unbarred.documents.comparing.matching import Comparison, Side, StoryPair, blocks, rows
from unbarred.documents.comparing.pieces import objects_in
from unbarred.documents.comparing.reading.inline import LAID_OUT
from unbarred.documents.comparing.reading.readable import properties
from unbarred.documents.comparing.reading.walking import Line, Place, cells_of, paragraphs_of
from unbarred.documents.comparing.sentences import sentences
from unbarred.documents.word.wordml import PARAGRAPH, TABLE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLANK = re.compile(r"_{3,}(?: \(\d+\))?")
_FIELD = re.compile(rf"\[(?:{LAID_OUT})\]")
_NOTE = re.compile(r"\[(footnote|endnote|comment) [^\]]*\]")
_PROPERTIES = ("title", "subject", "creator", "keywords", "description", "category", "language")
"""Those that people write; Word counts pages and minutes in others."""
_WORDS_THAT_MOVE = 4
"""Fewer words in two places are chance, not one sentence that was moved."""


class Kind(StrEnum):
    """What happened to a sentence."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    OBJECT = "object"
    """A picture, a field or the sign of a note in it is another; its words are the same."""


@dataclass(frozen=True)
class Change:
    """One sentence, or one row of a table, that changed.

    `before` is "" for a new one, `after` for one that is gone. `place` is where it stands in the newer
    paper, or where it stood; of a moved one `place_before` says where it was.
    """

    kind: Kind
    before: str
    after: str
    place: Place
    place_before: Place | None = None


def changes(comparison: Comparison) -> list[Change]:
    """Return the changes in the order of the newer paper: properties, body, then all beside it."""
    found = list(_properties(comparison))
    for pair in sorted(comparison.stories, key=_order):
        found += _Changes(comparison).story(pair)
    return _with_moves(found)


def _order(pair: StoryPair) -> int:
    story = pair.after or pair.before
    return 0 if story is not None and story.name == "body" else 1


def _properties(comparison: Comparison) -> Iterator[Change]:
    before, after = (dict(properties(side.opened)) for side in (comparison.before, comparison.after))
    for key in _PROPERTIES:
        old, new = before.get(key, ""), after.get(key, "")
        if old != new:
            yield Change(_kind(old, new), old, new, Place(story=f"property {key}"))


def _kind(before: str, after: str) -> Kind:
    if before and after:
        return Kind.CHANGED
    return Kind.NEW if after else Kind.GONE


class _Changes:
    """Finds the changes of one pair of stories."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._parts = ("", "")

    def story(self, pair: StoryPair) -> Iterator[Change]:
        self._parts = (pair.before.part if pair.before else "", pair.after.part if pair.after else "")
        if pair.before is not None and pair.after is not None:
            yield from self._blocks(pair.before.root, pair.after.root)
        elif pair.after is not None:
            for block in blocks(pair.after.root):
                yield from self._alone(None, block)
        elif pair.before is not None:
            for block in blocks(pair.before.root):
                yield from self._alone(block, None)

    def _blocks(self, before: Element, after: Element) -> Iterator[Change]:
        comparison = self._comparison
        for old, new in comparison.blocks(before, after, self._parts):
            if not comparison.differ((old, new), self._parts):
                continue
            if old is None or new is None:
                yield from self._alone(old, new)
            elif new.tag == TABLE:
                yield from self._tables(old, new)
            else:
                yield from self._paragraphs(old, new)

    def _paragraphs(self, before: Element, after: Element) -> Iterator[Change]:
        sides = (
            (self._comparison.before, before, self._parts[0]),
            (self._comparison.after, after, self._parts[1]),
        )
        old, new = (side.walk.line(element) for side, element, _ in sides)
        if _shown(old.text) != _shown(new.text):
            yield from _sentences(old, new)
            return
        # Spaces and the numbers of blank lines say nothing.
        one, other = (objects_in(side.spelled(element, part)) for side, element, part in sides)
        if one != other:
            yield Change(Kind.OBJECT, _shown(old.text), _shown(new.text), new.place)

    def _tables(self, before: Element, after: Element) -> Iterator[Change]:
        comparison = self._comparison
        for old, new in comparison.rows(before, after, self._parts):
            if not comparison.differ((old, new), self._parts):
                continue
            if old is None or new is None:
                yield from self._row(old, new)
            else:
                for one, other in zip(cells_of(old), cells_of(new), strict=True):
                    yield from self._blocks(one, other)

    def _alone(self, old: Element | None, new: Element | None) -> Iterator[Change]:
        element, side = self._only(old, new)
        if element.tag == PARAGRAPH:
            line = side.walk.line(element)
            text = _shown(line.text)
            if text:
                yield _one_sided(text, line.place, gone=old is not None)
        else:
            for row in rows(element):
                yield from self._row(*((row, None) if old is not None else (None, row)))

    def _row(self, old: Element | None, new: Element | None) -> Iterator[Change]:
        row, side = self._only(old, new)
        cells = [[side.walk.line(each) for each in paragraphs_of(cell)] for cell in cells_of(row)]
        texts = [" ".join(filter(None, (_shown(line.text) for line in cell))) for cell in cells]
        if any(texts):
            place = next(line for cell in cells for line in cell).place
            place = Place(place.story, place.heading, row=place.row)
            yield _one_sided(" | ".join(texts), place, gone=old is not None)

    def _only(self, old: Element | None, new: Element | None) -> tuple[Element, Side]:
        if new is not None:
            return new, self._comparison.after
        assert old is not None
        return old, self._comparison.before


def _one_sided(text: str, place: Place, *, gone: bool) -> Change:
    return Change(Kind.GONE, text, "", place) if gone else Change(Kind.NEW, "", text, place)


def _sentences(before: Line, after: Line) -> Iterator[Change]:
    """Yield what changed in one paragraph."""
    old, new = (
        [shown for each in sentences(line.text) if (shown := _shown(each))] for line in (before, after)
    )
    for left, right in align([Item(each) for each in old], [Item(each) for each in new]):
        one = old[left] if left is not None else ""
        other = new[right] if right is not None else ""
        if one and not other:
            yield Change(Kind.GONE, one, "", before.place)
        elif one != other:
            yield Change(_kind(one, other), one, other, after.place)


def _shown(text: str) -> str:
    """Return text as it is quoted: on one line, a label before its answer, a blank line short."""
    text = _FIELD.sub("…", _NOTE.sub("", _BLANK.sub("____", text)))
    label, tab, answer = text.partition("\t")
    if tab and label.strip() and not label.rstrip().endswith(":") and "\t" not in answer:
        text = f"{label}: {answer}"
    return " ".join(text.split())


def _with_moves(found: list[Change]) -> list[Change]:
    """Tell what is gone in one place and new in another as moved."""
    gone = {each.before: each for each in found if each.kind is Kind.GONE}
    new = {each.after: each for each in found if each.kind is Kind.NEW}
    moved = {text for text in gone.keys() & new.keys() if len(text.split()) >= _WORDS_THAT_MOVE}
    told = []
    for each in found:
        if each.kind is Kind.NEW and each.after in moved and each is new[each.after]:
            told.append(Change(Kind.MOVED, each.after, each.after, each.place, gone[each.after].place))
        elif not (each.kind is Kind.GONE and each.before in moved and each is gone[each.before]):
            told.append(each)
    return told
