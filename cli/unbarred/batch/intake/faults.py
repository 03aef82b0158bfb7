"""A file of intake that cannot be read, or not as what it is."""

from __future__ import annotations

from unbarred.errors import UserError, Where

STANDARD_INPUT = "standard input"


class UnreadableIntake(UserError):
    """The file is no table, is damaged or locked, or is made to fill a computer."""


def unreadable(file: str, message: str, hint: str = "") -> UnreadableIntake:
    """Return the error that says `message` of `file`; `""` is standard input."""
    return UnreadableIntake(message, hint, Where(file or STANDARD_INPUT))
