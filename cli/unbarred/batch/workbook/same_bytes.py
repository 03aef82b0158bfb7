"""Takes out of an XLSX file what hangs on the moment it was written."""

from __future__ import annotations

import io
import re
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can tell."""
_STAMP = b"1980-01-01T00:00:00Z"
_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def same_bytes(written: bytes) -> bytes:
    """Return the file with all its times at the beginning of 1980."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == _CORE:
                data = _MOMENT.sub(rb"\g<1>" + _STAMP + rb"\g<3>", data)
            fixed = zipfile.ZipInfo(entry.filename, _EPOCH)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.create_system = 3
            fixed.external_attr = 0o100600 << 16
            new.writestr(fixed, data)
    return made.getvalue()
