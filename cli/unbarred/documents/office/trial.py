"""Whether a LibreOffice really makes a PDF, and how long that takes."""

from __future__ import annotations

import time

from unbarred.documents.office.finding import Found
from unbarred.documents.office.office import Office
from unbarred.documents.word.package import CONTENT_TYPES, Part, write_package
from unbarred.documents.word.wordml import UTF8, W

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_PAGE = {
    CONTENT_TYPES: (
        f'<Types xmlns="{_RELATIONS}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATIONS}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
    ),
    "word/document.xml": (
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>A test.</w:t></w:r></w:p></w:body></w:document>'
    ),
}


def try_out(found: Found, timeout: float) -> float:
    """Turn one page into a PDF with `found`; return the seconds it took, starting included.

    `timeout` is in seconds. Raises `OfficeFailed`, or `CannotWrite`.
    """
    page = write_package({name: Part.of((UTF8 + text).encode()) for name, text in _PAGE.items()})
    began = time.perf_counter()
    with Office(found, timeout=timeout) as office:
        office.to_pdf([page], names=["a test page"])
    return time.perf_counter() - began
