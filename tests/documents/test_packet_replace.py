"""Another file takes an exhibit's place: also one of the same kind and name, scanned once more."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PIL import Image

from unbarred.documents.packets import beginning, editing, plan_file
from unbarred.errors import UserError


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    """A packet with one exhibit, a picture that lies beside it too."""
    Image.new("L", (300, 200), 255).save(tmp_path / "scan.png")
    folder = tmp_path / "packet"
    docx.Document().save(str(tmp_path / "letter.docx"))
    beginning.begin(folder, [tmp_path / "letter.docx"], title="Papers")
    editing.add(folder, [tmp_path / "scan.png"], editing.Asked())
    return folder


def held(packet: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (packet / "exhibits").iterdir()}


@pytest.mark.parametrize("ending", ["png", "tiff"])
def test_the_new_scan_is_there_and_the_old_is_gone(packet: Path, ending: str) -> None:
    again = packet.parent / f"scan.{ending}"
    Image.new("L", (300, 200), 99).save(again)
    editing.replace(packet, "A", again)
    (exhibit,) = plan_file.read(packet).exhibits
    assert held(packet) == {Path(exhibit.file).name: again.read_bytes()}


def test_a_file_that_two_exhibits_share_stays_the_others(packet: Path) -> None:
    before = held(packet)
    editing.add(packet, [packet / "exhibits" / "A-Scan.png"], editing.Asked(title="Once more"))
    again = packet.parent / "scan.tiff"
    Image.new("L", (300, 200), 99).save(again)
    editing.replace(packet, "A", again)
    assert held(packet) == {**before, "A-Scan.tiff": again.read_bytes()}
    assert [each.file for each in plan_file.read(packet).exhibits] == [
        "exhibits/A-Scan.tiff",
        "exhibits/A-Scan.png",
    ]


def test_a_file_that_is_another_exhibits_is_not_written_over(packet: Path) -> None:
    before = held(packet)
    stray = packet / "exhibits" / "A-Other.png"
    stray.write_bytes(b"hers")
    with pytest.raises(UserError, match="already"):
        editing.replace(packet, "A", packet.parent / "scan.png", title="Other")
    assert held(packet) == {**before, "A-Other.png": b"hers"}
