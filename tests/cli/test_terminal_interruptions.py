"""Stopping, stepping aside and being cut off, in a real pseudo-terminal."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from pty_window import ENTER, Open, Window, draft, given, scripted

TAB = "\t"
CTRL_C = "\x03"
CTRL_D = "\x04"
CTRL_Z = "\x1a"
SAVED = "Saved. To go on another day, type: unbarred resume"


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_control_c_and_control_d_save_and_stop(open_window: Open, kept: Path, key: str) -> None:
    window = open_window("--from", "HELPER")
    window.see("Does somebody help you?")
    window.type("n", "l")
    window.see("What happened?")
    window.press("Half a sent" + key)
    assert window.wait() == 0
    assert SAVED in window.text
    assert "Ended: interrupted" in window.text
    assert given(kept) == {"has_helper": False, "appeal": None}
    assert draft(kept) == "Half a sent"


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_lost_connection_keeps_what_was_typed(
    open_window: Open, kept: Path, number: signal.Signals
) -> None:
    window = open_window("--from", "STORY")
    window.see("What happened?")
    window.press("Half a sent")
    window.see("3 words")
    window.send_signal(number)
    assert window.wait() == 0
    assert draft(kept) == "Half a sent"
    again = open_window("--from", "STORY")
    again.see("Half a sent", "3 words")
    again.press("ence" + TAB)
    again.see("How many children")
    assert given(kept)["story"] == "Half a sentence"


def test_a_closed_terminal_keeps_what_was_typed(open_window: Open, kept: Path) -> None:
    window = open_window("--from", "STORY")
    window.see("What happened?")
    window.press("Half a sent")
    window.see("3 words")
    window.child.close(force=False)
    assert draft(kept) == "Half a sent"


def test_stopping_is_safe_and_says_so(open_window: Open, kept: Path) -> None:
    window = open_window("--from", "PLACE")
    window.see("Where are you held?")
    window.type("2", "s")
    assert window.wait() == 0
    assert SAVED in window.text
    assert "Ended: stopped" in window.text
    assert given(kept) == {"place": "albion"}
    again = open_window("--from", "PLACE")
    again.see("What have you done inside?")


def test_nothing_typed_stays_in_the_home_folder_or_on_the_screen(open_window: Open, kept: Path) -> None:
    window = open_window("--from", "COURT")
    window.see("Which court")
    window.type("Secret County Court", "s")
    window.wait()
    assert list((kept.parent / "home").rglob("*")) == []
    leaving = window.raw.rindex(b"\x1b[?1049l")
    assert b"Secret" not in window.raw[leaving:]


def test_control_z_steps_aside_and_comes_back(kept: Path, tmp_path: Path) -> None:
    shell = Window(["bash", "--norc", "--noprofile", "-i"], tmp_path, PS1="READY ", HISTFILE="")
    try:
        shell.see("READY")
        shell.type(" ".join(scripted(kept, "--from", "COURT")))
        shell.see("Which court has the appeal?")
        shell.press("Albany")
        shell.see("Answer: Albany")
        shell.press(CTRL_Z)
        shell.see("Stopped")
        shell.type("clear; fg")
        shell.lose("Stopped")
        shell.see("Which court has the appeal?", "Answer: Albany", "00 menu")
        shell.press(" County" + ENTER)
        shell.see("What happened?")
    finally:
        shell.close()
    assert given(kept) == {"court": "Albany County"}
