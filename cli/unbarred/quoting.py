"""Quoting what a person gave, or an author wrote, in a message."""

from __future__ import annotations


def quoted(given: object, longest: int = 40) -> str:
    """Return `given` in quotation marks, on one line and at most `longest` characters long."""
    return f"“{one_line(given, longest)}”"


def one_line(given: object, longest: int) -> str:
    """Return `given` on one line, at most `longest` characters long.

    What a terminal would obey instead of showing becomes a blank.
    """
    text = " ".join("".join(c if c.isprintable() else " " for c in str(given)).split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
