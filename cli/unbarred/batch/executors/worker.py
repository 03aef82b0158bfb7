"""One worker process, as the one who started it sees it: what it was sent, what it is at, how it ended.

Each has pipes of its own. A pool whose workers share one (multiprocessing's, pebble's) is broken
for good by a worker that is killed while it reads or writes; here that costs this worker alone.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from queue import SimpleQueue
from typing import Any

from unbarred.batch.executors import frames
from unbarred.batch.executors.serving import Said, Start
from unbarred.batch.tasks import Task

STARTS = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from unbarred.batch.executors.serving import serve; serve()"
)
_STARTING = 180.0
"""Seconds that a worker may take to get ready, on a machine with much else to do."""


class Worker:
    """One process. What it says arrives in `events`, as `(worker, what it said)`; None is its end."""

    def __init__(self, start: Start, events: SimpleQueue[tuple[Worker, Any]]) -> None:
        """Start it. Raises `OSError`."""
        self.is_ready = False
        self.is_worn = False
        """It gets no more tasks."""
        self.sent: deque[Task] = deque()
        """What it has not done yet; if it is at work, on the first."""
        self.is_at_work = False
        self.was_late = False
        """It was stopped because of the task that it was at, or because it never got ready."""
        self._limit = start.limits.seconds
        self._since: float | None = time.monotonic()
        self._lock = threading.Lock()
        self._folder = folder = start.folder
        self._events = events
        folder.mkdir(mode=0o700)
        # Isolated, so that no file lying in the present folder is taken for a module.
        paths = json.dumps([path for path in sys.path if path])
        self._process = subprocess.Popen(  # noqa: S603  (this very Python)
            [sys.executable, "-I", "-c", STARTS, paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # A trace could quote an answer.
            stderr=subprocess.DEVNULL,
            env={**os.environ, **start.environment, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))},
            # Ctrl-C is for the one who started it; and all that it starts in turn can be ended with it.
            start_new_session=True,
        )
        self._send(start)
        threading.Thread(target=self._listen, daemon=True).start()

    def give(self, task: Task) -> None:
        """Send it one more task."""
        self.sent.append(task)
        self._send(task)

    def stop_if_late(self, now: float) -> None:
        """Kill it if it took too long; `now` is as `time.monotonic()`."""
        with self._lock:
            since = self._since
            limit = self._limit if self.is_at_work else _STARTING
            if since is None or now - since <= limit:
                return
            self.was_late = True
        self.kill()

    def forgive(self, seconds: float) -> None:
        """Let so much time not count: this computer was asleep."""
        with self._lock:
            if self._since is not None:
                self._since += seconds

    def retire(self) -> None:
        """Let it end by itself; it has nothing to do."""
        with contextlib.suppress(OSError):
            assert self._process.stdin is not None, "it was asked for"
            self._process.stdin.close()

    def end(self) -> int | None:
        """Kill it with all that it started, clear up after it; return its exit status."""
        self.kill()
        self.retire()
        with contextlib.suppress(subprocess.TimeoutExpired):
            # What is killed may still stay a while in the middle of a write to a slow disk.
            self._process.wait(5)
        shutil.rmtree(self._folder, ignore_errors=True)
        return self._process.returncode

    def kill(self) -> None:
        """Kill it with all that it started; its end arrives as an event."""
        if self._process.returncode is not None:
            return
        if sys.platform == "win32":
            self._process.kill()
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _send(self, said: object) -> None:
        # If it has gone, its end arrives as an event.
        with contextlib.suppress(OSError, ValueError):
            assert self._process.stdin is not None, "it was asked for"
            frames.send(self._process.stdin, said)

    def _listen(self) -> None:
        """Pass on what it says, in a thread; keep its time, for whoever takes the events may be busy."""
        assert self._process.stdout is not None, "it was asked for"
        with self._process.stdout as answers:
            while (data := frames.receive(answers)) is not None:
                said = frames.opened(data)
                began = said[0] is Said.BEGAN
                with self._lock:
                    if self.was_late:
                        # What it says now comes too late: it is killed already.
                        continue
                    self.is_at_work = began
                    self._since = time.monotonic() if began else None
                if not began:
                    self._events.put((self, said))
        self._events.put((self, None))
