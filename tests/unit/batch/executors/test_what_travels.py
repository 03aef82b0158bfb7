"""What crosses a border: it shows nothing, arrives whole or not at all, and stays in its folder."""

from __future__ import annotations

import hashlib
import io
import pickle
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred import content
from unbarred.batch.executors import frames
from unbarred.batch.executors.parcel import Parcel, pack
from unbarred.batch.executors.sealed import Sealed
from unbarred.batch.tasks import Outcome, Status, Task, Work
from unbarred.errors import UserError

SECRET = "Marisol Quintero"
WORK = Work("clemency/commutation", {"place": "us-ny", "as_of": "2026-11-21"})


def test_what_is_printed_of_a_task_on_its_way_has_no_answer() -> None:
    task = Task(3, "folder", "ab" * 32, SECRET, {"petitioner.name.last": SECRET})
    outcome = Outcome(3, Status.MADE, files={SECRET: SECRET.encode() * 1000})
    sealed = Sealed((task, outcome))
    for shown in (repr(sealed), str(sealed), f"{[sealed]}", repr(task), repr(outcome)):
        assert SECRET not in shown
    assert pickle.loads(pickle.dumps(sealed)).opened() == (task, outcome)
    assert sys.getsizeof(sealed) > 16_000


@given(st.binary(), st.integers(min_value=0, max_value=200))
def test_a_message_arrives_whole_or_not_at_all(said: bytes, cut: int) -> None:
    pipe = io.BytesIO()
    frames.send(pipe, said)
    sent = pipe.getvalue()
    arrived = frames.receive(io.BytesIO(sent[:cut]))
    assert (arrived is None) == (cut < len(sent))
    if arrived is not None:
        assert frames.opened(arrived) == said


def test_the_same_content_is_the_same_parcel_and_arrives_as_it_is(tmp_path: Path) -> None:
    parcel = pack(WORK)
    assert pack(WORK) == parcel
    parcel.unpack(tmp_path / "there")
    there = parcel.content_in(tmp_path / "there")
    for name in content.FOLDERS:
        here = content.root() / name
        files = {path.relative_to(here) for path in here.rglob("*") if path.is_file()}
        shipped = {each for each in files if "__pycache__" not in each.parts and each.name[0] != "."}
        assert {
            path.relative_to(there / name) for path in (there / name).rglob("*") if path.is_file()
        } == shipped
        assert all((there / name / each).read_bytes() == (here / each).read_bytes() for each in shipped)
    assert parcel.work_in(tmp_path / "there", WORK) == WORK
    assert (tmp_path / "there").stat().st_mode & 0o077 == 0


def test_a_damaged_parcel_is_not_unpacked(tmp_path: Path) -> None:
    parcel = pack(WORK)
    damaged = Parcel(parcel.digest, parcel.data[:-1] + b"x", "")
    with pytest.raises(UserError, match="not what arrived"):
        damaged.unpack(tmp_path / "there")
    assert not (tmp_path / "there").exists()


@pytest.mark.parametrize("name", ["../outside", "inner/../../outside", "/outside"])
def test_nothing_is_unpacked_outside_of_its_folder(tmp_path: Path, name: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as into:
        into.writestr(name, "x")
    data = packed.getvalue()
    with pytest.raises(UserError, match="outside of its folder"):
        Parcel(hashlib.sha256(data).hexdigest(), data, "").unpack(tmp_path / "there")
    assert not (tmp_path / "outside").exists()
