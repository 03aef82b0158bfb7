"""Opens the zip container of a Word file, or says in a sentence why it is none that can be used.

A template may come from anybody. Before anything of it is unpacked its
directory is held against limits, so that a small file cannot fill the memory.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from unbarred.documents.errors import TemplateFault
from unbarred.errors import Where

MOST_PARTS = 2_000
LARGEST = 100_000_000
"""Bytes, unpacked. A packet of a thousand pages of words has a tenth."""
TIGHTEST = 500
"""Unpacked bytes to one packed byte, in parts of more than a megabyte.

Word's XML has 50 at most, a drawing of even surfaces 250, a file made to fill a computer a thousand.
"""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_SAVE_AS = "Open it in Word or LibreOffice and save it as a Word document (.docx)."
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")


def open_container(content: bytes, name: str) -> dict[str, bytes]:
    """Return what the entries of a Word file hold, by name.

    Raises `TemplateFault`, which says `name`, for every other file: one of
    another program or an older Word, one locked with a password, one that is not
    whole, that holds a macro, or that would unpack to more than any paper needs.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check(entries, name)
            parts = {entry.filename: archive.read(entry) for entry in entries}
    # A damaged directory sends zipfile to places that are not in the file.
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        RuntimeError,
        ValueError,
        OverflowError,
        OSError,
        # `is_dir` looks at the last letter of a name, which a damaged entry may not have.
        IndexError,
    ) as fault:
        raise _other_file(content, name) from fault
    if parts.get("mimetype", b"").startswith(_OPEN_DOCUMENT):
        raise _fault("This is an OpenDocument file, not a Word document (DOCX).", _SAVE_AS, name)
    if any(part.lower().rpartition("/")[2] in _MACRO_PARTS for part in parts) or b"macroEnabled" in parts.get(
        "[Content_Types].xml", b""
    ):
        raise _fault("It holds a macro, a program inside the file.", f"{_SAVE_AS} That drops it.", name)
    return parts


def check_container(content: bytes, name: str) -> None:
    """Raise what `open_container` raises."""
    open_container(content, name)


def _check(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Raise `TemplateFault` for what must not be unpacked at all."""
    if any(entry.flag_bits & 1 for entry in entries):
        raise _fault("It is locked with a password.", "Save it without one.", name)
    too_tight = any(
        entry.file_size > 1_000_000 and entry.file_size > TIGHTEST * entry.compress_size for entry in entries
    )
    if too_tight or len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST:
        message = "It unpacks to far more than a paper needs, as a file does that is made to fill a computer."
        raise _fault(message, "Ask whoever gave it to you for the Word document itself.", name)
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise _fault("It holds two parts of one name.", _SAVE_AS, name)
    if any(part.startswith("/") or "\\" in part or ".." in part.split("/") for part in names):
        raise _fault("It holds a part that would be unpacked outside it.", _SAVE_AS, name)


def _other_file(content: bytes, name: str) -> TemplateFault:
    """Return the fault of a file that is not a whole zip container, by what it begins with."""
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            return _fault("It is locked with a password.", "Save it without one, in Word.", name)
        return _fault("This is a document of an older Word (.doc), not a DOCX.", _SAVE_AS, name)
    if content.startswith(b"PK"):
        return _fault("The Word document is not whole.", "Copy it again from where it came from.", name)
    if content.startswith(b"{\\rtf"):
        return _fault("This is rich text (RTF), not a Word document (DOCX).", _SAVE_AS, name)
    if content[:1024].lstrip().startswith(b"%PDF"):
        return _fault("This is a PDF, not a Word document (DOCX).", "Give its name the ending .pdf.", name)
    return _fault("This is not a Word document (DOCX).", _SAVE_AS, name)


def _fault(message: str, hint: str, name: str) -> TemplateFault:
    return TemplateFault(message, hint, Where(name))
