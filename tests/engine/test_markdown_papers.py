"""Attachments that an interview's author wrote in Markdown become papers, and her words stay hers."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Any

import docx
import pytest
from PIL import Image

from unbarred.answers.values import LATER
from unbarred.engine.services import NotOffered

INTERVIEW = """
mandatory: True
question: Over
attachment:
  name: The letter
  filename: letter
  {more}
  content: |
{content}
---
question: You
fields:
  - Name: name
  - Story: story
    datatype: area
    required: False
  - Mark: mark
    datatype: signature
---
table: kids_table
rows: kids
columns:
  - Name: row_item
  - Story: story
---
template: closing
content: |
  Yours *truly*, ${ name }
---
code: |
  kids = ["Ann", name]
"""

AWKWARD = "Smith & Sons <LLC> *x* _y_ | # [BR] {{ 7*7 }} </w:t> `z` é 😀"


@pytest.fixture
def wrote(start: Any) -> Any:
    """Return a function that gives the paper of an interview with this content, for these answers."""

    def writer(content: str, name: str = AWKWARD, story: object = LATER, more: str = "editable: True") -> Any:
        indented = "\n".join(f"    {line}" for line in content.splitlines())
        run = start(INTERVIEW.replace("{content}", indented).replace("{more}", more))
        if run.screen.inputs:
            run.answer({"name": name, "story": story, "mark": LATER})
        [paper] = run.papers()
        return paper

    return writer


def lines(paper: Any) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(paper.content)).paragraphs]


@pytest.mark.parametrize("formats", ["pdf", "rtf", "'*'", "docx", "rtf to docx", "tex", "[pdf, docx]"])
def test_the_paper_is_a_docx_whatever_a_server_would_make(wrote: Any, formats: str) -> None:
    paper = wrote("Hello, **world**!\n\n${ name }", more=f"valid formats: {formats}")
    assert (paper.title, paper.filename, paper.extension) == ("The letter", "letter", "docx")
    assert lines(paper) == ["Hello, world!", AWKWARD]


def test_what_is_only_shown_on_a_server_is_a_file(wrote: Any) -> None:
    paper = wrote("*Hello*, ${ name }", more="valid formats: md")
    assert (paper.extension, paper.content.decode().strip()) == ("md", f"*Hello*, {AWKWARD}")
    paper = wrote("*Hello* ${ name }", name="Ada", more="valid formats: html")
    assert (paper.extension, paper.content.decode()) == ("html", "<p><em>Hello</em> Ada</p>")


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("# ${ name }", AWKWARD),
        ("- **${ name }**", AWKWARD),
        ("${ bold(name) }", AWKWARD),
        ("${ closing }", f"Yours truly, {AWKWARD}"),
        ("[CENTER] ${ name.upper() + '' if False else name }", AWKWARD),
        ("% for kid in [name]:\n${ kid }\n% endfor", AWKWARD),
        ("${ verbatim(name) }", AWKWARD),
    ],
)
def test_an_answer_is_no_markdown(wrote: Any, content: str, shown: str) -> None:
    assert lines(wrote(content)) == [shown]


def test_an_answer_stays_in_its_cell(wrote: Any) -> None:
    paper = wrote("${ kids_table }", story="One | two\n\n- *three*")
    [table] = docx.Document(io.BytesIO(paper.content)).tables
    said = "One | two\n- *three*"
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Name", "Story"],
        ["Ann", said],
        [AWKWARD, said],
    ]


@pytest.mark.parametrize("name", ["*", "#", "-", "1.", "N/A", "| x |", "a\\b", "**"])
def test_a_short_answer_is_known_where_it_stands_alone(wrote: Any, name: str) -> None:
    assert lines(wrote("- one\n- *two* - ${ name }", name=name)) == ["one", f"two - {name}"]


def test_lines_of_an_answer_stay_lines(wrote: Any) -> None:
    story = "I was *born*.\nThen:\n\n# I grew."
    parted = ["I was *born*.", "Then:", "# I grew."]
    assert lines(wrote("${ story }", story=story)) == parted
    assert lines(wrote("${ single_to_double_newlines(story) }", story=story)) == parted
    assert lines(wrote("So: ${ story }", story=story)) == [f"So: {story}"]


def test_a_long_answer_is_whole(wrote: Any) -> None:
    story = "A *word* & " * 2_000
    assert lines(wrote("${ story }", story=story)) == [story.strip()]


def test_what_is_left_for_later_is_a_line_to_fill_in(wrote: Any) -> None:
    paper = wrote("My story: ${ story }.\n\nSigned: ${ mark.show(width='1in') } ${ '' }")
    assert paper.blanks == ("The letter: My story (1)", "The letter: Signed (2)")
    story, signed = lines(paper)
    assert story.startswith("My story: ____")
    assert signed.startswith("Signed: ____")


def test_what_is_hidden_is_black(wrote: Any) -> None:
    content = "${ redact(name) } ${ name.split()[0] }"
    paper = wrote(content, name="Ada 000-22-1111")
    assert lines(paper) == ["███\u200b███████████ Ada"]
    assert b"1111" not in wrote(content, name="Ada 000-22-1111", more="valid formats: md").content


def test_names_in_a_footer_are_no_markdown(wrote: Any) -> None:
    more = "metadata:\n    FooterCenter: |\n      ${ name } [HYPHEN] [PAGENUM]"
    footer = docx.Document(io.BytesIO(wrote("Words", more=more).content)).sections[0].footer
    assert [each.text for each in footer.paragraphs] == [f"\t{AWKWARD} - "]


def test_the_same_answers_give_the_same_bytes(wrote: Any) -> None:
    assert wrote("${ kids_table }").content == wrote("${ kids_table }").content


def test_no_paper_is_left_in_a_temporary_folder(wrote: Any) -> None:
    before = set(Path(tempfile.gettempdir()).rglob("*.docx"))
    wrote("${ name }")
    assert set(Path(tempfile.gettempdir()).rglob("*.docx")) == before


NAMED = """
mandatory: True
question: Over
subquestion: |
  {said}
---
attachment:
  name: The letter
  filename: letter
  variable name: letter
  content: |
    Words
"""


def test_the_docx_is_there_by_its_name(start: Any) -> None:
    said = "${ letter.docx.filename } ${ hasattr(letter, 'pdf') } ${ defined('letter.pdf') }"
    assert start(NAMED.replace("{said}", said)).screen.text == "letter.docx False False"


@pytest.mark.parametrize(
    "said", ["${ letter.pdf.url_for() }", "${ letter.rtf }", "${ pdf_concatenate(letter) }"]
)
def test_the_pdf_by_its_name_is_refused_in_a_sentence(start: Any, said: str) -> None:
    with pytest.raises(NotOffered, match="LibreOffice") as caught:
        start(NAMED.replace("{said}", said))
    assert caught.value.service == "document conversion"
    assert "letter.docx" in caught.value.hint


def test_pages_of_a_pdf_are_not_left_out_unsaid(start: Any, tmp_path: Path) -> None:
    (tmp_path / "lease.pdf").write_bytes(b"%PDF-1.4")
    text = NAMED.replace("Words", "[FILE lease.pdf]").replace("{said}", "${ letter }")
    with pytest.raises(NotOffered) as caught:
        start(text.replace("lease.pdf", "docassemble.base:data/static/star.pdf"))
    assert caught.value.service == "page pictures"


def test_a_picture_of_hers_is_in_the_paper(start: Any, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    Image.new("RGB", (40, 20), "red").save(photo)
    run = start(
        """
        mandatory: True
        question: Over
        attachment:
          content: |
            ${ photo }

            [FILE ${ photo[0].number }, 1in] ${ sign.show(width='2in') }
        ---
        question: Photo?
        fields:
          - Photo: photo
            datatype: file
          - Sign: sign
            datatype: signature
        """
    )
    run.answer({"photo": (str(photo),), "sign": (str(photo),)})
    shapes = docx.Document(io.BytesIO(run.papers()[0].content)).inline_shapes
    assert [shape.width.inches for shape in shapes] == [4, 1, 2]


def test_a_file_that_code_names_is_read_like_any_text(start: Any, tmp_path: Path) -> None:
    (tmp_path / "letter.md").write_text("# To ${ name }\n\nHello, *you*.", encoding="utf-8")
    run = start(
        f"""
        mandatory: True
        question: Over
        attachment:
          content file:
            code: |
              path_to_letter
        ---
        code: |
          path_to_letter = DAFile('path_to_letter')
          path_to_letter.initialize(filename='letter.md')
          path_to_letter.copy_into('{tmp_path / "letter.md"}')
        ---
        question: Name?
        fields:
          - Name: name
        """
    )
    run.answer({"name": AWKWARD})
    assert lines(run.papers()[0]) == [f"To {AWKWARD}", "Hello, you."]
