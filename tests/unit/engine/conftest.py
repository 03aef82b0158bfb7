"""Packages that look as if they were installed, for the length of a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from others_package import write


@pytest.fixture
def add_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Return a function that installs the package `docassemble.<name>` with the given files."""
    site = tmp_path / "site"
    monkeypatch.syspath_prepend(str(site))

    def add(name: str, files: dict[str, str]) -> Path:
        return write(site / "docassemble" / name, files)

    return add
