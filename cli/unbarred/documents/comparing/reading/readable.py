"""A Word file as plain text, a line for each paragraph, so that two versions can be read side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from unbarred.documents.comparing.reading.inline import BOX, boxes
from unbarred.documents.comparing.reading.opened import Opened
from unbarred.documents.comparing.reading.stories import BODY_STORY, Story
from unbarred.documents.comparing.reading.walking import Line, Walk, cells_of
from unbarred.documents.word.wordml import CELL, PARAGRAPH, ROW, TABLE, ancestor

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SIGNS = str.maketrans({"\t": "⇥", "\n": "↵", "\f": "[new page]"})
_PROPERTY_PARTS = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")


def readable(content: bytes, name: str, *, counted: bool = True) -> str:
    """Return what a DOCX says, all of it: properties, headers, body, footers, notes, comments, text boxes.

    One line is one paragraph or one row of a table. Headings begin with `#`, other styles stand in
    brackets before the words; a tab is ⇥, a line break ↵. With `counted` the numbers of lists are those
    that are printed; without, each is 1, and one new paragraph changes one line. `name` is said if
    `content` is no Word file, which is a `TemplateFault`.
    """
    opened = Opened(content, name)
    walk = Walk(opened)
    written = _Written(walk, counted=counted)
    sections = [("properties", [f"{key}: {value}" for key, value in properties(opened)])]
    sections += [(story.name, list(written.story(story))) for story in walk.stories]
    shown = [f"== {name} ==\n\n" + "\n".join(lines) + "\n" for name, lines in sections if lines]
    return "\n".join(shown)


def properties(opened: Opened) -> list[tuple[str, str]]:
    """Return what the properties of a document say, such as `("title", "Application")`."""
    found = []
    for part in _PROPERTY_PARTS:
        root = opened.root(part)
        for element in () if root is None else root:
            key = element.get("name") or element.tag.rpartition("}")[2]
            value = " ".join("".join(element.itertext()).split())
            if value:
                found.append((key, value))
    return found


class _Written:
    """Writes the paragraphs and tables of one document as lines."""

    def __init__(self, walk: Walk, *, counted: bool) -> None:
        self._walk = walk
        self._counted = counted
        self._boxes: dict[Element, str] = {
            story.root: story.name for story in walk.stories if story.name.startswith("text box")
        }

    def story(self, story: Story) -> Iterator[str]:
        """Yield the lines of a story; an empty paragraph is an empty line, but not at its ends."""
        lines = list(self._blocks(story, self._walk.lines(story)))
        if story.name != BODY_STORY and not any(lines):
            return
        while lines and not lines[-1]:
            lines.pop()
        yield from lines

    def _blocks(self, story: Story, lines: list[Line]) -> Iterator[str]:
        shown: set[Element] = set()
        for line in lines:
            table = self._outermost(line.element, story.root)
            if table is None:
                yield from self._line(line)
            elif table not in shown:
                shown.add(table)
                yield from self._table(table)

    def _outermost(self, paragraph: Element, root: Element) -> Element | None:
        """Return the table of the story that holds `paragraph`, the outer one of nested tables."""
        found = None
        for above in paragraph.iterancestors():
            if above is root:
                break
            if above.tag == TABLE:
                found = above
        return found

    def _line(self, line: Line) -> Iterator[str]:
        heads = [self._marker(line)]
        level = line.place.level
        if level is not None and line.text.strip():
            heads.insert(0, "#" * (level + 1) if level else "#")
        elif not line.place.story.startswith(line.style.casefold()) and not line.marker.shown:
            heads.insert(0, f"[{line.style}]" if line.text or boxes(line.element) else "")
        yield " ".join([*filter(None, heads), self._words(line)]).rstrip()

    def _words(self, line: Line) -> str:
        hung = [f"[{self._boxes[box]}]" for box in boxes(line.element) if box in self._boxes]
        return line.text.translate(_SIGNS) + "".join(hung)

    def _table(self, table: Element) -> Iterator[str]:
        for row in table.iter(ROW):
            if ancestor(row, TABLE) is not table:
                continue
            cells = [self._cell(cell) for cell in cells_of(row)]
            if len(cells) == 1 and cells[0].startswith("{%"):
                # The row is a statement of the template and no row of the paper.
                yield cells[0]
            else:
                yield f"| {' | '.join(cells)} |"

    def _cell(self, cell: Element) -> str:
        said = []
        for block in cell.iter(PARAGRAPH, TABLE):
            if ancestor(block, CELL) is not cell or ancestor(block, BOX) is not ancestor(cell, BOX):
                continue
            if block.tag == TABLE:
                said += [f"[{row}]" for row in self._table(block)]
            else:
                line = self._walk.line(block)
                said.append(f"{self._marker(line)} {self._words(line)}".strip())
        return " ¶ ".join(filter(None, said))

    def _marker(self, line: Line) -> str:
        return line.marker.shown if self._counted else line.marker.plain
