"""The house style: what a board member with forty packets can read on a bad copy.

A real serif at twelve points, generous margins, headings that stay with what
they head, no grey, no line thinner than three quarters of a point. Style
names are Word's own wherever it has one, so that a lawyer finds them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from unbarred.documents.composing.build import INCH, POINT, document_xml, element, flag
from unbarred.documents.composing.spacing import closer

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FONT = "Times New Roman"
SIZE = 12.0
MARGINS = {"top": 1.0, "bottom": 1.0, "left": 1.25, "right": 1.25}
FOOTER_FROM_EDGE = 0.5
LETTER = "letter"
PAPER = {LETTER: (12240, 15840), "a4": (11906, 16838)}
LANGUAGE = {LETTER: "en-US", "a4": "en-GB"}
"""Where letter paper is used, American is written; everywhere else British."""
# Eighths of a point: three quarters, and one and a half for the line under a table's heading.
LINE, STRONG_LINE = 6, 12


@dataclass(frozen=True)
class Style:
    """One paragraph style. Sizes and spaces in points, indents and tab stops in inches."""

    id: str
    name: str
    size: float = SIZE
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 8
    line: float = 1.15
    left: float = 0
    right: float = 0
    hanging: float = 0
    tabs: tuple[tuple[str, float, str], ...] = ()
    """Kind (`left`, `right`), place, leader (`none`, `underscore`, `dot`)."""
    keep_next: bool = False
    keep_lines: bool = False
    together: bool = False
    """No space between paragraphs of this style."""
    outline: int | None = None
    side: str = ""
    """`center` or `right`; left if empty."""
    capitals: bool = False
    list_level: tuple[int, int] | None = None
    """The numbering definition and level its paragraphs have."""
    boxed: bool = False
    ruled_above: bool = False
    follows: str = "Normal"


FACT_COLUMN = 2.1
REGARDING_COLUMN = 0.5
# Between the rule of a caption and its right column, in twentieths of a point.
CAPTION_GAP = 240
RIGHT_MARGIN = math.inf
"""A tab stop there stands where the text ends, however wide the paper is."""
SIGNATURE_TABS = (
    ("left", 3.4, "underscore"),
    ("left", 3.75, "none"),
    ("right", RIGHT_MARGIN, "underscore"),
)
SIGNED_TABS = (("left", 3.75, "none"),)
# As long as the line to sign over.
RULED_TABS = (("left", 3.4, "underscore"),)
# Dots up to a column of page numbers, each ending at the margin.
CONTENTS_TABS = (("right", RIGHT_MARGIN, "dot"),)

STYLES = (
    Style("Normal", "Normal"),
    Style("Title", "Title", size=17, bold=True, after=4, line=1, keep_next=True, keep_lines=True, outline=0),
    Style("Subtitle", "Subtitle", after=14, keep_next=True),
    Style("Heading1", "heading 1", size=13, bold=True, before=16, after=5, line=1,
          keep_next=True, keep_lines=True, outline=0),
    Style("Heading2", "heading 2", bold=True, before=10, after=4, line=1,
          keep_next=True, keep_lines=True, outline=1),
    Style("ListNumber", "List Number", left=0.45, hanging=0.45, list_level=(1, 0), follows="ListNumber"),
    Style("ListNumber2", "List Number 2", left=0.9, hanging=0.45, after=5,
          list_level=(1, 1), follows="ListNumber2"),
    Style("ListContinue", "List Continue", left=0.45, follows="ListContinue"),
    Style("ListBullet", "List Bullet", left=0.4, hanging=0.25, after=5, keep_lines=True,
          list_level=(2, 0), follows="ListBullet"),
    Style("ListBullet2", "List Bullet 2", left=0.7, hanging=0.25, after=5, keep_lines=True,
          list_level=(2, 1), follows="ListBullet2"),
    Style("Checklist", "Checklist", left=0.4, hanging=0.4, after=6, keep_lines=True,
          list_level=(3, 0), follows="Checklist"),
    Style("Address", "Address", line=1.05, after=12, keep_next=True, keep_lines=True, together=True,
          follows="Address"),
    Style("Regarding", "Regarding", bold=True, left=REGARDING_COLUMN, hanging=REGARDING_COLUMN, after=12,
          line=1.05, tabs=(("left", REGARDING_COLUMN, "none"),), keep_next=True, keep_lines=True,
          together=True, follows="Regarding"),
    Style("CaptionHead", "Caption Head", bold=True, after=10, line=1.05, side="center", capitals=True,
          keep_next=True, keep_lines=True, together=True, follows="CaptionHead"),
    Style("CaptionText", "Caption Text", before=2, after=2, line=1.05, follows="CaptionText"),
    # Set in on both sides: a title of some words is broken amid them, not before the last.
    Style("Display", "Display", size=30, bold=True, after=12, line=1, left=0.5, right=0.5, side="center",
          keep_next=True, keep_lines=True, follows="Centred"),
    Style("Centred", "Centred", size=14, after=6, side="center", keep_lines=True, follows="Centred"),
    # No hanging indent: it is a tab stop too, and the dots after a short title would end there.
    Style("Contents", "Contents", after=4, line=1.05, tabs=CONTENTS_TABS,
          keep_lines=True, follows="Contents"),
    Style("Contents2", "Contents 2", left=0.3, after=3, line=1.05, tabs=CONTENTS_TABS,
          keep_lines=True, follows="Contents2"),
    Style("Ruled", "Ruled", before=4, after=4, line=1.3, tabs=RULED_TABS, keep_next=True, keep_lines=True,
          follows="Ruled"),
    Style("Fact", "Fact", left=FACT_COLUMN, hanging=FACT_COLUMN, after=4,
          tabs=(("left", FACT_COLUMN, "none"),), follows="Fact"),
    Style("SignatureLine", "Signature Line", before=34, after=0, line=1, tabs=SIGNATURE_TABS,
          keep_lines=True, follows="Signature"),
    Style("Signature", "Signature", after=12, line=1.05, tabs=SIGNED_TABS, together=True,
          keep_lines=True, follows="Signature"),
    Style("Notice", "Notice", before=4, after=12, keep_lines=True, boxed=True),
    Style("TableText", "Table Text", size=11, before=2, after=2, line=1.05, follows="TableText"),
    Style("TableHeading", "Table Heading", size=11, bold=True, before=2, after=2, line=1.05,
          keep_next=True, follows="TableText"),
    Style("Header", "header", size=10, after=0, line=1, tabs=(("right", RIGHT_MARGIN, "none"),),
          follows="Header"),
    Style("Footer", "footer", size=10, after=0, line=1, tabs=(("right", RIGHT_MARGIN, "none"),),
          ruled_above=True, follows="Footer"),
)  # fmt: skip


def styles_part(paper: str, *, lists: bool = True, close: bool = False) -> bytes:
    """Return `word/styles.xml` for `letter` or `a4`, with less space everywhere if `close`.

    `lists` says that the document has the house's lists too, for the styles that belong to them.
    """
    styles = STYLES if lists else [replace(style, list_level=None) for style in STYLES]
    styles = [closer(style) for style in styles] if close else styles
    defaults = element(
        "docDefaults",
        element("rPrDefault", element("rPr", _fonts(), *_size(SIZE), _language(LANGUAGE[paper]))),
        element("pPrDefault", element("pPr", element("widowControl"), _spacing(styles[0]))),
    )
    return document_xml(element("styles", defaults, *(_style(style, paper) for style in styles), *_others()))


SOURCE_SIZE = 10.0


def _source_style() -> Element:
    """Return the letters in which a source stands behind what it says: `*From: …*`."""
    form = element("rPr", element("i"), *_size(SOURCE_SIZE))
    return element(
        "style",
        element("name", val="Source"),
        flag("qFormat", True),
        form,
        type="character",
        styleId="Source",
    )


def text_width(paper: str) -> int:
    """Return the width between the margins, in twentieths of a point."""
    return PAPER[paper][0] - int((MARGINS["left"] + MARGINS["right"]) * INCH)


def _style(style: Style, paper: str) -> Element:
    first = style.id == "Normal"
    return element(
        "style",
        element("name", val=style.name),
        None if first else element("basedOn", val="Normal"),
        None if style.follows == style.id or first else element("next", val=style.follows),
        flag("qFormat", True),
        _paragraph_format(style, paper),
        element(
            "rPr",
            flag("b", style.bold),
            flag("i", style.italic),
            flag("caps", style.capitals),
            *_size(style.size),
        ),
        type="paragraph",
        default="1" if first else None,
        styleId=style.id,
    )


def _paragraph_format(style: Style, paper: str) -> Element:
    return element(
        "pPr",
        flag("keepNext", style.keep_next),
        flag("keepLines", style.keep_lines),
        _list_level(style),
        _borders(style),
        _tabs(style, paper),
        _spacing(style),
        _indent(style),
        flag("contextualSpacing", style.together),
        element("jc", val=style.side) if style.side else None,
        None if style.outline is None else element("outlineLvl", val=style.outline),
    )


def _list_level(style: Style) -> Element | None:
    if style.list_level is None:
        return None
    number, level = style.list_level
    return element("numPr", element("ilvl", val=level), element("numId", val=number))


def _borders(style: Style) -> Element | None:
    def line(name: str, space: int) -> Element:
        return element(name, val="single", sz=LINE, space=space, color="000000")

    if style.boxed:
        return element("pBdr", line("top", 6), line("left", 6), line("bottom", 6), line("right", 6))
    return element("pBdr", line("top", 6)) if style.ruled_above else None


def _tabs(style: Style, paper: str) -> Element | None:
    if not style.tabs:
        return None
    end = text_width(paper)
    stops = [
        element("tab", val=kind, leader=leader, pos=round(min(place * INCH, end)))
        for kind, place, leader in style.tabs
    ]
    return element("tabs", *stops)


def _spacing(style: Style) -> Element:
    line = round(style.line * 240)
    before, after = round(style.before * POINT), round(style.after * POINT)
    return element("spacing", before=before, after=after, line=line, lineRule="auto")


def _indent(style: Style) -> Element | None:
    # A box is drawn outside the text; pull it in, so that it stays between the margins.
    if style.boxed:
        return element("ind", left=round(0.1 * INCH), right=round(0.1 * INCH))
    if not style.left:
        return None
    return element(
        "ind",
        left=round(style.left * INCH),
        right=round(style.right * INCH) or None,
        hanging=round(style.hanging * INCH) or None,
    )


def _fonts() -> Element:
    return element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def _size(size: float) -> tuple[Element, Element]:
    return element("sz", val=round(size * 2)), element("szCs", val=round(size * 2))


def _language(language: str) -> Element:
    return element("lang", val=language, eastAsia=language, bidi="ar-SA")


def _others() -> tuple[Element, ...]:
    return _default_characters(), _source_style(), _table_style()


def _default_characters() -> Element:
    name = element("name", val="Default Paragraph Font")
    return element("style", name, type="character", default="1", styleId="DefaultParagraphFont")


def _table_style() -> Element:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [element(edge, val="single", sz=LINE, space=0, color="000000") for edge in edges]
    sides = [element(side, w=round(0.07 * INCH), type="dxa") for side in ("left", "right")]
    heading = element(
        "tblStylePr",
        element(
            "tcPr", element("tcBorders", element("bottom", val="single", sz=STRONG_LINE, color="000000"))
        ),
        type="firstRow",
    )
    return element(
        "style",
        element("name", val="Table Grid"),
        element("tblPr", element("tblBorders", *lines), element("tblCellMar", *sides)),
        heading,
        type="table",
        styleId="TableGrid",
    )
