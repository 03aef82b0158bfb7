"""Templates as Word really writes them: content controls, bookmarks, text boxes, sections."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from unbarred.documents import Blank, Rendered, TemplateFault, UndefinedAnswer, render
from unbarred.documents.examining import examine
from unbarred.documents.filling.drafts import as_draft
from unbarred.documents.word.package import Part, read_package, write_package
from unbarred.documents.word.validating import faults
from unbarred.documents.word.wordml import MAIN, W, text_of

from .conftest import reopened

WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
GRID = '<w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
PAGE = '<w:sectPr><w:pgSz w:w="{}" w:h="12240"/><w:pgMar w:left="1in" w:right="1440"/></w:sectPr>'


def written(folder: Path, body: str, header: str = "") -> Path:
    """Write a template whose body and header are these elements."""
    document = docx.Document()
    section = document.element.body[-1]
    for place, source in ((document.element.body, body), (document.sections[0].header._element, header)):
        made = parse_xml(f"<w:body {nsdecls('w', 'wp')} {WPS}>{source}</w:body>")
        place[:] = list(made) or list(place)
    if document.element.body[-1].tag != section.tag:
        document.element.body.append(section)
    document.save(str(folder / "t.docx"))
    return folder / "t.docx"


def line(*texts: str) -> str:
    """Return a paragraph with a run for each text."""
    return f"<w:p>{''.join(f'<w:r><w:t>{text}</w:t></w:r>' for text in texts)}</w:p>"


def cell(inside: str) -> str:
    return f"<w:tc><w:tcPr/>{inside if inside.startswith('<') else line(inside)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(map(cell, cells))}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{GRID}{''.join(rows)}</w:tbl>{line('')}"


def control(inside: str) -> str:
    """Return a content control around `inside`."""
    return f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def box(inside: str) -> str:
    shape = f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
    drawing = f'<wp:inline><wp:docPr id="3" name="b"/>{shape}</wp:inline>'
    return f"<w:p><w:r><w:drawing>{drawing}</w:drawing></w:r></w:p>"


def whole(path: Path, context: dict[str, Any]) -> Rendered:
    """Return the filled template, which Word opens without complaint."""
    rendered = render(path, context)
    assert faults(rendered.content) == []
    return rendered


def cells_of(rendered: Rendered) -> list[str]:
    """Return what each cell says, a line for each of its paragraphs."""
    cells = reopened(rendered).element.body.iter(qn("w:tc"))
    return ["\n".join(map(text_of, each.iter(qn("w:p")))) for each in cells]


def test_rows_and_cells_may_stand_in_content_controls(tmp_path: Path) -> None:
    one = f"<w:tr>{cell('{{ x }}')}{control(cell('{{ day }}'))}</w:tr>"
    path = written(
        tmp_path,
        table(row("Court", "Day"), row("{%tr for x in xs %}", ""), control(one), row("{%tr endfor %}", "")),
    )
    rendered = whole(path, {"xs": ["A", "B"], "day": None})
    assert [each.get(qn("w:val")) for each in reopened(rendered).element.body.iter(qn("w:id"))] == ["5"]
    assert [each.rstrip("()12 ").strip("_") for each in cells_of(rendered)] == [
        "Court", "Day", "A", "", "B", "",
    ]  # fmt: skip
    assert rendered.blanks == (Blank(1, "Day"), Blank(2, "Day"))
    heading = next(reopened(rendered).element.body.iter(qn("w:tr")))
    assert heading.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    with pytest.raises(UndefinedAnswer) as caught:
        render(path, {"xs": ["A"]})
    assert caught.value.place == "table 1 of the body, row 3, cell 2"


def test_cells_may_repeat_in_rows_that_repeat(tmp_path: Path) -> None:
    repeated = row("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}")
    loop = row("{%tr for y in xs %}"), repeated, row("{%tr endfor %}")
    path = written(tmp_path, table(row("A", "B"), *loop))
    assert cells_of(whole(path, {"xs": ["a", "b"]})) == ["A", "B", "a", "b", "a", "b"]


def test_a_bookmark_at_the_end_of_a_cell_adds_no_line(tmp_path: Path) -> None:
    marked = f'<w:bookmarkStart w:id="7" w:name="here"/>{line("{{ x }}")}<w:bookmarkEnd w:id="7"/>'
    path = written(tmp_path, table(row("{%tr for x in xs %}"), row(marked, "b"), row("{%tr endfor %}")))
    assert cells_of(whole(path, {"xs": ["a", "c"]})) == ["a", "b", "c", "b"]


def test_what_holds_nothing_but_a_condition_keeps_a_paragraph(tmp_path: Path) -> None:
    governed = line("{%p if yes %}") + line("Confidential") + line("{%p endif %}")
    path = written(tmp_path, box(governed), header=control(governed))
    for answer, said in ((True, ["Confidential"]), (False, [""])):
        rendered = whole(path, {"yes": answer})
        inside = next(reopened(rendered).element.body.iter(qn("w:txbxContent")))
        assert [text_of(each) for each in inside.iter(qn("w:p"))] == said


def test_ruled_lines_are_as_long_as_their_page_allows(tmp_path: Path) -> None:
    wide = f"<w:p><w:pPr>{PAGE.format(15840)}</w:pPr></w:p>"
    path = written(tmp_path, line("{{ a }}") + wide + line("{{ b }}") + PAGE.format("8.5in"))
    stops = reopened(whole(path, {"a": None, "b": None})).element.body.iter(qn("w:tab"))
    assert [stop.get(qn("w:pos")) for stop in stops if stop.get(qn("w:pos"))] == ["12960", "9360"]


def test_a_text_box_has_no_lines_as_long_as_the_page(tmp_path: Path) -> None:
    rendered = whole(written(tmp_path, box(line("{{ a }}"))), {"a": None})
    assert rendered.text.strip() == f"{'_' * 24} (1)"


@pytest.mark.parametrize(
    "beside",
    [
        '<w:drawing><wp:inline><wp:docPr id="1" name="a"/></wp:inline></w:drawing>',
        '<w:br w:type="page"/>',
        '<w:sym w:font="Wingdings" w:char="F0FE"/>',
        '<w:footnoteReference w:id="1"/>',
        '<w:fldChar w:fldCharType="begin"/>',
    ],
)
def test_what_would_vanish_with_a_tag_that_stands_for_the_whole_is_refused(
    beside: str, tmp_path: Path
) -> None:
    opening = f"<w:p><w:r><w:t>{{%p if yes %}}</w:t></w:r><w:r>{beside}</w:r></w:p>"
    path = written(tmp_path, opening + line("x") + line("{%p endif %}"))
    with pytest.raises(TemplateFault, match=r"note or page break is never printed beside .*in the body"):
        render(path, {"yes": True})
    assert "words beside a tag" in {flaw.kind for flaw in examine(path.read_bytes(), path.name).flaws}


@pytest.mark.parametrize(
    "halves",
    [
        '<w:r><w:instrText>QUOTE "{{ x</w:instrText></w:r><w:r><w:instrText> }}"</w:instrText></w:r>',
        '<w:del w:id="1" w:author="a"><w:r><w:delText>{# a</w:delText></w:r></w:del>',
    ],
)
def test_half_a_tag_takes_no_words_with_it(halves: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"<w:p>{halves}</w:p>" + line("Kept. {# a note #}"))
    with pytest.raises(TemplateFault, match=r"opened, but not closed where it stands: .*in the body"):
        render(path, {"x": "A"})


STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
LINK = b'<Relationship Id="rId99" Type="t" Target="https://x.org/%7B%7B%20name%20%7D%7D"/></Relationships>'


@pytest.mark.parametrize(
    ("part", "change", "says"),
    [
        (MAIN, lambda xml: xml.replace(W.encode(), STRICT), "rare kind of Word document"),
        (MAIN, lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16"), "rare kind of Word"),
        ("word/_rels/document.xml.rels", lambda xml: xml.replace(b"</Relationships>", LINK), "where none is"),
    ],
)
def test_a_tag_that_would_be_overlooked_is_an_error(
    part: str, change: Callable[[bytes], bytes], says: str, tmp_path: Path
) -> None:
    path = written(tmp_path, line("Dear {{ name }}"))
    parts = read_package(path.read_bytes(), path.name)
    path.write_bytes(write_package(parts | {part: Part.of(change(parts[part].content))}))
    with pytest.raises(TemplateFault, match=says):
        render(path, {"name": "Rosa"})


def with_text(path: Path, xml: str) -> Path:
    """Put `xml` in the place of the text of a template."""
    parts = read_package(path.read_bytes(), path.name)
    path.write_bytes(write_package(parts | {MAIN: Part.of(xml.encode())}))
    return path


@pytest.mark.parametrize(
    "words",
    [
        "Dear &#123;&#x7B; name }}",
        "Dear <![CDATA[{{ name }}]]>",
        "Dear <!-- {{ other }} --><?x {{ other }}?>{{ name }}",
    ],
)
def test_a_tag_may_be_written_in_every_way_of_xml(words: str, tmp_path: Path) -> None:
    body = f"<w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body>"
    path = with_text(written(tmp_path, line("x")), f'<w:document xmlns:w="{W}">{body}</w:document>')
    rendered = render(path, {"name": "A & B"})
    assert rendered.text.splitlines()[0] == "Dear A & B"
    assert b"other" not in read_package(rendered.content, "")[MAIN].content


def test_a_text_that_is_not_whole_or_not_there_is_an_error_without_tags_too(tmp_path: Path) -> None:
    path = with_text(written(tmp_path, line("x")), f'<w:document xmlns:w="{W}"><w:body>')
    with pytest.raises(TemplateFault, match=r"word/document\.xml is damaged"):
        render(path, {})
    with pytest.raises(TemplateFault, match="damaged"):
        as_draft(path.read_bytes(), path.name)
    path = with_text(path, f'<w:document xmlns:w="{W}"/>')
    with pytest.raises(TemplateFault, match="It has no text"):
        as_draft(path.read_bytes(), path.name)
