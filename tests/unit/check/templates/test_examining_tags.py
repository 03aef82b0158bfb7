"""Every tag of a Word file is found with its place, and those that cannot work are named."""

from __future__ import annotations

import pytest
from small_word_files import paragraph, run, table, word_file

from unbarred.documents.examining import examine


def tags(*blocks: str, **more: object) -> list[tuple[str, str]]:
    parts = examine(word_file(*blocks, **more), "t.docx").parts  # type: ignore[arg-type]
    return [(tag.source, str(tag.spot)) for found in parts.values() for tag in found]


def flaws(*blocks: str, **more: object) -> list[tuple[str, str]]:
    found = examine(word_file(*blocks, **more), "t.docx").flaws  # type: ignore[arg-type]
    return [(flaw.kind, f"{flaw.message} {flaw.mend}") for flaw in found]


def test_a_tag_over_several_runs_is_one_tag() -> None:
    split = paragraph("Name {", run("{ na", "<w:rPr><w:b/></w:rPr>"), "me }", "}.")
    assert tags(split) == [("{{ name }}", "the body: “Name {{ name }}.”")]
    assert flaws(split) == []


def test_curled_quotes_are_straight() -> None:
    assert tags("{{ names|join(“, ”) }}")[0][0] == '{{ names|join(", ") }}'


def test_places() -> None:
    header = {"header1.xml": paragraph("{{ top }}"), "footnotes.xml": ""}
    found = tags(
        "{{ first }}",
        table(("Name", "{{ name }}"), ("{%tr for each in all %}", "")),
        parts={"header1.xml": header["header1.xml"]},
        properties="<dc:title>{{ title }}</dc:title>",
    )
    assert ("{{ name }}", "table 1 of the body, row 1, cell 2: “{{ name }}”") in found
    assert ("{% for each in all %}", "table 1 of the body, row 2, cell 1: “{%tr for each in all %}”") in found
    assert ("{{ top }}", "the header: “{{ top }}”") in found
    assert ("{{ title }}", "the document properties") in found


def test_a_field_s_code_holds_tags_too() -> None:
    field = "<w:r><w:instrText> HYPERLINK &quot;{{ link }}&quot; </w:instrText></w:r>"
    assert [tag for tag, _ in tags(paragraph("See ", field, "{{ last }}"))] == ["{{ link }}", "{{ last }}"]


def test_a_text_box_is_read_once() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{paragraph('{{ inside }}')}</w:txbxContent>"
    drawn = (
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert [tag for tag, _ in tags(paragraph(drawn))] == ["{{ inside }}"]


@pytest.mark.parametrize(
    ("blocks", "kind", "says"),
    [
        (["Dear {{ name", "and so on }}"], "broken tag", "“{{ name” is opened with {{ and not closed"),
        (["{% if here"], "broken tag", "Type the whole tag in one paragraph, with %} at its end."),
        (["Dear name }}"], "broken tag", "closed with }} and not opened"),
        (["Yes {%p if here %}", "{%p endif %}"], "words beside a tag", "“Yes” stands beside {%p if here %}"),
        (["{%tr for a in b %}"], "misplaced tag", "is for a table row, but stands outside a table"),
        (["{%tc if a %}"], "misplaced tag", "is for a table cell, but stands outside a table"),
    ],
)
def test_tags_that_cannot_work(blocks: list[str], kind: str, says: str) -> None:
    [(found, message)] = flaws(*blocks)
    assert found == kind
    assert says in message


def test_all_at_once_and_the_rest_is_read_on() -> None:
    blocks = ("{{ one", "{{ two }}", "{%tr if x %}", "three }}")
    assert [kind for kind, _ in flaws(*blocks)] == ["broken tag", "misplaced tag", "broken tag"]
    assert [tag for tag, _ in tags(*blocks)] == ["{{ two }}", "{% if x %}"]


def test_half_a_tag_tells_how_to_mend_it_in_word() -> None:
    [(_, message)] = flaws("{{ name")
    assert "In Word, select it, press Ctrl+Space to clear its formatting, and type it again." in message
