"""`unbarred packet` from the command line: what it makes and says."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import docx
import pikepdf
from packet_desk import ran, small_packet, state
from packet_papers import exhibit_file, verify, word
from seen_pages import texts

from unbarred.documents.word.validating import faults


def test_made_twice_it_has_the_same_bytes(desk_with_packet: Path, tmp_path: Path) -> None:
    small_packet(tmp_path)
    assert ran(tmp_path, "packet", "make", "packet", "--docx").returncode == 0
    assert state(tmp_path / "packet") == state(desk_with_packet / "packet")


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


def test_the_word_file_holds_papers_and_sheets(desk_with_packet: Path) -> None:
    content = (desk_with_packet / "packet" / "packet.docx").read_bytes()
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


def test_a_paper_called_like_a_part_that_is_made_has_its_own_pages(desk: Path) -> None:
    (desk / "cover.docx").write_bytes(word("cover", 2))
    ran(desk, "packet", "add", "packet", "cover.docx", "--as-paper")
    assert ran(desk, "packet", "make", "packet").returncode == 0
    data = json.loads(ran(desk, "packet", "show", "packet", "--json").stdout)
    found = {each["part"]: (each["first_page"], each["pages"]) for each in data["parts"]}
    assert data["is_current"]
    assert (found["cover"], found["cover.docx"]) == ((1, 1), (9, 2))
    assert ran(desk, "packet", "leave-out", "packet", "cover").stdout == "Left out: Cover.\n"


def test_what_she_threw_away_or_files_twice_is_no_hindrance_to_the_zip(desk: Path) -> None:
    ran(desk, "packet", "add", "packet", "packet/exhibits/A-Record.pdf", "--title", "Once more")
    plan = desk / "packet" / "packet.yml"
    plan.write_text(plan.read_text() + "beside:\n- 0-Next-steps.docx\n")
    assert ran(desk, "packet", "make", "packet").returncode == 0
    assert "not filed" not in ran(desk, "packet", "show", "packet").stdout
    done = ran(desk, "packet", "zip", "packet")
    assert (done.returncode, done.stderr) == (0, "")
    with zipfile.ZipFile(desk / "packet.zip") as archive:
        assert sorted(set(archive.namelist())) == sorted(archive.namelist())


def test_a_damaged_kept_page_is_made_again(desk: Path) -> None:
    for path in (desk / "packet" / ".kept").iterdir():
        path.write_bytes(path.read_bytes()[:-100])
    done = ran(desk, "packet", "make", "packet", "--json")
    assert len(json.loads(done.stdout)["made_again"]) == 4
    verify(desk / "packet", 13)
    assert json.loads(ran(desk, "packet", "make", "packet", "--json").stdout)["made_again"] == []


def test_for_archives_where_every_part_can_be_kept_there(desk: Path) -> None:
    ran(desk, "packet", "leave-out", "packet", "A")
    assert ran(desk, "packet", "make", "packet", "--archival").returncode == 0
    verify(desk / "packet", 10)
    with pikepdf.open(desk / "packet" / "packet.pdf") as pdf:
        assert pdf.open_metadata().pdfa_status == "2B"


def test_a_word_file_by_another_name_is_one_all_the_same(desk: Path) -> None:
    (desk / "letter.pdf").write_bytes(word("Within C", 2))
    assert ran(desk, "packet", "add", "packet", "letter.pdf", "--title", "Letter").returncode == 0
    assert ran(desk, "packet", "make", "packet", "--docx").returncode == 0
    verify(desk / "packet", 16)
    document = docx.Document(str(desk / "packet" / "packet.docx"))
    assert "Within C: sheet 1 of 2" in [each.text for each in document.paragraphs]


def test_a_file_that_is_gone_is_named_and_commands_can_be_typed_as_they_are_told(desk: Path) -> None:
    (desk / "packet").rename(desk / "her packet")
    (desk / "her packet" / "exhibits" / "A-Record.pdf").unlink()
    shown = ran(desk, "packet", "show", "her packet").stdout
    assert "  file is gone  A " in shown
    assert "unbarred packet make 'her packet'" in " ".join(shown.split())
    done = ran(desk, "packet", "make", "her packet", "--pages", "1")
    assert "“exhibits/A-Record.pdf” is not in the packet's folder her packet. Put it back" in done.stderr
    ran(desk, "packet", "leave-out", "her packet", "A")
    done = ran(desk, "packet", "make", "her packet", "--pages", "1")
    assert "unbarred packet leave-out 'her packet' B" in " ".join(done.stdout.split())
