"""The plain face: as a program whose input and output are files, and in a pseudo-terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pty_window import PATIENCE, Window, draft, given, scripted

GOLDEN = Path(__file__).parent / "golden" / "terminal_plain.txt"
SAVED = "Saved. To go on another day, type: unbarred resume"
CTRL_C, CTRL_D, CTRL_Z = "\x03", "\x04", "\x1a"

SITTING = """

Ana

O'Neil
6/31/1980
?

6/30/1980
al
b
6/29/1980
albi
1,3-4
yes
My aunt
l
1
Albany
c
0
c
6
no
1
He said that he would come.

Then he did.
.
l
2
l
1
0
1
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept.json"


@pytest.fixture
def window(kept: Path) -> Iterator[Window]:
    window = Window(scripted(kept, "--from", "STORY", "--plain"), kept.parent)
    yield window
    window.close()


def run(kept: Path, typed: str, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        scripted(kept, *options),
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=20,
        check=False,
        env={**os.environ, "COLUMNS": "80", "LANG": "C.UTF-8", **variables},
    )


def wait_for_draft(kept: Path, text: str) -> None:
    end = time.monotonic() + PATIENCE
    while draft(kept) != text:
        assert time.monotonic() < end, f"{draft(kept)!r} is kept, not {text!r}"
        time.sleep(0.01)


def test_a_whole_sitting_reads_like_a_form_read_aloud(kept: Path) -> None:
    done = run(kept, SITTING.removeprefix("\n"), "--plain")
    assert done.stdout == GOLDEN.read_text(encoding="utf-8")
    assert done.returncode == 0
    assert done.stderr == ""
    assert given(kept) == {
        "first": "Ana",
        "middle": None,
        "last": "O'Neil",
        "born": "1980-06-29",
        "place": "albion",
        "done": ["school", "parenting", "puppies"],
        "has_helper": True,
        "helper": "My aunt",
        "email": None,
        "appeal": False,
        "story": "He said that he would come.\n\nThen he did.",
        "children": 2,
        "money": None,
        "go_on": True,
    }


def test_nothing_moves_the_cursor_colours_or_draws() -> None:
    text = GOLDEN.read_text(encoding="utf-8")
    assert "\x1b" not in text
    assert not any("\u2500" <= sign <= "\u259f" for sign in text)


def test_a_log_or_a_simple_terminal_is_plain_without_being_asked(kept: Path) -> None:
    piped = run(kept, "2\n", "--from", "HELPER")
    assert "1. Yes\n2. No\n" in piped.stdout
    assert "\x1b" not in piped.stdout
    dumb = Window(scripted(kept, "--from", "HELPER"), kept.parent, TERM="dumb")
    try:
        dumb.see("Is an appeal under way?")
        assert b"\x1b" not in dumb.raw
    finally:
        dumb.close()


def test_the_end_of_the_input_saves_and_stops(kept: Path) -> None:
    done = run(kept, "Half a sent", "--from", "STORY", "--plain")
    assert done.stdout.endswith(f"{SAVED}\nEnded: interrupted\n")
    assert draft(kept) == "Half a sent"


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_control_c_and_control_d_save_and_stop(window: Window, kept: Path, key: str) -> None:
    window.see("What happened?", "type a full stop (.) alone on a line")
    window.type("First line.", "Second line.")
    wait_for_draft(kept, "First line.\nSecond line.")
    window.press(key)
    assert window.wait() == 0
    assert SAVED in window.text
    assert "Ended: interrupted" in window.text
    assert draft(kept) == "First line.\nSecond line."


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_lost_connection_keeps_what_was_typed(window: Window, kept: Path, number: signal.Signals) -> None:
    window.see("What happened?")
    window.type("First line.")
    wait_for_draft(kept, "First line.")
    window.send_signal(number)
    assert window.wait() == 0
    again = Window(scripted(kept, "--from", "STORY", "--plain"), kept.parent)
    try:
        again.see(
            "You have written 2 words: First line.", "Type 1 to keep it, 2 to add to it, 3 to write it new"
        )
        again.type("2", "Second line.", ".")
        again.see("How many children")
    finally:
        again.close()
    assert given(kept)["story"] == "First line.\nSecond line."


def test_fifty_pasted_lines_trip_nothing(window: Window, kept: Path) -> None:
    lines = [f"Line {number}: it was a long day." for number in range(50)]
    window.see("What happened?")
    window.type(*lines, ".")
    window.see("How many children")
    assert given(kept)["story"] == "\n".join(lines)


def test_a_line_too_long_for_the_terminal_is_said_to_be_so(window: Window) -> None:
    window.see("What happened?")
    window.type("word " * 1200)
    window.see("its end may be missing")


def test_commands_work_while_writing(window: Window, kept: Path) -> None:
    window.see("What happened?")
    window.type("One line.", "=b", "s")
    assert window.wait() == 0
    assert "Ended: stopped" in window.text
    assert draft(kept) == "One line.\nb"


def test_the_person_s_own_editor(kept: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "Written elsewhere." >> "$1"\n')
    editor.chmod(0o700)
    done = run(kept, "e\n1\ns\n", "--from", "STORY", "--plain", VISUAL=str(editor))
    assert "You have written 2 words:\nWritten elsewhere.\n" in done.stdout
    assert given(kept)["story"] == "Written elsewhere."


def test_signs_the_terminal_cannot_show_stop_nothing(kept: Path) -> None:
    done = run(kept, "s\n", "--from", "WIDE", "--plain", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Ended: stopped" in done.stdout


def test_control_z_steps_aside_and_comes_back(kept: Path, tmp_path: Path) -> None:
    shell = Window(["bash", "--norc", "--noprofile", "-i"], tmp_path, PS1="READY ", HISTFILE="")
    try:
        shell.see("READY")
        shell.type(" ".join(scripted(kept, "--from", "COURT", "--plain")))
        shell.see("Answer:")
        shell.press(CTRL_Z)
        shell.see("Stopped")
        shell.type("clear; fg")
        shell.lose("Stopped")
        shell.see("Answer:")
        shell.type("Albany")
        shell.see("What happened?")
    finally:
        shell.close()
    assert given(kept) == {"court": "Albany"}
