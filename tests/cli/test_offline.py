"""The program speaks to nobody: not a single socket, from the command to the papers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "rosa-example.yml"

WATCHED = """
import sys

def refuse(event, arguments):
    # Python reports these also when C code opens the socket.
    if event.partition(".")[0] == "socket":
        raise SystemExit(f"a socket was touched: {event}")

sys.addaudithook(refuse)
from unbarred.app import main
main()
"""


def watched(*arguments: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        env={**os.environ, "UNBARRED_HOME": str(home), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_watch_sees_a_socket() -> None:
    opened = WATCHED.replace("from unbarred.app import main\nmain()", "import socket; socket.socket()")
    done = subprocess.run([sys.executable, "-c", opened], capture_output=True, text=True, check=False)
    assert "a socket was touched: socket.__new__" in done.stderr


def test_a_packet_is_made_without_a_socket(tmp_path: Path) -> None:
    packet = tmp_path / "packet"
    done = watched("start", "clemency/commutation", "--answers", EXAMPLE, "--out", packet, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(packet.glob("*.docx"))) >= 7


@pytest.mark.parametrize("command", ["interviews", "resume", "doctor"])
def test_the_other_commands_need_none_either(command: str, tmp_path: Path) -> None:
    done = watched(command, home=tmp_path / "home")
    assert (done.returncode, done.stderr) == (0, "")
