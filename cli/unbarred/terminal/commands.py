"""What a person can do at every screen besides answering, and how it is told from an answer.

A command is one sign alone on the line. Whoever wants to answer with that very
sign puts `=` before it: `=b` is the answer `b`.
"""

from __future__ import annotations

from enum import Enum


class Command(Enum):
    """One thing to do instead of answering; the value is what is typed for it."""

    HELP = "?"
    BACK = "b"
    CHANGE = "c"
    LATER = "l"
    STOP = "s"
    ACT = "a"
    """Only on a screen with actions; elsewhere the letter is an answer."""
    MENU = "00"
    """The same commands by number, for a keypad that has no letters."""


MENU_SIGNS = ("00", "*")
BY_NUMBER = (Command.HELP, Command.BACK, Command.CHANGE, Command.LATER, Command.STOP, Command.ACT)
"""The order in which the menu counts the commands, from 1; the last stands there only if it is offered."""

LITERAL = "="
DONE_WRITING = "."
USE_EDITOR = "e"

_BY_SIGN = {command.value: command for command in Command} | dict.fromkeys(MENU_SIGNS, Command.MENU)
_ALONE = {*_BY_SIGN, DONE_WRITING, USE_EDITOR}


def command_of(line: str, *, has_actions: bool = False) -> Command | None:
    """Return the command that the whole line is, if it is one on this screen."""
    command = _BY_SIGN.get(line.strip().lower())
    return None if command is Command.ACT and not has_actions else command


def literal(line: str) -> str:
    """Return what the line says as an answer: without the `=` that kept it from being a command."""
    bare = line.strip()
    if bare.startswith(LITERAL) and bare.lstrip(LITERAL).lower() in _ALONE:
        return bare.removeprefix(LITERAL)
    return line
