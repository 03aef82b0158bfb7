"""The process's own temporary folder: readable by its owner only, removed at the end.

docassemble writes temporary files of its own accord; Python's temporary folder
is pointed here so that none of them lands where others can read it.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path


@cache
def path() -> Path:
    """Return the folder, made with mode 0700 on first use."""
    folder = Path(tempfile.mkdtemp(prefix="unbarred-"))
    tempfile.tempdir = str(folder)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
