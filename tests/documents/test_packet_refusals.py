"""What `unbarred packet` refuses, and what it keeps safe."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from packet_desk import ran, small_packet, state
from packet_papers import exhibit_file


@pytest.mark.parametrize("name", ["packet.pdf", "packet.docx"])
def test_a_file_that_was_signed_by_hand_is_not_overwritten(desk: Path, name: str) -> None:
    with (desk / "packet" / name).open("ab") as file:
        file.write(b"signed")
    before = state(desk)
    done = ran(desk, "packet", "make", "packet", "--pages", "3")
    assert done.returncode == 1
    assert f"packet/{name} is not as it was made: it was changed, signed or put there by hand." in done.stderr
    assert state(desk) == before


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
        (("add", "packet", "packet/packet.pdf"), 1, "A packet makes a file packet.pdf itself."),
        (("add", "packet", "packet.pdf", "--as-paper"), 1, "A packet makes a file packet.pdf itself."),
        (("add", "packet", "x/1-Petition.docx", "--as-paper"), 1, "has a paper 1-Petition.docx already."),
        (("add", "packet", "record.pdf", "--title", "\udcff"), 1, "has a letter that cannot be written."),
        (("new", "other", "1-petition.docx", "x/1-Petition.docx"), 1, "have the same name."),
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
    (desk / "x").mkdir()
    shutil.copy(desk / "1-petition.docx", desk / "x" / "1-Petition.docx")
    shutil.copy(desk / "record.pdf", desk / "packet.pdf")
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
