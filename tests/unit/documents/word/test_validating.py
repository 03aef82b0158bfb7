"""A Word file that Word would not open is told from one it opens, and what is wrong is said."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from unbarred import content
from unbarred.documents.composing import compositions
from unbarred.documents.word.package import CONTENT_TYPES, Part, read_package, write_package
from unbarred.documents.word.validating import faults

TEMPLATES = sorted(content.templates().rglob("*.docx"))
DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"


@pytest.fixture(scope="module")
def sound() -> dict[str, str]:
    """Return the XML of a paper's parts that has a bit of everything."""
    path = content.templates() / "clemency" / "application.docx"
    return {name: part.content.decode() for name, part in read_package(path.read_bytes(), "").items()}


def packed(parts: dict[str, str]) -> bytes:
    return write_package({name: Part.of(text.encode()) for name, text in parts.items()})


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(content.templates())))
def test_every_template_opens_cleanly(path: Path) -> None:
    assert faults(path.read_bytes()) == []


def test_there_are_templates_to_check() -> None:
    assert {each.target for each in compositions(content.templates())} <= set(TEMPLATES)


def test_what_words_own_library_writes_is_sound() -> None:
    document = docx.Document()
    document.add_heading("Heading")
    document.add_paragraph("One", style="List Number")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1))
    document.add_page_break()
    document.sections[0].header.paragraphs[0].text = "Head"
    out = io.BytesIO()
    document.save(out)
    assert faults(out.getvalue()) == []


ROW = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
TABLE = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{}</w:tbl>"
BOOKMARK = '<w:bookmarkStart w:id="1" w:name="{}"/>'
PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="a"/></wp:inline></w:drawing></w:r>'
)


def in_body(xml: str) -> Callable[[dict[str, str]], None]:
    """Return what puts `xml` at the beginning of the body."""

    def put(parts: dict[str, str]) -> None:
        parts[DOCUMENT] = parts[DOCUMENT].replace("<w:body>", f"<w:body>{xml}", 1)

    return put


def replaced(part: str, old: str, new: str) -> Callable[[dict[str, str]], None]:
    def put(parts: dict[str, str]) -> None:
        assert old in parts[part], f"{part} has no {old}"
        parts[part] = parts[part].replace(old, new, 1)

    return put


def without(part: str) -> Callable[[dict[str, str]], None]:
    def take(parts: dict[str, str]) -> None:
        del parts[part]

    return take


def added(part: str, text: str) -> Callable[[dict[str, str]], None]:
    return lambda parts: parts.update({part: text})


def paragraph(form: str, inside: str = "") -> Callable[[dict[str, str]], None]:
    return in_body(f"<w:p><w:pPr>{form}</w:pPr>{inside}</w:p>")


BROKEN = {
    # The container.
    "not well-formed": (in_body("<w:p>"), "not well-formed"),
    "a document type": (replaced(STYLES, "<w:styles", "<!DOCTYPE x><w:styles"), "declares a document type"),
    "an unknown prefix": (
        replaced(
            DOCUMENT,
            "<w:document",
            '<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'mc:Ignorable="w14"',
        ),
        "it ignores w14",
    ),
    "no root relationships": (without("_rels/.rels"), "it has no _rels/.rels"),
    "no content type": (added("word/more.bin", ""), "word/more.bin has no content type"),
    "a name twice but for its letters": (added("word/Styles.xml", "<a/>"), "but for the size of letters"),
    "a type for nothing": (
        replaced(CONTENT_TYPES, "</Types>", '<Override PartName="/word/no.xml" ContentType="a/b"/></Types>'),
        "there is no part /word/no.xml",
    ),
    "a relative part name": (
        replaced(CONTENT_TYPES, 'PartName="/word/styles.xml"', 'PartName="word/styles.xml"'),
        "does not begin with a slash",
    ),
    "a type twice": (
        replaced(CONTENT_TYPES, "</Types>", '<Default Extension="xml" ContentType="a/b"/></Types>'),
        "xml stands there 2 times",
    ),
    "a wrong type": (replaced(CONTENT_TYPES, ".styles+xml", ".settings+xml"), "word/styles.xml has to be"),
    "no main document": (replaced("_rels/.rels", "/officeDocument\"", "/other\""), "0 main documents"),
    "a lost part": (without(NUMBERING), "points to numbering.xml, which is not there"),
    "an Id twice": (replaced(RELATIONSHIPS, 'Id="rId2"', 'Id="rId1"'), "2 relationships have the Id rId1"),
    "an odd Id": (replaced(RELATIONSHIPS, 'Id="rId2"', 'Id="2 2"'), "cannot be the Id"),
    "no Type": (replaced(RELATIONSHIPS, "Type=", "Kind="), "has no Type"),
    "a relationship too many": (replaced(DOCUMENT, 'r:id="rId4"', 'r:id="rId9"'), "no relationship rId9"),
    # The order of elements.
    "a paragraph's form": (paragraph('<w:jc w:val="left"/><w:keepNext/>'), "w:keepNext has to come before"),
    "a form that is none": (paragraph("<w:colour/>"), "w:pPr has no w:colour"),
    "a form twice": (paragraph("<w:keepNext/><w:keepNext/>"), "w:keepNext stands there twice"),
    "a form that comes late": (in_body("<w:p><w:r/><w:pPr/></w:p>"), "w:pPr has to come first"),
    "a run's form": (in_body("<w:p><w:r><w:rPr><w:i/><w:b/></w:rPr></w:r></w:p>"), "w:b has to come before"),
    "a table's form": (
        in_body(TABLE.format(ROW).replace("<w:tblPr/>", "<w:tblPr><w:tblLook/><w:tblW/></w:tblPr>")),
        "w:tblW has to come before",
    ),
    "a cell's form": (
        in_body(TABLE.format(ROW).replace("<w:p/>", "<w:tcPr><w:vAlign/><w:tcW/></w:tcPr><w:p/>")),
        "w:tcW has to come before",
    ),
    "a section's form": (
        replaced(DOCUMENT, "<w:pgSz", "<w:pgMar/><w:pgSz"),
        "w:pgSz has to come before",
    ),
    "a row's form": (
        in_body(TABLE.format("<w:tr><w:tc><w:p/></w:tc><w:trPr/></w:tr>")),
        "w:trPr has to come first",
    ),
    "a table's grid": (
        in_body(TABLE.format(ROW).replace("<w:tblPr/>", "")),
        "begin with one w:tblPr and one w:tblGrid",
    ),
    # Tables, paragraphs, texts.
    "a table without rows": (in_body(TABLE.format("")), "a table has no row"),
    "a row without cells": (in_body(TABLE.format("<w:tr/>")), "a row has no cell"),
    "an empty cell": (in_body(TABLE.format("<w:tr><w:tc/></w:tr>")), "a cell has no paragraph"),
    "a cell that ends with a table": (
        in_body(TABLE.format(f"<w:tr><w:tc>{TABLE.format(ROW)}</w:tc></w:tr>")),
        "a cell has to end with a paragraph",
    ),
    "a row too wide": (
        in_body(TABLE.format("<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>")),
        "a row is 2 columns wide, the table's grid has 1",
    ),
    "a span too wide": (
        in_body(TABLE.format(ROW).replace("<w:p/>", '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr><w:p/>')),
        "a row is 3 columns wide",
    ),
    "a cell outside a row": (in_body("<w:tc><w:p/></w:tc>"), "a cell stands outside a row"),
    "a row in the body": (in_body("<w:tr><w:tc><w:p/></w:tc></w:tr>"), "cannot stand in the body"),
    "a paragraph in a paragraph": (in_body("<w:p><w:p/></w:p>"), "a paragraph stands inside a paragraph"),
    "a run in the body": (in_body("<w:r/>"), "a run stands outside a paragraph"),
    "an element in a text": (in_body("<w:p><w:r><w:t><w:b/></w:t></w:r></w:p>"), "a text holds an element"),
    "spaces that are lost": (in_body("<w:p><w:r><w:t>a </w:t></w:r></w:p>"), "lost without xml:space"),
    "a section amid the body": (in_body("<w:sectPr/>"), "has to come last in the body"),
    "two footers of one type": (
        replaced(DOCUMENT, "<w:pgSz", '<w:footerReference w:type="default"/><w:pgSz'),
        "two of w:footerReference are of one type",
    ),
    "an empty footer": (added("word/footer1.xml", ""), "not well-formed"),
    # Identifiers and what refers to them.
    "a style that is not there": (paragraph('<w:pStyle w:val="No"/>'), "there is no paragraph style No"),
    "a style of another kind": (paragraph('<w:pStyle w:val="TableGrid"/>'), "no paragraph style TableGrid"),
    "a style twice": (replaced(STYLES, 'w:styleId="Title"', 'w:styleId="Normal"'), "two styles are called"),
    "a style based on none": (
        replaced(STYLES, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="X"/>'),
        "no style X",
    ),
    "a list that is not there": (
        paragraph('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>'),
        "there is no list 99",
    ),
    "a list of no kind": (
        replaced(NUMBERING, '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="9"/>'),
        "no kind of list 9",
    ),
    "a bookmark twice": (
        in_body(f'<w:p>{BOOKMARK.format("a")}{BOOKMARK.format("b")}<w:bookmarkEnd w:id="1"/></w:p>'),
        "two bookmarks are called '1'",
    ),
    "a bookmark without end": (
        in_body(f'<w:p>{BOOKMARK.format("a")}</w:p>'),
        "a beginning or an end, but not both",
    ),
    "a drawing twice": (in_body(f"<w:p>{PICTURE}{PICTURE}</w:p>"), "two drawings are called '1'"),
    "a note that is not there": (
        in_body('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'),
        "there is no footnote 2",
    ),
    # Values.
    "a side": (paragraph('<w:jc w:val="centre"/>'), "w:jc cannot be 'centre'"),
    "a tab": (paragraph('<w:tabs><w:tab w:val="middle" w:pos="1"/></w:tabs>'), "w:tab cannot be 'middle'"),
    "a leader": (paragraph('<w:tabs><w:tab w:val="left" w:leader="dots" w:pos="1"/></w:tabs>'), "'dots'"),
    "a rule of lines": (paragraph('<w:spacing w:line="240" w:lineRule="about"/>'), "cannot be 'about'"),
    "a measure": (paragraph('<w:spacing w:before="much"/>'), "w:spacing cannot be 'much'"),
    "a number": (paragraph('<w:outlineLvl w:val="1.5"/>'), "w:outlineLvl cannot be '1.5'"),
    "a level too deep": (
        paragraph('<w:numPr><w:ilvl w:val="9"/><w:numId w:val="1"/></w:numPr>'),
        "nine levels",
    ),
    "a style without name": (paragraph("<w:pStyle/>"), "names no style"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_on_purpose_is_found(sound: dict[str, str], name: str) -> None:
    breaking, message = BROKEN[name]
    parts = dict(sound)
    breaking(parts)
    assert any(message in str(fault) for fault in faults(packed(parts)))


def test_a_fault_says_where_it_is_and_nothing_that_the_paper_says(sound: dict[str, str]) -> None:
    parts = dict(sound)
    in_body('<w:p><w:pPr><w:jc w:val="centre"/></w:pPr><w:r><w:t>secret</w:t></w:r></w:p>')(parts)
    (fault,) = faults(packed(parts))
    assert str(fault) == ("word/document.xml /w:document/w:body/w:p[1]/w:pPr/w:jc: w:jc cannot be 'centre'")


def test_what_is_no_word_file_is_a_fault_of_the_whole() -> None:
    (fault,) = faults(b"%PDF-1.7")
    assert (fault.part, fault.place) == ("", "")
    assert "not a Word document" in fault.message


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("word/styles.xml", "two parts of one name"),
        ("/word/more.xml", "outside it"),
        ("word/../../more.xml", "outside it"),
    ],
)
def test_a_part_twice_or_outside_the_file_is_a_fault(sound: dict[str, str], name: str, message: str) -> None:
    out = io.BytesIO(packed(sound))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(out, "a") as archive:
            archive.writestr(name, "<a/>")
    (fault,) = faults(out.getvalue())
    assert message in str(fault)
