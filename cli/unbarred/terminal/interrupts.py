"""Signals while a line is being read: what ends the sitting, what redraws."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_ENOUGH = 3
"""So many signals end what does not come back to reading."""


class Interrupted(Exception):
    """Ctrl-C, a lost connection or a request to end came, or the input is at its end."""


class Interrupts:
    """Turns signals into `Interrupted`, but only where it is safe: while waiting for input.

    What comes while an answer is being saved waits until the next reading. Where no
    next reading comes, because code of an interview never ends, the third signal ends it.
    """

    def __init__(self, redraw: Callable[[], None]) -> None:
        self._redraw = redraw
        self._come = 0
        self._is_reading = False
        self._was_away = False
        """Came back from a suspension that began before the reading did."""

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Watch for signals inside, and put everything back afterwards."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {each: signal.signal(each, self._end) for each in _ending()}
        before |= {each: signal.signal(each, self._continue) for each in _continuing()}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let signals raise `Interrupted` inside."""
        if self._come:
            raise Interrupted
        self._is_reading = True
        try:
            if self._was_away:
                self._was_away = False
                self._redraw()
            yield
        finally:
            self._is_reading = False

    def _end(self, number: int, frame: FrameType | None) -> None:
        self._come += 1
        if self._is_reading:
            raise Interrupted
        if self._come >= _ENOUGH:
            raise KeyboardInterrupt

    def _continue(self, number: int, frame: FrameType | None) -> None:
        if self._is_reading:
            self._redraw()
        else:
            self._was_away = True


def _ending() -> list[signal.Signals]:
    return _existing("SIGINT", "SIGTERM", "SIGHUP")


def _continuing() -> list[signal.Signals]:
    return _existing("SIGCONT")


def _existing(*names: str) -> list[signal.Signals]:
    return [getattr(signal, name) for name in names if hasattr(signal, name)]
