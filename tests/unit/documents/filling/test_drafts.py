"""The mark of a draft: on every page of every kind, and on no paper that is filed."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
from docx.enum.section import WD_SECTION

from unbarred.documents import render
from unbarred.documents.filling.drafts import LINE, as_draft
from unbarred.documents.word.package import Part, read_package, write_package
from unbarred.documents.word.validating import faults
from unbarred.documents.word.wordml import MAIN

from .conftest import Template


def headers(content: bytes) -> list[str]:
    """Return what the headers of each section say, of each kind that pages have."""
    document = docx.Document(io.BytesIO(content))
    even = document.settings.odd_and_even_pages_header_footer
    said = []
    for section in document.sections:
        kinds = [section.header]
        kinds += [section.first_page_header] if section.different_first_page_header_footer else []
        kinds += [section.even_page_header] if even else []
        said += ["\n".join(paragraph.text for paragraph in kind.paragraphs) for kind in kinds]
    return said


def test_a_paper_without_a_header_gets_the_mark_and_one_with_keeps_its_words(template: Template) -> None:
    rendered = render(template("{{ words }}"), {"words": "A & B"})
    assert LINE not in rendered.text
    marked = as_draft(rendered.content, "paper.docx")
    assert headers(marked) == [f"{LINE}\n"]
    assert docx.Document(io.BytesIO(marked)).paragraphs[0].text == "A & B"
    assert as_draft(rendered.content, "paper.docx") == marked


def test_every_kind_of_page_of_every_section_is_marked(tmp_path: Path) -> None:
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].header.paragraphs[0].text = "Of Rosa"
    document.add_section(WD_SECTION.NEW_PAGE).different_first_page_header_footer = True
    document.sections[1].first_page_header.paragraphs[0].text = "First of two"
    third = document.add_section(WD_SECTION.NEW_PAGE)
    third.header.is_linked_to_previous = False
    third.header.paragraphs[0].text = "Third"
    document.save(str(tmp_path / "t.docx"))
    said = headers(as_draft((tmp_path / "t.docx").read_bytes(), "t.docx"))
    assert len(said) == 8
    assert all(LINE in each for each in said)
    assert {"Of Rosa", "First of two", "Third"} <= {each.replace(f"{LINE}\n", "") for each in said}


def test_a_paper_of_nothing_but_words_is_marked(template: Template) -> None:
    """Programs other than Word leave out the list of relationships, and the form of the last section."""
    parts = read_package(template("Words").read_bytes(), "t.docx")
    del parts["word/_rels/document.xml.rels"]
    bare = re.sub(rb"<w:sectPr.*</w:sectPr>", b"", parts[MAIN].content, flags=re.DOTALL)
    marked = as_draft(write_package(parts | {MAIN: Part.of(bare)}), "t.docx")
    assert faults(marked) == []
    assert headers(marked) == [f"{LINE}\n"]


def test_a_header_may_be_named_from_the_top_of_the_file(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Of Rosa"
    document.save(str(tmp_path / "t.docx"))
    parts = read_package((tmp_path / "t.docx").read_bytes(), "t.docx")
    beside = "word/_rels/document.xml.rels"
    named = parts[beside].content.replace(b'"header1.xml"', b'"/word/header1.xml"')
    assert named != parts[beside].content
    marked = as_draft(write_package(parts | {beside: Part.of(named)}), "t.docx")
    assert headers(marked) == [f"{LINE}\nOf Rosa"]
