"""The committed DOCX templates: fresh, in the house style, and without law of their own."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from unbarred import content
from unbarred.documents.composing import compose, compositions, sources
from unbarred.documents.composing.packing import is_composed

SOURCES = list(sources(content.templates()))
COMPOSITIONS = list(compositions(content.templates()))
PARTS = sorted(content.templates().rglob("*.md"))


def shown(path: Path) -> str:
    return str(path.relative_to(content.templates()))


@pytest.fixture(params=SOURCES, ids=shown)
def source(request: pytest.FixtureRequest) -> Path:
    return request.param  # type: ignore[no-any-return]


def parts(path_or_bytes: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path_or_bytes) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_docx_says_what_its_markdown_says(source: Path, tmp_path: Path) -> None:
    """Run `python -m unbarred.documents.composing` when this fails."""
    fresh = tmp_path / "fresh.docx"
    for each in COMPOSITIONS:
        if each.source == source:
            fresh.write_bytes(compose(source, content.templates(), each.paper, each.place))
            # Part by part: another zlib may pack the same words in other bytes.
            assert parts(each.target) == parts(fresh)


def test_no_docx_is_left_over_from_a_part_or_document_that_is_gone() -> None:
    composed = {path for path in content.templates().rglob("*.docx") if is_composed(path)}
    assert composed == {each.target for each in COMPOSITIONS}


def test_composing_gives_the_same_bytes(source: Path) -> None:
    assert compose(source, content.templates()) == compose(source, content.templates())


def test_it_is_set_in_a_serif_at_twelve_points_on_the_paper_of_the_place(source: Path) -> None:
    sizes = {"letter": ("en-US", (215.9, 279.4)), "a4": ("en-GB", (210.0, 297.0))}
    for each in COMPOSITIONS:
        if each.source != source:
            continue
        paper, document = each.paper, docx.Document(str(each.target))
        styles = document.styles.element
        assert styles.xpath(".//w:rPrDefault//w:rFonts/@w:ascii") == ["Times New Roman"]
        assert styles.xpath(".//w:rPrDefault//w:sz/@w:val") == ["24"]
        language, size = sizes[paper]
        assert styles.xpath(".//w:rPrDefault//w:lang/@w:val") == [language]
        section = document.sections[0]
        assert (section.page_width.mm, section.page_height.mm) == pytest.approx(size, abs=0.1)
        margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
        assert min(each.inches for each in margins) >= 1


def test_a_bad_copier_does_not_hurt_it(source: Path) -> None:
    for name, xml in parts(source.with_suffix(".docx")).items():
        if name.startswith("word/"):
            colours = re.findall(rb'w:(?:color|fill)="([^"]*)"|<w:color w:val="([^"]*)"', xml)
            assert {colour or other for colour, other in colours} <= {b"000000", b"auto"}
            assert all(int(size) >= 6 for size in re.findall(rb'w:val="single" w:sz="(\d+)"', xml))


def test_headings_stay_with_what_they_head_and_rows_stay_whole(source: Path) -> None:
    document = docx.Document(str(source.with_suffix(".docx")))
    for name in ("Title", "Heading 1", "Heading 2"):
        assert document.styles[name].paragraph_format.keep_with_next
    assert document.styles.element.xpath(".//w:pPrDefault//w:widowControl")
    for table in document.tables:
        if not table._tbl.xpath("./w:tblPr/w:tblStyle"):
            # A caption has columns, but nothing to head them.
            continue
        first, *rest = table.rows
        assert first._tr.xpath("./w:trPr/w:tblHeader")
        controls = [row for row in rest if "{%tr" in row.cells[0].text]
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in (first, *rest) if row not in controls)


def test_headings_are_in_sentence_case(source: Path) -> None:
    for line in re.findall(r"^#+ (.*)$", source.read_text(encoding="utf-8"), re.MULTILINE):
        words = re.sub(r"\{\{.*?\}\}", "X", line).split()
        assert words[0][0].isupper()
        assert all(
            word == "I" or word[0].islower() or word[0] in "XI" or not word[0].isalpha() for word in words[1:]
        )


def test_its_properties_tell_the_title_and_nobodys_name(source: Path) -> None:
    properties = docx.Document(str(source.with_suffix(".docx"))).core_properties
    assert properties.title
    assert properties.language == "en-US"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created is None


@pytest.mark.parametrize("part", PARTS, ids=shown)
def test_no_law_is_typed_into_a_template(part: Path) -> None:
    words = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", part.read_text(encoding="utf-8"), flags=re.DOTALL)
    for law in (
        r"§",
        r"\bC\.F\.R\.",
        r"\bU\.S\.C\.",
        r"N\.Y\.",
        r"\bLaw\b",
        r"\b\d{5}\b",
        r"@",
        r"https?:",
        r"\bdays\b",
    ):
        found = re.search(law, words)
        assert found is None or found.group() == "days"
    for name in ("Governor", "President", "Pardon Attorney", "Albany", "Washington", "New York", "Bureau"):
        assert name not in words


def test_lines_of_a_fact_fit_its_column() -> None:
    """A label longer than its column would push the answer to a tab of its own."""
    for part in PARTS:
        for block in re.findall(
            r"^```facts\n(.*?)^```", part.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        ):
            for line in block.splitlines():
                # What a tag prints into a label is a word such as “children”.
                label = re.sub(r"\{\{.*?\}\}", "children", line.split(" | ")[0])
                assert line.startswith("{") or len(label) <= 26, label


def test_text_of_the_body_is_twelve_points_and_of_tables_eleven() -> None:
    document = docx.Document(str(SOURCES[0].with_suffix(".docx")))
    assert document.styles["Normal"].font.size == Pt(12)
    assert document.styles["Table Text"].font.size == Pt(11)
