"""Holding a conversation at the terminal, in the face that fits it."""

from __future__ import annotations

import datetime
import os
import sys
from typing import TYPE_CHECKING

from unbarred.terminal.ending import Ending
from unbarred.terminal.words import leaving

if TYPE_CHECKING:
    from unbarred.screens import Conversation
    from unbarred.terminal.view import Turn

RESUME = "unbarred resume"


def hold(
    conversation: Conversation,
    *,
    plain: bool = False,
    as_of: datetime.date | None = None,
    resume_command: str = RESUME,
    notice: str = "",
) -> Ending:
    """Ask the conversation's screens until it ends or the person stops; return how it ended.

    `notice` is said with the first screen.
    `plain` asks one line after another, without colour and without moving the
    cursor; a terminal that can do no better is asked so in any case. `as_of` is
    the day the person calls today. If she stops, it says that all is saved and
    that `resume_command` goes on.
    """
    from unbarred.terminal.sitting import sitting

    return _finish(_show(sitting(conversation, as_of, notice), plain=plain), resume_command)


def review(
    conversation: Conversation,
    *,
    plain: bool = False,
    as_of: datetime.date | None = None,
    resume_command: str = RESUME,
) -> Ending:
    """Show all answers of the conversation and change those she picks.

    Asks no further questions: if changes have made some necessary, the
    conversation's screen is one of them when this returns.
    """
    from unbarred.terminal.sitting import looking

    return _finish(_show(looking(conversation, as_of), plain=plain), resume_command)


def is_plain_terminal() -> bool:
    """Say whether this terminal can show only one line after another, or is none."""
    if os.name == "posix" and os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        return True
    return not (sys.stdin.isatty() and sys.stdout.isatty())


def _show(turns: Turn[Ending], *, plain: bool) -> Ending:
    if plain or is_plain_terminal():
        from unbarred.terminal.plain import PlainFace

        return PlainFace(turns).run()
    from unbarred.terminal.full import FullFace

    return FullFace(turns).run()


def _finish(ending: Ending, resume_command: str) -> Ending:
    if ending in (Ending.STOPPED, Ending.INTERRUPTED):
        try:
            sys.stdout.write(f"{leaving.saved(resume_command)}\n")
            sys.stdout.flush()
        except OSError:
            # The line is gone, and with it whoever could read this. All is saved.
            _forget_output()
    return ending


def _forget_output() -> None:
    """Keep Python from writing to the dead terminal once more when it exits."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
