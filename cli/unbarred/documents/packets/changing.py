"""Changes several files of a packet's folder all together, or none of them.

The folder itself stays: she may be in it, and a shell in a folder that was
replaced sees nothing any more. What is new is written into a hidden folder
first. Once that is whole and on the disk it gets the name that says so, and
from then on the change is made: if the program is killed while the files take
their places, the next command puts the rest in place.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from unbarred import private_files
from unbarred.documents.packets import places
from unbarred.errors import UserError

_READY = ".packet.ready"
_PREFIX, _PARTIAL = ".packet.", ".partial"
_NEW, _GONE = "new", "gone.json"
_OLD = 3600.0
"""Seconds after which nobody is writing there any more."""


class Change:
    """What will be new in a folder, and what will be gone; names have `/` between folders."""

    def __init__(self, folder: Path, staging: Path) -> None:
        self._folder = folder
        self._staging = staging
        self._gone: list[str] = []
        self._written: set[str] = set()

    def write(self, name: str, content: bytes) -> None:
        """Put `content` at `name`, in place of what is there; `UserError` if that leads out of the folder."""
        places.within(self._folder, name)
        path = self._staging / _NEW / name
        path.parent.mkdir(mode=private_files.FOLDER_MODE, parents=True, exist_ok=True)
        _put(path, content)
        self._written.add(name)

    def remove(self, name: str) -> None:
        """Take `name` away, unless it is written too; `UserError` if that leads out of the folder."""
        places.within(self._folder, name)
        self._gone.append(name)

    def settle(self) -> None:
        """Write down what will be gone."""
        gone = sorted(set(self._gone) - self._written)
        _put(self._staging / _GONE, json.dumps(gone).encode())


@contextmanager
def changing(folder: Path) -> Iterator[Change]:
    """Give a change to fill; when the block ends well, `folder` is changed.

    Nothing is changed if the block raises. Raises `CannotWrite` where there is
    no permission or no room.
    """
    try:
        finish(folder)
        _sweep(folder)
        staging = Path(tempfile.mkdtemp(dir=folder, prefix=_PREFIX, suffix=_PARTIAL))
    except OSError as error:
        raise private_files.CannotWrite(folder, error) from error
    try:
        (staging / _NEW).mkdir(mode=private_files.FOLDER_MODE)
        change = Change(folder, staging)
        yield change
        change.settle()
        with _uninterrupted():
            staging.rename(folder / _READY)
            finish(folder)
    except OSError as error:
        raise private_files.CannotWrite(folder, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def is_unfinished(folder: Path) -> bool:
    """Say whether a change of `folder` is ready and not yet in place."""
    return (folder / _READY).is_dir()


def finish(folder: Path) -> None:
    """Put in place what a killed program had ready for `folder`; nothing to do is most usual.

    Raises `UserError` for what no program of ours had ready: a folder may come from anybody.
    """
    if not is_unfinished(folder):
        return
    ready = folder / _READY
    new = ready / _NEW
    for above, _, names in os.walk(new):
        for name in names:
            source = Path(above, name)
            target = _place(folder, source.relative_to(new).as_posix())
            private_files.make_folder(target.parent)
            source.replace(target)
    for name in _gone(ready):
        path = _place(folder, name)
        if not path.is_dir():
            path.unlink(missing_ok=True)
    # Killed while it is removed, it must not be taken for a change that is still to be made.
    done = Path(tempfile.mkdtemp(dir=folder, prefix=_PREFIX, suffix=_PARTIAL))
    ready.replace(done)
    shutil.rmtree(done)


def _gone(ready: Path) -> list[str]:
    """Return what is to be gone, as it was written down."""
    try:
        gone = json.loads((ready / _GONE).read_bytes())
    except (FileNotFoundError, ValueError):
        gone = None
    if not isinstance(gone, list) or not all(isinstance(name, str) for name in gone):
        raise _damaged(ready)
    return gone


def _place(folder: Path, name: str) -> Path:
    """Return the path that `name` has below `folder`."""
    try:
        return places.within(folder, name)
    except UserError as error:
        raise _damaged(folder / _READY) from error


def _damaged(ready: Path) -> UserError:
    return UserError(
        f"{ready} is damaged: it is not as unbarred wrote it.",
        "Remove that hidden folder. If the packet is not whole without it, make it anew.",
    )


def _put(path: Path, content: bytes) -> None:
    """Write a new file, for its owner only, and wait until it is on the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, private_files.FILE_MODE)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sweep(folder: Path) -> None:
    """Remove what killed programs left half written; what is young may belong to one that is at work."""
    for left in folder.glob(f"{_PREFIX}*{_PARTIAL}"):
        if time.time() - left.stat().st_mtime > _OLD:
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait for the moment that files take to change their places."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
