"""Writes blocks as the paragraphs and tables of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from unbarred.documents.composing.blocks import (
    Block,
    Caption,
    Control,
    Lines,
    NewPage,
    SignatureBlock,
    Table,
)
from unbarred.documents.composing.build import POINT, element, flag
from unbarred.documents.composing.keeping import is_kept
from unbarred.documents.composing.numbering import BOXES
from unbarred.documents.composing.runs import control, runs, styled
from unbarred.documents.composing.source import Settings
from unbarred.documents.composing.style import text_width
from unbarred.documents.composing.tables import caption, table, unsplit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Points between blocks whose lines stand close.
APART = 8
DOWN_TO_THE_MIDDLE = 216
# Lines of these stand close to their like, and are set off from other text.
_CLOSE = ("Fact", "ListBullet", "ListNumber2", "Checklist", "Contents", "Ruled")
_KINDS = (("ListNumber", "ListBullet", "ListContinue", "Checklist"), ("Contents",), ("Ruled",))


class Body:
    """The body of one document on one paper. `restarts` counts the lists that begin at 1 again."""

    def __init__(self, settings: Settings, paper: str) -> None:
        self.settings = settings
        self.paper = paper
        self.restarts = 0
        self._fresh = True
        self._style_above = ""

    def elements(self, blocks: Sequence[Block]) -> Iterator[Element]:
        """Yield the paragraphs and tables of `blocks`."""
        for position, block in enumerate(blocks):
            before = blocks[position - 1] if position else None
            kept = is_kept(blocks[:position], block, blocks[position + 1 :])
            yield from self._block(before, block, kept=kept)

    def _block(self, before: Block | None, block: Block, *, kept: bool) -> Iterator[Element]:
        match block:
            case Lines():
                yield self._paragraph(block, apart=self._space_above(before, block), kept=kept)
                self._style_above = block.style
            case Control():
                yield control(block, "p")
            case NewPage():
                yield _page_break()
                self._style_above = ""
            case SignatureBlock():
                yield unsplit(_signature(block), text_width(self.paper))
                yield _gap(1)
                self._style_above = "Signature"
            case Caption():
                yield from caption(block, text_width(self.paper))
                yield _gap(2 * APART)
                self._style_above = ""
            case Table():
                yield table(block, text_width(self.paper))
                # Word wants a paragraph between a table and the next, and so does the eye.
                yield _gap(APART)
                self._style_above = "TableText"

    def _paragraph(self, lines: Lines, *, apart: int, kept: bool) -> Element:
        form = element(
            "pPr",
            None if lines.style == "Normal" else element("pStyle", val=lines.style),
            flag("keepNext", kept),
            self._numbering(lines.style),
            _spacing(before=apart * POINT) if apart else None,
            element("contextualSpacing", val=0) if apart else None,
        )
        return element("p", form if len(form) else None, *runs(lines.inline))

    def _space_above(self, before: Block | None, lines: Lines) -> int:
        """Return the points above `lines`: what stands close, as facts do, does not to other text."""
        if lines.style == "Display" and self._style_above != "Display" and self.settings.placed == "middle":
            # Word can centre a page's words from top to bottom, but LibreOffice does not know how.
            return DOWN_TO_THE_MIDDLE
        if lines.style == "Fact":
            return APART if lines.place == "first" and isinstance(before, Control) else 0
        same_kind = any(
            lines.style.startswith(kind) and self._style_above.startswith(kind) for kind in _KINDS
        )
        if same_kind or lines.style.startswith(("Heading", "Title")):
            return 0
        return APART if self._style_above.startswith(_CLOSE) else 0

    def _numbering(self, style: str) -> Element | None:
        if style.startswith(("Heading", "Title")):
            self._fresh = True
        if not style.startswith("ListNumber") or self.settings.numbering == "throughout":
            return None
        if style == "ListNumber" and self._fresh:
            self.restarts += 1
            self._fresh = False
        level = 1 if style == "ListNumber2" else 0
        return element("numPr", element("ilvl", val=level), element("numId", val=BOXES + self.restarts))


def _page_break() -> Element:
    # A paragraph of its own, so that a condition can govern it; too low to be seen on the new page.
    form = element("pPr", _spacing(before=0, after=0, line=POINT, rule="exact"))
    return element("p", form, element("r", element("br", type="page")))


def _gap(points: int) -> Element:
    return element("p", element("pPr", _spacing(before=0, after=0, line=points * POINT, rule="exact")))


def _spacing(
    before: int, after: int | None = None, line: int | None = None, rule: str | None = None
) -> Element:
    return element("spacing", before=before, after=after, line=line, lineRule=rule)


def _signature(block: SignatureBlock) -> Iterator[Element]:
    # A tab draws a rule; the ones after it go over the space between two rules first.
    tabs = [element("tab") for _ in range(2 * block.columns - 1)]
    yield element("p", element("pPr", element("pStyle", val="SignatureLine")), element("r", *tabs))
    for line in block.captions:
        yield styled("Signature", line)
