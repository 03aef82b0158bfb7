"""What tests of real papers share: one LibreOffice, started once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from packet_desk import ran, small_packet

from unbarred.documents.office import Office, find


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """The LibreOffice of this computer, warm; without one the test is skipped."""
    if find() is None:
        pytest.skip("LibreOffice is not here")
    with Office() as started:
        yield started


@pytest.fixture(scope="session")
def desk_with_packet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with a small packet in `packet`, made with one Word file too; not to be changed."""
    if find() is None:
        pytest.skip("LibreOffice is not here")
    made = tmp_path_factory.mktemp("desk")
    small_packet(made)
    done = ran(made, "packet", "make", "packet", "--docx")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("packet.pdf and packet.docx are made: 13 pages, in packet/\n")
    return made


@pytest.fixture
def desk(desk_with_packet: Path, tmp_path: Path) -> Path:
    """A copy of that desk, to be changed."""
    return Path(shutil.copytree(desk_with_packet, tmp_path / "desk"))
