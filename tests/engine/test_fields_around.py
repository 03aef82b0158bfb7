"""What stands around the fields of a screen: terms, sections, help, language, notices, addresses, files."""

from __future__ import annotations

from textwrap import dedent

import pytest
from one_field import Starter, asking

from unbarred.engine import Run
from unbarred.errors import UserError
from unbarred.screens import Screen, ScreenKind, Section, read_submission


def screen(start: Starter, text: str) -> Screen:
    return start(dedent(text)).screen


def test_terms_are_explained_where_they_are_marked_and_autoterms_wherever_they_stand(start: Starter) -> None:
    shown = screen(
        start,
        """
        auto terms:
          parole board: Those who decide.
        ---
        mandatory: True
        question: To the Parole Board?
        subquestion: |
          A {plea bargain|bargain} with the parole
          board, [parole board](https://example.org/parole board) and paroleboards.
        terms:
          plea bargain: An agreement.
        under: |
          The {unknown} stays.
        """,
    )
    assert shown.heading == "To the {Parole Board}?"
    link = "[{parole board}](https://example.org/parole board)"
    assert shown.text == f"A {{bargain}} with the {{parole board}}, {link} and paroleboards."
    assert shown.under == "The {unknown} stays."
    assert shown.terms["bargain"] == "An agreement."
    assert shown.terms["parole board"] == "Those who decide."


def test_terms_speak_the_language_of_the_screen(start: Starter) -> None:
    shown = screen(
        start,
        """
        language: en
        terms:
          judge: Who decides.
        ---
        language: es
        terms:
          juez: Quien decide.
        ---
        initial: True
        code: set_language('es')
        ---
        mandatory: True
        language: es
        question: ¿El {juez}?
        """,
    )
    assert (shown.language, shown.heading) == ("es", "¿El {juez}?")
    assert dict(shown.terms) == {"juez": "Quien decide."}


def test_a_question_for_all_languages_has_the_one_that_is_spoken(start: Starter) -> None:
    text = "initial: True\ncode: set_language('es')\n---\nmandatory: True\nquestion: Todo\n"
    assert screen(start, text).language == "es"
    assert screen(start, "mandatory: True\nquestion: All\n").language == "en"


SECTIONS = """
features:
  progress bar: True
  navigation: True
sections:
  - about: About you
    subsections:
      - name: Your name
  - case: Your case
---
mandatory: True
question: A
section: {section}
progress: 40
"""


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("about", Section("About you", 1, 2)),
        ("name", Section("Your name", 1, 2)),
        ("case", Section("Your case", 2, 2)),
        ("elsewhere", Section("elsewhere", 0, 0)),
    ],
)
def test_sections_and_progress(start: Starter, section: str, expected: Section) -> None:
    run = start(SECTIONS.format(section=section))
    assert run.screen.section == expected
    assert run.screen.progress == 40


def test_texts_around_the_question_are_kept(start: Starter) -> None:
    shown = screen(
        start,
        """
        mandatory: True
        question: A
        subquestion: Text
        under: Under
        help:
          heading: More
          content: It is so.
        continue button label: Go
        """,
    )
    assert (shown.text, shown.under, shown.continue_label) == ("Text", "Under", "Go")
    assert shown.help == ("**More**\n\nIt is so.",)


def test_notices_are_said_once(start: Starter) -> None:
    said = "mandatory: True\ncode: |\n  log('Saved.', 'success')\n  log('for a browser', 'console')\n"
    run = start(asking("", said))
    assert run.screen.notices == ("Saved.",)
    run.answer(read_submission(run.screen, {"answer": "a"}))
    assert run.screen.notices == ()


def ended(start: Starter, code: str, before: str = "") -> Run:
    return start(f"{dedent(before)}mandatory: True\ncode: |\n  {code}\n")


@pytest.mark.parametrize("command", ["exit", "leave", "logout", "exit_logout"])
def test_a_command_ends_and_its_address_is_shown(start: Starter, command: str) -> None:
    run = ended(start, f"command('{command}', url='https://example.org/x')")
    shown = run.screen
    assert (shown.kind, shown.link, shown.heading) == (ScreenKind.EXIT, "https://example.org/x", "")
    assert ended(start, f"command('{command}')").screen.link == ""


def test_a_redirect_is_shown_and_not_followed(start: Starter) -> None:
    run = ended(start, "response(url='https://example.org/y')")
    assert (run.screen.kind, run.screen.link) == (ScreenKind.EXIT, "https://example.org/y")


@pytest.mark.parametrize(
    ("call", "extension", "content"),
    [
        ("response('Hello')", "txt", b"Hello"),
        ("response(response='a,b', content_type='text/csv')", "csv", b"a,b"),
        ("response(binaryresponse=b'\\x01\\x02', content_type='application/pdf')", "pdf", b"\x01\x02"),
        ("json_response({'a': 1})", "json", b'{"a":1}'),
    ],
)
def test_a_response_is_a_paper(start: Starter, call: str, extension: str, content: bytes) -> None:
    run = ended(start, call)
    assert run.screen.kind is ScreenKind.END
    assert [document.filename for document in run.screen.documents] == ["response"]
    [paper] = run.papers()
    assert paper.extension == extension
    assert b"".join(paper.content.split()) == content


def test_a_file_that_is_sent_is_a_paper(start: Starter) -> None:
    before = """
    objects:
      - letter: DAFile
    ---
    mandatory: True
    code: |
      letter.initialize(filename='letter.txt')
      letter.write('Dear court')
      letter.commit()
    ---
    """
    run = ended(start, "response(file=letter)", before.lstrip("\n"))
    [paper] = run.papers()
    assert (paper.title, paper.filename, paper.extension) == ("letter.txt", "letter", "txt")
    assert paper.content == b"Dear court"


def test_no_error_quotes_a_screen(start: Starter) -> None:
    with pytest.raises(UserError) as error:
        start(
            "mandatory: True\ncode: |\n  name = 'SECRET'\n---\nmandatory: True\n"
            "question: Dear ${ name }\nfields:\n  - Words: answer\n    datatype: mlarea\n"
        )
    assert "SECRET" not in "".join(str(each) for each in (error.value, error.value.hint, error.value.message))
    assert error.value.where is not None
