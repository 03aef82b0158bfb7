"""Templates made on the spot, with Word's own library."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from unbarred.documents import Rendered

Template = Callable[..., Path]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Return a function that writes a template: a paragraph for each text, a table for each list of rows."""

    def write(*blocks: str | list[list[str]], name: str = "paper.docx") -> Path:
        document = docx.Document()
        for block in blocks:
            if isinstance(block, str):
                document.add_paragraph(block)
            else:
                table = document.add_table(len(block), len(block[0]))
                for row, cells in zip(table.rows, block, strict=True):
                    for cell, words in zip(row.cells, cells, strict=True):
                        cell.text = words
        path = tmp_path_factory.mktemp("templates") / name
        document.save(str(path))
        return path

    return write


def reopened(rendered: Rendered) -> Document:
    """Return a filled document as Word's library reads it."""
    return docx.Document(io.BytesIO(rendered.content))


def paragraphs(rendered: Rendered) -> list[str]:
    """Return the texts of the paragraphs outside tables."""
    return [paragraph.text for paragraph in reopened(rendered).paragraphs]


def rows(rendered: Rendered) -> list[list[str]]:
    """Return the texts of the cells of the first table, by row."""
    return [[cell.text for cell in row.cells] for row in reopened(rendered).tables[0].rows]
