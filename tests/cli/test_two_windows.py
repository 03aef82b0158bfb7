"""Two windows that end in a packet at once, in one folder: each has its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("unbarred")


def test_each_of_two_interviews_that_end_at_once_has_its_packet(tmp_path: Path) -> None:
    command = [PROGRAM, "start", "clemency/commutation", "--no-pdf", "--answers"]
    rosa = ROOT / "examples" / "rosa-example.yml"
    windows = [
        subprocess.Popen(
            [*command, rosa], cwd=tmp_path, env={**os.environ, "PYTHONUTF8": "1"}, stdout=subprocess.PIPE
        )
        for _ in range(2)
    ]
    said = [window.communicate(timeout=120)[0].decode() for window in windows]
    assert [window.returncode for window in windows] == [0, 0]
    packets = sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("packet"))
    assert packets == ["packet-2026-11-21", "packet-2026-11-21-2"]
    assert all((tmp_path / name / "1-Application.docx").is_file() for name in packets)
    assert all(any(f"in {name}/" in each for each in said) for name in packets)
