"""Asks whether an interview that somebody else wrote may run, before anything of it does."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import typer

from unbarred.errors import ContentError, UsageError, UserError, Where

if TYPE_CHECKING:
    from pathlib import Path

    from unbarred.sessions.catalogue import Entry
    from unbarred.sessions.trust import Examined

HELP = "Run somebody else's interview without asking: you trust it as it is now."

_WARNING = (
    "An interview is a program. Once it runs it can do anything on this computer that you can do: "
    "read your files, change them, send them away. unbarred cannot hold it back. "
    "Say yes only if you trust whoever wrote it."
)
_WIDEST = 80
_MOST_NAMED = 5
"""So many parts of an interview are named; more are counted."""


def settle(entry: Entry, *, trust: bool) -> None:
    """Let the interview `entry` run if it is ours or trusted, or if she says now that she trusts it.

    `trust` says so in her place. Raises `UsageError` where nobody can be asked, `UserError` if
    she says no, `ContentError` if something is missing without which it cannot run.
    """
    from unbarred.engine import origins
    from unbarred.sessions import trust as kept
    from unbarred.sessions.trust import State

    if not entry.is_ours and (lacking := origins.missing(entry.origin)) is not None:
        raise lacking
    examined = kept.examine(entry.origin)
    if examined.state is not State.TRUSTED and not trust:
        _ask(entry, examined)
    kept.accept(examined)


def settle_session(folder: Path, *, trust: bool) -> Entry:
    """Do as `settle` for the interview of the saved session in `folder`, and return it.

    Raises `SessionError` if the session cannot be read, `ContentError` if its interview is gone.
    """
    from unbarred.sessions import catalogue
    from unbarred.sessions.journal import Journal
    from unbarred.sessions.records import add_up

    name = add_up(Journal(folder / "journal.jsonl")).interview
    try:
        entry = catalogue.entry(name)
    except UsageError as error:
        raise ContentError(
            f"The interview of this session, {name}, is not there any more: {error.message}",
            "What was answered is kept. Put it back, and go on.",
            Where(str(folder)),
        ) from error
    settle(entry, trust=trust)
    return entry


def _ask(entry: Entry, examined: Examined) -> None:
    from unbarred.sessions.trust import State

    has_changed = examined.state is State.CHANGED
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        changed = f"has changed since it was trusted on {examined.trusted_on}" if has_changed else ""
        raise UsageError(
            f"This interview {changed or 'was written by somebody else'}, and an interview is a program: "
            "it can do anything on this computer that you can do.",
            "If you trust whoever wrote it, give --trust.",
            Where(entry.name),
        )
    _say(f"{_told(entry, examined)}\n\n{_WARNING}\n")
    if not _is_confirmed("Do you trust it? Type yes or no: "):
        raise UserError("It was not started, and nothing of it was run.")


def _told(entry: Entry, examined: Examined) -> str:
    from unbarred.quoting import quoted
    from unbarred.sessions.trust import State

    first, *others = examined.extent.parts
    lines = ["This interview was not written by the makers of unbarred."]
    if examined.state is State.CHANGED:
        named = f" in {', '.join(examined.changed[:_MOST_NAMED])}" if others else ""
        lines = [f"This interview has changed{named} since you trusted it on {examined.trusted_on}."]
    modules = f", {first.modules} of them with Python code" if first.modules else ""
    files = "1 file" if first.files == 1 else f"{first.files} files"
    lines += [
        "",
        f"  Title: {quoted(entry.title, 70)}",
        f"  From:  {entry.origin.source}",
        f"  Holds: {files}{modules}",
    ]
    if others:
        more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
        lines.append(f"  Uses:  {', '.join(each.name for each in others[:_MOST_NAMED])}{more}")
    return "\n".join(lines)


def _is_confirmed(question: str) -> bool:
    """Ask until the answer is yes or no; the end of the input is a no."""
    while True:
        typer.echo(question, nl=False, err=True)
        line = sys.stdin.readline()
        answer = line.strip().lower()
        if answer in ("yes", "y"):
            return True
        if answer in ("no", "n") or not line:
            return False


def _say(text: str) -> None:
    from unbarred.terminal.wrapping import rows

    width = min(shutil.get_terminal_size().columns, _WIDEST) - 1
    for line in text.split("\n"):
        typer.echo("\n".join(rows(line, width)), err=True)
