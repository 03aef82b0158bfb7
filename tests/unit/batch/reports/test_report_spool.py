"""Where the rows of a report wait: in the batch's folder, or on no disk if the report is sealed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from unbarred.batch.reports.spool import spool

MEMORY = Path("/dev/shm")


def test_rows_wait_in_the_folder_of_the_batch_and_are_gone_afterwards(tmp_path: Path) -> None:
    with spool(tmp_path) as rows:
        where = rows.add({"client": "A", "status": "made"})
        assert rows.at(where)["client"] == "A"
        assert rows.folder.parent == tmp_path
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not os.access(MEMORY, os.W_OK), reason="this system keeps no files in memory")
def test_rows_that_are_to_be_sealed_are_on_no_disk_and_are_gone_afterwards(tmp_path: Path) -> None:
    with spool(tmp_path, in_memory=True) as rows:
        rows.add({"client": "A", "status": "made"})
        assert not list(tmp_path.iterdir())
        assert rows.folder.parent == MEMORY
        assert rows.folder.stat().st_mode & 0o777 == 0o700
    assert not rows.folder.exists()
