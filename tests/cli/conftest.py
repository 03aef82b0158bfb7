"""The real program in a process of its own, and what it works with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pty_window import Open, windows
from small_law import put_small_law

from unbarred import content
from unbarred.answers import answer_file
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("unbarred")

Unbarred = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The folder the program is run in, empty."""
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


@pytest.fixture
def unbarred(desk: Path) -> Unbarred:
    """Return a function that runs the program without a terminal; a traceback is never right."""

    def run(*arguments: str | Path, stdin: int | None = subprocess.DEVNULL, **variables: str) -> object:
        done = subprocess.run(
            [PROGRAM, *map(str, arguments)],
            env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80", **variables},
            cwd=desk,
            stdin=stdin,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert "Traceback" not in done.stderr + done.stdout, done.stderr
        return done

    return run  # type: ignore[return-value]


@pytest.fixture
def rosa() -> Path:
    """The answers of the invented person."""
    return ROOT / "examples" / "rosa-example.yml"


@pytest.fixture
def saved(home: Path, rosa: Path) -> str:
    """The name of a saved session in which the invented person has answered everything."""
    name = "2026-11-21-commutation-rosa"
    given = answer_file.load(rosa)
    arguments = {"place": given.jurisdiction, "as_of": str(given.as_of)}
    session = Session.begin(home / "sessions" / name, given.interview, arguments)
    assert fill(session, given.answers) == []
    session.close()
    return name


@pytest.fixture
def own_content(tmp_path: Path) -> Path:
    """A copy of the content folders, to add to or to spoil; name it in UNBARRED_CONTENT."""
    folder = tmp_path / "content"
    for name in content.FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A content folder with a little law of places that do not exist."""
    return put_small_law(tmp_path / "small")


@pytest.fixture
def law(unbarred: Unbarred, small: Path) -> Unbarred:
    """Return a function that runs `unbarred law` on that content."""

    def run(*arguments: str | Path, **variables: str) -> object:
        return unbarred("law", *arguments, UNBARRED_CONTENT=str(small), **variables)

    return run  # type: ignore[return-value]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file in which a scripted conversation in a window keeps what was submitted."""
    return tmp_path / "kept.json"


@pytest.fixture
def open_window(kept: Path) -> Iterator[Open]:
    """Return a function that opens a scripted conversation in a pseudo-terminal."""
    with windows(kept) as start:
        yield start
