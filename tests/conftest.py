"""What every test keeps to: none touches the data of whoever runs it, none waits for LibreOffice unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Nothing is timed here: a machine that does much else would fail a test that is right.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Write the packet's golden text anew, to be read in the diff before it is committed.",
    )
    parser.addoption(
        "--roads",
        type=int,
        metavar="NUMBER",
        help="Walk every interview on so many roads in each place [10 where there is an example, else 1].",
    )


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's own data, in this process and those it starts; it does not exist yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv("UNBARRED_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_office(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test starts LibreOffice, which takes seconds, but those of documents; others can take "" for it."""
    if "documents" not in request.path.parts:
        monkeypatch.setenv("UNBARRED_OFFICE", "none")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: some tests wait for other programs, or for the clock."""
    return (os.cpu_count() or 1) + 1
