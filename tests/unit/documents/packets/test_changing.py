"""Files of a packet change together or not at all."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from unbarred.documents.packets.changing import changing, finish
from unbarred.errors import UserError
from unbarred.private_files import CannotWrite


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "packet"
    (made / "exhibits").mkdir(parents=True)
    (made / "packet.pdf").write_text("old")
    (made / "exhibits" / "A.pdf").write_text("a")
    return made


def test_files_are_replaced_added_and_removed(folder: Path) -> None:
    with changing(folder) as change:
        change.write("packet.pdf", b"new")
        change.write("exhibits/B.pdf", b"b")
        change.write(".kept/key.pdf", b"k")
        change.remove("exhibits/A.pdf")
        change.remove("packet.pdf")
        assert contents(folder)["packet.pdf"] == "old"
    assert contents(folder) == {"packet.pdf": "new", "exhibits/B.pdf": "b", ".kept/key.pdf": "k"}
    assert {path.stat().st_mode & 0o077 for path in (folder / ".kept").rglob("*")} == {0}


@pytest.mark.parametrize(
    "stops", [KeyboardInterrupt, UserError("no"), OSError(28, "No space left on device")]
)
def test_what_stops_on_the_way_changes_nothing(folder: Path, stops: BaseException) -> None:
    before = contents(folder)

    def change_and_stop() -> None:
        with changing(folder) as change:
            change.write("packet.pdf", b"new")
            change.remove("exhibits/A.pdf")
            raise stops

    with pytest.raises((KeyboardInterrupt, UserError)) as stopped:
        change_and_stop()
    assert contents(folder) == before
    if isinstance(stops, OSError):
        assert stopped.type is CannotWrite
        assert "no space left on device" in str(stopped.value)


def test_what_was_ready_when_the_program_was_killed_is_put_in_place(folder: Path) -> None:
    ready = folder / ".packet.ready"
    (ready / "new" / "exhibits").mkdir(parents=True)
    (ready / "new" / "exhibits" / "B.pdf").write_text("b")
    (ready / "gone.json").write_text('["exhibits/A.pdf", "packet.docx"]')
    finish(folder)
    assert contents(folder) == {"packet.pdf": "old", "exhibits/B.pdf": "b"}
    finish(folder)


@pytest.mark.parametrize("gone", [None, "", "{}", "[1]", '["../hers.txt"]', '["/hers.txt"]'])
def test_what_no_program_of_ours_had_ready_is_refused(folder: Path, tmp_path: Path, gone: str | None) -> None:
    hers = tmp_path / "hers.txt"
    hers.write_text("hers")
    ready = folder / ".packet.ready"
    ready.mkdir()
    if gone is not None:
        (ready / "gone.json").write_text(gone)
    with pytest.raises(UserError, match="is not as unbarred wrote it"):
        finish(folder)
    assert hers.read_text() == "hers"


def test_what_was_ready_is_not_put_where_a_link_leads(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    (folder / ".packet.ready" / "new" / "link").mkdir(parents=True)
    (folder / ".packet.ready" / "new" / "link" / "out.pdf").write_text("x")
    (folder / ".packet.ready" / "gone.json").write_text("[]")
    with pytest.raises(UserError, match="is not as unbarred wrote it"):
        finish(folder)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_in_a_files_place_stays_and_is_not_in_the_way(folder: Path) -> None:
    (folder / ".kept" / "@eaDir").mkdir(parents=True)
    with changing(folder) as change:
        change.remove(".kept/@eaDir")
    assert (folder / ".kept" / "@eaDir").is_dir()
    assert not (folder / ".packet.ready").exists()


def test_what_was_left_half_written_is_swept_away(folder: Path) -> None:
    for name in ("killed", "at-work"):
        (folder / f".packet.{name}.partial" / "new").mkdir(parents=True)
    os.utime(folder / ".packet.killed.partial", (0, 0))
    with changing(folder) as change:
        change.write("packet.pdf", b"new")
    assert [path.name for path in folder.iterdir() if path.name[0] == "."] == [".packet.at-work.partial"]


def test_an_interruption_waits_until_the_files_have_changed_places(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        moved = rename(path, target)
        os.kill(os.getpid(), signal.SIGINT)
        return moved

    monkeypatch.setattr(Path, "rename", interrupted)

    def change_all() -> None:
        with changing(folder) as change:
            change.write("packet.pdf", b"new")
            change.remove("exhibits/A.pdf")

    with pytest.raises(KeyboardInterrupt):
        change_all()
    assert contents(folder) == {"packet.pdf": "new"}


@pytest.mark.parametrize("name", ["../out.pdf", "/out.pdf", "exhibits/../../out.pdf", "link/out.pdf"])
def test_nothing_is_written_or_removed_outside(folder: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "link").symlink_to(tmp_path / "elsewhere")

    (tmp_path / "out.pdf").write_text("hers")

    def change_outside(*, write: bool) -> None:
        with changing(folder) as change:
            if write:
                change.write(name, b"x")
            else:
                change.remove(name)

    for write in (True, False):
        with pytest.raises(UserError, match="lies outside the packet's folder"):
            change_outside(write=write)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (tmp_path / "out.pdf").read_text() == "hers"
