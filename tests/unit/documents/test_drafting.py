"""Papers drafted from Markdown: what an author wrote is shown, and what was answered arrives whole."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from unbarred.documents.drafting import Answers, Showing, draft
from unbarred.documents.filling.marks import clean
from unbarred.documents.word.validating import faults

TITLE = "The paper"
HOUSE = "The paper\t\tpage  of "
"""As python-docx reads it: it leaves out the numbers, which are fields."""


def drafted(text: str, answers: Answers | None = None, **showing: Any) -> bytes:
    given = Showing(**{"title": TITLE, "find": lambda reference: f"no {reference}", **showing})
    content = draft(text, answers or Answers(), given).content
    assert faults(content) == []
    return content


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def lines(text: str, **showing: Any) -> list[str]:
    return [paragraph.text for paragraph in opened(drafted(text, **showing)).paragraphs]


def test_markdown_has_the_styles_of_the_house() -> None:
    document = opened(drafted("# One\n\n## Two\n\nWords **bold** *slanted* ~~gone~~.\n\n1. first\n2. second"))
    assert [(each.style.name, each.text) for each in document.paragraphs] == [
        ("Heading 1", "One"),
        ("Heading 2", "Two"),
        ("Normal", "Words bold slanted gone."),
        ("List Number", "first"),
        ("List Number", "second"),
    ]
    faces = {run.text: (run.bold, run.italic, run.font.strike) for run in document.paragraphs[2].runs}
    assert faces["bold"] == (True, None, None)
    assert faces["slanted"] == (None, True, None)
    assert faces["gone"] == (None, None, True)


def test_every_page_has_its_number() -> None:
    [footer] = opened(drafted("Words")).sections[0].footer.paragraphs
    assert footer.text == HOUSE
    assert re.findall(r'instr="([^"]*)"', footer._p.xml) == [" PAGE ", " NUMPAGES "]


def test_an_authors_own_footer_stays_and_is_numbered() -> None:
    section = opened(drafted("Words", metadata={"FooterLeft": "Mine [BR] below"})).sections[0]
    assert [each.text for each in section.footer.paragraphs] == ["Mine", "below", HOUSE]
    metadata = {"HeaderRight": "p. [PAGENUM]", "FirstFooterCenter": "[TOTALPAGES] pages"}
    section = opened(drafted("Words", metadata=metadata)).sections[0]
    assert [each.text for each in section.header.paragraphs] == ["\t\tp. "]
    assert section.different_first_page_header_footer
    first = section.first_page_footer.paragraphs
    assert [each.text for each in first] == ["\t pages", HOUSE]


def test_paragraphs_stand_as_docassembles_markup_says() -> None:
    text = "[BOLDCENTER] Title [BR]\nbelow\n\n[FLUSHRIGHT] right\n\n[INDENTBY 1in 0.5in] in\n\nplain"
    title, right, indented, plain = opened(drafted(text)).paragraphs
    assert (title.text, title.alignment) == ("Title\nbelow", WD_ALIGN_PARAGRAPH.CENTER)
    assert all(run.bold for run in title.runs if run.text.strip())
    assert right.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    form = indented.paragraph_format
    assert (form.left_indent.inches, form.right_indent.inches) == (1, 0.5)
    assert plain.alignment is None


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("a[NBSP]b [ENDASH] c[EMDASH]d[HYPHEN]e", ["a\u00a0b – c—d-e"]),
        ("one [NEWPAR] two", ["one", "two"]),
        ("one\n[SKIPLINE]\ntwo", ["one", "", "two"]),
        ("[TAB] one [BLANK] [CHECKBOX]", ["\t one __________________ ____"]),
        ("[[term]] [TARGET x] [FIELD y] [YOUTUBE z] [SEAL]", ["term [SEAL]"]),
        ("[SINGLESPACING]\n\none [NO_EMOJIS] [SECTIONNUM]", ["one"]),
        ("[REDACTION_WORD secret][REDACTION_SPACE][REDACTION_WORD it]", ["██████\u200b██"]),
        ("[FILE 3] [FILE seal.eps, 1in, the seal]", ["(no 3) (the seal)"]),
        ("<b>kept</b><br>words <span>in</span> <LLC>", ["kept\nwords in <LLC>"]),
        ("[out](javascript:alert) [in](unbarred:act?x=1)", ["[out](javascript:alert) in"]),
        ("(a) one\n(b) two", ["(a) one\n(b) two"]),
        ("1. of:\n    a. one\n    b. two", ["of:\na. one\nb. two"]),
        ("```\n[CENTER] x [BR] y [NBSP]\n```", [" x \n y \u00a0"]),
        ("| Ada\n| 1 Street", ["Ada\n1 Street"]),
        ("noted[^1]\n\n[^1]: the note", ["noted[1]", "[1] the note"]),
        ("> quoted", ["quoted"]),
        ("H~2~O", ["H2O"]),
        ("    kept\n      as written", ["kept\n  as written"]),
        ("[END_TWOCOL] lone [BREAK] edges [BEGIN_CAPTION]", ["lone", "edges"]),
    ],
)
def test_markup_is_shown_or_left_out_and_never_stands_on_the_paper(markup: str, shown: list[str]) -> None:
    assert lines(markup) == shown


def test_columns_stand_side_by_side() -> None:
    text = "[BEGIN_CAPTION]\nAda,\n\nplaintiff\n[VERTICAL_LINE]\n- No. 1\n[END_CAPTION]\n\nafter"
    document = opened(drafted(text))
    left, right = document.tables[0].rows[0].cells
    assert [each.text for each in left.paragraphs] == ["Ada,", "plaintiff"]
    assert (right.paragraphs[0].text, right.paragraphs[0].style.name) == ("No. 1", "List Bullet")
    assert document.paragraphs[-1].text == "after"


def test_a_page_begins_and_spacing_changes() -> None:
    document = opened(
        drafted("one [PAGEBREAK] two\n\n[DOUBLESPACING]\n\nthree", metadata={"SingleSpacing": True})
    )
    one, new_page, two, three = document.paragraphs
    assert 'w:type="page"' in new_page._p.xml
    assert (one.paragraph_format.line_spacing, two.paragraph_format.line_spacing) == (1, 1)
    assert (three.paragraph_format.line_spacing, three.paragraph_format.first_line_indent.inches) == (2, 0.5)


def test_each_list_counts_for_itself() -> None:
    document = opened(drafted("3. three\n4. four\n\nWords\n\n1. one\n   1. deep\n      - dot"))
    numbers = [
        each._p.pPr.numPr
        for each in document.paragraphs
        if each._p.pPr is not None and each._p.pPr.numPr is not None
    ]
    assert [(each.numId.val, each.ilvl.val) for each in numbers] == [(2, 0), (2, 0), (3, 0), (4, 1), (1, 0)]
    counted = part(drafted("3. three"), "numbering").partition('<w:num w:numId="2">')[2]
    assert re.findall(r'startOverride w:val="(\d)"', counted)[0] == "3"


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(f"word/{name}.xml").decode()


def test_a_table_has_its_columns_and_a_link_its_address() -> None:
    content = drafted("| Who | Sum |\n|:---|---:|\n| [Ada](https://example.com/?a=1&b=2) | 5 |")
    [table] = opened(content).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Who", "Sum"], ["Ada", "5"]]
    assert table.cell(1, 1).paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT
    [link] = table.cell(1, 0).paragraphs[0].hyperlinks
    assert link.address == "https://example.com/?a=1&b=2"


def test_a_picture_has_the_width_it_is_given(tmp_path: Path) -> None:
    seal = tmp_path / "seal.png"
    Image.new("RGB", (40, 20), "red").save(seal)
    text = "[FILE seal, 1in, our seal] ![](seal){width=50%} [FILE seal]"
    shapes = opened(drafted(text, find=lambda reference: seal)).inline_shapes
    assert [round(shape.width.inches, 2) for shape in shapes] == [1, 3, 4]
    assert "our seal" in shapes[0]._inline.xml


AWKWARD = st.text(
    st.one_of(st.sampled_from("*#|<>[]_`~^\\&-1. \n{}%'\"$:!(){"), st.characters(codec="utf-8")), max_size=60
)
AROUND = st.sampled_from(
    [
        "{}",
        "# {}",
        "**{}**",
        "- {}",
        "| a | b |\n|---|---|\n| {} | c |",
        "[CENTER] {}",
        "> {} <b>x</b>",
        "`{}`",
    ]
)


@given(AWKWARD.filter(lambda words: words.strip()), AROUND)
def test_an_answer_arrives_whole_wherever_it_stands(words: str, around: str) -> None:
    answers = Answers()
    document = opened(drafted(around.replace("{}", answers.hold(words)), answers))
    shown = "".join(text.text or "" for text in document.element.body.iter("{*}t"))
    wanted = re.sub(r"[\n\t]", "", clean(words))
    # Empty lines at the ends of an answer that is a paragraph of its own are no paragraphs.
    assert wanted.strip() in shown


@given(
    st.text(st.sampled_from("[]()*#|<>-_ \n1.aBEGINTWOCOLR&;\ue000\ue0010\ue002\ue003:{}^~!`"), max_size=80)
)
def test_whatever_is_written_there_is_a_paper(text: str) -> None:
    said = "".join(each.text or "" for each in opened(drafted(text)).element.body.iter("{*}t"))
    # Only an author's own private characters could be there; what stood for markup is not.
    assert not re.search("\ue002\\d+\ue003", said)


def test_the_same_text_gives_the_same_bytes() -> None:
    assert drafted("# A\n\n- b\n\n[x](https://example.com)") == drafted(
        "# A\n\n- b\n\n[x](https://example.com)"
    )


def test_what_is_left_for_later_is_counted_in_headers_and_footers_too() -> None:
    answers = Answers()
    left = answers.hold("")
    given = Showing(title=f"Of {left}", find=str, metadata={"HeaderLeft": f"No. {left}"})
    made = draft(f"Docket {left}", answers, given)
    assert [(blank.number, blank.label) for blank in made.blanks] == [(1, "Docket"), (2, "No."), (3, "Of")]
    section = opened(made.content).sections[0]
    assert section.header.paragraphs[0].text.endswith("_ (2)")
    assert "_ (3)\t" in section.footer.paragraphs[0].text
