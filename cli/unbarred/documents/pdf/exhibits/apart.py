"""Has strangers' files read in a process of its own, which may hang or crash and takes nothing along.

PDF and picture readers are large and written in C. What breaks them must not
break an interview: the process is given a time, and its end is a sentence.
It gets the file through a pipe, writes nothing, and goes when this one goes.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading

from unbarred.documents.pdf.exhibits.frames import receive, send
from unbarred.documents.pdf.exhibits.kinds import Kind
from unbarred.documents.pdf.refusals import ExhibitRefused

STARTS = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from unbarred.documents.pdf.exhibits.serving import serve; serve()"
)
SECONDS_PER_MEGABYTE = 3.0
SECONDS_AT_REST = 30.0
"""After these without a file the process goes: an interview may last for hours."""


class Workshop:
    """One such process. It starts with a file, serves the next ones, and goes when none comes."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._lock = threading.Lock()
        self._rest: threading.Timer | None = None

    def made(self, content: bytes, kind: Kind, paper: str, patience: float) -> bytes:
        """Return the pages of a file; `patience` is in seconds, and large files are given more.

        Raises `ExhibitRefused`.
        """
        limit = patience + SECONDS_PER_MEGABYTE * len(content) / 1024**2
        with self._lock:
            if self._rest is not None:
                self._rest.cancel()
            answer: list[tuple[dict[str, object], bytes] | None] = []
            asking = threading.Thread(target=self._ask, args=(content, kind, paper, answer), daemon=True)
            try:
                asking.start()
                asking.join(limit)
                if asking.is_alive():
                    raise ExhibitRefused(
                        "This file takes too long to draw.",
                        "Open it, print it to a new PDF as a picture, and use that one.",
                    )
                if not answer or answer[0] is None:
                    raise ExhibitRefused(
                        f"This file is {kind.value} that cannot be read.", "Print or scan it to a new PDF."
                    )
            except BaseException:
                # After Ctrl-C too: what it would say next belongs to a file that nobody waits for.
                self._end()
                raise
            self._rest = threading.Timer(SECONDS_AT_REST, self.close)
            self._rest.daemon = True
            self._rest.start()
        said, pages = answer[0]
        if said["message"]:
            raise ExhibitRefused(str(said["message"]), str(said["hint"]))
        return pages

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._end()

    def _ask(
        self, content: bytes, kind: Kind, paper: str, answer: list[tuple[dict[str, object], bytes] | None]
    ) -> None:
        try:
            process = self._started()
            assert process.stdin is not None, "it was asked for"
            assert process.stdout is not None, "it was asked for"
            send(process.stdin, {"kind": kind.name, "paper": paper}, content)
            answer.append(receive(process.stdout))
        except (OSError, ValueError):
            # The other process cannot start, has gone, or speaks no more sense: there is no answer.
            answer.append(None)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._owner == os.getpid() and self._process.poll() is not None:
            # A system short of memory may have ended it since: the next file is not to blame.
            self._end()
        if self._process is None or self._owner != os.getpid():
            # A copy of this process must not talk into the pipes of the one it was copied from.
            self._owner = os.getpid()
            # Isolated, so that no file lying in the folder of the exhibits is taken for a module.
            paths = json.dumps([path for path in sys.path if path])
            self._process = subprocess.Popen(  # noqa: S603  (this very Python)
                [sys.executable, "-I", "-c", STARTS, paths],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None and self._owner == os.getpid():
            process.kill()
            process.communicate()


WORKSHOP = Workshop()
atexit.register(WORKSHOP.close)
