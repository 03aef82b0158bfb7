"""Interviews for the engine's tests: written as text, run by docassemble's own engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from unbarred.engine import Run, load_file

Starter = Callable[..., Run]


@pytest.fixture
def start(tmp_path: Path) -> Starter:
    """Return a function that writes an interview to a file and starts it."""

    def starter(text: str, **arguments: str) -> Run:
        path = tmp_path / "interview.yml"
        path.write_text(dedent(text), encoding="utf-8")
        return Run(load_file(path), arguments)

    return starter
