"""What she adds to her papers, made into pages: Word, PDF, JPEG, PNG and TIFF files."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from unbarred.documents.pdf.exhibits.apart import WORKSHOP
from unbarred.documents.pdf.exhibits.kinds import Kind, kind_of
from unbarred.documents.pdf.exhibits.placing import fits
from unbarred.documents.pdf.opening import opened_exhibit
from unbarred.documents.pdf.paper import sheet
from unbarred.documents.pdf.refusals import ExhibitRefused
from unbarred.documents.pdf.saving import saved

LARGEST_FILE = 200 * 1024 * 1024
PATIENCE = 90.0
"""Seconds: pages of a thousand lines are drawn in a tenth of that."""


class Converter(Protocol):
    """What makes PDFs of Word documents."""

    def to_pdf(self, documents: Sequence[bytes], *, archival: bool, names: Sequence[str]) -> list[bytes]:
        """Return the PDF of each document, as PDF/A-2b if it is `archival`; errors call them by `names`."""
        ...


def exhibit_pages(path: Path, paper: str, office: Converter | None, *, patience: float = PATIENCE) -> bytes:
    """Return an exhibit as a PDF whose pages all have the size of `paper` and stand upright.

    What the file is, is told by its content. A page is never made larger. One
    that is too large is scaled to the printable area; one wider than the
    paper is turned a quarter to the left, its top at the left edge, so that it
    reads when the packet is turned to the right; one whose letters would
    become too small is split over several pages that overlap. Filled-in
    fields and annotations are drawn into the page; scripts, links, attached
    files and metadata are left out. What lies outside a page's crop box does not
    show, but stays in the file. A file that takes longer than `patience`, in
    seconds, is given up. Raises `ExhibitRefused`, whose sentence says what is
    wrong and how to mend it.
    """
    sheet(paper)
    content = _read(path)
    try:
        kind = kind_of(content)
        if kind is not Kind.WORD:
            return WORKSHOP.made(content, kind, paper, patience)
        return _word(path, content, paper, office, patience)
    except ExhibitRefused as refusal:
        raise refusal.at(str(path)) from refusal.__cause__


def _word(path: Path, content: bytes, paper: str, office: Converter | None, patience: float) -> bytes:
    from pikepdf.sanitize import remove_external_access, remove_javascript

    if office is None:
        raise ExhibitRefused(
            "This exhibit is a Word document, and only LibreOffice makes pages of it.",
            "Install LibreOffice, or print it to PDF and add that.",
        )
    (made,) = office.to_pdf([content], archival=True, names=[str(path)])
    with opened_exhibit(made) as pdf:
        if fits(made, sheet(paper)):
            # As it is, with its tags; but nothing in it leads elsewhere.
            remove_javascript(pdf)
            remove_external_access(pdf)
            return saved(pdf)
    return WORKSHOP.made(made, Kind.PDF, paper, patience)


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
