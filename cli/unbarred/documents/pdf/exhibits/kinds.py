"""What a file is, told by its content and never by its name."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum

from unbarred.documents.pdf.refusals import TAKEN, ExhibitRefused


class Kind(StrEnum):
    """What can be an exhibit."""

    WORD = "a Word document"
    PDF = "a PDF"
    JPEG = "a JPEG picture"
    PNG = "a PNG picture"
    TIFF = "a TIFF picture"


_TAKEN_BY_START = {
    b"%PDF-": Kind.PDF,
    b"\xff\xd8\xff": Kind.JPEG,
    b"\x89PNG\r\n\x1a\n": Kind.PNG,
    b"II*\0": Kind.TIFF,
    b"MM\0*": Kind.TIFF,
    b"II+\0": Kind.TIFF,
    b"MM\0+": Kind.TIFF,
}

_AS_JPEG = "Open it and save it as JPEG or PNG."
_AS_PDF = "Open it and print it to PDF."
_NO_PAPER = f"It is no paper. {TAKEN}"
_UNPACK = "Unpack it, and take the files in it one by one."
_OTHERS: dict[bytes, tuple[str, str]] = {
    b"MZ": ("a Windows program", _NO_PAPER),
    b"\x7fELF": ("a program", _NO_PAPER),
    b"\xca\xfe\xba\xbe": ("a program", _NO_PAPER),
    b"\xcf\xfa\xed\xfe": ("a program", _NO_PAPER),
    b"\xfe\xed\xfa": ("a program", _NO_PAPER),
    b"#!": ("a script", _NO_PAPER),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (
        "an older Office file (such as .doc) or one locked with a password",
        "Open it in Word, take the password off, and save it as .docx.",
    ),
    b"GIF8": ("a GIF picture", _AS_JPEG),
    b"BM": ("a BMP picture", _AS_JPEG),
    b"\0\0\0\x0cjP  ": ("a JPEG 2000 picture", _AS_JPEG),
    b"\xff\x4f\xff\x51": ("a JPEG 2000 picture", _AS_JPEG),
    b"\0\0\0\x0cJXL ": ("a JPEG XL picture", _AS_JPEG),
    b"8BPS": ("a Photoshop file", _AS_JPEG),
    b"{\\rtf": ("an RTF document", "Open it in Word and save it as .docx."),
    b"%!PS": ("a PostScript file", _AS_PDF),
    b"7z\xbc\xaf\x27\x1c": ("a packed archive", _UNPACK),
    b"Rar!": ("a packed archive", _UNPACK),
    b"\x1f\x8b": ("a packed archive", _UNPACK),
    b"ID3": ("a sound recording", f"Put it in writing. {TAKEN}"),
    b"OggS": ("a sound recording", f"Put it in writing. {TAKEN}"),
}
_BRANDS: dict[bytes, tuple[str, str]] = {
    b"heic": ("a HEIC photo, as iPhones make them", _AS_JPEG),
    b"heix": ("a HEIC photo, as iPhones make them", _AS_JPEG),
    b"mif1": ("a HEIC photo, as iPhones make them", _AS_JPEG),
    b"msf1": ("a HEIC photo, as iPhones make them", _AS_JPEG),
    b"avif": ("an AVIF picture", _AS_JPEG),
}


def kind_of(content: bytes) -> Kind:
    """Return what an exhibit is; raises `ExhibitRefused` that says what it is instead."""
    if not content.strip(b"\0\t\n\r "):
        raise ExhibitRefused("This file is empty.", "Copy or scan it once more.")
    for start, kind in _TAKEN_BY_START.items():
        if content.startswith(start):
            return kind
    if content.startswith(b"PK"):
        return _zipped(content)
    what, hint = _other(content) or ("", "")
    if what:
        raise ExhibitRefused(f"This file is {what}.", hint)
    # Readers of PDF look for its sign in the first kilobyte; mail programs put lines before it.
    if b"%PDF-" in content[:1024]:
        return Kind.PDF
    raise ExhibitRefused("This file is of a kind that cannot be an exhibit.", TAKEN)


def _other(content: bytes) -> tuple[str, str] | None:
    for start, said in _OTHERS.items():
        if content.startswith(start):
            return said
    if content[4:8] == b"ftyp":
        return _BRANDS.get(content[8:12], ("a film or a sound recording", f"Put it in writing. {TAKEN}"))
    if content.startswith(b"RIFF"):
        is_picture = content[8:12] == b"WEBP"
        return ("a WebP picture", _AS_JPEG) if is_picture else ("a film or a sound recording", _NO_PAPER)
    if b"%PDF-" in content[:1024]:
        return None
    return _text(content[:4096])


def _text(start: bytes) -> tuple[str, str] | None:
    plain = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if plain.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "a web page (HTML), perhaps the error page of a download", f"Get it once more. {TAKEN}"
    if b"<svg" in plain and plain.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype svg")):
        return "an SVG drawing", _AS_PDF
    if plain.startswith(b"<?xml"):
        return "an XML file", _AS_PDF
    if b"\0" in start:
        return None
    try:
        start[:4000].decode()
    except UnicodeDecodeError as error:
        if error.start < len(start[:4000]) - 4:
            return None
    return "a plain text file", "Paste it into Word and save it as .docx."


def _zipped(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ExhibitRefused(
            "This file is a damaged Word document or archive.", "Copy it once more."
        ) from error
    if "word/vbaProject.bin" in names:
        raise ExhibitRefused("This is a Word document with macros.", "Save it in Word as .docx.")
    if "word/document.xml" in names:
        return Kind.WORD
    if any(name.startswith("xl/") for name in names):
        raise ExhibitRefused("This file is an Excel workbook.", _AS_PDF)
    if any(name.startswith("ppt/") for name in names):
        raise ExhibitRefused("This file is a PowerPoint presentation.", _AS_PDF)
    if {"mimetype", "content.xml"} <= names:
        raise ExhibitRefused("This file is a LibreOffice document.", "Save it as .docx or print it to PDF.")
    raise ExhibitRefused("This file is a packed archive (ZIP).", _UNPACK)
