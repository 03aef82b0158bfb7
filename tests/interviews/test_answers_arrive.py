"""Whatever an answer holds, it stands in the papers exactly as it was typed."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from walking import AS_OF, COMMUTATION

from unbarred.answers import answer_file
from unbarred.engine.papers import Paper
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

ROSA = Path(__file__).parents[2] / "examples" / "rosa-example.yml"

LINES = {
    "ampersand and brackets": "Smith & Sons <LLC>",
    "end of a run": "</w:t></w:r>",
    "whole run": "<w:r><w:t>hidden</w:t></w:r>",
    "field code": '<w:fldSimple w:instr="DATE"/>',
    "template": "{{ 7*7 }}",
    "template block": "{% if x %}{# y #}",
    "python": "${ 7*7 } % if",
    "entity": "&amp; &lt; &#38;",
    "cdata": "]]> <![CDATA[",
    "emoji": "a 🕊️ and 👩‍👧",
    "apostrophe": "O’Neil and O'Neil",
    "accents": "Núñez Ångström",
    "arabic": "العفو عن العقوبة",
    "hebrew and latin": "שלום Rosa",
    "tab": "before\tafter",
    "many blanks": "two  three   four",
    "backslashes": r"C:\new \1 \g<0>",
    "markdown": "**bold** _it_ # no heading",
    "percent": "100 % of %s",
}

LONG = {
    "20,000 characters": ("The quick & brown fox; " * 900)[:20_000].strip(),
    "paragraphs": "First line.\nSecond line.\n\nAfter an empty one.\n\tIndented.",
}

IN_LINES = {
    "petitioner.name.last": "1-Application",
    "petitioner.other_names": "1-Application",
    "convictions[0].offense": "1-Application",
    "helper.organization": "9-Privacy-waiver",
    "programs[0].title": "3-Biography-and-programs",
    "supporters[1].full_name": "5-Supporters",
    "exhibits[0].title": "7-Exhibits",
}
IN_AREAS = {
    "story": "2-Personal-statement",
    "reasons": "1-Application",
    "home": "4-Release-plan",
    "work": "3-Biography-and-programs",
}


def papers_with(changes: dict[str, str]) -> dict[str, Paper]:
    rosa = answer_file.load(ROSA)
    session = Session.in_memory(COMMUTATION, {"place": rosa.jurisdiction, "as_of": AS_OF.isoformat()})
    assert set(changes) <= set(rosa.answers)
    assert fill(session, {**rosa.answers, **changes}) == []
    return {paper.filename: paper for paper in session.run.papers()}


def text_as_word_reads_it(paper: Paper) -> str:
    """Return the text of the body, read by a library that has no part in writing it."""
    body = docx.Document(io.BytesIO(paper.content)).element.body
    return "\n".join(docx.text.paragraph.Paragraph(each, None).text for each in body.iter(PARAGRAPH))


PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def paper_called(papers: dict[str, Paper], name: str) -> Paper:
    number = name.partition("-")[0]
    [found] = [paper for filename, paper in papers.items() if filename.partition("-")[0] == number]
    return found


@pytest.mark.parametrize("typed", LINES.values(), ids=LINES.keys())
def test_one_line(typed: str) -> None:
    papers = papers_with(dict.fromkeys({**IN_LINES, **IN_AREAS}, f"«{typed}»"))
    for name, filename in {**IN_LINES, **IN_AREAS}.items():
        text = text_as_word_reads_it(paper_called(papers, filename))
        assert f"«{typed}»" in text, (name, filename)
        assert text.count("«") == text.count("»")


@pytest.mark.parametrize("typed", LONG.values(), ids=LONG.keys())
def test_a_long_answer(typed: str) -> None:
    papers = papers_with(dict.fromkeys(IN_AREAS, typed))
    for name, filename in IN_AREAS.items():
        lines = [line for line in text_as_word_reads_it(paper_called(papers, filename)).split("\n") if line]
        typed_lines = [line for line in typed.split("\n") if line]
        start = lines.index(typed_lines[0])
        assert lines[start : start + len(typed_lines)] == typed_lines, name


def test_nothing_but_the_answer_changes_with_the_answer() -> None:
    plain = papers_with({"story": "One story."})
    odd = papers_with({"story": "</w:t></w:r> & {{ 7*7 }}"})
    assert plain.keys() == odd.keys()
    for name in plain:
        before, after = (text_as_word_reads_it(each[name]) for each in (plain, odd))
        assert after == before.replace("One story.", "</w:t></w:r> & {{ 7*7 }}")
