"""Markdown becomes a template in the house style."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document

from unbarred.documents import render
from unbarred.documents.composing import compose_all, sources
from unbarred.errors import ContentError

from .conftest import HEAD, composed, styled


def test_headings_paragraphs_and_quotes(templates: Path) -> None:
    document = composed(templates, '# Title\'s end\n\n## Section\n\n### Part\n\nTwo lines\nof "text".\n')
    assert styled(document) == [
        ("Title", "Title’s end"),
        ("Heading 1", "Section"),
        ("Heading 2", "Part"),
        ("Normal", "Two lines of “text”."),
    ]


def test_faces_and_line_breaks(templates: Path) -> None:
    line = composed(templates, "plain **bold** *From: a page* end\\\nnext").paragraphs[0]
    assert line.text == "plain bold From: a page end\nnext"
    assert [run.text for run in line.runs if run.bold] == ["bold"]
    assert [run.text for run in line.runs if run.style.name == "Source"] == ["From: a page"]


def test_tags_pass_untouched_whatever_markdown_would_make_of_them(templates: Path) -> None:
    tags = "{{ a_b_c * d_e }} {{ x | join(', ') }} {{ \"quoted\" }} {{ l[0] }} {{ a < b & c }}"
    assert styled(composed(templates, tags)) == [("Normal", tags)]


def test_a_statement_alone_on_its_line_governs_blocks(templates: Path) -> None:
    document = composed(templates, "{% if a %}\nYes {% if b %}really{% endif %}\n{% endif %}\n")
    assert [text for _, text in styled(document)] == [
        "{%p if a %}",
        "Yes {% if b %}really{% endif %}",
        "{%p endif %}",
    ]


def test_lists_numbers_and_boxes(templates: Path) -> None:
    document = composed(
        templates,
        "1. one\n\n   more\n   1. deep\n2. two\n\n- dot\n- [ ] box\n\n"
        "{% for x in xs %}\n1. {{ x }}\n{% endfor %}\n",
    )
    assert styled(document) == [
        ("List Number", "one"),
        ("List Continue", "more"),
        ("List Number 2", "deep"),
        ("List Number", "two"),
        ("List Bullet", "dot"),
        ("Checklist", "box"),
        ("Normal", "{%p for x in xs %}"),
        ("List Number", "{{ x }}"),
        ("Normal", "{%p endfor %}"),
    ]


def numbers(document: Document) -> list[int | None]:
    """Return the list that each numbered paragraph belongs to; None where its style says so."""
    listed = [each._p.pPr.numPr for each in document.paragraphs if each.style.name.startswith("List Number")]
    return [None if each is None else each.numId.val for each in listed]


def test_numbers_begin_again_in_each_section_or_run_through_a_petition(templates: Path) -> None:
    text = "## One\n\n1. a\n\n{% if x %}\n\n1. b\n\n{% endif %}\n\n## Two\n\n1. c\n"
    by_section = numbers(composed(templates, text))
    assert by_section[0] == by_section[1] != by_section[2]
    throughout = composed(templates, text, "---\ntitle: A\nnumbering: throughout\n---\n")
    assert numbers(throughout) == [None, None, None]


def test_tables_have_headings_that_repeat_and_rows_that_a_statement_governs(templates: Path) -> None:
    document = composed(
        templates,
        "| A | B |\n|:---|:-|\n| {% for x in xs %} | |\n| {{ x | upper }} | b |\n| {% endfor %} | |\n",
    )
    (table,) = document.tables
    assert [cell.text for row in table.rows for cell in row.cells][:3] == ["A", "B", "{%tr for x in xs %}"]
    widths = [int(width) for width in table._tbl.xpath("./w:tblGrid/w:gridCol/@w:w")]
    assert widths == [6480, 2160]


def test_blocks_of_lines(templates: Path) -> None:
    document = composed(
        templates,
        "```address\nA\n{% if b %}\nB\n{% endif %}\n```\n\n```facts\nName | {{ name }}\nAge | 3\n```\n\n"
        "```notice\nMind this.\n```\n\nI sign.\n\n```signature\n{{ name }} | Date\n```\n",
    )
    assert styled(document) == [
        ("Address", "A"),
        ("Normal", "{%p if b %}"),
        ("Address", "B"),
        ("Normal", "{%p endif %}"),
        ("Fact", "Name\t{{ name }}"),
        ("Fact", "Age\t3"),
        ("Notice", "Mind this."),
        ("Normal", "I sign."),
        ("Normal", ""),
    ]
    signed = next(each for each in document.paragraphs if each.text == "I sign.")
    assert signed.paragraph_format.keep_with_next
    (block,) = document.tables
    assert [(each.style.name, each.text) for each in block.cell(0, 0).paragraphs] == [
        ("Signature Line", "\t\t\t"),
        ("Signature", "{{ name }}\tDate"),
    ]
    assert block._tbl.xpath("./w:tr/w:trPr/w:cantSplit")


def test_the_footer_counts_pages_and_the_title_is_the_papers(templates: Path) -> None:
    document = composed(templates, "Text")
    footer = document.sections[0].footer.paragraphs[0]
    assert footer._p.xpath(".//w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]
    assert "".join(footer._p.xpath(".//w:t/text()")) == "{{ name }}A paper, page 1 of 1"
    assert document.core_properties.title == "A paper"


def test_a_new_page_can_be_governed(templates: Path) -> None:
    path = templates / "paper.docx"
    (templates / "paper.md").write_text(HEAD + "Sheet\n\n{% if more %}\n\n---\n\n{% endif %}\n\nLast\n")
    compose_all(templates)
    for more in (True, False):
        body = docx.Document(io.BytesIO(render(path, {"more": more, "name": "A"}).content)).element.body
        assert len(body.xpath(".//w:br[@w:type='page']")) == more


def test_only_what_changed_is_written_and_parts_and_lawyers_files_are_left_alone(templates: Path) -> None:
    (templates / "paper.md").write_text(HEAD + "Text\n")
    docx.Document().save(str(templates / "by-a-lawyer.docx"))
    before = (templates / "by-a-lawyer.docx").read_bytes()
    assert compose_all(templates) == [templates / "paper.docx", templates / "paper-a4.docx"]
    assert compose_all(templates) == []
    assert list(sources(templates)) == [templates / "paper.md"]
    assert (templates / "by-a-lawyer.docx").read_bytes() == before
    assert not (templates / "shared" / "running-footer.docx").exists()


def test_a_template_for_one_paper_is_made_for_that_one(templates: Path) -> None:
    (templates / "paper.md").write_text("---\ntitle: A\npaper: a4\n---\nText\n")
    assert compose_all(templates) == [templates / "paper.docx"]
    assert round(docx.Document(str(templates / "paper.docx")).sections[0].page_width.mm) == 210


@pytest.mark.parametrize(
    ("head", "text", "message"),
    [
        ("", "Text", r"paper\.md:1: A template begins with its settings"),
        ("---\ncolour: red\n---\n", "Text", r"A template begins with its settings"),
        (HEAD, '{% include "nowhere.md" %}', r"includes the part nowhere\.md, which is not there"),
        (HEAD, '{% include "endless.md" %}', r"more than 5 deep"),
        (HEAD, "```poem\nx\n```", r"no block called 'poem'; there are address"),
        (HEAD, "![a picture](a.png)", r"has nothing for image"),
        (HEAD, "> quoted", r"has nothing for blockquote_open"),
        (HEAD, "| A |\n|---|\n| b |\n\n```signature\nName\n```", r"straight after the words that are signed"),
        ("---\ntitle: A\npaper: papyrus\n---\n", "x", r"no paper called papyrus"),
        (HEAD, "```caption\nA\n---\nB\n```", r"A caption has three parts"),
        ("---\ntitle: A\nplaced: below\n---\n", "x", r"placed at the top or in the middle"),
        ("---\ntitle: A\nnumbering: backwards\n---\n", "x", r"numbering is by section or throughout"),
        ("---\ntitle: A\nspacing: tight\n---\n", "x", r"spacing is usual or close"),
    ],
)
def test_what_cannot_be_composed_says_why(templates: Path, head: str, text: str, message: str) -> None:
    (templates / "shared" / "endless.md").write_text('{% include "endless.md" %}\n')
    with pytest.raises(ContentError, match=message):
        composed(templates, text, head)


def test_a_close_paper_has_less_space_and_letters_as_large(templates: Path) -> None:
    close = composed(templates, "Text.", "---\ntitle: A\nspacing: close\n---\n").styles
    usual = composed(templates, "Text.").styles
    for name in ("Normal", "Heading 1", "Signature Line"):
        tight, wide = close[name], usual[name]
        spaces = [each.paragraph_format for each in (tight, wide)]
        less, more = [(each.space_before or 0) + (each.space_after or 0) for each in spaces]
        assert less < more
        assert tight.font.size == wide.font.size
