"""`unbarred packet` from the command line: what it makes, says, keeps safe, and refuses."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import docx
import pikepdf
import pytest
from packet_papers import exhibit_file, verify, word
from seen_pages import texts

from unbarred.app import main
from unbarred.documents.office import find
from unbarred.documents.word.validating import faults

pytestmark = pytest.mark.skipif(find() is None, reason="LibreOffice is not here")


@dataclass(frozen=True)
class Done:
    """What a command printed, and its exit status."""

    returncode: int
    stdout: str
    stderr: str


def ran(desk: Path, *arguments: str | Path, **variables: str) -> Done:
    """Run the program in this process, with `desk` as its current folder."""
    out, err = io.StringIO(), io.StringIO()
    words = ["unbarred", *map(str, arguments)]
    with (
        contextlib.chdir(desk),
        mock.patch.object(sys, "argv", words),
        mock.patch.dict(os.environ, {"COLUMNS": "80", "UNBARRED_HOME": str(desk / "home"), **variables}),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    assert "fault of its own" not in err.getvalue()
    return Done(int(ended.value.code or 0), out.getvalue(), err.getvalue())


def small_packet(desk: Path) -> Path:
    """A packet of two papers and two exhibits, begun on the command line and not made."""
    (desk / "1-petition.docx").write_bytes(word("1-petition", 3))
    (desk / "2-statement.docx").write_bytes(word("2-statement", 2))
    (desk / "record.pdf").write_bytes(exhibit_file("A", "pdf", 2))
    (desk / "photo.jpg").write_bytes(exhibit_file("B", "jpg", 1))
    papers = ("1-petition.docx", "2-statement.docx")
    done = ran(
        desk, "packet", "new", "packet", *papers, "--title", "Petition for a pardon", "--by", "R. Example"
    )
    assert (done.returncode, done.stdout) == (0, "Petition for a pardon: 2 in packet/\n")
    assert ran(desk, "packet", "add", "packet", "record.pdf", "photo.jpg").returncode == 0
    return desk / "packet"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desk with the small packet, made once with one Word file; not to be changed."""
    desk = tmp_path_factory.mktemp("desk")
    small_packet(desk)
    done = ran(desk, "packet", "make", "packet", "--docx")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("packet.pdf and packet.docx are made: 13 pages, in packet/\n")
    return desk


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return Path(shutil.copytree(made, tmp_path / "desk"))


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_made_twice_it_has_the_same_bytes(made: Path, tmp_path: Path) -> None:
    small_packet(tmp_path)
    assert ran(tmp_path, "packet", "make", "packet", "--docx").returncode == 0
    assert state(tmp_path / "packet") == state(made / "packet")


def test_show_tells_parts_pages_and_what_is_left_to_do(desk: Path) -> None:
    verify(desk / "packet", 13)
    shown = ran(desk, "packet", "packet").stdout
    assert shown.startswith("Petition for a pardon, in packet/\n\n  page 1 ")
    assert "  pages 4–6    1-petition              Petition, 3 pages\n" in shown
    assert "  pages 9–11   A                       Exhibit A: Record, 3 pages\n" in shown
    assert "  not needed   certificate-of-service  Certificate of service\n" in shown
    assert "13 pages.\n" in shown
    data = json.loads(ran(desk, "packet", "show", "packet", "--json").stdout)
    assert (data["pages"], data["is_current"], data["left_blank"]) == (13, True, 0)
    assert [each["first_page"] for each in data["parts"]] == [1, 2, 3, 4, 7, 9, 12, None]
    ran(desk, "packet", "leave-out", "packet", "A")
    shown = ran(desk, "packet", "show", "packet").stdout
    assert "  left out     A " in shown
    assert "The packet has changed since its PDF was made. Make it again with: unbarred" in shown


def test_what_is_still_to_come_is_named_and_listed(desk: Path) -> None:
    plan = desk / "packet" / "packet.yml"
    waiting = "- exhibit: C\n  title: Award\n- exhibit: D\n  title: Diary\n  on_paper: true\n"
    plan.write_text(plan.read_text().replace("- made: certificate", f"{waiting}- made: certificate"))
    done = ran(desk, "packet", "make", "packet")
    says = "Exhibit still to come: C. Give it with: unbarred packet add packet FILE --label C"
    assert says in " ".join(done.stdout.split())
    assert " on paper " in ran(desk, "packet", "show", "packet").stdout
    listing = verify(desk / "packet", 13)[2]
    assert "C Award Will follow" in listing
    assert "D Diary Enclosed" in listing
    # It is given under its title, and keeps its place and label.
    (desk / "award.png").write_bytes(exhibit_file("C", "png", 1))
    assert ran(desk, "packet", "add", "packet", "award.png").stdout == "Exhibit C: Award, 1 page\n"
    assert ran(desk, "packet", "make", "packet").returncode == 0
    verify(desk / "packet", 15)


def test_the_word_file_holds_papers_and_sheets(made: Path) -> None:
    content = (made / "packet" / "packet.docx").read_bytes()
    assert faults(content) == []
    document = docx.Document(io.BytesIO(content))
    said = [each.text for each in document.paragraphs if each.text]
    order = ["Petition for a pardon", "Contents", "List of exhibits", "1-petition: sheet 1 of 3"]
    order += ["2-statement: sheet 2 of 2", "Exhibit A", "Exhibit B"]
    places = [
        next(place for place, text in enumerate(said) if text.replace("\xa0", " ") == each) for each in order
    ]
    assert places == sorted(places)
    assert len(document.sections) == 7


def test_over_the_budget_it_is_made_all_the_same(desk: Path) -> None:
    done = ran(desk, "packet", "make", "packet", "--pages", "10")
    assert done.returncode == 1
    assert (
        "That is 3 pages too many: 10 are allowed. The longest parts:\n- Petition, 3 pages\n" in done.stdout
    )
    assert "- 3 pages: unbarred packet leave-out packet A\n" in done.stdout
    assert "- 2 pages, the exhibits' cover sheets: unbarred packet leave-out packet sheets\n" in done.stdout
    assert len(texts((desk / "packet" / "packet.pdf").read_bytes())) == 13
    # What was asked once is kept; what can be left out is enough.
    ran(desk, "packet", "leave-out", "packet", "A")
    done = ran(desk, "packet", "make", "packet", "--json")
    data = json.loads(done.stdout)
    assert (done.returncode, data["pages"], data["pages_allowed"], data["pages_too_many"]) == (0, 10, 10, 0)


def test_stamps_are_as_she_wants_them(desk: Path) -> None:
    assert ran(desk, "packet", "make", "packet", "--bates", "EXAMPLEWOOD", "--no-stamps").returncode == 0
    found = texts((desk / "packet" / "packet.pdf").read_bytes())
    assert all(f"EXAMPLEWOOD {number:06}" in text for number, text in enumerate(found, start=1))
    assert not any("Page 1 of" in text for text in found)
    assert ran(desk, "packet", "make", "packet", "--bates", "").returncode == 0
    assert not any("EXAMPLEWOOD" in text for text in texts((desk / "packet" / "packet.pdf").read_bytes()))


def test_what_she_changed_in_word_is_used_and_said(desk: Path) -> None:
    (desk / "packet" / "1-petition.docx").write_bytes(word("1-petition", 4))
    done = ran(desk, "packet", "make", "packet")
    assert "Made again: Petition. The rest is as it was.\n" in done.stdout
    verify(desk / "packet", 14)


@pytest.mark.parametrize("name", ["packet.pdf", "packet.docx"])
def test_a_file_that_was_signed_by_hand_is_not_overwritten(desk: Path, name: str) -> None:
    with (desk / "packet" / name).open("ab") as file:
        file.write(b"signed")
    before = state(desk)
    done = ran(desk, "packet", "make", "packet", "--pages", "3")
    assert done.returncode == 1
    assert f"packet/{name} is not as it was made: it was changed, signed or put there by hand." in done.stderr
    assert state(desk) == before


def test_handed_over_as_a_zip(desk: Path) -> None:
    ran(desk, "packet", "leave-out", "packet", "B")
    done = ran(desk, "packet", "zip", "packet")
    assert done.returncode == 1
    assert "The packet has changed since packet.pdf was made." in done.stderr
    assert ran(desk, "packet", "make", "packet").returncode == 0
    (desk / "packet" / "private notes.txt").write_text("mine")
    done = ran(desk, "packet", "zip", "packet")
    assert (
        done.stdout
        == "packet.zip is made: 7 files.\nNot in it: exhibits/B-Photo.jpg and private notes.txt.\n"
    )
    assert (desk / "packet.zip").stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(desk / "packet.zip") as archive:
        assert archive.testzip() is None
        held = {name.removeprefix("packet/"): archive.read(name) for name in archive.namelist()}
    assert held == {name: (desk / "packet" / name).read_bytes() for name in held}
    manifest = json.loads(held["manifest.json"])
    listed = {name: digest for name, digest in manifest["files"].items() if name in held}
    assert {name: hashlib.sha256(held[name]).hexdigest() for name in listed} == listed
    assert set(held) == {"manifest.json", *listed}
    again = ran(desk, "packet", "zip", "packet", "--out", "again.zip")
    assert again.returncode == 0
    assert (desk / "again.zip").read_bytes() == (desk / "packet.zip").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("show", "nowhere"), 1, "There is no folder nowhere."),
        (("show", "."), 1, "There is no packet in .: it holds no packet.yml."),
        (("shwo", "packet"), 2, "Did you mean 'show'?"),
        (("add", "packet", "missing.pdf"), 1, "There is no file missing.pdf."),
        (("add", "packet", "program.pdf"), 1, "program.pdf: "),
        (("add", "packet", "old.docx"), 1, "old.docx: "),
        (("add", "packet", "record.pdf", "--label", "A"), 1, "There is an exhibit A already: Record."),
        (("add", "packet", "record.pdf", "--label", "../A"), 2, "../A is no label of an exhibit."),
        (
            ("add", "packet", "record.pdf", "photo.jpg", "--title", "x"),
            2,
            "A title or a label is for one file.",
        ),
        (("add", "packet", "record.pdf", "--before", "A", "--after", "B"), 2, "not both"),
        (("replace", "packet", "Z", "record.pdf"), 2, "There is no exhibit Z."),
        (
            ("leave-out", "packet", "petitoin"),
            2,
            "The packet has no part called “petitoin”. Did you mean 1-petition",
        ),
        (("move", "packet", "A"), 2, "Say where it goes."),
        (("new", "packet", "1-petition.docx"), 2, "packet is not a new or empty folder."),
        (("new", "other", "program.pdf"), 1, "program.pdf: "),
        (("new", "other", "record.pdf", "--paper", "A5"), 2, "There is no paper A5."),
        (("zip", "packet", "--out", "packet/x.zip"), 1, "The ZIP cannot lie in the packet itself."),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(
    desk: Path, arguments: tuple[str, ...], status: int, says: str
) -> None:
    (desk / "program.pdf").write_bytes(b"MZ\x90\x00" + bytes(300))
    (desk / "old.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    before = state(desk)
    done = ran(desk, "packet", *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr
    assert state(desk) == before
    assert not (desk / "other").exists()


@pytest.mark.parametrize("name", ["../secret.pdf", "/etc/hostname", "link.pdf"])
def test_a_plan_cannot_name_files_elsewhere(desk: Path, name: str) -> None:
    (desk / "secret.pdf").write_bytes(exhibit_file("A", "pdf", 1))
    (desk / "packet" / "link.pdf").symlink_to(desk / "secret.pdf")
    plan = desk / "packet" / "packet.yml"
    plan.write_text(plan.read_text().replace("exhibits/A-Record.pdf", name))
    for command in ("make", "show"):
        done = ran(desk, "packet", command, "packet")
        assert done.returncode == 1
        assert f"“{name}” lies outside the packet's folder packet." in done.stderr
    done = ran(desk, "packet", "zip", "packet", "--as-is")
    assert done.returncode == 1
    assert not (desk / "packet.zip").exists()


def test_without_libreoffice_the_word_file_is_made_and_it_says_what_to_install(tmp_path: Path) -> None:
    small_packet(tmp_path)
    done = ran(tmp_path, "packet", "make", "packet", "--docx", UNBARRED_OFFICE="none")
    assert done.returncode == 1
    assert "LibreOffice" in done.stderr
    document = docx.Document(str(tmp_path / "packet" / "packet.docx"))
    said = [each.text for each in document.paragraphs]
    assert "1-petition: sheet 1 of 3" in said
    assert "Contents" not in said
    assert not (tmp_path / "packet" / "packet.pdf").exists()


def test_a_full_disk_leaves_what_was_there(desk: Path) -> None:
    before = state(desk / "packet")
    # No file may become larger than a few kilobytes: the PDF is.
    command = f"ulimit -f 16; {sys.executable} -m unbarred packet make packet --bates EXAMPLEWOOD"
    done = subprocess.run(["sh", "-c", command], cwd=desk, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Cannot write to packet: file too large. Choose another place, or make")
    assert state(desk / "packet") == before


def test_a_damaged_kept_page_is_made_again(desk: Path) -> None:
    for path in (desk / "packet" / ".kept").iterdir():
        path.write_bytes(path.read_bytes()[:-100])
    done = ran(desk, "packet", "make", "packet", "--json")
    assert len(json.loads(done.stdout)["made_again"]) == 4
    verify(desk / "packet", 13)


def test_for_archives_where_every_part_can_be_kept_there(desk: Path) -> None:
    ran(desk, "packet", "leave-out", "packet", "A")
    assert ran(desk, "packet", "make", "packet", "--archival").returncode == 0
    verify(desk / "packet", 10)
    with pikepdf.open(desk / "packet" / "packet.pdf") as pdf:
        assert pdf.open_metadata().pdfa_status == "2B"


def test_a_word_file_by_another_name_is_one_all_the_same(desk: Path) -> None:
    (desk / "letter.pdf").write_bytes(word("Within C", 2))
    assert ran(desk, "packet", "add", "packet", "letter.pdf", "--title", "Letter").returncode == 0
    assert ran(desk, "packet", "make", "packet").returncode == 0
    verify(desk / "packet", 16)
