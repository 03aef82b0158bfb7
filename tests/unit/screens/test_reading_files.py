"""Files and signatures are named by their paths, as people type, paste and drop them."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest

from unbarred.answers.values import LATER, to_plain
from unbarred.screens import Field, FieldKind, Problem, read_field

ONE = Field("thing", FieldKind.FILES)
SEVERAL = Field("thing", FieldKind.FILES, several=True)
SIGNATURE = Field("thing", FieldKind.SIGNATURE)


def message(field: Field, raw: object) -> str:
    read = read_field(field, raw)
    assert isinstance(read, Problem), f"{raw!r} was accepted as {read!r}"
    return read.message


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder, which is also where she is, with a letter and a certificate in it."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to the warden (2).pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "certificate.PNG").write_bytes(b"\x89PNG")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "typed",
    [
        "{folder}/letters/to the warden (2).pdf",
        "letters/to the warden (2).pdf",
        "  ./letters/to the warden (2).pdf \n",
        "~/letters/to the warden (2).pdf",
        '"{folder}/letters/to the warden (2).pdf"',
        "'letters/to the warden (2).pdf'",
        "“letters/to the warden (2).pdf”",
        r"{folder}/letters/to\ the\ warden\ \(2\).pdf",
        "file://{folder}/letters/to%20the%20warden%20(2).pdf",
        "file://localhost{folder}/letters/to%20the%20warden%20%282%29.pdf",
    ],
)
def test_a_file_is_found_however_it_is_named(folder: Path, typed: str) -> None:
    path = str(folder / "letters" / "to the warden (2).pdf")
    read = read_field(ONE, typed.format(folder=folder))
    assert isinstance(read, tuple)
    assert [os.path.normpath(each) for each in read] == [path]
    assert Path(read[0]).is_absolute()
    assert read_field(ONE, to_plain(read)) == read


def test_a_name_that_looks_mended_is_first_taken_as_it_is(folder: Path) -> None:
    odd = folder / r"a\ b.txt"
    odd.write_text("x")
    (folder / "a b.txt").write_text("y")
    assert read_field(ONE, str(odd)) == (str(odd),)
    split = folder / "one\ntwo"
    split.write_text("x")
    assert read_field(ONE, str(split)) == (str(split),)


def test_several_files_come_one_a_line_or_in_a_list_and_none_twice(folder: Path) -> None:
    both = (str(folder / "certificate.PNG"), str(folder / "letters" / "to the warden (2).pdf"))
    assert read_field(SEVERAL, "certificate.PNG\n\n letters/to the warden (2).pdf\ncertificate.PNG\n") == both
    assert read_field(SEVERAL, ["certificate.PNG", '"letters/to the warden (2).pdf"', ""]) == both
    assert (
        message(ONE, "\n".join(both)) == "This takes one file, and 2 are named. Name the one that is meant."
    )


def test_what_is_no_file_to_keep_is_refused_by_its_name(folder: Path) -> None:
    (folder / "empty.pdf").touch()
    os.mkfifo(folder / "pipe")
    assert message(ONE, "letters") == "“letters” is a folder. Name the file in it."
    assert message(ONE, "/") == "“/” is a folder. Name the file in it."
    assert message(ONE, "empty.pdf") == "“empty.pdf” is empty. Choose a file with something in it."
    assert message(ONE, "pipe") == "“pipe” is not a file that can be kept. Choose another."
    assert message(SEVERAL, ["certificate.PNG", "leter.pdf"]) == (
        "There is no file “leter.pdf”. Check its name, and give the folders it is in too."
    )
    for nothing in ("a\x00b", "x" * 5000, "~nobody-by-this-name/x", "file://other.example/x", "file://[x"):
        assert message(ONE, nothing).startswith("There is no file “")
    for other in (12, {"a": 1}, [12], True):
        assert message(ONE, other).endswith("is not the name of a file.")


def test_a_file_that_may_not_be_read_is_refused(folder: Path) -> None:
    locked = folder / "certificate.PNG"
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("Whoever runs this may read everything.")
    assert message(ONE, "certificate.PNG") == (
        "“certificate.PNG” cannot be read: permission denied. Change that, or choose another."
    )


def test_a_name_that_cannot_be_written_down_is_not_taken(folder: Path) -> None:
    try:
        (folder / "caf\udce9.txt").write_text("x")
    except (OSError, UnicodeEncodeError):
        pytest.skip("This file system has no such names.")
    assert message(ONE, str(folder / "caf\udce9.txt")).startswith("There is no file")


@pytest.mark.parametrize(
    ("name", "accepts", "is_taken"),
    [
        ("a.pdf", (".pdf",), True),
        ("a.PDF", (".doc", ".pdf"), True),
        ("a.pdf", ("pdf",), True),
        ("a.pdf.exe", (".pdf",), False),
        ("a.jpeg", ("image/*",), True),
        ("a.jpeg", ("image/jpeg",), True),
        ("a.png", ("image/jpeg",), False),
        ("a.docx", ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",), True),
        ("a.heic", ("image/*",), True),
        ("a", ("image/*",), False),
        ("a", ("*/*",), True),
        ("a", (), True),
        ("a.tar.gz", (".tar.gz",), True),
    ],
)
def test_a_file_is_of_the_kind_that_is_wanted(
    tmp_path: Path, name: str, accepts: tuple[str, ...], is_taken: bool
) -> None:
    path = tmp_path / name
    path.write_text("x")
    read = read_field(Field("thing", FieldKind.FILES, accepts=accepts), str(path))
    assert isinstance(read, Problem) is not is_taken


def test_what_is_wanted_instead_is_said(folder: Path) -> None:
    (folder / "notes.exe").write_text("x")
    wanted = ("image/*", "application/pdf", ".docx", "application/msword")
    assert message(Field("thing", FieldKind.FILES, accepts=wanted), "notes.exe") == (
        "“notes.exe” cannot be used here. Choose a picture or a file that ends in .pdf, .docx or .doc."
    )


def test_a_file_that_is_not_needed_is_left_out() -> None:
    assert read_field(SEVERAL, []) == Problem("thing", "Name at least one file.")
    optional = Field("thing", FieldKind.FILES, required=False, several=True)
    assert read_field(optional, []) == ()
    assert read_field(optional, None) is LATER


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\x00\x00"))
        + chunk(b"IEND", b"")
    )


GIF = bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b")
BMP = (
    struct.pack("<2sIHHI", b"BM", 58, 0, 0, 54)
    + struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 4, 2835, 2835, 0, 0)
    + b"\0" * 4
)
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffc0000b080001000101011100ffda0008010100003f00ffd9"
)
TIFF = (
    struct.pack("<2sHIH", b"II", 42, 8, 2)
    + struct.pack("<HHII", 256, 3, 1, 1)
    + struct.pack("<HHII", 257, 3, 1, 1)
    + struct.pack("<I", 0)
)


@pytest.mark.parametrize("content", [png(), GIF, BMP, JPEG, TIFF], ids=["png", "gif", "bmp", "jpeg", "tiff"])
@pytest.mark.parametrize("name", ["signature.png", "scan0001", "misnamed.txt"])
def test_a_signature_is_a_picture_by_what_is_in_it(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert read_field(SIGNATURE, f"'{path}'") == (str(path),)
    assert read_field(SIGNATURE, [str(path)]) == (str(path),)


@pytest.mark.parametrize(
    "content",
    [
        b"Ana Perez",
        b"%PDF-1.7\n",
        png()[:12],
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 40,
        b"BM, she wrote",
        JPEG[:6],
    ],
)
def test_what_only_looks_like_a_picture_is_no_signature(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "signature.png"
    path.write_bytes(content)
    assert message(SIGNATURE, str(path)) == (
        "“signature.png” is not a picture that a paper can hold. "
        "Save the signature as PNG or JPEG, or leave it for later and sign on paper."
    )


def test_a_signature_is_one_file_of_a_sensible_size(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    with path.open("wb") as opened:
        opened.write(png())
        opened.truncate(20_000_001)
    assert message(SIGNATURE, str(path)) == (
        "“large.png” is too large for a signature. Make the picture smaller."
    )
    assert message(SIGNATURE, [str(path), "other.png"]).startswith("This takes one file, and 2 are named.")


@pytest.mark.parametrize("blank", [None, LATER, "", " \n"])
def test_a_signature_can_always_be_given_on_paper(blank: object) -> None:
    assert SIGNATURE.required
    assert read_field(SIGNATURE, blank) is LATER
