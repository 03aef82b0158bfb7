"""An interview that pretends to work for a while does not let her wait, at once or whenever it is resumed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_waited_for() -> Iterator[None]:
    """While this is held, `time.sleep()` returns at once.

    On a server the code of a background action may sleep while a person goes on; here
    it is run in the foreground, and once more in each replay. Nothing that it could
    wait for goes on meanwhile.
    """
    sleep = time.sleep
    time.sleep = _go_on
    try:
        yield
    finally:
        time.sleep = sleep


def _go_on(seconds: object) -> None:
    """Take the place of `time.sleep`."""
