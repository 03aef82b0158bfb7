"""Where a fault stands: body, row and cell, header, footer, notes, text boxes, properties."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from unbarred.documents import TemplateFault, UndefinedAnswer, render
from unbarred.documents.word.package import CONTENT_TYPES, Part, read_package, write_package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTE_KINDS = {"footnote": "a footnote", "endnote": "an endnote"}
BOX = """
<w:p xmlns:w="{w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></w:drawing>
</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></mc:Fallback>
</mc:AlternateContent></w:r></w:p>
"""
INSIDE = "<w:p><w:r><w:t>In the box: {{ box }}</w:t></w:r></w:p>"


def with_notes(path: Path, kind: str, *words: str) -> None:
    """Add a part with the notes `words` to the document at `path`."""
    parts = read_package(path.read_bytes(), path.name)
    notes = f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>' + "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:t>{each}</w:t></w:r></w:p></w:{kind}>'
        for number, each in enumerate(words, start=1)
    )
    parts[f"word/{kind}s.xml"] = Part.of(f'<w:{kind}s xmlns:w="{W}">{notes}</w:{kind}s>'.encode())
    types = parts[CONTENT_TYPES].content.decode()
    own = f'<Override PartName="/word/{kind}s.xml" ContentType="application/xml"/></Types>'
    parts[CONTENT_TYPES] = Part.of(types.replace("</Types>", own).encode())
    path.write_bytes(write_package(parts))


def fault_of(path: Path) -> UndefinedAnswer:
    """Return the fault of a template that asks for what nobody said."""
    with pytest.raises(UndefinedAnswer) as caught:
        render(path, {"known": "known"})
    assert str(caught.value.place) in str(caught.value)
    return caught.value


def test_a_cell_is_told_by_table_row_and_cell(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(1, 1).rows[0].cells[0].text = "{{ known }}"
    table = document.add_table(3, 2)
    table.rows[2].cells[1].text = "Court: {{ court }}"
    document.save(str(tmp_path / "t.docx"))
    fault = fault_of(tmp_path / "t.docx")
    assert (fault.variable, fault.place) == ("court", "table 2 of the body, row 3, cell 2")


@pytest.mark.parametrize("part", ["header", "footer"])
def test_headers_and_footers_are_told(part: str, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ known }}")
    getattr(document.sections[0], part).paragraphs[0].text = "No. {{ docket }}"
    document.save(str(tmp_path / "t.docx"))
    assert fault_of(tmp_path / "t.docx").place == f"the {part}"


@pytest.mark.parametrize("kind", NOTE_KINDS)
def test_notes_are_counted_as_a_reader_counts_them(kind: str, tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "t.docx"))
    with_notes(tmp_path / "t.docx", kind, "See {{ known }}.", "See {{ source }}.")
    fault = fault_of(tmp_path / "t.docx")
    assert (fault.place, fault.paragraph) == (f"{kind} 2", "See {{ source }}.")


def test_a_note_that_no_condition_keeps_is_not_in_the_file(tmp_path: Path) -> None:
    document = docx.Document()
    for number in (1, 2):
        paragraph = document.add_paragraph(f"{{% if note == {number} %}}See.")
        paragraph._p.append(parse_xml(f'<w:r xmlns:w="{W}"><w:footnoteReference w:id="{number}"/></w:r>'))
        paragraph.add_run("{% endif %}")
    document.save(str(tmp_path / "t.docx"))
    with_notes(tmp_path / "t.docx", "footnote", "One: {{ known }}", "Two: {{ known }}")
    rendered = render(tmp_path / "t.docx", {"note": 2, "known": None})
    assert "One" not in rendered.text
    assert [blank.label for blank in rendered.blanks] == ["Two"]


def test_a_text_box_is_told_and_its_answer_printed_and_counted_once(tmp_path: Path) -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(BOX.format(w=W, inside=INSIDE).strip()))
    document.save(str(tmp_path / "t.docx"))
    assert fault_of(tmp_path / "t.docx").place == "a text box in the body"
    rendered = render(tmp_path / "t.docx", {"box": "A & B"})
    assert rendered.text.count("In the box: A & B") == 1
    assert [blank.label for blank in render(tmp_path / "t.docx", {"box": ""}).blanks] == ["In the box"]


def test_the_properties_are_told_and_filled(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.subject = "For {{ name }} & {{ known }}"
    document.save(str(tmp_path / "t.docx"))
    assert fault_of(tmp_path / "t.docx").place == "the document properties"
    rendered = render(tmp_path / "t.docx", {"name": "<A>\n", "known": None})
    (tmp_path / "filled.docx").write_bytes(rendered.content)
    assert docx.Document(str(tmp_path / "filled.docx")).core_properties.subject == "For <A>\n & "


def test_a_tag_where_nothing_is_filled_is_an_error(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "t.docx"))
    parts = read_package((tmp_path / "t.docx").read_bytes(), "t.docx")
    parts["word/charts/chart1.xml"] = Part.of(b"<c>{{ name }}</c>")
    (tmp_path / "t.docx").write_bytes(write_package(parts))
    with pytest.raises(TemplateFault, match=r"word/charts/chart1\.xml, where none is filled"):
        render(tmp_path / "t.docx", {"name": "A"})
    parts["word/charts/chart1.xml"] = Part.of(b"<c/>")
    parts["word/styles.xml"] = Part.of(
        f'<w:styles xmlns:w="{W}"><w:style>{{{{ x }}}}</w:style></w:styles>'.encode()
    )
    (tmp_path / "t.docx").write_bytes(write_package(parts))
    with pytest.raises(TemplateFault, match=r"word/styles\.xml"):
        render(tmp_path / "t.docx", {"x": "A"})
