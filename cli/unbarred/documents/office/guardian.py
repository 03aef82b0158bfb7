"""Runs one LibreOffice, as a program of its own, so that nothing outlives whoever started it.

    python guardian.py FOLDER SOCKET PROGRAM [ARGUMENT...]

Runs PROGRAM. Each line of standard input is one more command to run, as a
JSON list; `done` on standard output says that it is over, and `ended` that
PROGRAM is. When standard input is closed, which happens also when whoever
holds its other end is killed, all of them are ended, and FOLDER is removed,
for it holds papers, and SOCKET, which LibreOffice leaves behind. It imports
nothing of ours, to start in no time.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

DONE, ENDED = "done", "ended"


def main(arguments: Sequence[str]) -> None:
    """Guard the program until standard input is closed, or the system shuts down."""
    folder, socket, *command = arguments
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    running: list[subprocess.Popen[bytes]] = []
    try:
        running.append(_started(command, ENDED))
        for line in sys.stdin:
            running.append(_started(json.loads(line), DONE))  # noqa: PERF401  (ended also if the next line is cut)
    finally:
        for program in reversed(running):
            _end(program)
        shutil.rmtree(folder, ignore_errors=True)
        Path(socket).unlink(missing_ok=True)


def _started(command: Sequence[str], said_when_over: str) -> subprocess.Popen[bytes]:
    # A session of its own: what it starts in turn can be ended with it.
    program = subprocess.Popen(  # noqa: S603  (what our starter found to be LibreOffice)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

    def wait() -> None:
        program.wait()
        print(said_when_over, flush=True)  # noqa: T201

    threading.Thread(target=wait, daemon=True).start()
    return program


def _end(program: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started; it has nothing to save."""
    if sys.platform == "win32":
        tree = ["taskkill", "/T", "/F", "/PID", str(program.pid)]
        subprocess.run(tree, capture_output=True, check=False)  # noqa: S603
    else:
        try:
            os.killpg(program.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    program.wait()


if __name__ == "__main__":
    main(sys.argv[1:])
