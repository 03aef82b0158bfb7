"""Makes pages of what a stranger's file holds."""

from __future__ import annotations

from unbarred.documents.pdf.archival import shows_screen_colours
from unbarred.documents.pdf.exhibits.appearances import check_letters, lack_looks, rare_letters, with_looks
from unbarred.documents.pdf.exhibits.cleaning import flatten
from unbarred.documents.pdf.exhibits.effort import check_effort
from unbarred.documents.pdf.exhibits.images import pictures_as_pdf
from unbarred.documents.pdf.exhibits.kinds import Kind
from unbarred.documents.pdf.exhibits.layers import drop_hidden
from unbarred.documents.pdf.exhibits.placing import laid, upright
from unbarred.documents.pdf.opening import FAULTS, has_lost_pages, opened_exhibit
from unbarred.documents.pdf.paper import Sheet
from unbarred.documents.pdf.refusals import ExhibitDamaged
from unbarred.documents.pdf.saving import saved


def made(content: bytes, kind: Kind, sheet: Sheet) -> bytes:
    """Return the pages of a PDF or of pictures on sheets of paper; raises `ExhibitRefused`."""
    if kind is not Kind.PDF:
        return _laid(pictures_as_pdf(content, kind, sheet), sheet, is_ours=True)
    try:
        return _laid(_with_looks(content), sheet)
    except ExhibitDamaged:
        return _laid(_rescued(content), sheet)


def _rescued(content: bytes) -> bytes:
    """Return a PDF that qpdf cannot make sense of as PDFium understands it; raises `ExhibitDamaged`."""
    try:
        found = with_looks(content)
    except FAULTS as error:
        raise ExhibitDamaged from error
    with opened_exhibit(found) as pdf:
        if has_lost_pages(pdf):
            raise ExhibitDamaged
        check_effort(pdf)
    return found


def _with_looks(content: bytes) -> bytes:
    with opened_exhibit(content) as pdf:
        check_effort(pdf)
        if not lack_looks(pdf):
            return content
        typed, drawn = rare_letters(pdf), with_looks(saved(pdf))
    if typed:
        check_letters(typed, drawn)
    return drawn


def _laid(content: bytes, sheet: Sheet, *, is_ours: bool = False) -> bytes:
    """Lay pages on sheets; `is_ours` says that this package made them, and knows what is in them."""
    with opened_exhibit(content) as pdf:
        drop_hidden(pdf)
        flatten(pdf)
        for index in range(len(pdf.pages)):
            upright(pdf, index)
        return laid(pdf, sheet, archival=is_ours and shows_screen_colours(pdf))
