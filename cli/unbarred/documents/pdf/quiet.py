"""Keeps libraries from talking to the screen of a damaged file: what is to be said of it, we say."""

from __future__ import annotations

import logging

_LOGGERS = ("pikepdf", "img2pdf", "PIL", "pypdfium2")


def hush() -> None:
    """Let no library's log reach the screen unless the program asks for it."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
