"""Leaves of a stranger's PDF only what its pages show.

Annotations and filled-in fields are drawn into the page as they look. What
acts, hides or tells of somebody else is left behind: scripts, actions,
attached files, links, forms, metadata, and where a photograph was taken.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from unbarred.documents.pdf.exhibits.jpeg import without_metadata
from unbarred.documents.pdf.exhibits.mending import mend
from unbarred.documents.pdf.opening import LARGEST_STREAM
from unbarred.documents.pdf.shown import keep_only_shown

if TYPE_CHECKING:
    from pikepdf import Pdf, Stream

NOT_SHOWN = (
    "/Metadata",
    "/PieceInfo",
    "/LastModified",
    "/OPI",
    "/Alternates",
    "/AF",
    "/AA",
    "/Measure",
    "/PtData",
)


def flatten(pdf: Pdf) -> None:
    """Draw fields and annotations into their pages, and keep nothing of a page but what it shows."""
    form = pdf.Root.get("/AcroForm")
    if form is not None and "/NeedAppearances" in form:
        # They are drawn by now; qpdf would leave them out, or draw them anew with ? for most letters.
        del form["/NeedAppearances"]
    pdf.flatten_annotations("screen")
    for page in pdf.pages:
        keep_only_shown(page)


def strip(pdf: Pdf) -> None:
    """Take out of pictures, fonts and drawings whatever is not shown."""
    import pikepdf

    for each in pdf.objects:
        if not isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        for key in NOT_SHOWN:
            if key in each:
                del each[key]
        if isinstance(each, pikepdf.Stream):
            _strip_stream(each)
            mend(each)


def _strip_stream(stream: Stream) -> None:
    import pikepdf

    if stream.get("/Subtype") == pikepdf.Name.Form and "/Ref" in stream:
        # The picture of a page in another file.
        del stream["/Ref"]
    filters = stream.get("/Filter")
    names = [str(each) for each in (filters if isinstance(filters, pikepdf.Array) else [filters])]
    if names in (["/DCTDecode"], ["/FlateDecode", "/DCTDecode"]):
        raw = stream.read_raw_bytes()
        packed = len(names) > 1
        jpeg = zlib.decompressobj().decompress(raw, LARGEST_STREAM) if packed else raw
        clean = without_metadata(jpeg)
        if clean != jpeg:
            parameters = stream.get("/DecodeParms")
            last = parameters[-1] if isinstance(parameters, pikepdf.Array) else parameters
            stream.write(
                clean,
                filter=pikepdf.Name.DCTDecode,
                decode_parms=last if isinstance(last, pikepdf.Dictionary) else None,
            )
