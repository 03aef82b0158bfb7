"""An archive: the same files make the same bytes, and one that somebody changed is not replaced."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unbarred.errors import UsageError
from unbarred.publishing import check_place, write_archive

NAMES = st.from_regex(r"[a-z]{1,8}(/[a-zé-]{1,8}){0,3}\.(py|yml)", fullmatch=True)
# Each writes to disk, and waits until it is there.
FEW = settings(deadline=None, max_examples=25)
FILES = st.dictionaries(NAMES, st.binary(max_size=200), max_size=6)


@FEW
@given(files=FILES)
def test_what_goes_in_comes_out_and_the_order_does_not_matter(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "one.zip"), Path(folder, "other.zip")
        digest = write_archive(one, files)
        assert write_archive(other, dict(reversed(files.items()))) == digest
        assert one.read_bytes() == other.read_bytes()
        with zipfile.ZipFile(one) as archive:
            assert archive.testzip() is None
            assert {name: archive.read(name) for name in archive.namelist()} == files


@FEW
@given(files=FILES, more=FILES)
def test_an_untouched_one_is_replaced(files: dict[str, bytes], more: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "one.zip")
        write_archive(path, files)
        write_archive(path, more)
        with zipfile.ZipFile(path) as archive:
            assert set(archive.namelist()) == set(more)


@FEW
@given(files=FILES, data=st.data())
def test_one_with_any_byte_changed_is_not(files: dict[str, bytes], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "one.zip")
        write_archive(path, files)
        changed = bytearray(path.read_bytes())
        changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
        path.write_bytes(changed)
        with pytest.raises(UsageError, match="not as unbarred made it"):
            check_place(path)
        assert path.read_bytes() == changed
