"""Files that are no papers, or were made to do harm, end in a sentence."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_pdfs import add_page, arrow, encoded, paper, reopened, saved, words
from pikepdf import Array, Dictionary, Encryption, Name, ObjectStreamMode, Pdf, StreamDecodeLevel
from seen_pages import checked, texts

from unbarred.documents.office import Office
from unbarred.documents.pdf import ExhibitRefused, exhibit_pages, page_count
from unbarred.documents.pdf.exhibits.apart import WORKSHOP
from unbarred.errors import UserError

SENTENCE = re.compile(r"^[A-Z].*\.$", re.DOTALL)


def refused(path: Path) -> str:
    """Why a file is no exhibit: one sentence, and one of what to do."""
    with pytest.raises(ExhibitRefused) as refusal:
        exhibit_pages(path, "letter", None)
    error = refusal.value
    assert SENTENCE.match(error.message)
    assert SENTENCE.match(error.hint)
    assert error.where is not None
    assert error.where.source == str(path)
    return f"{error.message} {error.hint}"


def written(folder: Path, content: bytes, name: str = "exhibit.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def unpacked_later(content: bytes, *filters: Name) -> bytes:
    """A PDF of one page whose content is given as it is coded."""
    pdf = Pdf.new()
    page = add_page(pdf, "")
    page.obj.Contents.write(content, filter=Array(list(filters)))
    return saved(pdf, stream_decode_level=StreamDecodeLevel.none, compress_streams=False)


def test_a_program_named_pdf_is_called_a_program(tmp_path: Path) -> None:
    assert "is a Windows program" in refused(written(tmp_path, b"MZ\x90\0\x03" + bytes(500)))


def test_the_error_page_of_a_download_is_called_that(tmp_path: Path) -> None:
    said = refused(written(tmp_path, b"<!doctype html><title>503</title>", "photo.jpg"))
    assert "is a web page" in said
    assert "Word (.docx), PDF, JPEG, PNG or TIFF" in said


def test_a_photo_of_an_iphone_is_told_how_to_change(tmp_path: Path) -> None:
    content = b"\0\0\0\x24ftypheic\0\0\0\0mif1heic" + bytes(100)
    assert "save it as JPEG" in refused(written(tmp_path, content, "IMG_0042.HEIC"))


def test_a_pdf_with_a_password_is_told_how_to_mend(tmp_path: Path) -> None:
    locked = saved(reopened(paper("Letter")), encryption=Encryption(owner="a", user="b"))
    assert "locked with a password. Open it with the password, print it" in refused(written(tmp_path, locked))


def test_a_word_file_without_libreoffice_says_what_to_install(tmp_path: Path) -> None:
    import docx

    docx.Document().save(str(tmp_path / "letter.pdf"))
    assert "LibreOffice" in refused(tmp_path / "letter.pdf")


def test_a_word_file_that_libreoffice_refuses_is_named(tmp_path: Path, office: Office) -> None:
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<no word>")
    with pytest.raises(UserError, match=r"letter\.docx"):
        exhibit_pages(path, "letter", office)


@pytest.mark.parametrize("length", [5, 200])
def test_a_pdf_of_which_only_the_beginning_came_is_refused(tmp_path: Path, length: int) -> None:
    assert "damaged" in refused(written(tmp_path, paper("Letter")[:length]))


def test_a_stream_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    bomb = zlib.compress(bytes(300_000_000), 1)
    assert "unpacks to more" in refused(written(tmp_path, unpacked_later(bomb, Name.FlateDecode)))
    twice = zlib.compress(bomb, 9)
    assert len(twice) < 10_000
    both = Name.FlateDecode, Name.FlateDecode
    assert "unpacks to more" in refused(written(tmp_path, unpacked_later(twice, *both)))


def test_what_can_be_unpacked_only_up_to_a_place_is_shown_up_to_there(tmp_path: Path) -> None:
    coded = zlib.compress(
        "".join(words(f"line {number}", 100, 700 - 12 * number) for number in range(50)).encode(), 0
    )
    at = coded.index(b"line 40")
    torn = unpacked_later(coded[:at], Name.FlateDecode)
    (text,) = texts(checked(exhibit_pages(written(tmp_path, torn), "letter", None)))
    assert text.startswith("line 0 line 1 ")
    assert "line 38" in text
    wrong = unpacked_later(b"{no code of this kind}", Name.ASCII85Decode)
    assert "damaged" in refused(written(tmp_path, wrong))


def test_drawings_that_repeat_drawings_without_end_are_refused(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, "/D Do " * 10)
    inner = None
    for _ in range(12):
        drawing = pdf.make_stream(
            b"/D Do " * 10 if inner is not None else b"0 0 9 9 re f ",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 612, 792]),
        )
        if inner is not None:
            drawing.Resources = Dictionary(XObject=Dictionary(D=inner))
        inner = drawing
    assert inner is not None
    page.obj.Resources.XObject = Dictionary(D=inner)
    assert "too intricate" in refused(written(tmp_path, saved(pdf)))


def test_a_file_that_is_never_done_is_given_up_and_the_next_one_is_taken(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, "/Pattern cs /P scn 0 0 612 792 re f")
    grains = pdf.make_stream(
        b"0 0 1 1 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 1, 1])
    )
    grains.XStep, grains.YStep, grains.Resources = 0.0001, 0.0001, Dictionary()
    page.obj.Resources.Pattern = Dictionary(P=grains)
    with pytest.raises(ExhibitRefused, match="takes too long to draw"):
        exhibit_pages(written(tmp_path, saved(pdf)), "letter", None, patience=1)
    assert page_count(exhibit_pages(written(tmp_path, paper("Letter")), "letter", None)) == 1


@pytest.mark.skipif(not shutil.which("pgrep"), reason="nothing here lists the processes")
def test_a_reader_that_ended_between_two_files_costs_none(tmp_path: Path) -> None:
    exhibit = written(tmp_path, paper("Letter"))
    exhibit_pages(exhibit, "letter", None)
    listing = ["pgrep", "-P", str(os.getpid()), "-f", "exhibits.serving"]
    (reader,) = subprocess.run(listing, capture_output=True, check=True).stdout.split()
    os.kill(int(reader), signal.SIGKILL)
    os.waitid(os.P_PID, int(reader), os.WEXITED | os.WNOWAIT)
    assert page_count(exhibit_pages(exhibit, "letter", None)) == 1


def test_modules_lying_beside_the_exhibits_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pikepdf", "json", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('it was run')")
    monkeypatch.chdir(tmp_path)
    WORKSHOP.close()
    assert page_count(exhibit_pages(written(tmp_path, paper("Letter")), "letter", None)) == 1


def test_a_drawing_that_draws_itself_becomes_a_page(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, "/D Do")
    drawing = pdf.make_stream(
        words("again").encode() + b"/D Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 612, 792])
    )
    drawing.Resources = Dictionary(XObject=Dictionary(D=drawing), Font=page.obj.Resources.Font)
    page.obj.Resources.XObject = Dictionary(D=drawing)
    assert page_count(checked(exhibit_pages(written(tmp_path, saved(pdf)), "letter", None))) == 1


def test_a_page_as_long_as_a_street_is_refused(tmp_path: Path) -> None:
    long = paper("x", size=(500, 1000), UserUnit=100)
    assert "Page 1 of this PDF is 1,389 inches long" in refused(written(tmp_path, long))


def test_more_pages_than_anybody_reads_are_refused(tmp_path: Path) -> None:
    pdf = Pdf.new()
    for _ in range(1001):
        pdf.add_blank_page(page_size=(612, 792))
    assert "has 1001 pages, and an exhibit can have 1000. Split it" in refused(written(tmp_path, saved(pdf)))


def test_a_form_only_one_program_shows_is_refused(tmp_path: Path) -> None:
    pdf = reopened(paper("Please wait..."))
    pdf.Root.NeedsRendering = True
    assert "XFA" in refused(written(tmp_path, saved(pdf)))


def test_a_pdf_that_only_holds_other_files_is_refused(tmp_path: Path) -> None:
    pdf = reopened(paper("Open this portfolio in Adobe Reader"))
    pdf.attachments["letter.pdf"] = paper("What it is about")
    pdf.Root.Collection = Dictionary(Type=Name.Collection, View=Name.D)
    assert "portfolio" in refused(written(tmp_path, saved(pdf)))


@pytest.mark.parametrize("name", ["missing.pdf", "folder", "pipe", "forbidden\0name"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    refused(tmp_path / name)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    assert "300 megabytes, and an exhibit can have 200" in refused(path)


STARTS = [b"", b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"PK\x03\x04"]
SAMPLES = [
    saved(reopened(paper("Letter of support")), object_stream_mode=ObjectStreamMode.disable),
    encoded(arrow(40, 30), "JPEG"),
    encoded(arrow(40, 30), "PNG"),
    encoded(arrow(40, 30).convert("1"), "TIFF", compression="group4"),
]


def becomes_pages_or_a_sentence(folder: Path, content: bytes) -> None:
    try:
        made = exhibit_pages(written(folder, content), "letter", None)
    except ExhibitRefused as refusal:
        made, said = None, refusal.message
    else:
        said = ""
    assert page_count(made) >= 1 if made is not None else SENTENCE.match(said)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.sampled_from(STARTS), st.binary(max_size=400))
def test_any_bytes_become_pages_or_a_sentence(tmp_path: Path, start: bytes, rest: bytes) -> None:
    becomes_pages_or_a_sentence(tmp_path, start + rest)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.sampled_from(SAMPLES), st.data())
def test_any_damage_ends_in_pages_or_a_sentence(tmp_path: Path, sample: bytes, data: st.DataObject) -> None:
    content = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8)) or b"0"
    becomes_pages_or_a_sentence(tmp_path, bytes(content))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    st.lists(st.floats(-3000, 3000) | st.integers(-10, 10), min_size=0, max_size=5),
    st.lists(st.floats(-3000, 3000), min_size=4, max_size=4),
    st.sampled_from([0, 90, 180, 270, -90, 45, 1e9]),
    st.sampled_from([0, 0.5, 1, 3, -1]),
)
def test_any_boxes_turns_and_units_become_pages_or_a_sentence(
    tmp_path: Path, media: list[float], crop: list[float], turn: float, unit: float
) -> None:
    pdf = reopened(paper("Letter of support"))
    page = pdf.pages[0].obj
    page.MediaBox, page.CropBox, page.Rotate, page.UserUnit = Array(media), Array(crop), turn, unit
    becomes_pages_or_a_sentence(tmp_path, saved(pdf))
