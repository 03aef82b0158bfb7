"""Lays two documents side by side: stories, then their paragraphs and tables, then rows and cells."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.comparing.aligning import Item, align
from unbarred.documents.comparing.pieces import Alphabet, Spelling
from unbarred.documents.comparing.reading.opened import Opened
from unbarred.documents.comparing.reading.stories import Story
from unbarred.documents.comparing.reading.walking import Walk, cells_of
from unbarred.documents.word.wordml import PARAGRAPH, ROW, TABLE, ancestor

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Fellows = tuple["Element | None", "Element | None"]
"""Two paragraphs, tables or rows that belong together, before and after; None for one that has no fellow."""


@dataclass(frozen=True)
class StoryPair:
    """The same story before and after; None where it is new or gone."""

    before: Story | None
    after: Story | None


class Side:
    """One of the two documents."""

    def __init__(self, content: bytes, name: str, alphabet: Alphabet) -> None:
        self.opened = Opened(content, name)
        self.walk = Walk(self.opened)
        self._spellings: dict[str, Spelling] = {}
        self._kept: dict[Element, str] = {}
        self.fellows: dict[Element, Hashable] = {}
        self._alphabet = alphabet

    def spelling(self, part: str) -> Spelling:
        """Return what spells the paragraphs of `part`."""
        if part not in self._spellings:
            self._spellings[part] = Spelling(self.opened, part, self._alphabet, self.fellows)
        return self._spellings[part]

    def spelled(self, element: Element, part: str) -> str:
        """Return the letters of a paragraph, row or table."""
        if element not in self._kept:
            if element.tag == PARAGRAPH:
                text = self.spelling(part).spelled(element)
            else:
                text = "\n".join(self.spelled(each, part) for each in element.iter(PARAGRAPH))
            self._kept[element] = text
        return self._kept[element]


class Comparison:
    """Two documents side by side. Tracked changes in them are taken as accepted."""

    def __init__(self, before: bytes, after: bytes, names: tuple[str, str]) -> None:
        """`names` are said where one of them is no Word file, which is a `TemplateFault`."""
        alphabet = Alphabet()
        self.before, self.after = Side(before, names[0], alphabet), Side(after, names[1], alphabet)
        self.stories = list(self._stories())

    def blocks(self, before: Element, after: Element, parts: tuple[str, str]) -> list[Fellows]:
        """Pair the paragraphs and tables that stand directly in two stories or cells."""
        return self._paired(blocks(before), blocks(after), parts)

    def rows(self, before: Element, after: Element, parts: tuple[str, str]) -> list[Fellows]:
        """Pair the rows of two tables; rows with another number of cells do not belong together."""
        return self._paired(rows(before), rows(after), parts)

    def differ(self, pair: Fellows, parts: tuple[str, str]) -> bool:
        """Whether two fellows say something else, or look different in an object of theirs."""
        before, after = pair
        if before is None or after is None:
            return True
        return self.before.spelled(before, parts[0]) != self.after.spelled(after, parts[1])

    def _paired(self, old: list[Element], new: list[Element], parts: tuple[str, str]) -> list[Fellows]:
        before = [Item(self.before.spelled(each, parts[0]), _kind(each)) for each in old]
        after = [Item(self.after.spelled(each, parts[1]), _kind(each)) for each in new]
        return [
            (None if left is None else old[left], None if right is None else new[right])
            for left, right in align(before, after)
        ]

    def _stories(self) -> Iterator[StoryPair]:
        """Pair the stories. Comments are no part of what is filed."""
        old = {story.name: story for story in self.before.walk.stories}
        new = {story.name: story for story in self.after.walk.stories}
        counted = ("footnote", "endnote", "text box")
        for kind in counted:
            yield from self._counted(kind, list(old.values()), list(new.values()))
        named = [name for name in dict.fromkeys([*new, *old]) if not name.startswith((*counted, "comment"))]
        yield from (StoryPair(old.get(name), new.get(name)) for name in named)

    def _counted(self, kind: str, old: Sequence[Story], new: Sequence[Story]) -> Iterator[StoryPair]:
        """Pair notes or boxes by what they say: their numbers change when one is put in before them."""
        left = [each for each in old if each.name.startswith(kind)]
        right = [each for each in new if each.name.startswith(kind)]
        pairs = align([Item(_words(each)) for each in left], [Item(_words(each)) for each in right])
        for number, (before, after) in enumerate(pairs):
            if before is not None and after is not None:
                self.before.fellows[left[before].root] = self.after.fellows[right[after].root] = kind, number
            yield StoryPair(None if before is None else left[before], None if after is None else right[after])


def blocks(root: Element) -> list[Element]:
    """Return the paragraphs and tables directly in a story or cell, also those in content controls."""
    found = []
    for child in root:
        if child.tag in (PARAGRAPH, TABLE):
            found.append(child)
        elif child.tag.endswith(("}sdt", "}sdtContent", "}customXml")):
            found += blocks(child)
    return found


def rows(table: Element) -> list[Element]:
    """Return the rows of a table, without those of tables in it."""
    return [each for each in table.iter(ROW) if ancestor(each, TABLE) is table]


def _kind(element: Element) -> str:
    if element.tag != ROW:
        return str(element.tag)
    return f"{len(cells_of(element))} cells"


def _words(story: Story) -> str:
    return "\n".join("".join(each.itertext()) for each in story.root.iter(PARAGRAPH))
