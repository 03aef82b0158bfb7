"""Loads what stays until the program ends, without looking for garbage in it again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept_for_good() -> Iterator[None]:
    """While this is held, Python collects no garbage; what is there at its end it never looks through again.

    Libraries and a parsed interview are some hundred thousand objects, and Python would look through all
    of them several times as they are made, and now and then between two screens.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
