"""What LibreOffice is let see: whole Word files only, so that it never has to guess."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from unbarred.errors import UserError

MOST_BYTES = 400_000_000
"""Of a document when it is unpacked: more is no paper, but a trap."""
_DOCUMENT = "word/document.xml"


def check_document(content: bytes, name: str) -> None:
    """Raise `UserError` that says `name` if `content` is no whole DOCX."""
    fault = _fault(content)
    if fault:
        raise UserError(f"{name} {fault}.", "Save it as a Word document (DOCX) again.")


def _fault(content: bytes) -> str:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return "is an old Word document (.doc), or locked with a password"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            if not {"[Content_Types].xml", _DOCUMENT} <= names:
                return "is not a Word document (DOCX)"
            if sum(entry.file_size for entry in entries) > MOST_BYTES:
                return "is far larger inside than any paper"
            # LibreOffice shows a damaged document up to the damage, and says nothing.
            damaged = archive.testzip() or next(
                (entry.filename for entry in entries if not _is_whole(archive, entry)), ""
            )
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        return "is not a Word document (DOCX), or it is damaged"
    return f"is damaged in its part {damaged}" if damaged else ""


def _is_whole(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    if not entry.filename.endswith((".xml", ".rels")):
        return True
    try:
        etree.fromstring(archive.read(entry), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return True
