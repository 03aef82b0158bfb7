"""The real program over a messy sheet; the invented clients in it are those of the benchmarks."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
sys.path.append(str(ROOT))

PROGRAM = Path(sys.executable).with_name("unbarred")
RUN = ("batch", "run", "clemency/commutation", "--in", "us-ny", "--as-of", "2026-11-21")

BatchRun = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def batch_run(tmp_path: Path) -> BatchRun:
    """Return a function that runs the batch without a terminal; a traceback is never right."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [PROGRAM, *RUN, *map(str, arguments)],
            env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80"},
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr + done.stdout, done.stderr
        return done

    return run
