"""A text on one line, for a place where nothing can be marked."""

from __future__ import annotations

import re
from functools import lru_cache

from unbarred.terminal.printable import printable
from unbarred.terminal.prose.blocks import Block
from unbarred.terminal.prose.markdown import blocks

_MARKUP = frozenset("{}*_`[]<>&\\:#~|")
"""Signs without which a text is neither Markdown nor HTML."""

_MEANING = re.compile(r"[\\`*_{}\[\]<>&#:|~]|(?<=^\d)\.|^[-+]")
"""Signs that mean something to Markdown, or to docassemble."""

_BRACES = str.maketrans("", "", "{}")


@lru_cache(maxsize=1024)
def bare(label: str) -> str:
    """Return a label as plain text on one line, without the marks of Markdown and HTML."""
    if _MARKUP.isdisjoint(label):
        return " ".join(printable(label).split())
    words = [
        f"{block.mark}{block.text.plain}" if isinstance(block, Block) else block.text.plain
        for block in blocks(label)
    ]
    return " ".join(" ".join(words).translate(_BRACES).split())


def escaped(text: str) -> str:
    """Return Markdown that reads as `text`, whatever signs are in it."""
    return _MEANING.sub(r"\\\g<0>", text)
