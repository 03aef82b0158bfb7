"""A clinic with a little interview, for each test."""

from __future__ import annotations

from pathlib import Path

import pytest
from letter_clinic import LETTER, Clinic, run_here


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    """A folder with the interview in it, and no sheet yet."""
    folder = tmp_path / "clinic"
    folder.mkdir()
    made = Clinic(folder, run_here)
    made.interview.write_text(LETTER)
    return made
