"""One program at a time works on a packet: two that write one plan would lose what one of them did."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from unbarred import private_files
from unbarred.documents.packets import changing, plan_file
from unbarred.errors import UserError

_LOCK = ".packet.lock"
_PATIENCE = 60.0
"""Seconds: a packet of sixty pages takes a quarter of that."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Keep other programs from the packet in `folder` while the block lasts; wait for one that is at work.

    What a killed program left undone is put in place first. Raises `UserError` where there is no
    packet, or if the other program is not done within a minute.
    """
    _check(folder)
    # Elsewhere no lock is to be left lying about.
    plan_file.path_in(folder)
    lock = FileLock(folder / _LOCK, mode=private_files.FILE_MODE)
    try:
        lock.acquire(timeout=_PATIENCE)
    except Timeout:
        raise UserError(
            f"Another window is at work on the packet in {folder}.", "Wait until it is done, then try again."
        ) from None
    except OSError as error:
        raise private_files.CannotWrite(folder, error) from error
    try:
        changing.finish(folder)
        yield
    finally:
        lock.release()


def existing(folder: Path) -> Path:
    """Return the folder of a packet, with what a killed program left undone put in place."""
    _check(folder)
    if changing.is_unfinished(folder):
        with held(folder):
            pass
    return folder


def _check(folder: Path) -> None:
    private_files.restore(folder)
    if not folder.is_dir():
        raise UserError(f"There is no folder {folder}.", "Give the folder of a packet.")
