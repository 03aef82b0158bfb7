"""A packet as one ZIP file, to hand over."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from unbarred.documents.packets import places

_STAMP = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP can say: the same packet gives the same bytes."""
_ONLY_FOR_HER = 0o600 << 16
_UNIX = 3


def zipped(folder: Path, name: str) -> tuple[bytes, list[str]]:
    """Return the ZIP of the packet in `folder`, and the files in it; they lie in a folder `name` there.

    Hidden files are left out, and so is what is kept of the packet's pages.
    Raises `UserError` for a file that leads out of the folder.
    """
    names = places.files(folder)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for each in names:
            entry = zipfile.ZipInfo(f"{name}/{each}", _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _ONLY_FOR_HER
            archive.writestr(entry, places.read(places.inside(folder, each)))
    return out.getvalue(), names
