"""What somebody redacted by hand is looked through, and its past goes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from made_pdfs import add_page, saved
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String
from PIL import Image

from unbarred.documents.redacting import HoldsAnotherFile, Lookout, Secret, kinds_left, without_its_past
from unbarred.documents.redacting import Name as Person

LOOKOUT = Lookout([Secret("name of a child", "name", Person("Tanya"), "initials")])


def pdf_saying(words: str, change: Callable[[Pdf], object] = lambda pdf: None) -> bytes:
    with Pdf.new() as pdf:
        add_page(pdf, f"BT /F 12 Tf 20 100 Td ({words}) Tj ET")
        change(pdf)
        return saved(pdf, compress_streams=False)


def bookmark(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Tanya", 0))


def destination(pdf: Pdf) -> None:
    pdf.Root.Dests = Dictionary({"/Tanya": Array([pdf.pages[0].obj, Name.Fit])})


def link(pdf: Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String("https://example.org/Tan%79a"))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
    pdf.pages[0].obj.Annots = Array([note])


def form(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=[], XFA=pdf.make_stream(b"<name>Tanya</name>"))


@pytest.mark.parametrize("change", [bookmark, destination, link, form])
def test_what_a_pdf_says_beside_its_pages(change: Callable[[Pdf], object]) -> None:
    found = list(kinds_left(pdf_saying("Nothing.", change), "card.pdf", LOOKOUT))
    assert found == [("name of a child", "beside its pages")]


def test_the_language_of_a_page_is_no_name() -> None:
    looking = Lookout([Secret("name of a child", "name", Person("Helvetica"), "initials")])
    assert list(kinds_left(pdf_saying("Nothing."), "card.pdf", looking)) == []
    assert list(kinds_left(pdf_saying("Tanya."), "card.pdf", LOOKOUT)) == [("name of a child", "on page 1")]


def attachment(pdf: Pdf) -> None:
    pdf.attachments["before.txt"] = b"anything"


def test_a_file_in_a_pdf_is_refused() -> None:
    with pytest.raises(HoldsAnotherFile, match="A file is attached to this PDF"):
        list(kinds_left(pdf_saying("Nothing.", attachment), "card.pdf", LOOKOUT))


def changed_since(content: bytes, words: str) -> bytes:
    """Return a PDF as a program saves it that puts what changed behind what was."""
    drawing = f"BT /F 12 Tf 20 100 Td ({words}) Tj ET".encode()
    with Pdf.open(io.BytesIO(content)) as pdf:
        number = pdf.pages[0].obj.Contents.objgen[0]
    [trailer] = re.findall(rb"trailer\s*<<(.*?)>>\s*startxref", content, re.DOTALL)
    [before] = re.findall(rb"startxref\s+(\d+)", content)
    new = b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number, len(drawing), drawing)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<<%s /Prev %s>>" % (number, len(content), trailer, before)
    return content + new + table + b"\nstartxref\n%d\n%%%%EOF\n" % (len(content) + len(new))


def test_what_a_pdf_said_before_goes() -> None:
    redacted = changed_since(pdf_saying("Tanya"), "T.")
    assert list(kinds_left(redacted, "card.pdf", LOOKOUT)) == []
    assert b"Tanya" in redacted
    kept = without_its_past(redacted, "card.pdf")
    assert b"Tanya" not in kept
    assert kept == without_its_past(redacted, "card.pdf")


def test_what_a_camera_wrote_into_a_picture() -> None:
    file, picture = io.BytesIO(), Image.new("RGB", (8, 8))
    exif = picture.getexif()
    exif[0x010E] = "Tanya"
    picture.save(file, "JPEG", exif=exif)
    found = list(kinds_left(file.getvalue(), "card.jpg", LOOKOUT))
    assert found == [("name of a child", "beside the picture")]
