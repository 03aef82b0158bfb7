"""Finds the keys of an interview's blocks that docassemble does not know, and passes over without a word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from unbarred.engine.blocks import every_block
from unbarred.errors import nearest


def misspelt(sources: Iterable[Any]) -> str:
    """Return a sentence about the first unknown key in docassemble's `sources`, or "" if there is none."""
    known = _known_keys()
    for source in sources if known else ():
        for block in every_block(source):
            for key in block.keys:
                # One that is like none of docassemble's own is a remark of the author's.
                guess = nearest(key, sorted(known), 1)
                if key not in known and guess:
                    where = block.where(block.line_of_top_key(key))
                    return f"docassemble does not know the key {key} ({where}). {guess}"
    return ""


def _known_keys() -> frozenset[str]:
    """Return the keys a block may have: docassemble writes them down in the code that reads a block."""
    from docassemble.base.parse import Question

    lists = [each for each in Question.__init__.__code__.co_consts if isinstance(each, (tuple, frozenset))]
    longest: Any = max((each for each in lists if "continue button field" in each), key=len, default=())
    return frozenset(str(each) for each in longest)
