"""The machine: where answers are kept, what shows the screens, what long answers are written in."""

from __future__ import annotations

import locale
import os
import shutil
import stat
import sys
from pathlib import Path

from unbarred import settings
from unbarred.doctor.sign import Sign, State

_ENOUGH_ROOM = 100_000_000
"""Bytes: a few hundred packets."""


def data_folder() -> Sign:
    """Whether answers can be written where they are kept, and read by their owner only."""
    home = settings.home()
    nearest = next(folder for folder in (home, *home.parents) if folder.exists())
    move = f"Set {settings.HOME_VARIABLE} to a folder of your own."
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        return Sign("your answers", State.BAD, f"Nothing can be written in {nearest}.", move)
    if shutil.disk_usage(nearest).free < _ENOUGH_ROOM:
        return Sign("your answers", State.BAD, f"There is hardly any room left in {nearest}.", "Make room.")
    if not home.exists():
        return Sign("your answers", State.GOOD, f"none yet; they will be kept in {home}")
    if os.name == "posix" and _open_to_others(home):
        says = f"Others who use this computer can look into {home}."
        return Sign("your answers", State.BAD, says, f"Close it with: chmod 700 '{home}'")
    sessions = settings.sessions_folder()
    count = sum(1 for each in sessions.iterdir() if each.is_dir()) if sessions.is_dir() else 0
    return Sign("your answers", State.GOOD, f"{count} saved, in {home}, which only you can read")


def _open_to_others(folder: Path) -> bool:
    found = folder.stat()
    return found.st_uid != os.getuid() or bool(stat.S_IMODE(found.st_mode) & 0o077)


def terminal() -> Sign:
    """Whether this terminal shows every letter, and how large it is."""
    encoding = (sys.stdout.encoding or locale.getpreferredencoding(do_setlocale=False)).lower()
    if encoding.replace("-", "") != "utf8":
        says = f"It shows {encoding} only, and many names need more letters than that."
        return Sign(
            "terminal", State.BAD, says, "Set the variable PYTHONUTF8 to 1, and use a UTF-8 terminal."
        )
    if not sys.stdin.isatty():
        return Sign(
            "terminal", State.OPTIONAL, "none: answers can come from a file only", "Use --answers FILE."
        )
    size = shutil.get_terminal_size()
    look = "plain" if os.environ.get("TERM", "dumb") == "dumb" else os.environ.get("TERM", "")
    colour = ", no colour wanted" if os.environ.get("NO_COLOR") else ""
    return Sign("terminal", State.GOOD, f"{size.columns} columns, {size.lines} lines, {look}{colour}")


def editor() -> Sign:
    """What long answers are written in."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not chosen:
        return Sign("editor", State.GOOD, "the built-in one; set EDITOR to use another for long answers")
    if shutil.which(chosen.split()[0]) is None:
        return Sign(
            "editor", State.BAD, f"EDITOR names {chosen}, which is not here.", "Unset EDITOR, or mend it."
        )
    return Sign("editor", State.GOOD, chosen)
