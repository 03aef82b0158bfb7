"""What does not fit stands on the addendum, word for word, and the field says where."""

from __future__ import annotations

import re
from itertools import pairwise

from filled_forms import Fill, opened, values
from form_maker import MULTILINE, FormMaker, a_form
from pikepdf import Name

from unbarred.documents.pdf import text_of_pages

STORY = "\n\n".join(f"{number}. On the evening of January 8, I drove the car. " * 12 for number in range(30))


def words(text: str) -> str:
    return " ".join(text.split())


def test_long_answers_follow_in_order_with_their_names(fill: Fill) -> None:
    mapping = """\
        addendum: {title: Further words, line: "{{ name }}, No. {{ number }}"}
        fields:
          Story: story
          Reasons: {value: reasons, label: Why you ask}
        """
    filled = fill(a_form(), mapping, story=STORY, reasons=STORY, name="Rosa Example", number="00G0000")
    assert values(filled) == {"Story": "See addendum, item 1", "Reasons": "See addendum, item 2"}
    pages = text_of_pages(filled.content)[2:]
    assert len(pages) > 8
    for count, page in enumerate(pages, start=1):
        assert f"Further words, page {count} of {len(pages)}" in words(page)
        assert "Rosa Example, No. 00G0000" in words(page)
    said = words(
        re.sub(r"Rosa Example, No\. 00G0000 Further words, page \d+ of \d+", "", words(" ".join(pages)))
    )
    assert words("To: Petition for a shorter sentence Item 1. Tell what happened (page 1)") in said
    assert words("Item 2. Why you ask (page 2)") in said
    assert said.count(words(STORY)) == 2


def test_a_heading_never_stands_alone_at_the_foot(fill: Fill) -> None:
    for lines in range(36, 48):
        form = FormMaker()
        form.text("One", (72, 600, 300, 620))
        form.text("Two", (72, 500, 300, 520))
        answers = {"one": "\n".join(["A line."] * lines), "two": "Short.\nWords."}
        filled = fill(form, "fields: {One: one, Two: two}", **answers)
        pages = text_of_pages(filled.content)[1:]
        for page, after in pairwise([*pages, ""]):
            assert "Item 2." not in page or "Short." in page, (lines, after[:80])


def test_the_pages_have_the_size_of_the_form_and_their_fonts_in_them(fill: Fill) -> None:
    form = FormMaker()
    form.pdf.pages[0].mediabox = [0, 0, 595.28, 841.89]
    form.text("Why", (72, 600, 300, 620), flags=MULTILINE)
    pdf = opened(fill(form, "fields: {Why: why}", why=STORY))
    page = pdf.pages[-1]
    assert [round(float(edge)) for edge in page.mediabox] == [0, 0, 595, 842]
    assert all(font.Subtype == Name.Type0 for font in page.Resources.Font.values())


def test_a_tagged_form_has_a_tagged_addendum(fill: Fill) -> None:
    pdf = opened(fill(a_form(is_tagged=True), "fields: {Reasons: reasons}", reasons=STORY))
    root = pdf.Root.StructTreeRoot
    section = root.K[0].K[-1]
    assert Name.Sect == section.S
    kinds = [str(element.S)[1:] for element in section.K]
    assert kinds[:3] == ["H1", "P", "H2"]
    assert set(kinds[3:]) == {"P"}
    assert len(kinds) == 3 + STORY.count("\n") + 1
    assert pdf.Root.MarkInfo.Marked
