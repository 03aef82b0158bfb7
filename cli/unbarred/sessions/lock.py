"""One window a session: two programs must not write one journal."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from unbarred.errors import SessionError


def take(folder: Path) -> FileLock:
    """Take the session in `folder` for this process; the system gives it back when the process ends.

    Raises `SessionError` if another program holds it.
    """
    lock = FileLock(folder / "in-use", mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise SessionError(
            "This session is open in another window.", "Close it there first; nothing is lost."
        ) from None
    return lock
