"""Where unbarred keeps what it is told, and the few things a person can set."""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "UNBARRED_HOME"
OFFICE_VARIABLE = "UNBARRED_OFFICE"
NO_OFFICE = "none"


def home() -> Path:
    """Return the one folder that holds a user's own data; it may not exist yet.

    `UNBARRED_HOME` moves it, for example to a stick that leaves with its owner.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("unbarred", appauthor=False)


def sessions_folder() -> Path:
    """Return the folder of saved sessions, one subfolder a session."""
    return home() / "sessions"


def trusted_folder() -> Path:
    """Return the folder that says which interviews of others its owner trusts."""
    return home() / "trusted"


def office() -> str:
    """Return which LibreOffice to use: the path of its program, `none`, or `""` for the one that is found."""
    return os.environ.get(OFFICE_VARIABLE, "")
