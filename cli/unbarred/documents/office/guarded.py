"""Our end of the guardian: what it is told, and what it says."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue

from unbarred.documents.office import guardian

_LOOKS_EVERY = 0.2
"""Seconds."""
_ENDS_WITHIN = 20.0


class Guarded:
    """A program that runs until `end`, or until this one is no more; then `folder` and `socket` go."""

    def __init__(
        self, command: Sequence[str], folder: Path, socket: Path, variables: Mapping[str, str]
    ) -> None:
        """Start `command`, with `variables` added to its environment."""
        self._folder = folder
        self._guardian = subprocess.Popen(  # noqa: S603  (the LibreOffice that was found)
            [sys.executable, "-IS", guardian.__file__, folder, socket, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | variables,
            text=True,
            encoding="utf-8",
            # Ctrl-C is for us, and we end it then.
            start_new_session=True,
            # Nobody else may speak to its socket.
            umask=0o077,
        )
        self._over: SimpleQueue[str] = SimpleQueue()
        self._ended = threading.Event()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def has_ended(self) -> bool:
        """Whether the program is no more, by itself or by `end`."""
        return self._ended.is_set()

    def run(self, command: Sequence[str], is_enough: Callable[[], bool]) -> bool:
        """Run one more command beside the program; return whether both lived until it was over.

        Every now and then `is_enough` is asked whether to wait no longer.
        """
        assert self._guardian.stdin is not None
        try:
            self._guardian.stdin.write(json.dumps(list(command)) + "\n")
            self._guardian.stdin.flush()
        except BrokenPipeError:
            return False
        while not self._ended.is_set() and not is_enough():
            try:
                return self._over.get(timeout=_LOOKS_EVERY) == guardian.DONE
            except Empty:
                continue
        return False

    def end(self) -> None:
        """End the program and all that it runs, and remove its folder; once more does no harm."""
        assert self._guardian.stdin is not None
        assert self._guardian.stdout is not None
        with suppress(BrokenPipeError):
            self._guardian.stdin.close()
        try:
            self._guardian.wait(_ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self._guardian.kill()
            self._guardian.wait()
        self._listener.join()
        self._guardian.stdout.close()
        # In case it was the guardian that was killed.
        shutil.rmtree(self._folder, ignore_errors=True)

    def _listen(self) -> None:
        assert self._guardian.stdout is not None
        for line in self._guardian.stdout:
            if line.strip() == guardian.ENDED:
                self._ended.set()
            self._over.put(line.strip())
        self._ended.set()
        self._over.put(guardian.ENDED)
