"""What a server would serve has an `unbarred:` address; an action's leads back to the action."""

from __future__ import annotations

from typing import Any

import pytest

from unbarred.engine.links import action_in

CASES = {
    "interview": ("interview_url()", "unbarred:interview"),
    "another interview": (
        "interview_url(i='docassemble.x:data/questions/y.yml', new_session=1)",
        "unbarred:interview?from_list=1&i=docassemble.x%3Adata%2Fquestions%2Fy.yml&new_session=1",
    ),
    "root": ("url_of('root')", "unbarred:root"),
    "sign in": ("url_of('login', next='x')", "unbarred:login?next=x"),
    "leave": ("url_of('exit')", "unbarred:exit"),
    "static file": (
        "url_of('docassemble.base:data/static/a.png')",
        "unbarred:static/docassemble.base%3Adata/static/a.png",
    ),
    "elsewhere": ("url_of('https://example.com/a', b=1)", "https://example.com/a?b=1"),
    "mail": ("url_of('mailto:a@example.com')", "mailto:a@example.com"),
    "referring": ("referring_url()", "unbarred:exit"),
    "temporary": (
        "interview_url(temporary=1) + ' ' + url_of('temp_url', url='x')",
        "unbarred:temporary?number=1 unbarred:temporary?number=2",
    ),
    "menu": ("interview_menu()", "[]"),
}


@pytest.mark.parametrize(("expression", "told"), CASES.values(), ids=CASES)
def test_addresses(start: Any, expression: str, told: str) -> None:
    run = start(
        f"mandatory: True\ncode: |\n  told = {expression}\n---\nmandatory: True\nquestion: ${{ told }}\n"
    )
    assert run.value("told") == told or str(run.value("told")) == told


@pytest.mark.parametrize(
    "expression",
    [
        "url_action('do', x=1, words='a b & ü')",
        "interview_url_action('do', x=1, words='a b & ü')",
        "action_menu_item('Do', 'do', x=1, words='a b & ü')['url']",
    ],
)
def test_an_action_is_found_again_in_its_address(start: Any, expression: str) -> None:
    run = start(f"mandatory: True\ncode: |\n  told = {expression}\n---\nmandatory: True\nquestion: Over\n")
    assert action_in(run.value("told")) == ("do", {"x": 1, "words": "a b & ü"})


def test_a_file_has_an_address_by_its_number(start: Any) -> None:
    run = start(
        """
        objects:
          - f: DAFile
        ---
        mandatory: True
        code: |
          f.initialize(filename='a.txt')
          told = f.url_for()
        ---
        mandatory: True
        question: Over
        """
    )
    assert run.value("told") == "unbarred:file/1"


def test_sections_shown_in_the_text_are_a_list(start: Any) -> None:
    run = start(
        """
        sections:
          - one: First
          - two: Second
        ---
        mandatory: True
        code: |
          nav.set_section('one')
          told = nav.show_sections()
        ---
        mandatory: True
        question: Over
        """
    )
    told = run.value("told")
    assert '">First</a></li><li>Second</li></ul>' in told
    assert action_in(told.partition('href="')[2].partition('"')[0]) == ("one", {})
