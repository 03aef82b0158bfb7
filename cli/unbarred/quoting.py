"""Quoting what a person gave in a message to her."""

from __future__ import annotations


def quoted(given: object, longest: int = 40) -> str:
    """Return `given` in quotation marks, on one line and at most `longest` characters long.

    What a terminal would obey instead of showing becomes a blank.
    """
    text = " ".join("".join(c if c.isprintable() else " " for c in str(given)).split())
    return f"“{text if len(text) <= longest else text[: longest - 1].rstrip() + '…'}”"
