"""Pictures and links that an interview puts into a DOCX: whole in the package, and words stay words."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from PIL import Image

INTERVIEW = """
objects:
  - photo: DAFile
  - album: DAFileList.using(auto_gather=False, gathered=True)
---
mandatory: True
code: |
  photo.initialize(filename='photo.png')
  photo.copy_into('{picture}')
  album.append(photo)
  link = DALink(url='https://example.com/?a=1&b=2', anchor_text='the <court>')
  said = '**bold** </w:t></w:r><w:instrText>X</w:instrText>'
  letter
---
mandatory: True
question: Over
attachments code: |
  [letter]
---
attachment:
  name: The letter
  filename: letter
  variable name: letter
  docx template file:
    code: |
      "{letter}"
"""


@pytest.fixture
def filled(start: Any, tmp_path: Path) -> Any:
    """Return a function that fills a letter of these paragraphs, and gives the DOCX."""

    def fill(*paragraphs: str) -> bytes:
        picture, letter = tmp_path / "seal.png", tmp_path / "letter.docx"
        Image.new("RGB", (40, 20), "red").save(picture)
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.sections[0].footer.paragraphs[0].text = "{{ link }}"
        document.save(str(letter))
        run = start(INTERVIEW.replace("{letter}", str(letter)).replace("{picture}", str(picture)))
        content: bytes = run.papers()[0].content
        return content

    return fill


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def test_a_picture_is_kept_once_and_shown_in_its_width(filled: Any) -> None:
    content = filled("{{ photo }}", "{{ photo.show(width='1in') }}", "Over")
    shapes = docx.Document(io.BytesIO(content)).inline_shapes
    assert [(shape.width.inches, shape.height.inches) for shape in shapes] == [(2.0, 1.0), (1.0, 0.5)]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert pictures == ["word/media/unbarred1.png"]
        assert Image.open(io.BytesIO(archive.read(pictures[0]))).size == (40, 20)


@pytest.mark.parametrize("tag", ["{{ album }}", "{{ album.show(width='2in') }}"])
def test_files_that_were_uploaded_are_shown_by_the_first_picture(filled: Any, tag: str) -> None:
    shapes = docx.Document(io.BytesIO(filled(tag))).inline_shapes
    assert [shape.width.inches for shape in shapes] == [2.0]


def test_a_link_belongs_to_the_part_it_stands_in(filled: Any) -> None:
    content = filled("Only words.")
    footer = next(
        name
        for name in zipfile.ZipFile(io.BytesIO(content)).namelist()
        if re.match(r"word/footer\d*\.xml", name)
    )
    assert "the &lt;court&gt;" in part(content, footer)
    beside = part(content, footer.replace("word/", "word/_rels/") + ".rels")
    assert 'Target="https://example.com/?a=1&amp;b=2"' in beside
    assert "example.com" not in part(content, "word/_rels/document.xml.rels")
    docx.Document(io.BytesIO(content))


def test_markdown_is_formatted_and_what_looks_like_word_is_text(filled: Any) -> None:
    content = filled("{{r said | inline_markdown }}")
    paragraph = docx.Document(io.BytesIO(content)).paragraphs[0]
    assert [run.text for run in paragraph.runs if run.bold] == ["bold"]
    assert "instrText>" not in part(content, "word/document.xml").replace("&lt;", "")


def test_the_same_answers_give_the_same_bytes(filled: Any) -> None:
    assert filled("{{ photo }} {{ link }}") == filled("{{ photo }} {{ link }}")
