"""`unbarred preview`: pages as pictures, for whoever wants to look before somebody else does."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from word_papers import letter

from unbarred import content
from unbarred.documents import previewing
from unbarred.documents.office import find
from unbarred.errors import UserError

Preview = Callable[..., "subprocess.CompletedProcess[str]"]
needs_libreoffice = pytest.mark.skipif(find() is None, reason="LibreOffice is not here")


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preview:
    """Return a function that runs the command in an empty folder."""
    monkeypatch.setenv("PYTHONUTF8", "1")
    desk = tmp_path / "desk"
    desk.mkdir()

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "unbarred", "preview", *map(str, arguments)]
        done = subprocess.run(
            command, cwd=desk, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr
        return done

    return run


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The folder that the command is run in."""
    return tmp_path / "desk"


def pdf(pages: int) -> bytes:
    """Return a PDF of letter-sized pages, each with a black square."""
    import img2pdf

    out = io.BytesIO()
    Image.new("L", (850, 1100), 0).save(out, "PNG")
    inch = img2pdf.in_to_pt(1)
    made: bytes = img2pdf.convert(
        [out.getvalue()] * pages, layout_fun=img2pdf.get_layout_fun((8.5 * inch, 11 * inch))
    )
    return made


def locked() -> bytes:
    """Return a PDF that opens with a password only."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return out.getvalue()


@needs_libreoffice
def test_a_template_is_shown_as_it_stands_with_its_tags(preview: Preview, desk: Path) -> None:
    source = content.templates() / "clemency" / "verification.md"
    done = preview(source, source.with_suffix(".docx"), "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [Path(each["paper"]).suffix for each in told["papers"]] == [".md", ".docx"]
    assert [each["pictures"][0] for each in told["papers"]] == [
        "preview/verification-page-1.png",
        "preview/verification-2-page-1.png",
    ]
    first, second = ((desk / each["pictures"][0]).read_bytes() for each in told["papers"])
    assert first == second
    page = Image.open(io.BytesIO(first)).convert("L")
    assert page.size == (850, 1100)
    assert page.getextrema() == (0, 255)


@needs_libreoffice
def test_a_folder_of_papers_is_shown_in_order(preview: Preview, desk: Path, tmp_path: Path) -> None:
    packet = tmp_path / "packet"
    packet.mkdir()
    (packet / "2-Letter.docx").write_bytes(letter("Second."))
    (packet / "1-Exhibit.pdf").write_bytes(pdf(1))
    (packet / "manifest.json").write_text("{}")
    (packet / "~$2-Letter.docx").write_bytes(b"")
    done = preview(packet, "--out", "pictures")
    assert done.stdout.split() == ["pictures/1-Exhibit-page-1.png", "pictures/2-Letter-page-1.png"]
    assert done.stderr == "2 pictures of 2 papers in pictures.\n"
    assert {path.name for path in (desk / "pictures").iterdir()} == {
        "1-Exhibit-page-1.png",
        "2-Letter-page-1.png",
    }


def test_a_whole_packet_is_shown_as_it_is_filed_and_then_what_goes_with_it(
    preview: Preview, tmp_path: Path
) -> None:
    (tmp_path / "packet.pdf").write_bytes(pdf(2))
    (tmp_path / "1-Letter.docx").write_bytes(b"filed: it is in the packet")
    (tmp_path / "0-Next-steps.pdf").write_bytes(pdf(1))
    (tmp_path / "packet.yml").write_text(
        "title: Petition\nparts: []\nbeside: [0-Next-steps.pdf, Gone.docx]\n"
    )
    assert preview(tmp_path).stdout.split() == [
        "preview/packet-page-1.png",
        "preview/packet-page-2.png",
        "preview/0-Next-steps-page-1.png",
    ]


def test_a_pdf_needs_no_libreoffice_and_its_pictures_are_private(
    preview: Preview, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNBARRED_OFFICE", "none")
    (desk / "long.pdf").write_bytes(pdf(12))
    done = preview("long.pdf", "--pages", "2,11-", "--dpi", "50")
    names = ["long-page-02.png", "long-page-11.png", "long-page-12.png"]
    assert done.stdout.split() == [f"preview/{name}" for name in names]
    with Image.open(desk / "preview" / names[0]) as picture:
        assert picture.size == (425, 550)
    assert (desk / "preview").stat().st_mode & 0o777 == 0o700
    assert (desk / "preview" / names[0]).stat().st_mode & 0o777 == 0o600


def test_papers_that_are_called_alike_keep_their_pictures_apart(preview: Preview, desk: Path) -> None:
    for name in ("a/paper.pdf", "b/paper.pdf", "paper-2.pdf"):
        (desk / name).parent.mkdir(exist_ok=True)
        (desk / name).write_bytes(pdf(1))
    done = preview("a/paper.pdf", "b/paper.pdf", "paper-2.pdf", "--dpi", "20")
    names = ["paper-page-1.png", "paper-2-page-1.png", "paper-2-2-page-1.png"]
    assert done.stdout.split() == [f"preview/{name}" for name in names]
    assert {path.name for path in (desk / "preview").iterdir()} == set(names)


def test_pictures_of_an_earlier_preview_of_the_same_paper_give_way(preview: Preview, desk: Path) -> None:
    (desk / "paper.pdf").write_bytes(pdf(3))
    preview("paper.pdf")
    (desk / "preview" / "paper-page-notes.png").write_bytes(b"somebody's own")
    (desk / "paper.pdf").write_bytes(pdf(1))
    preview("paper.pdf")
    assert {path.name for path in (desk / "preview").iterdir()} == {
        "paper-page-1.png",
        "paper-page-notes.png",
    }


def test_without_libreoffice_one_sentence_says_so_and_nothing_is_written(
    preview: Preview, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNBARRED_OFFICE", "none")
    (desk / "letter.docx").write_bytes(letter("Unseen."))
    done = preview("letter.docx")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(
        "A PDF is made with LibreOffice, and UNBARRED_OFFICE=none says to use none."
    )
    assert not (desk / "preview").exists()


@pytest.mark.parametrize(
    ("name", "held", "says"),
    [
        ("gone.docx", None, "There is no file gone.docx."),
        ("notes.txt", b"words", "notes.txt has no pages to look at."),
        ("torn.pdf", b"%PDF-1.7 torn", "torn.pdf: This PDF is damaged"),
        ("locked.pdf", locked(), "locked.pdf: This PDF is locked with a password."),
        ("torn.docx", b"PK torn", "torn.docx: The Word document is not whole."),
        ("short.pdf", pdf(2), "No paper has such a page: the longest ends with page 2."),
    ],
)
def test_what_cannot_be_shown_is_one_sentence(
    name: str, held: bytes | None, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if held is not None:
        Path(name).write_bytes(held)
    with pytest.raises(UserError) as refused:
        previewing.preview([Path(name)], Path("preview"), pages=previewing.pages_named("3-5"))
    assert str(refused.value).startswith(says)
    assert not Path("preview").exists()


def test_where_no_picture_can_go_nothing_is_begun(preview: Preview, desk: Path) -> None:
    (desk / "paper.pdf").write_bytes(pdf(1))
    (desk / "preview").write_text("a file")
    done = preview("paper.pdf")
    assert done.returncode == 1
    assert done.stderr.startswith("Cannot write to preview: a file is in the way.")
