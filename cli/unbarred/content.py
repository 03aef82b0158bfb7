"""Finds the content: interviews, templates and jurisdictions.

Looked for in this order: the folder in `UNBARRED_CONTENT`, the content inside
the installed package, the checkout that the package is run from.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from unbarred.errors import ContentError

CONTENT_VARIABLE = "UNBARRED_CONTENT"
FOLDERS = ("interviews", "templates", "jurisdictions")


@cache
def root() -> Path:
    """Return the folder that holds `interviews/`, `templates/` and `jurisdictions/`."""
    chosen = os.environ.get(CONTENT_VARIABLE)
    package = Path(__file__).resolve().parent
    candidates = [Path(chosen)] if chosen else [package / "_content", package.parent.parent]
    for candidate in candidates:
        if all((candidate / name).is_dir() for name in FOLDERS):
            return candidate.resolve()
    raise ContentError(
        f"No interviews were found in {candidates[0]}.",
        f"Set {CONTENT_VARIABLE} to a folder that holds {', '.join(FOLDERS)}.",
    )


def interviews() -> Path:
    """Return the folder of docassemble interview files."""
    return root() / "interviews"


def templates() -> Path:
    """Return the folder of DOCX templates."""
    return root() / "templates"


def jurisdictions() -> Path:
    """Return the folder of law data, one subfolder a place."""
    return root() / "jurisdictions"
