"""Mends what is packed wrongly in a PDF, so that the whole it goes into is sound."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from unbarred.documents.pdf.opening import LARGEST_STREAM
from unbarred.documents.pdf.refusals import ExhibitDamaged

if TYPE_CHECKING:
    from pikepdf import Stream

BITE = 1024
PICTURES = {"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"}
"""How pictures are coded; only drawing them tells whether they are whole."""
JPEG = b"\xff\xd8"


def mend(stream: Stream) -> None:
    """Pack anew what can be unpacked only up to a place, as readers show it.

    Raises `ExhibitDamaged` for what cannot be unpacked at all.
    """
    import pikepdf

    filters = stream.get("/Filter")
    names = [str(each) for each in (filters if isinstance(filters, pikepdf.Array) else [filters]) if each]
    if names == ["/FlateDecode"]:
        _mend_flate(stream)
    elif names == ["/DCTDecode"]:
        if not stream.read_raw_bytes().startswith(JPEG):
            raise ExhibitDamaged
    elif names and not PICTURES & set(names):
        stream.read_bytes()


def _mend_flate(stream: Stream) -> None:
    import pikepdf

    raw, packer = stream.read_raw_bytes(), zlib.decompressobj()
    found, size = [], 0
    try:
        for at in range(0, len(raw), BITE):
            found.append(packer.decompress(raw[at : at + BITE], LARGEST_STREAM - size + 1))
            size += len(found[-1])
            if packer.eof or size > LARGEST_STREAM:
                break
    except zlib.error:
        # What came out before the fault is what readers show.
        pass
    if packer.eof or size > LARGEST_STREAM:
        return
    parameters = stream.get("/DecodeParms")
    kept = parameters[0] if isinstance(parameters, pikepdf.Array) and len(parameters) else parameters
    stream.write(
        zlib.compress(b"".join(found)),
        filter=pikepdf.Name.FlateDecode,
        decode_parms=kept if isinstance(kept, pikepdf.Dictionary) else None,
    )
