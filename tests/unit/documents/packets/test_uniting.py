"""Several Word files become one, and each stays as it was."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from PIL import Image

from unbarred import content
from unbarred.documents.packets.uniting import Piece, united
from unbarred.documents.word.package import Part as PackedPart
from unbarred.documents.word.package import read_package, write_package
from unbarred.documents.word.validating import faults
from unbarred.errors import ContentError, UserError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def bytes_of(made: Document) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def paper(name: str, *, font: str = "", header: str = "", footer: str = "", picture: str = "") -> bytes:
    made = docx.Document()
    if font:
        made.styles["Normal"].font.name = font
    made.add_heading(f"{name} heading")
    for number in (1, 2):
        made.add_paragraph(f"{name} item {number}", style="List Number")
    made.add_paragraph(f"{name} says 1 < 2 & more")
    if picture:
        drawn = io.BytesIO()
        Image.new("RGB", (8, 8), picture).save(drawn, "PNG")
        made.add_picture(drawn)
    made.add_table(1, 1).cell(0, 0).text = f"{name} cell"
    if header:
        made.sections[0].header.paragraphs[0].text = header
    if footer:
        made.sections[0].footer.paragraphs[0].text = footer
    return bytes_of(made)


def whole(*papers: bytes) -> Document:
    one = united(
        [Piece(f"Paper {number}", each) for number, each in enumerate(papers)], "All papers", "en-GB"
    )
    assert faults(one) == []
    return docx.Document(io.BytesIO(one))


def test_all_that_is_said_is_there_in_order() -> None:
    made = whole(paper("Alpha"), paper("Beta", font="Courier New"), paper("Gamma"))
    said = [each.text for each in made.paragraphs if each.text]
    assert said == [
        line
        for name in ("Alpha", "Beta", "Gamma")
        for line in (f"{name} heading", f"{name} item 1", f"{name} item 2", f"{name} says 1 < 2 & more")
    ]
    assert [table.cell(0, 0).text for table in made.tables] == ["Alpha cell", "Beta cell", "Gamma cell"]
    properties = made.core_properties
    assert (properties.title, properties.language, properties.author) == ("All papers", "en-GB", "")


def test_each_has_its_own_header_and_footer_and_begins_at_page_1() -> None:
    made = whole(paper("Alpha", footer="foot"), paper("Beta", header="head"), paper("Gamma"))
    lines = [(each.header.paragraphs[0].text, each.footer.paragraphs[0].text) for each in made.sections]
    assert lines == [("", "foot"), ("head", ""), ("", "")]
    starts = [each._sectPr.find(f"{{{W}}}pgNumType").get(f"{{{W}}}start") for each in made.sections]
    assert starts == ["1", "1", "1"]


def test_each_keeps_its_look() -> None:
    made = whole(paper("Alpha"), paper("Beta", font="Courier New"), paper("Gamma"))
    fonts = {each.text: each.style.font.name for each in made.paragraphs if "says" in each.text}
    assert fonts["Beta says 1 < 2 & more"] == "Courier New"
    assert fonts["Alpha says 1 < 2 & more"] == fonts["Gamma says 1 < 2 & more"] != "Courier New"
    styles = [each.style_id for each in made.styles]
    assert len(styles) == len(set(styles))


def test_lists_begin_again_in_each() -> None:
    made = whole(paper("Alpha"), paper("Beta"), paper("Gamma", font="Courier New"))
    items = [each for each in made.paragraphs if " item " in each.text]
    lists = [each._p.pPr.numPr.numId.val for each in items]
    assert lists[0::2] == lists[1::2]
    assert len(set(lists)) == 3
    numbering = made.part.numbering_part.element
    kinds = [each.find(f"{{{W}}}abstractNumId").get(f"{{{W}}}val") for each in numbering.num_lst]
    used = [kinds[[num.numId for num in numbering.num_lst].index(each)] for each in set(lists)]
    assert len(set(used)) == 3


def test_pictures_stay_each_its_own() -> None:
    made = whole(paper("Alpha", picture="red"), paper("Beta", picture="blue"))
    colours = []
    for shape in made.inline_shapes:
        name = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
        picture = Image.open(io.BytesIO(made.part.related_parts[name].blob))
        colours.append(picture.convert("RGB").getpixel((0, 0)))
    assert colours == [(255, 0, 0), (0, 0, 255)]
    assert len({shape._inline.docPr.id for shape in made.inline_shapes}) == 2


def noted(name: str) -> bytes:
    """A paper with a footnote, a bookmark, a field that refers to it, and a comment's mark."""
    made = docx.Document()
    paragraph = made.add_paragraph(name)
    for xml in (
        f'<w:bookmarkStart xmlns:w="{W}" w:id="0" w:name="here"/>',
        f'<w:bookmarkEnd xmlns:w="{W}" w:id="0"/>',
        f'<w:fldSimple xmlns:w="{W}" w:instr=" PAGEREF here "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
        f'<w:commentRangeStart xmlns:w="{W}" w:id="7"/>',
    ):
        paragraph._p.append(parse_xml(xml))
    return bytes_of(made)


def test_bookmarks_of_one_name_stay_apart_and_comments_go() -> None:
    made = whole(noted("Alpha"), noted("Beta"))
    body = made.element.body
    names = [each.get(f"{{{W}}}name") for each in body.iter(f"{{{W}}}bookmarkStart")]
    fields = [each.get(f"{{{W}}}instr").split()[1] for each in body.iter(f"{{{W}}}fldSimple")]
    assert names == fields
    assert len(set(names)) == 2
    assert len({each.get(f"{{{W}}}id") for each in body.iter(f"{{{W}}}bookmarkStart")}) == 2
    assert list(body.iter(f"{{{W}}}commentRangeStart")) == []


def test_pages_are_counted_within_each_paper() -> None:
    template = content.templates() / "clemency" / "application.docx"
    piece = template.read_bytes()
    one = united([Piece("a", piece, 3), Piece("b", piece, 4)], "", "en-US")
    assert faults(one) == []
    footers = [part.content.decode() for name, part in read_package(one, "one").items() if "footer1" in name]
    assert len(footers) == 2
    assert all("SECTIONPAGES" in each and "NUMPAGES" not in each for each in footers)
    assert ">3<" in footers[0]
    assert ">4<" in footers[1]


def test_the_same_papers_give_the_same_bytes(tmp_path: Path) -> None:
    pieces = [Piece("a", paper("Alpha", picture="red")), Piece("b", paper("Beta", font="Courier New"))]
    assert united(pieces, "T", "en-US") == united(pieces, "T", "en-US")


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(ContentError, match="The letter"):
        united([Piece("The letter", b"%PDF-1.7")], "", "en-US")


def footnoted(name: str) -> bytes:
    """A paper with one footnote, and the two separators that Word numbers with it."""
    made = docx.Document()
    paragraph = made.add_paragraph(name)
    paragraph._p.append(parse_xml(f'<w:r xmlns:w="{W}"><w:footnoteReference w:id="2"/></w:r>'))
    notes = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        for number, kind in enumerate(("separator", "continuationSeparator"))
    )
    notes += f'<w:footnote w:id="2"><w:p><w:r><w:t>Note of {name}</w:t></w:r></w:p></w:footnote>'
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'.encode(),
        made.part.package,
    )
    made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return bytes_of(made)


def test_each_footnote_stays_with_its_words() -> None:
    made = whole(footnoted("Alpha"), paper("Beta"), footnoted("Gamma"))
    part = made.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    notes = {
        each.get(f"{{{W}}}id"): "".join(text.text for text in each.iter(f"{{{W}}}t"))
        for each in parse_xml(part.blob)
    }
    said = {
        paragraph.text: notes[reference.get(f"{{{W}}}id")]
        for paragraph in made.paragraphs
        for reference in paragraph._p.iter(f"{{{W}}}footnoteReference")
    }
    assert said == {"Alpha": "Note of Alpha", "Gamma": "Note of Gamma"}


def test_a_strict_document_is_refused_in_a_sentence() -> None:
    parts = {name: part.content for name, part in read_package(paper("Strict"), "strict").items()}
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    packed = {name: PackedPart.of(held.replace(W.encode(), strict)) for name, held in parts.items()}
    with pytest.raises(UserError, match=r"Strict: This is a Strict Open XML document"):
        united([Piece("Usual", paper("Usual")), Piece("Strict", write_package(packed))], "All", "en-US")
