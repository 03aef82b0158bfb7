"""Makes the DOCX of an author's Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.composing.build import INCH, document_xml, element, flag
from unbarred.documents.composing.packing import pack, settings_part
from unbarred.documents.composing.style import (
    FOOTER_FROM_EDGE,
    LANGUAGE,
    LETTER,
    MARGINS,
    PAPER,
    styles_part,
    text_width,
)
from unbarred.documents.drafting.blocks import Mark, Piece
from unbarred.documents.drafting.body import Body
from unbarred.documents.drafting.dialect import as_ours
from unbarred.documents.drafting.layouts import of_metadata
from unbarred.documents.drafting.markup import Code, Source, lift, set_apart
from unbarred.documents.drafting.numbering import numbering_part
from unbarred.documents.drafting.pictures import Finder, Pictures
from unbarred.documents.drafting.places import CODE, Answers, place
from unbarred.documents.drafting.reading import Reading
from unbarred.documents.drafting.running import Line, Running, house_line, running, running_part
from unbarred.documents.drafting.runs import Writer
from unbarred.documents.filling.blanks import Blank
from unbarred.documents.filling.inserting import Insertions
from unbarred.documents.filling.mending import mend
from unbarred.documents.filling.settling import settle
from unbarred.documents.word.wordml import R

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True)
class Showing:
    """What a draft needs besides its text."""

    title: str
    """What the paper is called: Markdown, with places for answers, as the text and the metadata have."""
    find: Finder
    """Returns where the picture lies that a reference means, or the words that stand for it."""
    metadata: Mapping[str, object] = field(default_factory=dict)
    """Of the attachment, as docassemble has them: spacing, indents, headers and footers count."""
    paper: str = LETTER
    page_of: tuple[str, str] = ("page", "of")
    """The two words in “page 1 of 2”, in the language of the paper."""


@dataclass(frozen=True)
class Draft:
    """A paper: its bytes, and the ruled lines in it, in order of their numbers."""

    content: bytes
    blanks: tuple[Blank, ...]


def draft(text: str, answers: Answers, showing: Showing) -> Draft:
    """Return the paper that says `text`.

    That is Markdown with docassemble's markup, in which there are places for
    `answers`. The same text and answers give the same bytes.
    """
    title = answers.restore(showing.title)
    width = text_width(showing.paper)
    insertions = Insertions()
    pictures = Pictures(insertions, showing.find, width / INCH)
    writer = Writer(pictures.draw, insertions.link)
    reading = Reading(_source(text, answers), of_metadata(showing.metadata))
    blocks = reading.blocks()
    body = element("body", *Body(writer, width).elements(blocks))
    lines_of = _lines_of(_running(showing, answers))
    beside = {
        "styles.xml": ("styles", styles_part(showing.paper, lists=False)),
        "numbering.xml": ("numbering", numbering_part(reading.starts)),
        "settings.xml": ("settings", settings_part()),
    }
    first = len(beside) + 1
    references = {kind: f"rId{first + place}" for place, kind in enumerate(lines_of)}
    body.append(_section(showing.paper, references))
    document = element("document", body)
    blanks: list[Blank] = []
    settle(document, title, blanks)
    mend(document)
    parts = {
        name: _settled(running_part(lines, writer, width, is_head=name.startswith("header")), title, blanks)
        for name, lines in lines_of.items()
    }
    beside |= {f"{kind}.xml": (kind.rstrip("12"), content) for kind, content in parts.items()}
    packed = pack(document_xml(document), beside, title, LANGUAGE[showing.paper])
    return Draft(insertions.into(packed, title), tuple(blanks))


def _source(text: str, answers: Answers) -> Source:
    source = lift(text, answers)
    lifted = [*source.lifted, Code("FLUSHLEFT"), Mark("break")]
    flush, line = len(source.lifted), len(source.lifted) + 1
    markdown = as_ours(set_apart(source), place(CODE, flush), place(CODE, line))
    return Source(markdown, answers, tuple(lifted))


def _running(showing: Showing, answers: Answers) -> Running:
    def read(text: str) -> tuple[Piece, ...]:
        source = lift(text, answers)
        return Reading(source, of_metadata({})).line(source.markdown)

    return running(showing.metadata, read, house_line(read(showing.title), *showing.page_of))


def _lines_of(ends: Running) -> dict[str, tuple[Line, ...]]:
    """Return the lines by the names of their files without ending: 1 for all pages, 2 for the first."""
    wanted = {"header1": ends.head, "footer1": ends.foot}
    if ends.first_foot is not None:
        wanted |= {"header2": ends.first_head or (), "footer2": ends.first_foot}
    return {name: lines for name, lines in wanted.items() if lines or name == "header2"}


def _settled(content: bytes, title: str, blanks: list[Blank]) -> bytes:
    root = etree.fromstring(content)
    settle(root, title, blanks)
    return document_xml(root)


def _section(paper: str, references: Mapping[str, str]) -> Element:
    width, height = PAPER[paper]
    ends = []
    for name, identifier in references.items():
        end = element(
            "headerReference" if name.startswith("header") else "footerReference",
            type="first" if name.endswith("2") else "default",
        )
        end.set(f"{{{R}}}id", identifier)
        ends.append(end)
    margins = {side: round(inches * INCH) for side, inches in MARGINS.items()}
    edge = round(FOOTER_FROM_EDGE * INCH)
    return element(
        "sectPr",
        *ends,
        element("pgSz", w=width, h=height),
        element("pgMar", **margins, header=edge, footer=edge, gutter=0),
        flag("titlePg", any(name.endswith("2") for name in references)),
    )
