"""Errors a person can act on, and the exit codes they end in.

Everything that can go wrong for a reason outside the program is a `UserError`:
one sentence that says what is wrong, where, and how to mend it. `app.main` is
the only place that shows one. Any other exception is a bug of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """What the program's exit status means; documented in docs/exit-codes.md."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    CONTENT = 3
    MATTER = 4
    BUG = 70
    INTERRUPTED = 130


@dataclass(frozen=True)
class Where:
    """The place an error speaks of: a file and line, or a screen and field."""

    source: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.source, self.line, self.column]
        return ":".join(str(part) for part in parts if part is not None)


class UserError(Exception):
    """Something the person can mend.

    `message` is one sentence; `hint` says what to do; `where` points at the
    place. `code` is the exit status if the error ends the program.
    """

    code = ExitCode.REFUSED

    def __init__(self, message: str, hint: str = "", where: Where | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.where = where

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{place}{self.message}{hint}"


class UsageError(UserError):
    """The command line asks for something that does not exist or does not fit."""

    code = ExitCode.USAGE


class ContentError(UserError):
    """An interview, template or jurisdiction file is faulty."""

    code = ExitCode.CONTENT


class SessionError(UserError):
    """A saved session is missing, held by another program, or damaged."""

    code = ExitCode.MATTER


def nearest(word: str, known: list[str], count: int = 3) -> str:
    """Return `Did you mean a, b or c?` for the known words closest to `word`, else `""`."""
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=count, cutoff=0.4)
    if not close:
        return ""
    if len(close) == 1:
        return f"Did you mean {close[0]}?"
    return f"Did you mean {', '.join(close[:-1])} or {close[-1]}?"
