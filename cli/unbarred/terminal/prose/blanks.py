"""Blanks in HTML: however many there are, and of whatever kind, they are one."""

from __future__ import annotations

import re

from unbarred.terminal.printable import printable

_BLANKS = re.compile(r"[ \t\n\r\f\xa0]+")


def one_blank(text: str) -> str:
    """Return what can be printed of `text`, with one blank where there are several."""
    return printable(_BLANKS.sub(" ", text))
