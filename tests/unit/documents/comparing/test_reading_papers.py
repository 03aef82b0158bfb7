"""A Word file as plain text: every part, whole tags, the numbers that Word prints."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from unbarred.documents import TemplateFault
from unbarred.documents.comparing.reading.readable import readable


def text(document: Document, *, counted: bool = True) -> str:
    file = io.BytesIO()
    document.save(file)
    return readable(file.getvalue(), "paper.docx", counted=counted)


def section(document: Document, name: str) -> list[str]:
    """Return the lines of one part of the text."""
    after = text(document).partition(f"== {name} ==\n\n")[2]
    return after.partition("\n== ")[0].splitlines()


def test_a_tag_that_word_split_over_runs_is_whole() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("I am {{ ")
    for piece in ("petit", "ioner", ".name", " }}."):
        paragraph.add_run(piece).italic = True
    assert section(document, "body") == ["I am {{ petitioner.name }}."]


def test_headings_styles_tables_and_breaks_are_seen() -> None:
    document = docx.Document()
    document.add_heading("Petition", 0)
    document.add_heading("Who asks", 1)
    document.add_paragraph("Name\tRosa\nExample", style="Quote")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("Court", "Year", "County Court", "2016"), strict=True):
        cell.text = words
    table.cell(1, 1).add_paragraph("or later")
    document.add_page_break()
    document.add_paragraph("The end")
    assert section(document, "body") == [
        "# Petition",
        "## Who asks",
        "[Quote] Name⇥Rosa↵Example",
        "| Court | Year |",
        "| County Court | 2016 ¶ or later |",
        "[new page]",
        "The end",
    ]


def test_headers_footers_and_properties_are_there() -> None:
    document = docx.Document()
    document.core_properties.title = "Petition"
    document.core_properties.author = ""
    document.core_properties.comments = ""
    first = document.sections[0]
    first.different_first_page_header_footer = True
    first.header.paragraphs[0].text = "On every page"
    first.first_page_header.paragraphs[0].text = "On the first"
    paragraph = first.footer.paragraphs[0]
    paragraph.text = "Page "
    for kind, words in (("begin", ""), ("", " PAGE "), ("separate", ""), ("shown", "7"), ("end", "")):
        run = paragraph.add_run(words if kind == "shown" else "")
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif not kind:
            instruction = OxmlElement("w:instrText")
            instruction.text = words
            run._r.append(instruction)
    assert "title: Petition" in section(document, "properties")
    assert section(document, "header") == ["On every page"]
    assert section(document, "header, first page") == ["On the first"]
    assert section(document, "footer") == ["Page [PAGE]"]


def test_a_text_box_is_read_once_and_its_place_is_seen() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Above")
    box = "<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>In the box {}</w:t></w:r></w:p>"
    box += "</w:txbxContent></v:textbox></v:shape></w:pict>"
    names = nsdecls("w") + (
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    both = f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    run = parse_xml(f"<w:r {names}><mc:AlternateContent>{both}</mc:AlternateContent></w:r>")
    paragraph._p.append(run)
    assert section(document, "body") == ["Above[text box 1]"]
    assert section(document, "text box 1") == ["In the box {}"]


def test_comments_are_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("I ask for mercy.")
    document.add_comment(paragraph.runs, text="Say for what.", author="A reader")
    assert section(document, "body") == ["I ask for mercy.[comment 0]"]
    assert any(line.endswith("Say for what.") for line in section(document, "comment 0"))


def test_tracked_changes_are_read_as_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("I am ")
    for name, holder, words in (("w:del", "w:delText", "guilty"), ("w:ins", "w:t", "sorry")):
        run = f"<w:r><{holder}>{words}</{holder}></w:r>"
        paragraph._p.append(parse_xml(f'<{name} {nsdecls("w")} w:id="1" w:author="x">{run}</{name}>'))
    assert section(document, "body") == ["I am sorry"]


def numbered(document: Document, *levels: tuple[str, str]) -> Callable[[str, int], None]:
    """Give `document` a list of these kinds and texts, by level; return what adds a paragraph to it."""
    numbering = document.part.numbering_part.element
    parts = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
        for level, (kind, shown) in enumerate(levels)
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{parts}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))

    def add(words: str, level: int) -> None:
        form = document.add_paragraph(words)._p.get_or_add_pPr()
        form.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
        )

    return add


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([("decimal", "%1."), ("lowerLetter", "(%2)")], ["1. a", "(a) b", "(b) c", "2. d", "(a) e"]),
        ([("upperRoman", "%1"), ("decimal", "%1.%2")], ["I a", "I.1 b", "I.2 c", "II d", "II.1 e"]),
        ([("bullet", "\uf0b7"), ("lowerRoman", "%2)")], ["• a", "i) b", "ii) c", "• d", "i) e"]),
        ([("decimalZero", "%1."), ("bullet", "–")], ["01. a", "– b", "– c", "02. d", "– e"]),
    ],
)
def test_lists_are_counted_as_word_counts(levels: list[tuple[str, str]], expected: list[str]) -> None:
    document = docx.Document()
    add = numbered(document, *levels)
    for words, level in (("a", 0), ("b", 1), ("c", 1), ("d", 0), ("e", 1)):
        add(words, level)
    assert section(document, "body") == expected


def test_uncounted_a_new_paragraph_changes_one_line() -> None:
    texts = []
    for words in (["a", "c"], ["a", "b", "c"]):
        document = docx.Document()
        add = numbered(document, ("decimal", "%1."))
        for each in words:
            add(each, 0)
        texts.append(text(document, counted=False).splitlines())
    assert [line for line in texts[1] if line not in texts[0]] == ["1. b"]


@pytest.mark.parametrize("spoilt", [b"", b"no zip", b"PK\x03\x04 cut off"])
def test_what_is_no_word_file_is_said(spoilt: bytes) -> None:
    with pytest.raises(TemplateFault, match=r"paper\.docx"):
        readable(spoilt, "paper.docx")


def test_a_part_that_is_no_xml_is_named() -> None:
    from unbarred.documents.word.package import Part, read_package, write_package

    file = io.BytesIO()
    docx.Document().save(file)
    parts = dict(read_package(file.getvalue(), "x"))
    parts["word/styles.xml"] = Part.of(b"<w:styles")
    with pytest.raises(TemplateFault, match=r"word/styles\.xml"):
        readable(write_package(parts), "paper.docx")


def test_reading_loads_nothing_that_fills_templates() -> None:
    """Git starts the program once for each file."""
    program = (
        "import sys, unbarred.documents.comparing.reading.readable;"
        "print(*{'jinja2', 'docxtpl', 'docx', 'babel', 'docassemble'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
