"""Draws fields and remarks that say what they hold but not how it looks.

Some programs fill in a form, or mark a line, and leave the drawing to
whichever program shows the file. PDFium draws them here as Chrome would.
"""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from unbarred.documents.pdf.exhibits.cleaning import flatten
from unbarred.documents.pdf.opening import opened_exhibit
from unbarred.documents.pdf.reading import opened, text_of_pages
from unbarred.documents.pdf.refusals import ExhibitRefused
from unbarred.documents.pdf.saving import saved

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

INVISIBLE = 0b10 | 0b100000
"""Flags of an annotation: hidden, not to be seen."""
WITHOUT_LOOKS = {"/Link", "/Popup"}
PASSWORD = 1 << 13
DEEPEST = 50
"""Fields within fields."""


def lack_looks(pdf: Pdf) -> bool:
    """Whether a PDF has fields or annotations that are to be seen and are not drawn."""
    form = pdf.Root.get("/AcroForm")
    if form is not None and bool(form.get("/NeedAppearances", False)):
        return True
    return any(_lacks_looks(each) for page in pdf.pages for each in page.obj.get("/Annots", ()))


def with_looks(pdf: bytes) -> bytes:
    """Return the PDF with all fields and annotations drawn."""
    out = io.BytesIO()
    with opened(pdf) as document:
        document.init_forms()
        for index in range(len(document)):
            page = document[index]
            # They are drawn when the page is first shown, however small.
            page.render(scale=min(1.0, 32 / max(page.get_size()))).close()
            page.close()
        document.save(out)
    return out.getvalue()


def rare_letters(pdf: Pdf) -> Counter[str]:
    """Return how often each letter beyond ASCII was typed into the text fields that are to be seen."""
    typed = (_typed(each) for page in pdf.pages for each in page.obj.get("/Annots", ()))
    return _rare("".join(typed))


def check_letters(typed: Counter[str], drawn: bytes) -> None:
    """Raise `ExhibitRefused` if not all letters in `typed` show in the fields of the PDF `drawn`.

    PDFium leaves out what the fonts that it chooses do not have.
    """
    before = _rare("".join(text_of_pages(drawn)))
    with opened_exhibit(drawn) as pdf:
        flatten(pdf)
        shown = _rare("".join(text_of_pages(saved(pdf)))) - before
    if typed - shown:
        raise ExhibitRefused(
            "What was typed into this PDF has letters that cannot be drawn here.",
            "Open it, print it to a new PDF, and use that one.",
        )


def _rare(text: str) -> Counter[str]:
    composed = unicodedata.normalize("NFKC", text)
    return Counter(each for each in composed if each.isalnum() and not each.isascii())


def _typed(widget: Object) -> str:
    """Return what a text field holds; nothing for one that does not show it, or is something else."""
    import pikepdf

    if not isinstance(widget, pikepdf.Dictionary) or widget.get("/Subtype") != pikepdf.Name.Widget:
        return ""
    kind, value, flags = (_inherited(widget, key) for key in ("/FT", "/V", "/Ff"))
    is_secret = isinstance(flags, int) and flags & PASSWORD
    if kind != pikepdf.Name.Tx or not isinstance(value, pikepdf.String) or is_secret or _is_hidden(widget):
        return ""
    return str(value)


def _inherited(widget: Object, key: str) -> object:
    """Return what a field, or the nearest one that it is part of, has under `key`."""
    return next((each[key] for each in _upwards(widget) if key in each), None)


def _upwards(field: Object | None) -> Iterator[Object]:
    import pikepdf

    for _ in range(DEEPEST):
        if not isinstance(field, pikepdf.Dictionary):
            return
        yield field
        field = field.get("/Parent")


def _is_hidden(annotation: Object) -> bool:
    flags = annotation.get("/F", 0)
    return isinstance(flags, int) and bool(flags & INVISIBLE)


def _lacks_looks(annotation: Object) -> bool:
    import pikepdf

    if not isinstance(annotation, pikepdf.Dictionary) or "/AP" in annotation:
        return False
    return not _is_hidden(annotation) and str(annotation.get("/Subtype")) not in WITHOUT_LOOKS
