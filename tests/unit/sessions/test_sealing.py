"""A store that seals what it keeps can be put under a session's journal and drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from unbarred.errors import SessionError
from unbarred.sessions.drafts import Drafts
from unbarred.sessions.journal import Journal
from unbarred.sessions.records import add_up

OPENED = {
    "event": "opened",
    "format": 1,
    "interview": "a/b",
    "arguments": {"place": "us"},
    "at": "2026-11-21",
}
ANSWERED = {"event": "answered", "screen": "name", "answers": {"first": "Quetzal"}, "at": "2026-11-21"}


class Hexadecimal:
    """Not a secret, but nothing that can be read as it stands."""

    def close(self, line: bytes) -> bytes:
        return line.hex().encode()

    def open(self, written: bytes) -> bytes:
        return bytes.fromhex(written.decode())


def test_a_sealed_journal_shows_nothing_and_gives_back_everything(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = Journal(path, Hexadecimal())
    journal.append(OPENED)
    journal.append(ANSWERED)
    assert b"Quetzal" not in path.read_bytes()
    again = Journal(path, Hexadecimal())
    assert list(again.events()) == [OPENED, ANSWERED]
    again.append({"event": "finished"})
    records = add_up(Journal(path, Hexadecimal()))
    assert (records.interview, records.finished) == ("a/b", True)
    assert records.records[0].answers == {"first": "Quetzal"}


def test_a_line_that_does_not_open_is_damage_in_that_line(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    Journal(path, Hexadecimal()).append(OPENED)
    with path.open("ab") as file:
        file.write(b"not sealed\n")
    with pytest.raises(SessionError) as error:
        list(Journal(path, Hexadecimal()).events())
    assert str(error.value).startswith(f"{path}:2: This saved session is damaged.")


def test_a_sealed_draft_shows_nothing_and_comes_back(tmp_path: Path) -> None:
    Drafts(tmp_path, Hexadecimal()).keep("story", "Quetzal")
    assert b"Quetzal" not in (tmp_path / "draft").read_bytes()
    assert Drafts(tmp_path, Hexadecimal()).kept("story") == "Quetzal"
    assert Drafts(tmp_path).kept("story") is None


def test_a_journal_without_a_first_line_holds_no_session(tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").write_bytes(b'{"event": "opened", "form')
    with pytest.raises(SessionError, match="cut off as it began"):
        add_up(Journal(tmp_path / "journal.jsonl"))
    with pytest.raises(SessionError, match="has no file"):
        add_up(Journal(tmp_path / "elsewhere.jsonl"))
