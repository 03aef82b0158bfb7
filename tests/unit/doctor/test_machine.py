"""The doctor finds what is wrong with a machine, and says how to mend it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from unbarred.doctor import State, machine


def test_a_folder_that_is_not_there_yet_is_well(home: Path) -> None:
    sign = machine.data_folder()
    assert (sign.state, sign.says) == (State.GOOD, f"none yet; they will be kept in {home}")
    assert not home.exists()


def test_saved_sessions_are_counted(home: Path) -> None:
    (home / "sessions" / "one").mkdir(parents=True)
    (home / "sessions" / "two").mkdir()
    home.chmod(0o700)
    assert machine.data_folder().says == f"2 saved, in {home}, which only you can read"


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such modes")
def test_a_folder_others_can_read_is_named_with_the_cure(home: Path) -> None:
    home.mkdir()
    home.chmod(0o755)
    sign = machine.data_folder()
    assert sign.state is State.BAD
    assert sign.mend == f"Close it with: chmod 700 '{home}'"


def test_a_file_in_the_way_is_bad(home: Path) -> None:
    home.write_text("")
    assert machine.data_folder().state is State.BAD


def test_an_editor_that_is_not_here_is_bad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "no-such-editor --wait")
    sign = machine.editor()
    assert (sign.state, sign.says) == (State.BAD, "EDITOR names no-such-editor --wait, which is not here.")
    monkeypatch.delenv("EDITOR")
    assert machine.editor().state is State.GOOD
