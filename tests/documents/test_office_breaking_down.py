"""A LibreOffice that hangs, dies or talks rubbish costs one paper, not the others, and leaves nothing.

In its place is a small program here that does what a paper tells it to: no real one breaks when asked.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from word_papers import smallest

from unbarred.documents.office import Found, Office, OfficeFailed
from unbarred.private_files import CannotWrite

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the program here is a script")

HANGS, DIES, RUBBISH, REFUSED = (f"[{word}]".encode() for word in ("hangs", "dies", "rubbish", "refused"))

PROGRAM = """\
import os, pathlib, signal, sys, time

folder = pathlib.Path(sys.argv[-1]).parent
if "--convert-to" not in sys.argv:
    (folder / "server.pid").write_text(str(os.getpid()))
    (folder / f".~lock.{pathlib.Path(sys.argv[-1]).name}#").touch()
    time.sleep(60)
server = int((folder.parent / "server.pid").read_text())
os.kill(server, 0)
for path in (pathlib.Path(each) for each in sys.argv if each.endswith(".docx")):
    paper = path.read_bytes()
    if b"[hangs]" in paper:
        time.sleep(60)
    if b"[dies]" in paper:
        os.kill(server, signal.SIGKILL)
        time.sleep(60)
    if b"[refused]" not in paper:
        whole = pathlib.Path(__file__).with_name("empty.pdf").read_bytes()
        path.with_suffix(".pdf").write_bytes(b"%PDF-1.7 rubbish" if b"[rubbish]" in paper else whole)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def found(tmp_path: Path, temporary: Path) -> Found:
    """A program that acts as LibreOffice."""
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "empty.pdf")
    return Found(program(tmp_path / "soffice", f"#!{sys.executable} -IS\n{PROGRAM}"))


def program(path: Path, does: str) -> Path:
    # Its build stands beside it, as with a real one: it need not be asked.
    path.with_name("versionrc").write_text("buildid=1")
    path.write_text(does)
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("fault", [HANGS, DIES, RUBBISH, REFUSED])
def test_one_bad_paper_is_named_and_the_others_are_made(fault: bytes, found: Found, temporary: Path) -> None:
    names = [f"paper {number}" for number in range(5)]
    with Office(found, timeout=5 if fault is not HANGS else 1.5) as office:
        with pytest.raises(OfficeFailed, match="cannot make a PDF of paper 2") as failed:
            office.to_pdf([smallest(), smallest(), smallest(fault), smallest(), smallest()], names=names)
        assert [pdf is not None for pdf in failed.value.made] == [True, True, False, True, True]
        assert len(set(failed.value.made) - {None}) == 1
        # It goes on as if nothing had been.
        assert office.to_pdf([smallest()]) == [failed.value.made[0]]
    assert list(temporary.iterdir()) == []


def test_hundreds_come_back_whole_though_the_program_is_renewed_in_between(
    found: Found, temporary: Path
) -> None:
    with Office(found, timeout=30) as office:
        made = office.to_pdf([smallest()] * 620)
    assert len(made) == 620
    assert len(set(made)) == 1
    assert list(temporary.iterdir()) == []


def test_one_that_died_between_two_papers_is_started_again(found: Found, temporary: Path) -> None:
    with Office(found) as office:
        first = office.to_pdf([smallest()])
        (server,) = temporary.rglob("server.pid")
        os.kill(int(server.read_text()), signal.SIGKILL)
        assert office.to_pdf([smallest()]) == first
    assert list(temporary.iterdir()) == []


def test_one_that_does_not_start_is_an_error_that_says_so(tmp_path: Path, temporary: Path) -> None:
    broken = program(tmp_path / "broken", "#!/bin/sh\necho no such library >&2\nexit 1\n")
    with (
        Office(Found(broken)) as office,
        pytest.raises(OfficeFailed, match="does not start") as failed,
    ):
        office.to_pdf([smallest()])
    assert str(broken) in failed.value.message
    assert list(temporary.iterdir()) == []


def test_one_that_hangs_when_it_starts_is_given_up(tmp_path: Path, temporary: Path) -> None:
    slow = program(tmp_path / "slow", "#!/bin/sh\nexec sleep 60\n")
    with (
        Office(Found(slow), timeout=0.2) as office,
        pytest.raises(OfficeFailed, match=r"not ready after 0\.2 seconds"),
    ):
        office.to_pdf([smallest()])
    assert list(temporary.iterdir()) == []


def test_its_folder_is_private_and_holds_a_paper_only_while_it_is_turned(
    found: Found, temporary: Path
) -> None:
    with Office(found) as office:
        assert list(temporary.iterdir()) == []
        office.to_pdf([smallest()])
        (folder,) = temporary.iterdir()
        assert folder.stat().st_mode & 0o077 == 0
        assert list(folder.rglob("*.docx")) == list(folder.rglob("*.pdf")) == []
        office.close()
        assert list(temporary.iterdir()) == []
        assert office.to_pdf([smallest()])
    assert list(temporary.iterdir()) == []


def test_without_a_place_for_temporary_files_it_says_so(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/no/such/place")
    with Office(found) as office, pytest.raises(CannotWrite, match="/no/such/place"):
        office.to_pdf([smallest()])


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Files of this process can have 1,000 bytes."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("small_disk")
def test_where_its_profile_has_no_room_it_says_so_and_leaves_nothing(found: Found, temporary: Path) -> None:
    with Office(found) as office, pytest.raises(CannotWrite, match="file too large"):
        office.to_pdf([smallest()])
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_it_ends_with_whoever_started_it_however_that_ends(
    blow: signal.Signals, found: Found, temporary: Path, tmp_path: Path
) -> None:
    (tmp_path / "hangs.docx").write_bytes(smallest(HANGS))
    turning = f"""
        import tempfile, pathlib
        from unbarred.documents.office import Found, Office
        tempfile.tempdir = {str(temporary)!r}
        with Office(Found(pathlib.Path({str(found.path)!r}))) as office:
            office.to_pdf([pathlib.Path({str(tmp_path / "hangs.docx")!r}).read_bytes()])
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(turning)], stderr=subprocess.DEVNULL
    ) as child:
        wait_until(lambda: any(temporary.rglob("*.docx")))
        (server,) = (int(path.read_text()) for path in temporary.rglob("server.pid"))
        child.send_signal(blow)
    wait_until(lambda: not any(temporary.iterdir()))
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)


def wait_until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.02)
