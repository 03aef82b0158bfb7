"""A run that is stopped, killed, or has no room: the same command goes on, and nothing is half there."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping

from letter_clinic import Clinic, rosa

MANY = 200
_LONGEST = 60.0
"""Seconds; a machine may have much else to do."""


def test_a_killed_run_loses_nothing_and_makes_nothing_twice(clinic: Clinic) -> None:
    clinic.write(*(rosa(f"Client {number}") for number in range(MANY)))
    running = clinic.start(jobs=2)
    wait_for(lambda: len(made(clinic)) >= 5, running)
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate()
    wait_for(lambda: settled(clinic))
    there = made(clinic)
    assert 5 <= len(there) < MANY
    assert all(is_whole(clinic, name) for name in there)
    before = {name: clinic.made_when(name) for name in there}
    ended = clinic.run()
    assert ended.code == 0, ended.err
    assert f"{MANY} packets are made ({len(there)} of them by an earlier run)." in ended.out
    assert len(clinic.folders()) == MANY
    assert {name: clinic.made_when(name) for name in there} == before
    assert all(is_whole(clinic, name) for name in clinic.folders())
    assert [path.name for path in clinic.out.rglob(".*")] == [".in-use"]


def test_ctrl_c_stops_at_once_and_says_how_far_it_is(clinic: Clinic) -> None:
    clinic.write(*(rosa(f"Client {number}") for number in range(MANY)))
    running = clinic.start(jobs=1)
    wait_for(lambda: len(made(clinic)) >= 3, running)
    pressed = time.monotonic()
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=_LONGEST)
    assert time.monotonic() - pressed < 5
    assert running.returncode == 130
    assert said.splitlines()[-1].startswith("Stopped. ")
    assert f" of {MANY} packets are made. The same command goes on where it was stopped." in said
    assert "Traceback" not in said
    left = [path.name for path in clinic.out.rglob(".*")]
    assert all(name == ".in-use" or name.endswith(".partial") for name in left)
    assert not any(name.startswith(".report") for name in left)
    assert all(is_whole(clinic, name) for name in made(clinic))


def test_a_second_run_in_the_same_folder_is_refused(clinic: Clinic) -> None:
    clinic.write(*(rosa(f"Client {number}") for number in range(MANY)))
    running = clinic.start(jobs=1)
    try:
        wait_for(lambda: bool(made(clinic)), running)
        ended = clinic.run()
        assert (ended.code, "Another run is making packets in this folder." in ended.err) == (4, True)
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()


def test_where_there_is_no_room_it_ends_with_one_sentence(clinic: Clinic) -> None:
    clinic.write(rosa("A"), rosa("B"))
    # A disk that takes no file of more than two kilobytes.
    limit = "import resource, os, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048)); "
    command = ["python", "-c", f"{limit}os.execv(sys.argv[1], sys.argv[1:])", *clinic.command(jobs=0)]
    done = subprocess.run(command, cwd=clinic.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith(f"Cannot write to {clinic.out}/A: file too large."), done.stderr
    assert last.endswith("0 of 2 packets are made. The same command goes on where it was stopped.")
    assert clinic.folders() == []
    assert clinic.run().code == 0


def made(clinic: Clinic) -> list[str]:
    if not clinic.out.exists():
        return []
    return [path.name for path in clinic.out.iterdir() if path.is_dir() and path.name[0] != "."]


def settled(clinic: Clinic) -> bool:
    """Say whether the workers of a killed run have ended, as they do once they notice it."""
    before = len(made(clinic))
    time.sleep(0.3)
    return len(made(clinic)) == before


def is_whole(clinic: Clinic, name: str) -> bool:
    folder = clinic.out / name
    digests: Mapping[str, str] = json.loads((folder / "manifest.json").read_bytes())["files"]
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "manifest.json"}
    return digests == {each: hashlib.sha256(content).hexdigest() for each, content in files.items()}


def wait_for(is_so: Callable[[], bool], running: subprocess.Popen[str] | None = None) -> None:
    until = time.monotonic() + _LONGEST
    while not is_so():
        assert running is None or running.poll() is None, running.communicate()
        assert time.monotonic() < until
        time.sleep(0.02)
