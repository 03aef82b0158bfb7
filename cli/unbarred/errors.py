"""Errors a person can act on, and the exit codes they end in.

Everything that can go wrong for a reason outside the program is a `UserError`:
one sentence that says what is wrong, where, and how to mend it. `app.main` is
the only place that shows one. Any other exception is a bug of ours.
"""

from __future__ import annotations

import dataclasses
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


@dataclass(frozen=True)
class ExcerptLine:
    """A line of a file, as its author wrote it; `number` is None where the file's own is not known."""

    number: int | None
    text: str
    is_at_fault: bool = False


@dataclass(frozen=True)
class Excerpt:
    """The lines of a file that an error speaks of. Where numbers jump, lines were left out."""

    lines: tuple[ExcerptLine, ...]

    def __str__(self) -> str:
        width = max(len(str(line.number or "")) for line in self.lines)
        shown: list[str] = []
        before: int | None = None
        for line in self.lines:
            if before is not None and line.number is not None and line.number > before + 1:
                shown.append("  ...")
            sign = ">" if line.is_at_fault else " "
            shown.append(f"{sign} {line.number or '':>{width}} | {line.text}".rstrip())
            before = line.number
        return "\n".join(shown)


class UserError(Exception):
    """Something the person can mend.

    `message` is one sentence; `hint` says what to do; `where` points at the
    place, and `excerpt` shows it, never with a value of an answer. `code` is
    the exit status if the error ends the program.
    """

    code = ExitCode.REFUSED

    def __init__(
        self, message: str, hint: str = "", where: Where | None = None, excerpt: Excerpt | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.where = where
        self.excerpt = excerpt

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{place}{self.message}{hint}"

    def as_data(self) -> dict[str, object]:
        """Return the error in plain JSON types: message, hint, file, line, column, and the lines shown."""
        where, excerpt = self.where, self.excerpt
        lines = [dataclasses.asdict(line) for line in excerpt.lines] if excerpt else []
        return {
            "message": self.message,
            "hint": self.hint,
            "file": where.source if where else None,
            "line": where.line if where else None,
            "column": where.column if where else None,
            "lines": lines,
        }


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
