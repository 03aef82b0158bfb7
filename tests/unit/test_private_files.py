"""What is written is the owner's alone, and there whole or not at all."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from unbarred import private_files
from unbarred.private_files import CannotWrite, FolderTaken


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_the_owners_alone_and_replaces_the_old(tmp_path: Path) -> None:
    path = tmp_path / "answers.yml"
    private_files.write(path, b"one")
    private_files.write(path, b"two")
    assert path.read_bytes() == b"two"
    assert mode(path) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"Cannot write to .*nowhere/a: no such file or directory\."):
        private_files.write(tmp_path / "nowhere" / "a", b"")
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite):
        private_files.make_folder(tmp_path / "file" / "inside")
    with pytest.raises(CannotWrite, match="a file is in the way"):
        private_files.make_folder(tmp_path / "file")
    with (
        pytest.raises(CannotWrite, match="a file is in the way"),
        private_files.replacing_folder(tmp_path / "file"),
    ):
        pytest.fail("the block must not run")
    with pytest.raises(CannotWrite, match="is a directory"):
        (tmp_path / "folder").mkdir()
        private_files.write(tmp_path / "folder", b"")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder"]


def test_folders_are_made_for_the_owner_alone(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    private_files.make_folder(inner)
    private_files.make_folder(inner)
    assert mode(inner) == mode(inner.parent) == 0o700


def test_a_folder_appears_whole(tmp_path: Path) -> None:
    packet = tmp_path / "out" / "packet"
    with private_files.replacing_folder(packet) as building:
        assert not packet.exists()
        (building / "inner").mkdir()
        (building / "inner" / "a.docx").write_bytes(b"a")
    assert (packet / "inner" / "a.docx").read_bytes() == b"a"
    assert mode(packet) == mode(packet / "inner") == 0o700
    assert mode(packet / "inner" / "a.docx") == 0o600
    assert list(packet.parent.iterdir()) == [packet]


def test_a_folder_is_replaced_whole_or_stays(tmp_path: Path) -> None:
    packet = tmp_path / "packet"
    with private_files.replacing_folder(packet) as building:
        (building / "old").write_text("old")
    with pytest.raises(RuntimeError), private_files.replacing_folder(packet) as building:
        (building / "half").write_text("half")
        raise RuntimeError
    assert [each.name for each in packet.iterdir()] == ["old"]
    with private_files.replacing_folder(packet) as building:
        (building / "new").write_text("new")
    assert [each.name for each in packet.iterdir()] == ["new"]
    assert list(tmp_path.iterdir()) == [packet]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_a_killed_build_leaves_nothing_behind_after_the_next(tmp_path: Path) -> None:
    packet = tmp_path / "pack[et]"
    script = (
        "import sys, time, pathlib\n"
        "from unbarred import private_files\n"
        "with private_files.replacing_folder(pathlib.Path(sys.argv[1])) as building:\n"
        "    (building / 'half').write_text('half')\n"
        "    print('ready', flush=True)\n"
        "    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(packet)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert not packet.exists()
    assert len(list(tmp_path.iterdir())) == 1
    with private_files.replacing_folder(packet) as building:
        (building / "whole").write_text("whole")
    assert list(tmp_path.iterdir()) == [packet]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_a_folder_that_was_moved_aside_when_the_program_was_killed_is_put_back(tmp_path: Path) -> None:
    packet = tmp_path / "packet"
    with private_files.replacing_folder(packet) as building:
        (building / "hers").write_text("hers")
    # The first thing to be moved is the old folder, the second the new one.
    script = (
        "import os, pathlib, signal, sys\n"
        "from unbarred import private_files\n"
        "def killed(event, arguments):\n"
        "    if event == 'os.rename' and str(arguments[1]) == sys.argv[1]:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(killed)\n"
        "with private_files.replacing_folder(pathlib.Path(sys.argv[1])) as building:\n"
        "    (building / 'new').write_text('new')\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(packet)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert not packet.exists()
    private_files.restore(packet)
    assert (packet / "hers").read_text() == "hers"
    with private_files.replacing_folder(packet) as building:
        (building / "new").write_text("new")
    assert list(tmp_path.iterdir()) == [packet]


def test_two_programs_that_build_for_one_new_folder_do_not_harm_each_other(tmp_path: Path) -> None:
    packet = tmp_path / "packet"
    script = (
        "import sys, pathlib\n"
        "from unbarred import private_files\n"
        "with private_files.replacing_folder(pathlib.Path(sys.argv[1]), only_new=True) as building:\n"
        "    (building / 'theirs').write_text('theirs')\n"
        "    print('ready', flush=True)\n"
        "    sys.stdin.readline()\n"
    )
    command = [sys.executable, "-c", script, str(packet)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with (
            pytest.raises(FolderTaken, match="is not empty"),
            private_files.replacing_folder(packet, only_new=True) as building,
        ):
            (building / "ours").write_text("ours")
            process.communicate("\n")
    assert process.returncode == 0
    assert [each.name for each in packet.iterdir()] == ["theirs"]
    assert list(tmp_path.iterdir()) == [packet]


def test_whether_there_is_room_is_found_out_without_making_anything(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    private_files.check_room(tmp_path / "new" / "deeper")
    with pytest.raises(CannotWrite, match="a file is in the way"):
        private_files.check_room(tmp_path / "file" / "below")
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["file"]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="Only Linux tells who has ended.")
def test_what_a_program_left_that_ended_and_was_not_asked_how_is_swept(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    # It stays in the system's list until it is asked for its end.
    deadline = time.monotonic() + 30
    while b") Z" not in Path(f"/proc/{ended.pid}/stat").read_bytes():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    left = tmp_path / f".packet.{ended.pid}-abc.partial"
    left.mkdir()
    private_files.sweep(tmp_path)
    assert not left.exists()
    ended.wait()
