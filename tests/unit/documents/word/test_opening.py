"""A file that is no Word template is refused in a sentence that says what it is and what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from unbarred.documents import TemplateFault, render
from unbarred.documents.word.package import Part, read_package, write_package

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"


@pytest.fixture
def whole() -> bytes:
    """A sound template."""
    made = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Dear {{ name }},")
    document.save(made)
    return made.getvalue()


def zipped(**entries: bytes | str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in entries.items():
            archive.writestr(name, held)
    return made.getvalue()


def changed(whole: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    change(parts)
    return zipped(**parts)


def refusal(content: bytes, folder: Path) -> str:
    path = folder / "letter.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateFault) as caught:
        render(path, {"name": "Rosa"})
    assert str(path) not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (OLE + "WordDocument".encode("utf-16-le"), "older Word"),
        (b"%PDF-1.7\n", "This is a PDF"),
        (b"{\\rtf1 hello}", "rich text"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (b"", "not a Word document"),
        (b"\x7fELF" + bytes(100), "not a Word document"),
        (
            zipped(**{"xl/workbook.xml": "<workbook/>", "[Content_Types].xml": "<Types/>"}),
            "not a Word document",
        ),
    ],
)
def test_another_kind_of_file_is_named(content: bytes, says: str, tmp_path: Path) -> None:
    message = refusal(content, tmp_path)
    assert message.startswith("letter.docx: ")
    assert says in message


@pytest.mark.parametrize("ending", [b" " * 100_000, None])
def test_a_part_that_unpacks_to_more_or_has_no_end_is_what_it_says(
    whole: bytes, ending: bytes | None, tmp_path: Path
) -> None:
    parts = read_package(whole, "letter.docx")
    part = parts["word/styles.xml"]
    packed = part.packed[:-1] if ending is None else Part.of(part.content + ending).packed
    damaged = write_package({**parts, "word/styles.xml": Part(part.checksum, packed, part.size)})
    path = tmp_path / "letter.docx"
    path.write_bytes(damaged)
    filled = read_package(render(path, {"name": "Rosa"}).content, "filled.docx")
    assert filled["word/styles.xml"].content == read_package(whole, "letter.docx")["word/styles.xml"].content


def test_every_truncation_is_refused(whole: bytes, tmp_path: Path) -> None:
    for length in range(4, len(whole), 997):
        assert "not whole" in refusal(whole[:length], tmp_path)


def test_a_damaged_part_is_refused(whole: bytes, tmp_path: Path) -> None:
    middle = len(whole) // 2
    assert refusal(whole[:middle] + bytes(50) + whole[middle + 50 :], tmp_path)


def test_a_bomb_is_not_unpacked(whole: bytes, tmp_path: Path) -> None:
    bomb = changed(whole, lambda parts: parts.update({"word/media/x.xml": b" " * 50_000_000}))
    assert len(bomb) < 200_000
    assert "far more than a paper needs" in refusal(bomb, tmp_path)


def test_too_many_parts_are_refused(whole: bytes, tmp_path: Path) -> None:
    many = changed(whole, lambda parts: parts.update({f"word/{number}.xml": b"" for number in range(2_100)}))
    assert "far more" in refusal(many, tmp_path)


@pytest.mark.parametrize("name", ["../../evil.xml", "/etc/evil.xml", "word/../../evil.xml"])
def test_no_part_leads_outside(name: str, whole: bytes, tmp_path: Path) -> None:
    assert "outside" in refusal(changed(whole, lambda parts: parts.update({name: b"<x/>"})), tmp_path)


def test_a_macro_is_refused(whole: bytes, tmp_path: Path) -> None:
    with_program = changed(whole, lambda parts: parts.update({"word/vbaProject.bin": b"program"}))
    assert "macro" in refusal(with_program, tmp_path)

    def declare(parts: dict[str, bytes]) -> None:
        types = parts["[Content_Types].xml"]
        plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        parts["[Content_Types].xml"] = types.replace(plain, MACRO_TYPE.encode())

    assert "save it as a Word document" in refusal(changed(whole, declare), tmp_path)
