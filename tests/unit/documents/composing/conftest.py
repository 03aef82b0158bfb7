"""Templates composed on the spot."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document

from unbarred.documents.composing import compose

HEAD = "---\ntitle: A paper\n---\n\n"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """Return a folder for templates that holds nothing but a footer."""
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "running-footer.md").write_text("{{ name }} | [title], page [page] of [pages]\n")
    return tmp_path


def composed(templates: Path, markdown: str, head: str = HEAD) -> Document:
    """Return the template that `markdown` makes, as Word's library reads it."""
    source = templates / "paper.md"
    source.write_text(head + markdown, encoding="utf-8")
    return docx.Document(io.BytesIO(compose(source, templates)))


def styled(document: Document) -> list[tuple[str, str]]:
    """Return each paragraph's style and text."""
    return [(each.style.name, each.text) for each in document.paragraphs]


def kept(document: Document) -> list[str]:
    """Return what stays on one page with what comes next, statements left out."""
    return [
        each.text
        for each in document.paragraphs
        if each.paragraph_format.keep_with_next and not each.text.startswith("{%")
    ]
