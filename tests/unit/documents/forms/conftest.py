"""Filling a form that was made on the spot."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from textwrap import dedent

import pikepdf
import pytest
from form_maker import FormMaker

from unbarred.documents.forms import FilledForm, Manner, fill_form

Fill = Callable[..., FilledForm]


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Return a function that fills a form by a mapping, given as its lines, with variables."""

    def run(form: FormMaker, mapping: str, manner: Manner | None = None, **variables: object) -> FilledForm:
        path = tmp_path / "form.yml"
        path.write_text(dedent(mapping), encoding="utf-8")
        return fill_form(form.content(), "form.pdf", path, variables, manner)

    return run


@lru_cache(maxsize=4)
def opened(filled: FilledForm) -> pikepdf.Pdf:
    """Return a filled form as a PDF library reads it; kept, because what is in it goes with it."""
    return pikepdf.open(io.BytesIO(filled.content))


def values(filled: FilledForm) -> dict[str, str]:
    """Return what each field of a filled form holds."""
    pdf = opened(filled)
    found = {}
    for field in pdf.Root.AcroForm.Fields:
        if "/V" in field:
            kept = field.V
            said = [str(each) for each in kept] if isinstance(kept, pikepdf.Array) else str(kept)
            found[str(field.T)] = said
    return found
