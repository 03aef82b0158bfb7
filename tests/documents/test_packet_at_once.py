"""Two windows at one packet: nothing that either did is lost, and no page is taken for another."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

import pytest
from packet_desk import small_packet
from packet_papers import word
from PIL import Image

from unbarred.documents.office import Office
from unbarred.documents.packets import editing, making, plan_file
from unbarred.documents.packets.status import status


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    return small_packet(tmp_path)


def test_exhibits_that_are_added_at_once_are_all_there(packet: Path, tmp_path: Path) -> None:
    scans = [tmp_path / f"scan-{number}.png" for number in range(6)]
    for number, scan in enumerate(scans):
        Image.new("L", (60, 80), number * 40).save(scan)
    with ThreadPoolExecutor(len(scans)) as windows:
        list(windows.map(lambda scan: editing.add(packet, [scan], editing.Asked()), scans))
    added = list(plan_file.read(packet).exhibits)[2:]
    assert [each.label for each in added] == list("CDEFGH")
    assert {(packet / each.file).read_bytes() for each in added} == {scan.read_bytes() for scan in scans}


def test_a_paper_saved_while_pages_are_made_is_not_taken_for_what_the_pages_show(
    packet: Path, office: Office
) -> None:
    class SavedMeanwhile:
        """LibreOffice, while which works she saves a paper in Word."""

        def to_pdf(self, documents: Sequence[bytes], *, archival: bool, names: Sequence[str]) -> list[bytes]:
            (packet / "1-petition.docx").write_bytes(word("1-petition", 4))
            return office.to_pdf(documents, archival=archival, names=names)

    made = making.make(packet, office=cast("Office", SavedMeanwhile()))
    assert not status(packet).is_current
    again = making.make(packet, office=office)
    assert (again.made_again, again.pages) == (("Petition",), made.pages + 1)
    assert status(packet).is_current
