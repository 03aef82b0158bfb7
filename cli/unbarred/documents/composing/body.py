"""Writes blocks as the paragraphs and tables of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from unbarred.documents.composing.blocks import (
    Block,
    Control,
    Face,
    Inline,
    Lines,
    NewPage,
    SignatureBlock,
    Table,
    Words,
)
from unbarred.documents.composing.build import INCH, POINT, document_xml, element, flag, text
from unbarred.documents.composing.numbering import BOXES
from unbarred.documents.composing.source import Settings
from unbarred.documents.composing.style import FOOTER_FROM_EDGE, MARGINS, PAPER, text_width
from unbarred.documents.word.wordml import R

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Points between blocks whose lines stand close.
APART = 8
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


class Body:
    """The body of one document on one paper. `restarts` counts the lists that begin at 1 again."""

    def __init__(self, settings: Settings, paper: str) -> None:
        self.settings = settings
        self.paper = paper
        self.restarts = 0
        self._fresh = True
        self._style_above = ""

    def document(self, blocks: Sequence[Block], footer_id: str) -> bytes:
        """Return `word/document.xml`; `footer_id` names the footer's relationship."""
        body = element("body")
        for position, block in enumerate(blocks):
            before = blocks[position - 1] if position else None
            after = blocks[position + 1 :]
            kept = _is_signed(after) or _announces(block, after) or _opens(blocks[:position], block, after)
            body.extend(self._block(before, block, kept=kept))
        body.append(_section(self.paper, footer_id))
        return document_xml(element("document", body))

    def _block(self, before: Block | None, block: Block, *, kept: bool) -> Iterator[Element]:
        match block:
            case Lines():
                yield self._paragraph(block, apart=self._stands_apart(before, block), kept=kept)
                self._style_above = block.style
            case Control():
                yield _control(block, "p")
            case NewPage():
                yield _page_break()
            case SignatureBlock():
                yield from _signature(block)
            case Table():
                self._style_above = "TableText"
                yield _table(block, text_width(self.paper))
                # Word wants a paragraph between a table and the next, and so does the eye.
                yield element(
                    "p", element("pPr", _spacing(before=0, after=0, line=APART * POINT, rule="exact"))
                )

    def _paragraph(self, lines: Lines, *, apart: bool, kept: bool) -> Element:
        form = element(
            "pPr",
            None if lines.style == "Normal" else element("pStyle", val=lines.style),
            flag("keepNext", kept or (lines.style == "Fact" and lines.place == "first")),
            self._numbering(lines.style),
            _spacing(before=APART * POINT) if apart else None,
            element("contextualSpacing", val=0) if apart else None,
        )
        return element("p", form if len(form) else None, *_runs(lines.inline))

    def _stands_apart(self, before: Block | None, lines: Lines) -> bool:
        """Whether `lines` need space above: facts stand close, but not to what is before and after them."""
        if lines.style == "Fact":
            return lines.place == "first" and isinstance(before, Control)
        return self._style_above == "Fact" and not lines.style.startswith("Heading")

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


def _is_signed(after: Sequence[Block]) -> bool:
    """Whether a signature comes so soon that it would stand alone on its page but for these words."""
    spoken = (block for block in after if not isinstance(block, Control))
    return any(isinstance(block, SignatureBlock) for block in islice(spoken, 3))


def _announces(block: Block, after: Sequence[Block]) -> bool:
    """Whether `block` ends in a colon and must not part from the list or table that it speaks of."""
    if not isinstance(block, Lines) or not block.inline:
        return False
    last = block.inline[-1]
    spoken = next((each for each in after if not isinstance(each, Control)), None)
    return isinstance(last, Words) and last.text.rstrip().endswith(":") and isinstance(spoken, Lines | Table)


def _opens(above: Sequence[Block], block: Block, after: Sequence[Block]) -> bool:
    """Whether `block` is all that stands between a heading and a list, so that both would part from it."""
    if not isinstance(block, Lines) or block.style != "Normal":
        return False
    heading = next((each for each in reversed(above) if not isinstance(each, Control)), None)
    spoken = next((each for each in after if not isinstance(each, Control)), None)
    return _is_in(heading, "Heading") and (isinstance(spoken, Table) or _is_in(spoken, "List", "Checklist"))


def _is_in(block: Block | None, *styles: str) -> bool:
    return isinstance(block, Lines) and block.style.startswith(styles)


def _page_break() -> Element:
    # A paragraph of its own, so that a condition can govern it; too low to be seen on the new page.
    form = element("pPr", _spacing(before=0, after=0, line=POINT, rule="exact"))
    return element("p", form, element("r", element("br", type="page")))


def _spacing(
    before: int, after: int | None = None, line: int | None = None, rule: str | None = None
) -> Element:
    return element("spacing", before=before, after=after, line=line, lineRule=rule)


def footer_part(inline: Inline) -> bytes:
    """Return `word/footer1.xml` with one line."""
    paragraph = element("p", element("pPr", element("pStyle", val="Footer")), *_runs(inline))
    return document_xml(element("ftr", paragraph))


def _control(control: Control, whole: str) -> Element:
    """Return the paragraph (`p`) or row (`tr`) that python-docx-template takes for the statement."""
    tag = control.tag.replace("{%", f"{{%{whole}")
    paragraph = element("p", element("r", text(tag)))
    return paragraph if whole == "p" else element("tr", element("tc", element("tcPr"), paragraph))


def _runs(inline: Inline) -> Iterator[Element]:
    for piece in inline:
        if isinstance(piece, Words):
            yield element("r", _face(piece.face), text(piece.text))
        elif piece.kind in _FIELDS:
            yield _field(_FIELDS[piece.kind])
        else:
            yield element("r", element("br" if piece.kind == "break" else "tab"))


def _face(face: Face) -> Element | None:
    if face == "plain":
        return None
    return element("rPr", element("b") if face == "bold" else element("rStyle", val="Source"))


def _field(name: str) -> Element:
    return element("fldSimple", element("r", text("1")), instr=f" {name} ")


def _signature(block: SignatureBlock) -> Iterator[Element]:
    rules = [
        element("tab") if rule == 0 else [element("tab"), element("tab")] for rule in range(block.columns)
    ]
    tabs = [tab for rule in rules for tab in (rule if isinstance(rule, list) else [rule])]
    yield element("p", element("pPr", element("pStyle", val="SignatureLine")), element("r", *tabs))
    for position, caption in enumerate(block.captions):
        last = position == len(block.captions) - 1
        form = element("pPr", element("pStyle", val="Signature"), flag("keepNext", not last))
        yield element("p", form, *_runs(caption))


def _table(table: Table, width: int) -> Element:
    total = sum(table.widths)
    widths = [width * part // total for part in table.widths]
    form = element(
        "tblPr",
        element("tblStyle", val="TableGrid"),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element(
            "tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1
        ),
    )
    grid = element("tblGrid", *(element("gridCol", w=part) for part in widths))
    made = element("tbl", form, grid, _row(table.headings, widths, heading=True))
    for row in table.rows:
        made.append(_control(row, "tr") if isinstance(row, Control) else _row(row, widths))
    return made


def _row(cells: tuple[Inline, ...], widths: list[int], heading: bool = False) -> Element:
    style = "TableHeading" if heading else "TableText"
    made = element("tr", element("trPr", element("cantSplit"), flag("tblHeader", heading)))
    for cell, width in zip(cells, widths, strict=True):
        paragraph = element("p", element("pPr", element("pStyle", val=style)), *_runs(cell))
        made.append(element("tc", element("tcPr", element("tcW", w=width, type="dxa")), paragraph))
    return made


def _section(paper: str, footer_id: str) -> Element:
    width, height = PAPER[paper]
    footer = element("footerReference", type="default")
    footer.set(f"{{{R}}}id", footer_id)
    margins = {side: round(inches * INCH) for side, inches in MARGINS.items()}
    edge = round(FOOTER_FROM_EDGE * INCH)
    return element(
        "sectPr",
        footer,
        element("pgSz", w=width, h=height),
        element("pgMar", **margins, header=edge, footer=edge, gutter=0),
    )
