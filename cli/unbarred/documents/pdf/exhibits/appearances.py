"""Draws fields and remarks that say what they hold but not how it looks.

Some programs fill in a form, or mark a line, and leave the drawing to
whichever program shows the file. PDFium draws them here as Chrome would.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from unbarred.documents.pdf.reading import opened

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

INVISIBLE = 0b10 | 0b100000
"""Flags of an annotation: hidden, not to be seen."""
WITHOUT_LOOKS = {"/Link", "/Popup"}


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


def _lacks_looks(annotation: Object) -> bool:
    import pikepdf

    if not isinstance(annotation, pikepdf.Dictionary) or "/AP" in annotation:
        return False
    flags = annotation.get("/F", 0)
    hidden = isinstance(flags, int) and flags & INVISIBLE
    return not hidden and str(annotation.get("/Subtype")) not in WITHOUT_LOOKS
