"""What changed between two papers: by the sentence, in words, with its place."""

from __future__ import annotations

import itertools

import pytest
import small_papers
from hypothesis import given, settings
from hypothesis import strategies as st
from small_papers import Paper, made, paragraph

from unbarred.documents.comparing.aligning import Item, align
from unbarred.documents.comparing.changes import changes
from unbarred.documents.comparing.edits import edits
from unbarred.documents.comparing.matching import Comparison
from unbarred.documents.comparing.sentences import sentences
from unbarred.documents.comparing.wording import in_words

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.lists(
    st.sampled_from(small_papers.WORDS), max_size=12
).map(" ".join)


@pytest.mark.parametrize(
    "parted",
    [
        "I was 26. |I am 42 now.",
        "See People v. Smith, 12 N.Y.2d 3 (1990). |It holds.",
        "Mr. Sample, Dr. J. Doe and St. John came. |They sat.",
        "Docket No. 7 is mine. |Did he? |No. |He did not!",
        "It cost $1.50. |That is 3.2 % more.",
        "He said “Stop.” |She left.",
        "1. The first of all. |2. The second.",
        "So did I. |Then we left.",
        "She lives in the U.S. now.",
        "On Jan. 3 we met. |It was cold… |It snowed.",
        "One line\n|and another\n\n",
        "No end",
    ],
)
def test_sentences(parted: str) -> None:
    assert sentences(parted.replace("|", "")) == parted.split("|")


@given(text=ANY)
def test_sentences_together_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text


@given(before=ANY, after=ANY)
def test_edits_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    found = edits(before, after)
    assert "".join(before[each.start : each.end] for each in found) == before
    assert "".join(after[each.begin : each.stop] for each in found) == after
    assert all(before[each.start : each.end] == after[each.begin : each.stop] for each in found if each.same)
    assert all(one.same != other.same for one, other in itertools.pairwise(found))
    assert before != after or all(each.same for each in found)


@given(before=st.lists(ANY, max_size=8), after=st.lists(ANY, max_size=8))
def test_every_text_has_its_place_once_and_in_order(before: list[str], after: list[str]) -> None:
    pairs = align([Item(each) for each in before], [Item(each) for each in after])
    assert [left for left, _ in pairs if left is not None] == list(range(len(before)))
    assert [right for _, right in pairs if right is not None] == list(range(len(after)))


def test_one_word_makes_one_edit() -> None:
    before, after = "I drove the car. Nobody was hurt.", "I drove the old car. Nobody was hurt."
    assert [after[each.begin : each.stop] for each in edits(before, after) if not each.same] == ["old "]


def test_a_story_without_a_period_is_compared_word_by_word() -> None:
    words = [f"word{count * count}" for count in range(20_000)]
    before, after = " ".join(words), " ".join(["first", *words[:9_000], "middle", *words[9_000:]])
    found = [after[each.begin : each.stop] for each in edits(before, after) if not each.same]
    assert found == ["first ", "middle "]


def told(before: Paper, after: Paper) -> list[str]:
    comparison = Comparison(made(before), made(after), ("before", "after"))
    return [in_words(each) for each in changes(comparison)]


def body(*blocks: small_papers.Block) -> Paper:
    return Paper([*blocks, paragraph("The end.")])


HEAD = paragraph("Reasons", style="Heading1")


def test_a_sentence_that_changed_is_told_with_its_place() -> None:
    before = body(HEAD, paragraph("I am sorry. My son is 15. He waits."))
    after = body(HEAD, paragraph("I am sorry. My son is 16. He waits."))
    assert told(before, after) == ["1st paragraph under “Reasons”: “My son is 15.” became “My son is 16.”"]


def test_what_is_new_gone_and_moved() -> None:
    one, two, three = (paragraph(f"{count} of the things I learned") for count in ("One", "Two", "Three"))
    four = paragraph("Nobody asked me for this")
    moved = "this was moved here from 3rd paragraph under “Reasons”: “Three of the things I learned”."
    assert told(body(HEAD, one, two, three), body(HEAD, three, one, two)) == [
        f"1st paragraph under “Reasons”: {moved}"
    ]
    assert told(body(one), body(one, four)) == ["2nd paragraph: this is new: “Nobody asked me for this”."]
    assert told(body(one, four), body(one)) == [
        "2nd paragraph: this was taken out: “Nobody asked me for this”."
    ]


def test_a_cell_is_named_by_its_column_and_row() -> None:
    def cell(text: str) -> tuple[small_papers.Paragraph, ...]:
        return (paragraph(text),)

    rows = [(cell("Court"), cell("Outcome")), (cell("County Court"), cell("Denied"))]
    new_row = (cell("Court of Appeals"), cell("Affirmed"))
    changed = [rows[0], (rows[1][0], cell("Affirmed"))]
    assert told(body(HEAD, rows), body(HEAD, changed)) == [
        "The table under “Reasons”, row 2, “Outcome”: “Denied” became “Affirmed”."
    ]
    assert told(body(rows), body([*rows, new_row])) == [
        "The table, row 3: this is new: “Court of Appeals | Affirmed”."
    ]
    assert told(body([*rows, new_row]), body(rows)) == [
        "The table, row 3: this was taken out: “Court of Appeals | Affirmed”."
    ]


def test_headers_and_footers_are_told() -> None:
    before = Paper([paragraph("x")], {"footer": {"default": "Rosa, page"}})
    after = Paper([paragraph("x")], {"footer": {"default": "Rosa E., page"}, "header": {"first": "Draft"}})
    assert told(before, after) == [
        "The header, first page: this is new: “Draft”.",
        "The footer: “Rosa, page” became “Rosa E., page”.",
    ]


def test_a_label_and_a_blank_line_read_well() -> None:
    before, after = (
        body(paragraph("Date of birth\t________________ (4)")),
        body(paragraph("Date of birth\tMay 1")),
    )
    assert told(before, after) == ["1st paragraph: “Date of birth: ____” became “Date of birth: May 1”."]


def test_the_number_of_a_blank_line_is_no_change() -> None:
    assert told(body(paragraph("Name ______ (1)")), body(paragraph("Name ______ (2)"))) == []


def test_words_in_square_brackets_are_words() -> None:
    assert told(body(paragraph("Guilty: [YES]")), body(paragraph("Guilty: [NO]"))) == [
        "1st paragraph: “Guilty: [YES]” became “Guilty: [NO]”."
    ]


def test_spaces_alone_are_no_change() -> None:
    assert told(body(paragraph("I ask.  Now.")), body(paragraph("I ask. Now. "))) == []


def test_a_picture_that_was_replaced_is_told() -> None:
    papers = []
    # That a space went too hides nothing.
    for content, space in ((b"one", "  "), (b"other", " ")):
        blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="media/a"/>'
        shown = paragraph(f"My{space}son:", f"⟨<w:drawing>{blip}</w:drawing>⟩")
        papers.append(Paper([shown], more={"word/media/a.png": content}))
    assert told(*papers) == [
        "1st paragraph: in “My son:[picture]” a picture, a field or the sign of a note is another."
    ]


def test_another_description_of_a_picture_is_told() -> None:
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    papers = [
        body(
            paragraph(
                "My son:", f'⟨<w:drawing><wp:docPr xmlns:wp="{wp}" id="1" descr="{words}"/></w:drawing>⟩'
            )
        )
        for words in ("Ben", "Tom")
    ]
    assert told(*papers) == [
        "1st paragraph: “My son:[picture: Ben]” became “My son:[picture: Tom]”.",
    ]


def test_properties_that_people_write_are_told() -> None:
    named = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"'
    papers = [
        Paper(
            [paragraph("x")],
            more={
                "docProps/core.xml": (
                    f"<c {named}><dc:title>{title}</dc:title><t:modified>{day}</t:modified></c>"
                ).encode()
            },
        )
        for title, day in (("Petition", "Monday"), ("Application", "Tuesday"))
    ]
    assert told(*papers) == ["The title in its properties: “Petition” became “Application”."]


@settings(deadline=None, max_examples=40)
@given(pair=small_papers.pairs())
def test_the_same_paper_has_no_changes_and_others_have_some(pair: tuple[Paper, Paper]) -> None:
    assert told(pair[0], pair[0]) == []
    assert bool(told(*pair)) == bool(told(pair[1], pair[0]))


def test_a_text_box_in_a_cell_is_told_on_its_own() -> None:
    inner = "<w:pict><w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent></w:pict>"
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"⟨<mc:AlternateContent {names}><mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>"
    row = ((paragraph("Court", f"{box}</mc:AlternateContent>⟩"),), (paragraph("Year"),))
    assert told(body(), body([row])) == [
        "The table, row 1: this is new: “Court | Year”.",
        "Text box 1, 1st paragraph: this is new: “Boxed”.",
    ]
