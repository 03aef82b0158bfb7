"""The public copy of a Word file holds no secret, in whatever part or disguise it stood."""

from __future__ import annotations

import datetime
import io
import zipfile
import zlib

import docx
import leaks
import odd_pictures
import odd_word_files as odd
import pytest
from odd_word_files import paragraph, run

from unbarred.documents.redacting import (
    MARK,
    HoldsAnotherFile,
    Lookout,
    Name,
    Secret,
    public_copy,
)
from unbarred.documents.word.reading import text_of_parts
from unbarred.documents.word.validating import faults
from unbarred.errors import UserError

SECRETS = [
    Secret("name of a child", "name", Name("Tanya", family="Example"), "initials"),
    Secret("date of birth", "day", datetime.date(1984, 6, 30), "year"),
    Secret("social security number", "number", "123-45-6789", "last four"),
    Secret("home address", "address", "12 Elm Street\nAlbany, NY 12207", "city and state"),
]
TOLD = ["Tanya", "June 30, 1984", "6/30/1984", "123-45-6789", "12 Elm", "12207"]
LOOKOUT = Lookout(SECRETS)
ALL = "Tanya, June 30, 1984, 123-45-6789, 12 Elm Street, Albany, NY 12207"
SHOWN = "T., 1984, ending in 6789, [home address withheld], Albany, NY"
DELETED = f'<w:del w:id="1" w:author="Tanya"><w:r><w:delText>{ALL}</w:delText></w:r></w:del>'
INSERTED = f'<w:ins w:id="2" w:author="Tanya">{run(" Tanya")}</w:ins>'
END_DELETED = '<w:del w:id="3" w:author="Tanya"/>'
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
MAIL = ("hyperlink", "mailto:tanya@example.org", True)


def notes(kind: str) -> str:
    return odd.story(f"{kind}s", f'<w:{kind} w:id="1" w:author="Tanya">{paragraph(run(ALL))}</w:{kind}>')


PROPERTIES = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{ALL}</dc:title><dc:creator>Tanya</dc:creator>'
    "</cp:coreProperties>"
)
CUSTOM = "<person><first>Tan<b>ya</b></first><!-- Tanya --><?tanya Tanya?><born>1984-06-30</born></person>"
FILES = {
    "the body": odd.package(paragraph(run(ALL))),
    "split runs": odd.package(
        paragraph(run("Ta"), run("nya, June 30", "<w:rPr><w:b/></w:rPr>"), run(", 1984"))
    ),
    "each letter a run": odd.package(paragraph(*map(run, ALL))),
    "a table": odd.package(odd.table(paragraph(run(ALL)))),
    "a text box": odd.package(odd.box(paragraph(run("Tan"), run("ya, 12 Elm St")))),
    "a line break inside": odd.package(
        paragraph(run("Tanya"), "<w:r><w:br/></w:r>", run("Example, 6/30/1984"))
    ),
    "a hyphen that does not break": odd.package(
        paragraph(run("123"), "<w:r><w:noBreakHyphen/></w:r>", run("45-6789"))
    ),
    "a tracked deletion": odd.package(paragraph(run("My girl"), DELETED, INSERTED)),
    "half deleted": odd.package(
        paragraph(run("Tan"), '<w:del w:id="1"><w:r><w:delText>xx</w:delText></w:r></w:del>', run("ya"))
    ),
    "a paragraph whose end was deleted": odd.package(
        f"<w:p><w:pPr><w:rPr>{END_DELETED}</w:rPr></w:pPr>{run('Tan')}</w:p>" + paragraph(run("ya"))
    ),
    "hidden text": odd.package(paragraph(run("Tan"), run("xx", HIDDEN), run("ya"), run(ALL, HIDDEN))),
    "a header": odd.package(
        paragraph(),
        {"word/header1.xml": odd.story("hdr", paragraph(run(ALL)))},
        [("header", "header1.xml", False)],
    ),
    "a footer": odd.package(
        paragraph(),
        {"word/footer1.xml": odd.story("ftr", odd.table(paragraph(run(ALL))))},
        [("footer", "footer1.xml", False)],
    ),
    "a footnote": odd.package(paragraph(), {"word/footnotes.xml": notes("footnote")}),
    "a comment": odd.package(paragraph(), {"word/comments.xml": notes("comment")}),
    "a field": odd.package(
        odd.field(' HYPERLINK "mailto:tanya@example.org" ') + odd.field(" REF Tanya_born ")
    ),
    "a simple field": odd.package(paragraph(f'<w:fldSimple w:instr=" REF Tanya ">{run("9")}</w:fldSimple>')),
    "a description": odd.package(odd.picture(ALL)),
    "a bookmark": odd.package(
        paragraph('<w:bookmarkStart w:id="0" w:name="Tanya_1984"/><w:bookmarkEnd w:id="0"/>')
    ),
    "a link": odd.package(
        paragraph(f'<w:hyperlink r:id="r1" w:tooltip="Tanya">{run("mail")}</w:hyperlink>'), {}, [MAIL]
    ),
    "a map": odd.package(paragraph(), {}, [("hyperlink", "https://maps.example/?q=12%20Elm+Street", True)]),
    "a field to a map": odd.package(odd.field(' HYPERLINK "https://maps.example/?q=12%20Elm%20Street" ')),
    "a link within the paper": odd.package(
        paragraph('<w:bookmarkStart w:id="0" w:name="tanya_9"/><w:bookmarkEnd w:id="0"/>')
        + paragraph(f'<w:hyperlink w:anchor="tanya_9">{run("there")}</w:hyperlink>')
    ),
    "a drawing of lines": odd.package(
        paragraph(), {"word/media/a.svg": odd_pictures.svg("<text>Tan<tspan>ya</tspan></text>")}
    ),
    "text beside runs": odd.package("<w:p><w:r><w:t>x</w:t>Tanya</w:r></w:p>"),
    "a control": odd.package(
        f'<w:sdt><w:sdtPr><w:alias w:val="Tanya"/><w:date w:fullDate="1984-06-30T00:00:00Z"/></w:sdtPr>'
        f"<w:sdtContent>{paragraph(run('6/30/1984'))}</w:sdtContent></w:sdt>"
    ),
    "the properties": odd.package(paragraph(), {"docProps/core.xml": PROPERTIES}),
    "other XML": odd.package(paragraph(), {"customXml/item1.xml": CUSTOM}),
    "the name of a picture": odd.package(
        paragraph(), {"word/media/tanya.png": b"\x89PNG"}, [("image", "media/tanya.png", False)]
    ),
    "the archive's comment": odd.package(paragraph(), comment=b"Tanya, 123-45-6789"),
    "capitals and accents": odd.package(paragraph(run("TÁNYA and ta\u0301nya and Tan\u200bya"))),
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_no_secret_is_left_anywhere(content: bytes) -> None:
    assert any(leaks.stands_in(told, content) for told in TOLD)
    made = public_copy(content, "paper.docx", LOOKOUT).content
    assert [(told, leaks.stands_in(told, made)) for told in TOLD if leaks.stands_in(told, made)] == []
    docx.Document(io.BytesIO(made))


def test_it_reads_naturally_and_keeps_its_formatting() -> None:
    form = "<w:rPr><w:b/></w:rPr>"
    made = public_copy(odd.package(paragraph(run("So: "), run(ALL, form), run("."))), "paper.docx", LOOKOUT)
    paragraphs = docx.Document(io.BytesIO(made.content)).paragraphs
    assert [each.text for each in paragraphs] == [f"So: {SHOWN}."]
    assert [each.bold for each in paragraphs[0].runs] == [None, True, None]
    assert list(made.tally.times) == [secret.kind for secret in SECRETS]


def test_same_content_same_bytes() -> None:
    for content in FILES.values():
        once, again = (public_copy(content, "paper.docx", Lookout(SECRETS)).content for _ in range(2))
        assert once == again


def test_every_page_says_what_it_is() -> None:
    bare = public_copy(FILES["the body"], "paper.docx", LOOKOUT).content
    headed = public_copy(FILES["a header"], "paper.docx", LOOKOUT).content
    for content in (bare, headed):
        assert MARK in text_of_parts(content)
        header = docx.Document(io.BytesIO(content)).sections[0].header
        assert not header.is_linked_to_previous
    titled = docx.Document()
    titled.sections[0].different_first_page_header_footer = True
    titled.sections[0].header.paragraphs[0].text = "Petition"
    titled.add_section()
    file = io.BytesIO()
    titled.save(file)
    assert faults(public_copy(file.getvalue(), "paper.docx", LOOKOUT).content) == faults(file.getvalue())
    section = docx.Document(io.BytesIO(public_copy(file.getvalue(), "paper.docx", LOOKOUT).content)).sections[
        0
    ]
    assert [each.text for each in section.header.paragraphs] == [MARK, "Petition"]
    assert [each.text for each in section.first_page_header.paragraphs] == [MARK]


def test_links_between_parts_still_lead_somewhere() -> None:
    made = public_copy(FILES["the name of a picture"], "paper.docx", LOOKOUT).content
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        links = archive.read("word/_rels/document.xml.rels").decode()
        pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
    assert len(pictures) == 1
    assert f'Target="/{pictures[0]}"' in links


def test_a_picture_is_counted_because_nobody_read_it() -> None:
    assert public_copy(FILES["the name of a picture"], "paper.docx", LOOKOUT).pictures == 1
    assert public_copy(FILES["the body"], "paper.docx", LOOKOUT).pictures == 0


PICTURES = {
    "image1.png": odd_pictures.png(b"tEXt", b"Title\0Tanya"),
    "image2.png": odd_pictures.png(b"zTXt", b"Title\0\0" + zlib.compress(b"Tanya")),
    "image3.jpg": odd_pictures.jpeg(title="Tanya"),
    "image4.jpg": odd_pictures.jpeg(comment="T\u00e1nya"),
    "image5.emf": b"\1\0\0\0 Tanya, six years old",
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_tells_a_secret_is_refused(name: str) -> None:
    content = odd.package(paragraph(), {f"word/media/{name}": PICTURES[name]})
    with pytest.raises(UserError, match="A name of a child would still be in the public copy"):
        public_copy(content, "paper.docx", LOOKOUT)


def test_colours_of_a_picture_are_no_words() -> None:
    noise = odd_pictures.png(b"prVt", b"\xff Tanya, as chance has it \xff")
    assert (
        public_copy(odd.package(paragraph(), {"word/media/a.png": noise}), "paper.docx", LOOKOUT).pictures
        == 1
    )


@pytest.mark.parametrize("part", ["word/embeddings/sheet.xlsx", "word/afchunk.html", "word/activeX/box.bin"])
def test_a_file_within_the_file_is_refused(part: str) -> None:
    with pytest.raises(HoldsAnotherFile, match="A file is embedded in this paper"):
        public_copy(odd.package(paragraph(), {part: b"Tanya"}), "paper.docx", LOOKOUT)


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(UserError, match="not a Word document"):
        public_copy(b"Tanya", "paper.docx", LOOKOUT)
    with pytest.raises(UserError, match=r"word/header1\.xml of this Word file is damaged"):
        public_copy(odd.package(paragraph(), {"word/header1.xml": "<w:hdr>"}), "paper.docx", LOOKOUT)


def test_a_paper_without_secrets_keeps_its_words() -> None:
    body = paragraph(run("Nothing private, ")) + paragraph(run("May I will."))
    made = public_copy(odd.package(body), "paper.docx", LOOKOUT)
    assert text_of_parts(made.content).splitlines()[:2] == ["Nothing private, ", "May I will."]
    assert made.tally.times == {}


def test_words_of_the_format_are_no_names() -> None:
    looking = Lookout([Secret("name of a child", "name", Name("Center"), "initials")])
    body = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>Center</w:t></w:r></w:p>'
    made = public_copy(odd.package(body), "paper.docx", looking).content
    assert docx.Document(io.BytesIO(made)).paragraphs[0].alignment == 1
    assert docx.Document(io.BytesIO(made)).paragraphs[0].text == "C."
