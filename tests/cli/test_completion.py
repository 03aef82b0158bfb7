"""What the shell is offered when Tab is pressed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("start cl", ["clemency/commutation", "clemency/pardon"]),
        ("start clemency/commutation --in us-n", "us-nc us-nd us-ne us-nh us-nj us-nm us-nv us-ny".split()),
        ("start docassemble.b", ["docassemble.base"]),
        ("interviews --in gb", ["gb-eaw", "gb-nir", "gb-sct"]),
        ("resume ", []),
    ],
)
def test_names_are_completed(words: str, offered: list[str]) -> None:
    line = f"unbarred {words}"
    completing = {
        "_UNBARRED_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }
    done = subprocess.run(
        [Path(sys.executable).with_name("unbarred")],
        env=os.environ | completing,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == offered
    assert done.stderr == ""
