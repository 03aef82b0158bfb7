"""Where answers stand: paragraphs, line breaks, loops, rows, ruled lines."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unbarred.documents import Blank, TemplateFault, render

from .conftest import Template, paragraphs, reopened, rows

RULE = "_" * 24


def test_lines_of_an_answer_alone_become_paragraphs_in_its_style(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Before.")
    paragraph = document.add_paragraph(style="Quote")
    paragraph.add_run("{{ story }}").italic = True
    document.add_paragraph("After.")
    document.save(str(tmp_path / "t.docx"))
    rendered = render(tmp_path / "t.docx", {"story": "One.\n\n  \nTwo.\r\nThree.\n"})
    assert paragraphs(rendered) == ["Before.", "One.", "Two.", "Three.", "After."]
    told = reopened(rendered).paragraphs[1:4]
    assert {line.style.name for line in told} == {"Quote"}
    assert all(line.runs[0].italic for line in told)


def test_an_answer_that_begins_a_page_begins_one(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ story }}").paragraph_format.page_break_before = True
    document.save(str(tmp_path / "t.docx"))
    told = reopened(render(tmp_path / "t.docx", {"story": "One.\nTwo.\nThree."})).paragraphs
    assert [line.paragraph_format.page_break_before for line in told] == [True, None, None]


def test_lines_of_an_answer_among_words_become_line_breaks(template: Template) -> None:
    path = template("Address: {{ address }}, USA")
    assert paragraphs(render(path, {"address": "1 Street\nTown\tX"})) == ["Address: 1 Street\nTown\tX, USA"]


def test_control_paragraphs_leave_no_lines(template: Template) -> None:
    path = template(
        "Start.", "{%p if yes %}", "Kept.", "{%p endif %}", "{%p if no %}", "Dropped.", "{%p else %}",
        "Other.", "{%p endif %}", "{%p for n in numbers %}", "Number {{ n }}.", "{%p endfor %}",
        "{#p a note #}", "{%-p if no -%}", "Dropped.", "{%- endif -%}", "End.",
    )  # fmt: skip
    text = paragraphs(render(path, {"yes": True, "no": False, "numbers": [1, 2]}))
    assert text == ["Start.", "Kept.", "Other.", "Number 1.", "Number 2.", "End."]


def test_several_control_tags_may_share_a_paragraph(template: Template) -> None:
    path = template("{%p for n in numbers %}{%p if n > 1 %}", "{{ n }}", "{%p endif %}{%p endfor %}")
    assert paragraphs(render(path, {"numbers": [1, 2, 3]})) == ["2", "3"]


def test_rows_repeat_and_cells_stay_whole(template: Template) -> None:
    path = template(
        [
            ["Name", "Age"],
            ["{%tr for child in children %}", ""],
            ["{{ child.name }}", "{{ child.age }}"],
            ["{%tr endfor %}", ""],
        ]
    )
    children = [{"name": "A & B", "age": 3}, {"name": "</w:tc>", "age": 0}]
    assert rows(render(path, {"children": children})) == [["Name", "Age"], ["A & B", "3"], ["</w:tc>", "0"]]
    assert rows(render(path, {"children": []})) == [["Name", "Age"]]


def test_a_growing_table_repeats_its_heading_parts_no_row_and_leaves_none_alone(template: Template) -> None:
    path = template([["Day", "What"], ["{%tr for x in xs %}", ""], ["{{ x }}", "y"], ["{%tr endfor %}", ""]])
    for count in range(5):
        table = reopened(render(path, {"xs": [f"A & {number}" for number in range(count)]})).tables[0]
        heads = [row._tr.xpath("boolean(w:trPr/w:tblHeader)") for row in table.rows]
        whole = [row._tr.xpath("boolean(w:trPr/w:cantSplit)") for row in table.rows]
        assert (heads, all(whole)) == ([True] + [False] * count, True)
        kept = [
            all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells)
            for row in table.rows
        ]
        assert kept == [False] * (count - 1) + [True] * (count > 0) + [False]


def test_a_table_of_nothing_vanishes_and_an_empty_cell_keeps_a_paragraph(template: Template) -> None:
    loop = [["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]]
    assert reopened(render(template("a", loop, "b"), {"xs": []})).tables == []
    path = template([["{%p if no %}\nx\n{%p endif %}", "b"]])
    assert [cell.text for cell in reopened(render(template([["", "b"]]), {})).tables[0].rows[0].cells] == [
        "",
        "b",
    ]
    with pytest.raises(TemplateFault, match="never printed"):
        render(path, {"no": False})


def test_a_space_beside_a_tag_that_prints_the_whole_is_no_words(template: Template) -> None:
    path = template(
        "{%p macro told(who) %}", "I am {{ who }}.", "{%p endmacro %}", "{{p told('Ana') }} ", "End."
    )
    assert paragraphs(render(path, {})) == ["I am Ana.", "End."]


def test_columns_may_be_spanned_and_shaded(template: Template) -> None:
    path = template([["{% colspan n %}{{ words }}", "x"], ["{% cellbg colour %}a", "b"]])
    xml = zipfile.ZipFile(io.BytesIO(render(path, {"n": 1, "words": "w", "colour": "00FF00"}).content)).read(
        "word/document.xml"
    )
    assert b'<w:gridSpan w:val="1"/>' in xml
    assert b'w:fill="00FF00"' in xml


def test_a_run_may_come_and_go(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("before {%r if yes %}")
    paragraph.add_run("middle").bold = True
    paragraph.add_run("{%r endif %} after")
    document.save(str(tmp_path / "t.docx"))
    assert paragraphs(render(tmp_path / "t.docx", {"yes": True})) == ["before middle after"]
    assert paragraphs(render(tmp_path / "t.docx", {"yes": False})) == ["before  after"]


def test_tags_may_be_scattered_over_runs_and_have_curly_quotes(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for piece in (
        "Dear {",
        "{ na",
        "me",
        " ~ “ O’Neil ” ~",
        ' "it’s" ',
        "~ ‘x’ }",
        "}",
        " and {{ name }}{{ name }}",
    ):
        paragraph.add_run(piece).bold = len(piece) % 2 == 0
    document.save(str(tmp_path / "t.docx"))
    assert paragraphs(render(tmp_path / "t.docx", {"name": "A<B"})) == ["Dear A<B O’Neil it’sx and A<BA<B"]


def test_comparisons_in_tags_are_jinja_not_xml(template: Template) -> None:
    path = template("{% if a < 3 and 'x & y' != b %}small{% endif %}")
    assert paragraphs(render(path, {"a": 1, "b": "z"})) == ["small"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Dear {{ name", "opened or closed, but not both.*Dear {{ name"),
        ("{%p if a %} lost words", "never printed.*lost words"),
        ("{%tr if a %}", "for a table, but stands outside"),
        ("{{ a + }}", "in the paragraph “{{ a \\+ }}”"),
        ("{% if a %}never ended", "never ended"),
        ("{{ a | unknown_filter }}", "unknown_filter"),
        ("{% if a %}" * 150 + "x" + "{% endif %}" * 150, "stand in one another"),
    ],
)
def test_a_template_that_would_lose_words_is_refused(words: str, message: str, template: Template) -> None:
    with pytest.raises(TemplateFault, match=message):
        render(template("Start.", words, "End."), {"a": True})


def test_headers_footers_and_the_title_are_filled(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Body {{ name }}")
    document.sections[0].header.paragraphs[0].text = "Of {{ name }}"
    document.sections[0].footer.paragraphs[0].text = "No. {{ number }}"
    document.core_properties.title = "For {{ name }}"
    document.save(str(tmp_path / "t.docx"))
    rendered = render(tmp_path / "t.docx", {"name": "A & B", "number": ""})
    section = reopened(rendered).sections[0]
    assert section.header.paragraphs[0].text == "Of A & B"
    assert section.footer.paragraphs[0].text == f"No. {RULE} (1)"
    assert reopened(rendered).core_properties.title == "For A & B"
    assert rendered.blanks == (Blank(1, "No."),)


def test_what_was_left_for_later_is_a_ruled_line_with_a_number_and_a_label(template: Template) -> None:
    path = template(
        "Born on {{ born }} in {{ town }}.", "What happened", "{{ story }}",
        [["Court", "Day"], ["{{ court }}", "{{ day }}"]],
        "Widest of all", "{{ tail }} is the end.",
    )  # fmt: skip
    empty: dict[str, object] = {"born": None, "town": "", "story": "", "court": " ", "day": "", "tail": None}
    rendered = render(path, empty)
    assert rendered.blanks == (
        Blank(1, "Born on"),
        Blank(2, "in"),
        Blank(3, "What happened"),
        Blank(4, "Court"),
        Blank(5, "Day"),
        Blank(6, "Widest of all"),
    )
    text = paragraphs(rendered)
    assert text[0] == f"Born on {RULE} (1) in {RULE} (2)."
    assert text[2] == "\t\n" * 4 + "\t (3)"
    assert text[-1] == f"{RULE} (6) is the end."
    assert [cell.rstrip("()45 ").strip("_") for cell in rows(rendered)[1]] == ["", ""]


def test_ruled_lines_on_a_list_are_one_of_its_paragraphs(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ reasons }}", style="List Number")
    document.save(str(tmp_path / "t.docx"))
    (lines,) = reopened(render(tmp_path / "t.docx", {"reasons": ""})).paragraphs
    assert (lines.style.name, lines.text) == ("List Number", "\t\n" * 4 + "\t (1)")
    assert lines.paragraph_format.keep_together
    assert [stop.position.inches for stop in lines.paragraph_format.tab_stops] == [6.0]


def test_an_empty_text_that_the_template_writes_itself_is_nothing(template: Template) -> None:
    path = template(
        "{{ n }} year{{ 's' if n > 1 else '' }}{{ middle or '' }}{{ gone | default('') }}{{ ' ' }}."
    )
    rendered = render(path, {"n": 1, "middle": ""})
    assert (paragraphs(rendered), rendered.blanks) == (["1 year ."], ())


def test_ids_that_a_loop_repeats_are_unique_again(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{%p for x in xs %}")
    paragraph = document.add_paragraph("{{ x }}")
    for name in ("bookmarkStart", "bookmarkEnd"):
        mark = paragraph._p.makeelement(docx.oxml.ns.qn(f"w:{name}"), {docx.oxml.ns.qn("w:id"): "7"})
        if name == "bookmarkStart":
            mark.set(docx.oxml.ns.qn("w:name"), "here")
        paragraph._p.append(mark)
    paragraph._p.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", "00000001")
    document.add_paragraph("{%p endfor %}")
    document.save(str(tmp_path / "t.docx"))
    body = reopened(render(tmp_path / "t.docx", {"xs": [1, 2, 3]})).element.body
    starts = body.findall(f".//{docx.oxml.ns.qn('w:bookmarkStart')}")
    ends = body.findall(f".//{docx.oxml.ns.qn('w:bookmarkEnd')}")
    key, name = docx.oxml.ns.qn("w:id"), docx.oxml.ns.qn("w:name")
    assert len({start.get(key) for start in starts}) == len({start.get(name) for start in starts}) == 3
    assert [start.get(key) for start in starts] == [end.get(key) for end in ends]
    assert not body.xpath(".//*[@*[local-name()='paraId']]")


def test_entries_are_sorted_and_undated_and_other_parts_stay(template: Template) -> None:
    path = template("{{ a }}")
    made = zipfile.ZipFile(io.BytesIO(render(path, {"a": "x"}).content))
    source = zipfile.ZipFile(path)
    names = made.namelist()
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert made.testzip() is None
    assert set(names) == set(source.namelist())
    assert made.read("word/styles.xml") == source.read("word/styles.xml")


PIECES = st.lists(
    st.one_of(
        st.text("abc éß&<>\"'.,", min_size=1, max_size=8),
        st.sampled_from(["{{ a }}", "{{ a ~ '<&>' }}", "{% if a %}", "{% endif %}", "{# a note #}"]),
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=60)
@given(paragraphs_of=st.lists(PIECES, min_size=1, max_size=3), data=st.data())
def test_a_templates_own_words_are_all_there_however_word_split_them(
    paragraphs_of: list[list[str]], data: st.DataObject
) -> None:
    document = docx.Document()
    expected = []
    for pieces in paragraphs_of:
        # Conditions that are opened are closed in the same paragraph.
        kept = [piece for piece in pieces if piece != "{% endif %}"]
        kept += ["{% endif %}"] * kept.count("{% if a %}")
        whole = "".join(kept)
        cuts = sorted(data.draw(st.sets(st.integers(0, len(whole)), max_size=6)))
        paragraph = document.add_paragraph()
        for start, end in pairwise([0, *cuts, len(whole)]):
            paragraph.add_run(whole[start:end]).bold = start % 2 == 0
        printed = {"{{ a }}": "A&B", "{{ a ~ '<&>' }}": "A&B<&>"}
        said = [piece for piece in kept if piece.strip()]
        if said and all(piece.startswith(("{%", "{#")) for piece in said):
            # Nothing but statements: the paragraph is theirs, and leaves no empty line.
            continue
        expected.append("".join(printed.get(piece, "" if piece.startswith("{") else piece) for piece in kept))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "t.docx"
        document.save(str(path))
        assert paragraphs(render(path, {"a": "A&B"})) == expected
