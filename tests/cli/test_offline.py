"""With no network at all a packet is made: no socket is opened, no name is looked up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CLOSED = """
import socket, sys

class NoNetwork(BaseException):
    pass

def closed(*arguments, **options):
    raise NoNetwork("a socket was used")

for name in ("create_connection", "getaddrinfo", "gethostbyname", "gethostname", "getfqdn", "socketpair"):
    setattr(socket, name, closed)
socket.socket.__init__ = closed
from unbarred.app import main
main()
"""


def test_the_example_is_made_with_every_socket_closed(rosa: Path, desk: Path) -> None:
    answers = ("start", "clemency/commutation", "--answers", str(rosa), "--out", "packet")
    done = subprocess.run(
        [sys.executable, "-c", CLOSED, *answers],
        cwd=desk,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (desk / "packet" / "manifest.json").is_file()


def test_a_socket_would_be_noticed(desk: Path) -> None:
    script = CLOSED.replace("main()", "socket.create_connection(('127.0.0.1', 9))")
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=desk, capture_output=True, text=True, check=False
    )
    assert "NoNetwork" in done.stderr
