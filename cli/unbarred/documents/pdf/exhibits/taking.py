"""What she adds to her papers, made into pages: Word, PDF, JPEG, PNG and TIFF files."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from unbarred.documents.pdf.archival import shows_screen_colours
from unbarred.documents.pdf.exhibits.appearances import lack_looks, with_looks
from unbarred.documents.pdf.exhibits.cleaning import flatten
from unbarred.documents.pdf.exhibits.effort import check_effort
from unbarred.documents.pdf.exhibits.images import pictures_as_pdf
from unbarred.documents.pdf.exhibits.kinds import Kind, kind_of
from unbarred.documents.pdf.exhibits.layers import drop_hidden
from unbarred.documents.pdf.exhibits.placing import fits, laid, upright
from unbarred.documents.pdf.opening import opened_exhibit
from unbarred.documents.pdf.paper import Sheet, sheet
from unbarred.documents.pdf.refusals import ExhibitRefused
from unbarred.documents.pdf.saving import saved

LARGEST_FILE = 200 * 1024 * 1024


class Converter(Protocol):
    """What makes PDFs of Word documents."""

    def to_pdf(self, documents: Sequence[bytes], *, archival: bool) -> list[bytes]:
        """Return the PDF of each document, as PDF/A-2b if it is `archival`."""
        ...


def exhibit_pages(path: Path, paper: str, office: Converter | None) -> bytes:
    """Return an exhibit as a PDF whose pages all have the size of `paper` and stand upright.

    What the file is, is told by its content. A page is never made larger. One
    that is too large is scaled to the printable area; one wider than the
    paper is turned a quarter to the left, its top at the left edge, so that it
    reads when the packet is turned to the right; one whose letters would
    become too small is split over several pages that overlap. Filled-in
    fields and annotations are drawn into the page; scripts, links, attached
    files and metadata are left out. Raises `ExhibitRefused`, whose sentence
    says what is wrong and how to mend it.
    """
    target = sheet(paper)
    content = _read(path)
    try:
        return _pages(content, target, office)
    except ExhibitRefused as refusal:
        raise refusal.at(str(path)) from refusal.__cause__


def _pages(content: bytes, target: Sheet, office: Converter | None) -> bytes:
    kind = kind_of(content)
    if kind is Kind.WORD:
        return _word(content, target, office)
    if kind is not Kind.PDF:
        return _laid(pictures_as_pdf(content, kind, target), target, is_ours=True)
    return _laid(_with_looks(content), target)


def _word(content: bytes, target: Sheet, office: Converter | None) -> bytes:
    from pikepdf.sanitize import remove_external_access, remove_javascript

    if office is None:
        raise ExhibitRefused(
            "This exhibit is a Word document, and only LibreOffice makes pages of it.",
            "Let its name end in .docx and install LibreOffice, or print it to PDF and add that.",
        )
    (made,) = office.to_pdf([content], archival=True)
    with opened_exhibit(made) as pdf:
        if fits(made, target):
            # As it is, with its tags; but nothing in it leads elsewhere.
            remove_javascript(pdf)
            remove_external_access(pdf)
            return saved(pdf)
    return _laid(made, target)


def _with_looks(content: bytes) -> bytes:
    with opened_exhibit(content) as pdf:
        check_effort(pdf)
        return with_looks(saved(pdf)) if lack_looks(pdf) else content


def _laid(content: bytes, target: Sheet, *, is_ours: bool = False) -> bytes:
    """Lay pages on sheets; `is_ours` says that this package made them, and knows what is in them."""
    with opened_exhibit(content) as pdf:
        drop_hidden(pdf)
        flatten(pdf)
        for index in range(len(pdf.pages)):
            upright(pdf, index)
        return laid(pdf, target, archival=is_ours and shows_screen_colours(pdf))


def _read(path: Path) -> bytes:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise ExhibitRefused("This is not a file.", "Name the file itself.").at(str(path))
        if found.st_size > LARGEST_FILE:
            raise ExhibitRefused(
                f"This file has {found.st_size / 1024 / 1024:,.0f} megabytes, and an exhibit can have "
                f"{LARGEST_FILE // 1024 // 1024}.",
                "Scan it in black and white, or split it.",
            ).at(str(path))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ExhibitRefused("There is no such file.", "Look at its name and folder.").at(
            str(path)
        ) from error
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "unknown reason").lower()
        raise ExhibitRefused(f"This file cannot be read: {reason}.", "Copy it to another place.").at(
            str(path)
        ) from error
