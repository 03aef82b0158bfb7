"""What a file is, by its content."""

from __future__ import annotations

import io
import zipfile

import pytest

from unbarred.documents.pdf.exhibits.kinds import Kind, kind_of
from unbarred.documents.pdf.refusals import ExhibitRefused


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", Kind.PDF),
        (b"From: the clerk\n\n%PDF-1.4\n", Kind.PDF),
        (b"\xff\xd8\xff\xe0", Kind.JPEG),
        (b"\x89PNG\r\n\x1a\n", Kind.PNG),
        (b"II*\0\x08\0\0\0", Kind.TIFF),
        (b"MM\0*\0\0\0\x08", Kind.TIFF),
        (packed("[Content_Types].xml", "word/document.xml"), Kind.WORD),
    ],
)
def test_what_can_be_an_exhibit(content: bytes, kind: Kind) -> None:
    assert kind_of(content) is kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\0" * 4096, "is empty"),
        (b"MZ\x90\0" + b"%PDF-1.4", "is a Windows program"),
        (b"\x7fELF\x02\x01", "is a program"),
        (b"#!/bin/sh\nrm -rf /", "is a script"),
        (b"<!DOCTYPE html><html><body>404 Not Found", "is a web page"),
        (b"  \n<HTML><head>", "is a web page"),
        (b"\xef\xbb\xbf<html>", "is a web page"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "is a HEIC photo"),
        (b"\0\0\0\x18ftypavif", "is an AVIF picture"),
        (b"\0\0\0\x18ftypisom", "is a film"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "is a WebP picture"),
        (b"GIF89a", "is a GIF picture"),
        (b"BM6\0\0\0", "is a BMP picture"),
        (b"{\\rtf1\\ansi", "is an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "older Office file"),
        (b"%!PS-Adobe-3.0", "is a PostScript file"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is an SVG drawing"),
        ("Sehr geehrte Gnadenbehörde,\n".encode(), "is a plain text file"),
        (b"\x8a\x91\xf3\x00\x17", "of a kind that cannot be an exhibit"),
        (packed("xl/workbook.xml"), "is an Excel workbook"),
        (packed("ppt/presentation.xml"), "is a PowerPoint presentation"),
        (packed("mimetype", "content.xml"), "is a LibreOffice document"),
        (packed("word/document.xml", "word/vbaProject.bin"), "with macros"),
        (packed("letters/one.jpg"), "is a packed archive"),
        (b"PK\x03\x04" + bytes(40), "damaged Word document or archive"),
    ],
)
def test_what_cannot_be_an_exhibit_is_told_with_what_to_do(content: bytes, said: str) -> None:
    with pytest.raises(ExhibitRefused, match=said) as refusal:
        kind_of(content)
    assert refusal.value.hint.endswith(".")
