"""One window a session: two programs must not write one journal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from unbarred.errors import SessionError, Where


@contextmanager
def taken(folder: Path) -> Iterator[FileLock]:
    """Take the session in `folder` for this process, and give it back if the block raises.

    After that it is the caller's to release; the system does when the process
    ends. Raises `SessionError` if the session is missing or another program holds it.
    """
    if not folder.is_dir():
        raise SessionError("There is no saved session here.", where=Where(str(folder)))
    lock = FileLock(folder / "in-use", mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise SessionError(
            "This session is open in another window.", "Close it there first; nothing is lost."
        ) from None
    except OSError as error:
        raise SessionError(
            f"This session cannot be opened: {error.strerror}.", where=Where(str(folder))
        ) from error
    try:
        yield lock
    except BaseException:
        # Whatever ends the block, Ctrl-C too, the session must not stay taken.
        lock.release()
        raise
