"""What a filled form holds, as a PDF library reads it."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache

import pikepdf

from unbarred.documents.forms import FilledForm

Fill = Callable[..., FilledForm]


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
