"""Walks through a story: each paragraph with its style, its number, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from unbarred.documents.comparing.reading.inline import BOX, said
from unbarred.documents.comparing.reading.numbering import Marker, Numbering
from unbarred.documents.comparing.reading.opened import Opened
from unbarred.documents.comparing.reading.stories import Story, stories
from unbarred.documents.comparing.reading.styles import Styles
from unbarred.documents.word.wordml import CELL, PARAGRAPH, ROW, TABLE, ancestor

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True)
class Place:
    """Where a paragraph stands: its story, the heading above, and what tells it from its neighbours.

    `number` is its number in a list; `ordinal` counts the paragraphs under the heading that say
    something. `row`, `cell` and `paragraph` count from 1 in a table and are 0 outside; `column` is what
    the head of the table says above the cell. `level` is 0 for a title, 1 to 9 for a heading.
    """

    story: str = ""
    heading: str = ""
    number: str = ""
    ordinal: int = 0
    row: int = 0
    cell: int = 0
    column: str = ""
    level: int | None = None


@dataclass(frozen=True)
class Line:
    """One paragraph: what it says, what a list puts before it, the name of its style, where it stands."""

    text: str
    marker: Marker
    style: str
    place: Place
    element: Element


class Walk:
    """The paragraphs of one document in order; its lists are counted over the whole body."""

    def __init__(self, opened: Opened) -> None:
        self.styles = Styles(opened.root(opened.named("styles")))
        self.stories = stories(opened)
        self.numbering = Numbering(opened.root(opened.named("numbering")), self.styles)
        self._lines: dict[Element, Line] = {}
        self._tables: dict[Element, tuple[dict[Element, int], list[str]]] = {}
        for story in self.stories:
            for line in self._walk(story):
                self._lines[line.element] = line

    def line(self, paragraph: Element) -> Line:
        """Return what is known of `paragraph`, which is an element of this document."""
        return self._lines[paragraph]

    def lines(self, story: Story) -> list[Line]:
        """Return the paragraphs of `story`, without those of text boxes in it."""
        return [self._lines[each] for each in paragraphs_of(story.root)]

    def _walk(self, story: Story) -> Iterator[Line]:
        heading, ordinal = "", 0
        for paragraph in paragraphs_of(story.root):
            text, marker = said(paragraph), self.numbering.marker(paragraph)
            level = self.styles.level_of(paragraph)
            place = Place(story.name, heading, marker.number, level=level)
            cell = _around(paragraph, CELL)
            if cell is not None:
                place = self._in_table(place, cell)
            elif level is not None and text.strip():
                heading, ordinal = " ".join(text.split()), 0
            elif text.strip():
                ordinal += 1
                place = replace(place, ordinal=ordinal)
            yield Line(text, marker, self.styles.name_of(paragraph), place, paragraph)

    def _in_table(self, place: Place, cell: Element) -> Place:
        row, table = _around(cell, ROW), _around(cell, TABLE)
        if row is None or table is None:
            return place
        if table not in self._tables:
            rows = [each for each in table.iter(ROW) if _around(each, TABLE) is table]
            numbers = {each: number for number, each in enumerate(rows, start=1)}
            self._tables[table] = numbers, [cell_words(each) for each in cells_of(rows[0])]
        numbers, head = self._tables[table]
        at = cells_of(row).index(cell)
        column = head[at] if numbers[row] > 1 and at < len(head) else ""
        return replace(place, row=numbers[row], cell=at + 1, column=column)


def cells_of(row: Element) -> list[Element]:
    """Return the cells of a row, without those of tables in them."""
    return [each for each in row.iter(CELL) if _around(each, ROW) is row]


def cell_words(cell: Element) -> str:
    """Return what a cell says, on one line."""
    return " ".join(" ".join(said(each) for each in cell.iter(PARAGRAPH)).split())


def paragraphs_of(root: Element) -> Iterator[Element]:
    """Yield the paragraphs of a story or cell, without those of text boxes that hang on them."""
    own = root if root.tag == BOX else ancestor(root, BOX)
    for paragraph in root.iter(PARAGRAPH):
        if ancestor(paragraph, BOX) is own:
            yield paragraph


def _around(element: Element, name: str) -> Element | None:
    """Return the nearest `name` around `element`, but none that is outside its text box."""
    for above in element.iterancestors(name, BOX):
        return None if above.tag == BOX else above
    return None
