"""Keeps libraries from talking to the screen of a damaged file: what is to be said of it, we say."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

STANDARD_ERROR = 2
_ONE_AT_A_TIME = threading.Lock()
_LOGGERS = ("pikepdf", "img2pdf", "PIL", "pypdfium2")


def hush() -> None:
    """Let no library's log reach the screen unless the program asks for it."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


@contextmanager
def silent() -> Iterator[None]:
    """Swallow what is written to standard error below Python, as libtiff does, until the block ends."""
    with _ONE_AT_A_TIME:
        try:
            kept = os.dup(STANDARD_ERROR)
        except OSError:
            # Standard error is closed: there is nothing to keep quiet.
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, STANDARD_ERROR)
        os.close(nowhere)
        try:
            yield
        finally:
            os.dup2(kept, STANDARD_ERROR)
            os.close(kept)
