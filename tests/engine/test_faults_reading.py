"""An interview that cannot be read: one sentence, with the file, the line and the block."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from planted_faults import Fault, reading

from unbarred.engine import Run, load_file
from unbarred.engine.stand_ins import MissingLibrary
from unbarred.errors import ContentError, ExitCode

INCLUDED = """
include:
  - part.yml
---
mandatory: True
code: over
"""

FAULTS = [
    reading(
        "a bracket left open", "question: [a\nfields:\n  - A: b\n", "did not find expected ','", "fields:"
    ),
    reading("a wrong indent", "question: A\nfields:\n  - A: b\n datatype: c\n", "not YAML", "datatype: c"),
    reading(
        "a key twice",
        "metadata: {}\n---\nquestion: A\nquestion: B\n",
        'duplicate key "question"',
        "question: B",
    ),
    reading(
        "a tag",
        "question: !!python/name:os.system a\n",
        "could not determine",
        "question: !!python/name:os.system a",
    ),
    reading("an unknown anchor", "question: A\nhelp: *nobody\n", "undefined alias", "help: *nobody"),
    reading("a list", "- a\n- b\n", "A block must be in the form of a dictionary."),
    reading("text alone", "metadata: {}\n---\nonly words\n", "A block must be in the form of a dictionary."),
    reading("a number as a key", "1: a\n", "docassemble makes no sense of it (AttributeError)"),
    reading("too deep", "question: " + "[" * 3000, "not YAML", ""),
    reading("a misspelt key", "quesion: A\nfields:\n  - A: b\n", "missing a 'question' directive"),
    reading("nothing but a misspelt key", "cde: b = 1\n", "Did you mean code?"),
    reading("fields that are no list", "question: A\nfields: 3\n", "in the form of a list"),
    reading(
        "choices that are no list", "question: A\nfields:\n  - A: b\n    choices: c\n", "Unknown data type"
    ),
    reading(
        "Python",
        "metadata: {}\n---\ncode: |\n  a = 1\n  if\n  b = 2\n",
        "Python does not understand it",
        "if",
    ),
    reading("Python on a line", "mandatory: True\ncode: a ==== b\n", "Python does not", "code: a ==== b"),
    reading(
        "Python that checks",
        "question: A\nfields:\n  - A: b\nvalidation code: |\n  c = (\n",
        "'(' was never closed",
        "c = (",
    ),
    reading(
        "Python in a condition", "question: A\nfields:\n  - A: b\nif: b ===\n", "Python does not", "if: b ==="
    ),
    reading(
        "Mako",
        "question: A\nsubquestion: |\n  Hello\n  % if b:\n  there\nfields:\n  - A: b\n",
        "Unterminated control keyword: 'if'",
        "% if b:",
    ),
    reading(
        "a Mako place",
        "metadata: {}\n---\nquestion: A ${ b\n",
        "Mako does not understand it",
        "question: A ${ b",
    ),
    reading("Mako's Python", "question: |\n  A\n\n  ${ b c }\n", "Python does not", "${ b c }"),
    reading(
        "an include", "include:\n  - nowhere.yml\n", "could not find the file nowhere.yml", "- nowhere.yml"
    ),
    reading(
        "a template",
        "question: A\nattachment:\n  - name: B\n    docx template file: nowhere.docx\n",
        "Missing docx template file nowhere.docx",
        "docx template file: nowhere.docx",
    ),
    reading(
        "an included file",
        INCLUDED,
        "Python does not understand it",
        "b ==== 3",
        files={"part.yml": "question: A\n---\ncode: |\n  a = 1\n  b ==== 3\n"},
        file="part.yml",
    ),
    reading(
        "an included file that is not YAML",
        INCLUDED,
        "not YAML",
        "b: ]",
        files={"part.yml": "metadata:\n  title: A\n---\nb: ]\n"},
        file="part.yml",
    ),
    reading(
        "Jinja", "# use jinja\nquestion: {{ a( }}\n", "Jinja does not understand it", "question: {{ a( }}"
    ),
    reading("a program's end", "question: |\n  <%! raise SystemExit(0) %>\n", "SystemExit"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_what_cannot_be_read_is_told_with_its_file_its_line_and_its_block(
    fault: Fault, tmp_path: Path
) -> None:
    for name, text in {**fault.files, "interview.yml": fault.text}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_file(tmp_path / "interview.yml")
    error = caught.value
    assert fault.says in str(error)
    assert error.code is ExitCode.CONTENT
    assert "\n" not in str(error)
    file = (tmp_path / fault.file).read_text().splitlines()
    assert error.where is not None
    assert error.where.source == str(tmp_path / fault.file)
    assert error.where.line is not None
    assert error.excerpt is not None
    if fault.at:
        assert file[error.where.line - 1].strip() == fault.at
        assert [line.number for line in error.excerpt.lines if line.is_at_fault] == [error.where.line]
    if not file[error.where.line - 1].startswith("question: [[["):
        for line in error.excerpt.lines:
            assert line.number is not None
            assert line.text == file[line.number - 1].rstrip()


def test_a_library_that_reading_needs_is_named_with_the_block_and_forgotten_after(tmp_path: Path) -> None:
    if importlib.util.find_spec("pandas"):
        pytest.skip("pandas is installed here")
    (tmp_path / "words.xlsx").write_bytes(b"")
    interview = tmp_path / "interview.yml"
    interview.write_text("metadata: {}\n---\ntranslations:\n  - words.xlsx\n")
    with pytest.raises(MissingLibrary) as caught:
        load_file(interview)
    assert caught.value.library == "pandas"
    assert str(caught.value.where) == f"{interview}:3"
    interview.write_text("mandatory: True\nquestion: Over\n")
    assert Run(load_file(interview), {}).screen.heading == "Over"


def test_of_a_long_block_what_stands_around_the_fault_is_shown(tmp_path: Path) -> None:
    lines = [f"  a{number} = {number}" for number in range(60)]
    lines[40] = "  a40 ="
    (tmp_path / "interview.yml").write_text("\n".join(["mandatory: True", "code: |", *lines]))
    with pytest.raises(ContentError) as caught:
        load_file(tmp_path / "interview.yml")
    shown = str(caught.value.excerpt).splitlines()
    assert shown[0] == "   1 | mandatory: True"
    assert shown[1] == "  ..."
    assert "> 43 |   a40 =" in shown
    assert len(shown) < 15


def test_what_a_terminal_would_obey_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "interview.yml").write_text("question: |\n  \u009b31mred ${ a b }\n")
    with pytest.raises(ContentError) as caught:
        load_file(tmp_path / "interview.yml")
    assert str(caught.value.excerpt).isprintable() or "\u009b" not in str(caught.value.excerpt)
    assert "\u009b" not in str(caught.value)
