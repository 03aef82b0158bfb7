"""What is trusted: once for each content, kept for its owner only, asked again when anything changes."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from others_package import write, write_package

from unbarred.engine import NotTrusted, load
from unbarred.engine.origins import find
from unbarred.sessions import trust
from unbarred.sessions.trust import State


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    return write_package(tmp_path, tmp_path / "mark")


def state(path: Path) -> State:
    return trust.examine(find(str(path))).state


def test_ours_is_trusted_from_the_start(home: Path) -> None:
    examined = trust.examine(find("clemency/commutation"))
    assert examined.state is State.TRUSTED
    trust.accept(examined)
    assert not home.exists()


def test_trust_is_given_once(garden: Path, home: Path) -> None:
    assert state(garden) is State.NEW
    trust.accept(trust.examine(find(str(garden))))
    assert state(garden) is State.TRUSTED
    (kept,) = (home / "trusted").iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    kept.unlink()
    assert state(garden) is State.NEW


def test_it_goes_with_the_content_and_not_with_the_place(garden: Path, tmp_path: Path) -> None:
    trust.accept(trust.examine(find(str(garden))))
    moved = garden.parents[1].rename(tmp_path / "moved")
    assert state(moved) is State.TRUSTED


@pytest.mark.parametrize("name", ["prices.py", "data/sources/prices.csv", "data/questions/deeper/more.yml"])
def test_what_has_changed_is_told_with_the_day(garden: Path, name: str) -> None:
    trust.accept(trust.examine(find(str(garden))))
    (garden / name).write_text("\n")
    examined = trust.examine(find(str(garden)))
    assert (examined.state, examined.changed) == (State.CHANGED, ("docassemble.garden",))
    assert len(examined.trusted_on) == 10
    trust.accept(examined)
    assert state(garden) is State.TRUSTED


def test_going_back_to_what_was_trusted_asks_nothing(garden: Path) -> None:
    trust.accept(trust.examine(find(str(garden))))
    text = (garden / "prices.py").read_text()
    (garden / "prices.py").write_text("\n")
    trust.accept(trust.examine(find(str(garden))))
    (garden / "prices.py").write_text(text)
    assert state(garden) is State.TRUSTED


def test_a_damaged_note_only_makes_it_ask(garden: Path, home: Path) -> None:
    write(home / "trusted", {f"{number}.json": text for number, text in enumerate(["", "[]", '{"at": 1}'])})
    assert state(garden) is State.NEW


def test_nothing_is_loaded_that_nobody_trusts(garden: Path, tmp_path: Path) -> None:
    name = find(str(garden)).name
    with pytest.raises(NotTrusted):
        load(name)
    assert not (tmp_path / "mark").exists()
    trust.accept(trust.examine(find(name)))
    assert load(name).title == "A garden"
    assert (tmp_path / "mark").exists()
