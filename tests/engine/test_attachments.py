"""docassemble's attachment blocks are filled by our renderer, and nothing is left lying about."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Any

import docx
import pytest

from unbarred.errors import ContentError
from unbarred.screens import ScreenKind

INTERVIEW = """
mandatory: True
code: |
  done
---
event: done
question: Over
attachments code: |
  [letter, next_steps]
buttons:
  - Exit: exit
---
code: |
  still_to_complete = []
---
attachment:
  name: The letter
  filename: 1-Letter
  variable name: letter
  valid formats:
    - docx
  docx template file:
    code: |
      "{letter}"
---
attachment:
  name: Next
  filename: 0-Next
  variable name: next_steps
  valid formats:
    - docx
  docx template file:
    code: |
      "{next}"
---
question: Your name?
fields:
  - Name: name
---
question: Your street?
fields:
  - Street: street
    required: False
---
question: Your signature?
signature: mark
"""


@pytest.fixture
def begin(start: Any, tmp_path: Path) -> Any:
    """Return a function that starts the interview with a letter of these paragraphs."""

    def beginner(*paragraphs: str) -> Any:
        letter = write(tmp_path / "letter.docx", *paragraphs)
        following = write(
            tmp_path / "next.docx",
            "{%p for it in still_to_complete %}",
            "Fill in {{ it }}",
            "{%p endfor %}",
        )
        text = INTERVIEW.replace("{letter}", str(letter)).replace("{next}", str(following))
        return start(text)

    return beginner


def write(path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for each in paragraphs:
        document.add_paragraph(each)
    document.save(str(path))
    return path


def lines(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs]


def test_a_template_asks_for_what_it_names(begin: Any) -> None:
    run = begin("I am {{ name }}.", "I live at {{ street }}.")
    assert run.screen.heading == "Your name?"
    awkward = "Smith & Sons <LLC> </w:t> {{ 7*7 }}"
    run.answer({"name": awkward})
    assert run.screen.heading == "Your street?"
    run.answer({"street": "1 Nowhere Street"})
    assert run.screen.kind is ScreenKind.END
    assert [document.title for document in run.screen.documents] == ["The letter", "Next"]
    letter, following = run.papers()
    assert (letter.title, letter.filename, letter.blanks) == ("The letter", "1-Letter", ())
    assert lines(letter.content) == [
        "I am Smith & Sons <LLC> </w:t> {{ 7*7 }}.",
        "I live at 1 Nowhere Street.",
    ]
    assert lines(following.content) == []


def test_what_is_left_for_later_is_listed_in_the_papers_after_it(begin: Any) -> None:
    from unbarred.answers.values import LATER

    run = begin("I live at {{ street }}.")
    run.answer({"street": LATER})
    letter, following = run.papers()
    assert letter.blanks == ("The letter: I live at (1)",)
    assert lines(following.content) == ["Fill in The letter: I live at (1)"]


@pytest.mark.parametrize("shown", ["mark", "mark.show(width='1in')"])
def test_a_signature_left_for_later_is_a_line(begin: Any, shown: str) -> None:
    from unbarred.answers.values import LATER

    run = begin(f"Signed: {{{{ {shown} }}}}")
    run.answer({"mark": LATER})
    letter = run.papers()[0]
    assert letter.blanks == ("The letter: Signed (1)",)
    assert lines(letter.content)[0].startswith("Signed: ____")


def test_docassembles_filters_work_and_the_answer_is_escaped_once(begin: Any) -> None:
    run = begin("{{ name | upper }} {{ comma_and_list([name, 'B & C']) }}")
    run.answer({"name": "o’Neil <b>"})
    [text] = lines(run.papers()[0].content)
    assert text == "O’NEIL <B> o’Neil <b> and B & C"


def test_a_variable_that_nothing_gives_is_named(begin: Any) -> None:
    with pytest.raises(ContentError, match="needs nowhere, and none of its questions gives it"):
        begin("{{ nowhere }}")


def test_no_paper_is_left_in_a_temporary_folder(begin: Any) -> None:
    before = set(Path(tempfile.gettempdir()).rglob("datemp*"))
    run = begin("I am {{ name }}.")
    run.answer({"name": "Rosa"})
    assert len(run.papers()) == 2
    assert set(Path(tempfile.gettempdir()).rglob("datemp*")) == before
