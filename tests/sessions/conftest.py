"""Sessions for the tests, begun in a folder of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_interviews import FAMILY, Desk


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Return a function that begins a session with an interview given as text."""
    desks: list[Desk] = []

    def begin(text: str = FAMILY) -> Desk:
        folder = tmp_path / f"desk-{len(desks)}"
        folder.mkdir()
        desks.append(Desk(folder, text))
        return desks[-1]

    yield begin
    for desk in desks:
        desk.session.close()


@pytest.fixture
def desk(sit: Callable[..., Desk]) -> Desk:
    """A session at the first screen of the interview `FAMILY`."""
    return sit()
