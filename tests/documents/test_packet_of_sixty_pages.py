"""A packet of 60 pages with 12 exhibits of all kinds: made, and made again after a change."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pikepdf
import pytest
from packet_papers import EXHIBITS, PAGES, PAPERS, TITLE, exhibit_file, large_packet, verify, word

from unbarred.documents.office import Office
from unbarred.documents.packets import editing, making, plan_file
from unbarred.documents.packets.status import status


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, office: Office) -> Path:
    """The packet, made once; not to be changed."""
    folder = large_packet(tmp_path_factory.mktemp("desk"))
    report = making.make(folder, office=office)
    assert report.pages == PAGES
    assert len(report.made_again) == len(PAPERS) + len(EXHIBITS)
    return folder


@pytest.fixture
def packet(made: Path, tmp_path: Path) -> Path:
    """A copy of the made packet, to be changed."""
    return Path(shutil.copytree(made, tmp_path / "packet"))


def test_every_number_is_that_of_the_page(made: Path) -> None:
    found = verify(made, PAGES)
    assert TITLE in found[0]
    assert "Rosa Example" in found[0]
    assert "Certificate of service" in found[-1]
    assert "The prosecutor" in found[-1]


def test_lines_of_the_lists_and_bookmarks_lead_to_their_pages(made: Path) -> None:
    plan = status(made)
    firsts = [each.first for each in plan.parts]
    with pikepdf.open(made / "packet.pdf") as pdf:
        index = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        contents = [_target(each, index) for each in pdf.pages[1].Annots]
        exhibits = [_target(each, index) for each in pdf.pages[2].Annots]
        with pdf.open_outline() as outline:
            marked = [(item.title, index[item.destination[0].objgen]) for item in outline.root]
    # The cover and the contents themselves are not among the contents.
    assert contents == firsts[2:]
    assert exhibits == [each.first for each in plan.parts if each.name in dict.fromkeys("ABCDEFGHIJKL")]
    assert [page for _, page in marked] == firsts
    assert ("Exhibit C: Court record", exhibits[2]) in marked


def _target(link: pikepdf.Object, index: dict[tuple[int, int], int]) -> int:
    assert link.Subtype == "/Link"
    return index[link.Dest[0].objgen]


def test_nobody_but_her_can_read_it(made: Path) -> None:
    assert {path.stat().st_mode & 0o077 for path in made.rglob("*")} == {0}


def test_after_one_change_only_that_is_made_again(packet: Path, office: Office) -> None:
    (packet / "3-Biography.docx").write_bytes(word("3-Biography", 5))
    assert not status(packet).is_current
    report = making.make(packet, office=office)
    assert report.made_again == ("Biography",)
    assert len(report.kept) == len(PAPERS) + len(EXHIBITS) - 1
    verify(packet, PAGES + 2)
    assert status(packet).is_current


def test_nothing_changed_gives_the_same_bytes(packet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in packet.rglob("*") if path.is_file()}
    # All that is needed is kept: LibreOffice is not even looked for.
    monkeypatch.setenv("UNBARRED_OFFICE", "none")
    assert making.make(packet).made_again == ()
    assert {path: path.read_bytes() for path in packet.rglob("*") if path.is_file()} == before


def test_another_order(packet: Path, office: Office) -> None:
    editing.move(packet, "7", before="2-Personal-statement")
    editing.move(packet, "L", before="A")
    assert making.make(packet, office=office).made_again == ()
    verify(packet, PAGES)
    names = [each.name for each in status(packet).parts]
    assert names[3:6] == ["1-Application", "7-Affirmation", "2-Personal-statement"]
    assert names[10:12] == ["L", "A"]


def test_an_exhibit_is_replaced_and_another_left_out(packet: Path, tmp_path: Path, office: Office) -> None:
    better = tmp_path / "better.pdf"
    better.write_bytes(exhibit_file("I", "pdf", 2))
    editing.replace(packet, "I", better)
    editing.leave_out(packet, "exhibit C")
    report = making.make(packet, office=office)
    assert report.made_again == ("Exhibit I: Medical record",)
    found = verify(packet, PAGES - 2 - 7)
    assert not any("Court record" in text for text in found)
    assert not (packet / "exhibits" / "I-Medical-record.tiff").exists()
    assert (packet / "exhibits" / "C-Court-record.pdf").exists()
    editing.take_in(packet, "C")
    making.make(packet, office=office)
    verify(packet, PAGES - 2)


def test_without_the_sheets_of_the_exhibits_it_is_shorter(packet: Path, office: Office) -> None:
    editing.leave_out(packet, "sheets")
    making.make(packet, office=office)
    verify(packet, PAGES - len(EXHIBITS))


def test_contents_of_two_pages_move_the_numbers_in_them(packet: Path, office: Office) -> None:
    plan = plan_file.read(packet)
    long = "and what came of it, in the words of those who were there, year after year, until this day "
    text = (packet / "packet.yml").read_text(encoding="utf-8")
    for exhibit in plan.exhibits:
        text = text.replace(f"title: {exhibit.title}", f"title: {exhibit.title} {long * 3}", 1)
    (packet / "packet.yml").write_text(text, encoding="utf-8")
    making.make(packet, office=office)
    found = status(packet)
    contents = next(each for each in found.parts if each.name == "contents")
    assert contents.pages == 2
    with pikepdf.open(packet / "packet.pdf") as pdf:
        index = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        links = [_target(each, index) for page in pdf.pages[1:3] for each in page.Annots]
    assert links == [each.first for each in found.parts][2:]


def test_a_page_as_it_looks(made: Path) -> None:
    from unbarred.documents.pdf import pictures

    with pikepdf.open(made / "packet.pdf") as pdf:
        assert {tuple(map(float, page.mediabox)) for page in pdf.pages} == {(0.0, 0.0, 612.0, 792.0)}
    from PIL import Image

    sheet = Image.open(io.BytesIO(pictures((made / "packet.pdf").read_bytes(), dpi=20)[PAGES - 4]))
    assert sheet.size == (170, 220)
