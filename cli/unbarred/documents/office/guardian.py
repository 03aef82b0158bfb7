"""Watches over one LibreOffice, as a program of its own, so that nothing of it outlives who started it.

    python guardian.py FOLDER SOCKET PROGRAM [ARGUMENT...]

Runs PROGRAM until it ends by itself, or until standard input is closed: that
happens also when whoever holds the other end is killed. Then it removes
FOLDER, which holds papers, and SOCKET, which LibreOffice leaves behind. It
imports nothing of ours, to start in no time.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

_TO_END_WELL = 3.0
"""Seconds."""


def main(arguments: list[str]) -> int:
    """Guard the program; return its exit status."""
    folder, socket, *command = arguments
    try:
        # A session of its own: Ctrl-C is for whoever started us, and its helpers end with it.
        program = subprocess.Popen(  # noqa: S603  (what our starter found to be LibreOffice)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        threading.Thread(target=_end_with_input, args=(program,), daemon=True).start()
        return program.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        Path(socket).unlink(missing_ok=True)


def _end_with_input(program: subprocess.Popen[bytes]) -> None:
    sys.stdin.buffer.read()
    end(program, gently=True)


def end(program: subprocess.Popen[bytes], *, gently: bool = False) -> None:
    """End a program that has a session of its own, with all that it started; `gently` asks first."""
    if gently:
        _tell(program, signal.SIGTERM)
        try:
            program.wait(_TO_END_WELL)
        except subprocess.TimeoutExpired:
            pass
        else:
            return
    _tell(program, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    program.wait()


def _tell(program: subprocess.Popen[bytes], what: signal.Signals) -> None:
    if program.poll() is not None:
        return
    if sys.platform == "win32":
        tree = ["taskkill", "/T", "/F", "/PID", str(program.pid)]
        subprocess.run(tree, capture_output=True, check=False)  # noqa: S603
    else:
        os.killpg(program.pid, what)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
