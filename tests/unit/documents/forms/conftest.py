"""Filling a form that was made on the spot."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from filled_forms import Fill
from form_maker import FormMaker

from unbarred.documents.forms import FilledForm, Manner, fill_form


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Return a function that fills a form by a mapping, given as its lines, with variables."""

    def run(form: FormMaker, mapping: str, manner: Manner | None = None, **variables: object) -> FilledForm:
        path = tmp_path / "form.yml"
        path.write_text(dedent(mapping), encoding="utf-8")
        return fill_form(form.content(), "form.pdf", path, variables, manner)

    return run
