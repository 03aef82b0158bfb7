"""Templates and papers as LibreOffice and Word take them, and their pages as a lawyer looks at them."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest

from unbarred import content
from unbarred.answers import answer_file
from unbarred.documents.office import Office
from unbarred.documents.pdf import page_count, text_of_pages
from unbarred.documents.word.validating import faults
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

EXAMPLES = Path(__file__).parents[2] / "examples"
PEOPLE = {
    "rosa-example": "us-ny",
    "joan-federal-example": "us",
    # Sworn before a notary; on A4; out of prison.
    "maria-example": "us-il",
    "maria-example ": "ke",
    "nora-example": "us-tx",
}
FOOT = re.compile(r"page (\d+) of (\d+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def papers() -> Mapping[str, bytes]:
    """The papers of the invented people, by place and name."""
    found: dict[str, bytes] = {}
    for example, place in PEOPLE.items():
        given = answer_file.load(EXAMPLES / f"{example.strip()}.yml")
        session = Session.in_memory(given.interview, {"place": place, "as_of": str(given.as_of)})
        assert fill(session, given.answers) == []
        found |= {f"{place}/{paper.filename}": paper.content for paper in session.run.papers()}
    return found


@pytest.fixture(scope="module")
def pages(papers: Mapping[str, bytes], office: Office) -> Mapping[str, list[str]]:
    """The text of each page of each paper."""
    made = office.to_pdf(list(papers.values()))
    return {name: text_of_pages(pdf) for name, pdf in zip(papers, made, strict=True)}


def test_word_has_nothing_to_complain_of_in_any_paper(papers: Mapping[str, bytes]) -> None:
    assert {name: faults(paper) for name, paper in papers.items() if faults(paper)} == {}


def test_every_template_opens_in_libreoffice(office: Office) -> None:
    templates = sorted(content.templates().rglob("*.docx"))
    made = office.to_pdf([path.read_bytes() for path in templates])
    assert len(made) == len(templates)
    assert all(page_count(pdf) for pdf in made)


def test_every_page_counts_itself(pages: Mapping[str, list[str]]) -> None:
    for name, texts in pages.items():
        if "Requests" in name:
            # Sheets to hand out, each for itself.
            continue
        for number, text in enumerate(texts, start=1):
            assert FOOT.search(text.replace("\r", "").strip()), f"{name}, page {number}"
            assert FOOT.findall(text.replace("\r", ""))[-1] == (str(number), str(len(texts)))


def lines_of(page: str) -> list[str]:
    """Return the lines of a page without its foot."""
    lines = [line.replace("\xa0", " ").strip() for line in page.splitlines() if line.strip()]
    return [line for line in lines if not FOOT.search(line)]


def headings(paper: bytes) -> set[str]:
    made = docx.Document(io.BytesIO(paper)).paragraphs
    heads = [each.text for each in made if each.style.name.startswith(("Heading", "Title"))]
    return {head.replace("\xa0", " ") for head in heads}


def test_no_heading_is_alone_at_the_foot_and_no_signature_alone_on_a_page(
    papers: Mapping[str, bytes], pages: Mapping[str, list[str]]
) -> None:
    for name, texts in pages.items():
        heads = headings(papers[name])
        for number, text in enumerate(texts, start=1):
            lines = lines_of(text)
            assert lines, f"{name}, page {number} is empty"
            assert lines[-1] not in heads, f"{name}, page {number} ends with a heading"
            # Words that are signed, a rule, and only then who signs.
            first = next((at for at, line in enumerate(lines) if line.startswith("Signature")), len(lines))
            assert first >= 2, f"{name}, page {number} begins with a signature"
