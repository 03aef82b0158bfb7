"""A PDF as LibreOffice writes it, into one that is the same every time and tells nothing of the machine."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable
from typing import TYPE_CHECKING

from unbarred.documents.pdf.saving import saved

if TYPE_CHECKING:
    import pikepdf

PRODUCER = "unbarred"
_ICC_CREATED = slice(24, 36)
"""Where the header of a colour profile says when it was made: six numbers of two bytes."""
_ICC_DAY = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)


def settle(pdf: bytes) -> bytes | None:
    """Return `pdf` with its title and language only, without dates, authors and random identifiers.

    None if it is no whole PDF.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False) as opened:
            _settle_properties(opened)
            _settle_colours(opened)
            return saved(opened)
    except pikepdf.PdfError:
        return None


def _settle_properties(pdf: pikepdf.Pdf) -> None:
    title = str(pdf.docinfo.get("/Title", ""))
    part, conformance = _archival(pdf)
    # A new one: what was in the old ones, such as the name of the last editor, is not wanted.
    old = (
        (pdf.trailer, "/Info"),
        (pdf.trailer, "/ID"),
        (pdf.trailer, "/DocChecksum"),
        (pdf.Root, "/Metadata"),
    )
    for place, key in old:
        if key in place:
            del place[key]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as metadata:
        metadata["pdf:Producer"] = PRODUCER
        if title:
            metadata["dc:title"] = title
        if part:
            metadata["pdfaid:part"] = part
            metadata["pdfaid:conformance"] = conformance


def _archival(pdf: pikepdf.Pdf) -> tuple[str, str]:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        return str(metadata.get("pdfaid:part", "")), str(metadata.get("pdfaid:conformance", ""))


def _settle_colours(pdf: pikepdf.Pdf) -> None:
    """Take the moment of its making out of the colour profile that PDF/A has."""
    intents: Iterable[pikepdf.Object] = pdf.Root.get("/OutputIntents", [])
    for intent in intents:
        profile = bytearray(intent.DestOutputProfile.read_bytes())
        profile[_ICC_CREATED] = _ICC_DAY
        intent.DestOutputProfile.write(bytes(profile))
