"""Typing that the terminal does not show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


@contextmanager
def unechoed(source: TextIO) -> Iterator[None]:
    """Have the terminal behind `source` not show what is typed inside; a file or a pipe shows nothing anyway.

    What was typed ahead stays, so `getpass`, which throws it away, is not for this.
    """
    try:
        import termios
    except ImportError:
        # Not a POSIX system: there is no such switch to turn.
        yield
        return
    if not source.isatty():
        yield
        return
    number = source.fileno()
    before = termios.tcgetattr(number)
    silent = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
    termios.tcsetattr(number, termios.TCSADRAIN, silent)
    try:
        yield
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, before)
