"""What is answered is on the disk, whole, for nobody else to read."""

from __future__ import annotations

import json
import os
import resource
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from small_interviews import ANA, SEEN, Desk, said

from unbarred.answers.values import LATER
from unbarred.errors import ExitCode, SessionError
from unbarred.sessions import Session, find_session, saved_sessions


def test_an_answer_is_forced_to_disk_before_the_next_screen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    forced: list[bytes] = []
    fsync = os.fsync

    def watched(handle: int) -> None:
        if os.fstat(handle).st_ino == desk.journal.stat().st_ino:
            forced.append(desk.journal.read_bytes())
        fsync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    desk.give(SEEN, ANA)
    assert len(forced) == 2
    assert json.loads(forced[-1].splitlines()[-1])["answers"] == {"first": "Ana", "born": None}


def test_only_the_owner_can_read_a_session(sit: Callable[..., Desk]) -> None:
    before = os.umask(0)
    try:
        desk = sit()
        desk.give(SEEN)
        desk.session.keep_draft("story", "It was")
    finally:
        os.umask(before)
    assert stat.S_IMODE(desk.folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in desk.folder.iterdir()}
    assert modes == dict.fromkeys(["journal.jsonl", "draft", "in-use"], 0o600)


def test_a_cut_anywhere_loses_at_most_the_line_that_was_cut(desk: Desk) -> None:
    desk.give(SEEN, ANA, {"color": "red"}, {"shade": "dark"})
    whole = desk.journal.read_bytes()
    answers = said(desk.session)
    begun = whole.index(b"\n") + 1
    for cut in [*range(begun, len(whole), 7), begun, len(whole) - 1, len(whole)]:
        desk.journal.write_bytes(whole[:cut])
        assert said(desk.resume()) == answers[: whole[:cut].count(b"\n") - 1]


def test_what_comes_after_a_cut_is_whole(desk: Desk) -> None:
    desk.give(SEEN, ANA)
    desk.session.close()
    with desk.journal.open("ab") as file:
        file.write(b'{"event": "answered", "screen": "col')
    desk.resume()
    desk.give({"color": "blue"})
    assert said(desk.resume())[-1] == ("color color", {"color": "blue"})
    assert all(json.loads(line) for line in desk.journal.read_text().splitlines())


@pytest.mark.parametrize(
    "line",
    [
        b"\x00\x00\x00",
        b"5",
        b'{"answers": {}}',
        b'{"event": "answered", "screen": "name"}',
        b'{"event": "answered", "screen": "name", "answers": 3}',
        b'{"event": "withdrawn", "records": [9]}',
        b'{"event": "amended", "record": 9, "answers": {}, "dropped": []}',
    ],
)
def test_a_damaged_line_is_named(desk: Desk, line: bytes) -> None:
    desk.give(SEEN, ANA, {"color": "red"})
    lines = desk.journal.read_bytes().splitlines()
    lines[2] = line
    desk.session.close()
    desk.journal.write_bytes(b"\n".join(lines) + b"\n")
    with pytest.raises(SessionError) as error:
        desk.resume()
    assert error.value.code is ExitCode.MATTER
    assert str(error.value).startswith(f"{desk.journal}:3: This saved session is damaged.")


def test_a_damaged_session_can_be_opened_again_once_it_is_mended(desk: Desk) -> None:
    desk.give(SEEN)
    sound = desk.journal.read_bytes()
    desk.session.close()
    desk.journal.write_bytes(b"?\n" + sound)
    with pytest.raises(SessionError):
        desk.resume()
    desk.journal.write_bytes(sound)
    assert desk.resume().screen.id == "name first born"


def test_a_session_of_a_newer_unbarred_is_not_misread(desk: Desk) -> None:
    desk.session.close()
    desk.journal.write_text(desk.journal.read_text().replace('"format": 1', '"format": 2'))
    with pytest.raises(SessionError, match=r"saved by a newer unbarred \(format 2\)"):
        desk.resume()


def test_an_event_of_an_unknown_kind_is_passed_over(desk: Desk) -> None:
    desk.give(SEEN)
    with desk.journal.open("a") as file:
        file.write('{"event": "sneezed"}\n')
    assert desk.resume().screen.id == "name first born"


def test_a_second_window_is_refused_and_told_why(desk: Desk) -> None:
    desk.give(SEEN)
    with pytest.raises(SessionError, match="open in another window") as error:
        Session.resume(desk.folder)
    assert error.value.code is ExitCode.MATTER
    desk.give(ANA)
    assert desk.resume().screen.id == "color color"


def test_a_missing_session_is_a_sentence_and_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(SessionError, match="no saved session"):
        Session.resume(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


@contextmanager
def no_room_beyond(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_writes_nothing_by_halves_and_the_screen_stays(desk: Desk) -> None:
    desk.give(SEEN)
    before = desk.journal.read_bytes()
    with no_room_beyond(len(before) + 10), pytest.raises(SessionError, match="could not be saved") as error:
        desk.give(ANA)
    assert str(desk.journal) in str(error.value)
    assert desk.journal.read_bytes() == before
    assert desk.session.screen.id == "name first born"
    assert desk.give({"first": "Eva", "born": LATER}).screen.heading == "Which color, Eva?"
    assert said(desk.resume())[-1][1]["first"] == "Eva"


@pytest.mark.parametrize("change", ["back", "amend"])
def test_a_full_disk_changes_nothing_else_either(desk: Desk, change: str) -> None:
    desk.give(SEEN, ANA, {"color": "red"})
    before = said(desk.session)
    with no_room_beyond(desk.journal.stat().st_size), pytest.raises(SessionError):
        desk.session.back() if change == "back" else desk.session.amend(3, {"color": "blue"})
    assert (desk.session.screen.id, said(desk.session)) == ("shade shade", before)
    assert (desk.resume().screen.id, said(desk.session)) == ("shade shade", before)


def test_a_folder_that_is_taken_away_is_a_sentence(desk: Desk) -> None:
    desk.give(SEEN)
    desk.folder.rename(desk.folder.with_name("elsewhere"))
    with pytest.raises(SessionError, match="could not be saved"):
        desk.give(ANA)
    desk.folder.with_name("elsewhere").rename(desk.folder)


def test_nothing_is_left_of_a_session_that_cannot_begin(sit: Callable[..., Desk], tmp_path: Path) -> None:
    from unbarred.errors import ContentError

    with pytest.raises(ContentError):
        sit("mandatory: True\ncode: nowhere\n")
    assert not (tmp_path / "desk-0" / "session").exists()


def test_one_damaged_session_does_not_hide_the_others(home: Path) -> None:
    good = home / "sessions" / "2026-11-20-commutation-aaaa"
    bad = home / "sessions" / "2026-11-21-commutation-bbbb"
    torn = home / "sessions" / "2026-11-21-commutation-cccc"
    for folder, text in (
        (good, '{"event": "opened", "interview": "clemency/commutation", "arguments": {}}\n'),
        (bad, "?\n"),
        (torn, '{"event": "opened", "inter'),
    ):
        folder.mkdir(parents=True)
        (folder / "journal.jsonl").write_text(text)
    listed = {each.name: each.damage for each in saved_sessions()}
    assert listed[good.name] == ""
    assert "damaged" in listed[bad.name]
    assert "cut off as it began" in listed[torn.name]
    assert find_session("aaaa") == good


def test_a_session_is_found_by_the_end_of_its_name_if_that_is_enough(home: Path) -> None:
    for name in ("2026-11-20-commutation-aaaa", "2026-11-21-commutation-bbbb", "2026-11-21-parole-bbbb"):
        (home / "sessions" / name).mkdir(parents=True)
        (home / "sessions" / name / "journal.jsonl").touch()
    assert find_session("aaaa").name == "2026-11-20-commutation-aaaa"
    with pytest.raises(SessionError, match="More than one session ends in bbbb"):
        find_session("bbbb")
    with pytest.raises(SessionError, match="Did you mean"):
        find_session("2026-11-20-commutation-aaab")
