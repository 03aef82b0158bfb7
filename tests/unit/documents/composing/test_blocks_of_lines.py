"""What the house has beyond Markdown: captions, sheets, contents, lines to write on."""

from __future__ import annotations

from pathlib import Path

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Pt

from .conftest import composed, styled


def test_a_caption_has_a_head_and_two_columns_with_a_rule_between(templates: Path) -> None:
    document = composed(
        templates,
        "```caption\n{{ board }}\n---\nIn the matter of\n**{{ name }}**\n---\n"
        "{% if number %}\nCase {{ number }}\n{% endif %}\n```\n\nText\n",
    )
    assert styled(document)[0] == ("Caption Head", "{{ board }}")
    (table,) = document.tables
    left, right = table.rows[0].cells
    assert [each.text for each in left.paragraphs] == ["In the matter of", "{{ name }}"]
    assert [each.text for each in right.paragraphs] == [
        "{%p if number %}",
        "Case {{ number }}",
        "{%p endif %}",
        "",
    ]
    assert left._tc.xpath("./w:tcPr/w:tcBorders/w:right")
    assert table._tbl.xpath("./w:tr/w:trPr/w:cantSplit")


def test_a_sheet_says_its_label_large_and_in_the_middle(templates: Path) -> None:
    head = "---\ntitle: Exhibit\nplaced: middle\n---\n"
    document = composed(
        templates, "```display\nExhibit {{ label }}\n```\n\n```centred\n{{ what }}\n```\n", head
    )
    assert styled(document) == [("Display", "Exhibit\xa0{{ label }}"), ("Centred", "{{ what }}")]
    label = document.paragraphs[0]
    assert label.style.font.size > Pt(24)
    assert label.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert label.paragraph_format.space_before > Pt(150)


def test_contents_have_dots_up_to_the_page_number(templates: Path) -> None:
    text = "{% for each in parts %}\n{{ each.title }} | {{ each.page }}\n  deeper | 3\n{% endfor %}"
    document = composed(templates, f"```contents\n{text}\n```\n")
    lines = [each for each in document.paragraphs if each.style.name.startswith("Contents")]
    assert [(each.style.name, each.text) for each in lines] == [
        ("Contents", "{{ each.title }}\t{{ each.page }}"),
        ("Contents 2", "deeper\t3"),
    ]
    (stop,) = lines[0].style.paragraph_format.tab_stops
    assert (stop.alignment, stop.leader) == (WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def test_columns_keep_to_their_side_and_may_count_pages(templates: Path) -> None:
    (table,) = composed(templates, "| A | B | C |\n|:--|:-:|--:|\n| a | b | [page] |\n").tables
    sides = [cell.paragraphs[0].alignment for cell in table.rows[1].cells]
    assert sides == [None, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT]
    assert table._tbl.xpath(".//w:fldSimple/@w:instr") == [" PAGE "]


def test_lines_to_write_on_and_what_a_letter_is_about(templates: Path) -> None:
    document = composed(
        templates, "```ruled\nState of\nCounty of\n```\n\n```regarding\nRe: | Mercy\n | Rosa\n```\n"
    )
    assert styled(document) == [
        ("Ruled", "State of \t"),
        ("Ruled", "County of \t"),
        ("Regarding", "Re:\tMercy"),
        ("Regarding", "\tRosa"),
    ]


def test_a_header_is_there_if_it_is_named(templates: Path) -> None:
    (templates / "shared" / "head.md").write_text("{{ name }} | [title]\n")
    plain, headed = (
        composed(templates, "Text"),
        composed(templates, "Text", "---\ntitle: A\nheader: head.md\n---\n"),
    )
    assert not plain.sections[0].header.paragraphs[0].text
    assert headed.sections[0].header.paragraphs[0].text == "{{ name }}\tA"


def test_a_part_may_stand_amid_a_line(templates: Path) -> None:
    (templates / "shared" / "who.md").write_text("{{ name }}, {{ number }}\n")
    text = '# For {% include "who.md" %}\n\n```address\n{% include "who.md" %}\n```\n'
    assert styled(composed(templates, text)) == [
        ("Title", "For {{ name }}, {{ number }}"),
        ("Address", "{{ name }}, {{ number }}"),
    ]


def test_no_line_ends_before_a_unit_or_inside_a_day_or_a_section_sign(templates: Path) -> None:
    text = (
        "{{ days }} days, 3 years, § 15, Ms. A, exhibit {{ x }}, {{ law.place.day(day) }}. {{ fact.cited }}"
    )
    assert composed(templates, text).paragraphs[0].text == (
        "{{ days }}\xa0days, 3\xa0years, §\xa015, Ms.\xa0A, exhibit\xa0{{ x }}, "
        '{{ law.place.day(day)|replace(" ", "\\u00a0", 1) }}. {{ fact.cited|replace("§ ", "§\\u00a0") }}'
    )
