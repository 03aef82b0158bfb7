"""Writes files and folders that only their owner can read, whole or not at all.

Answers and papers hold a life. Each is built beside its place under a hidden
name ending in `.partial`, forced to disk, and moved into place in one step: a
crash leaves what was there before.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from unbarred.errors import UsageError, UserError

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_PARTIAL = ".partial"
_BEFORE = ".before"
"""What ends the name of a folder while another takes its place."""


class CannotWrite(UserError):
    """A file or folder cannot be written: no permission, no room, no such disk."""

    def __init__(self, path: Path, error: OSError) -> None:
        reason = (error.strerror or "unknown reason").lower()
        super().__init__(f"Cannot write to {path}: {reason}.", "Choose another place, or make room there.")


class FolderTaken(UsageError):
    """A folder that had to be new or empty holds something; another window may just have put it there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The folder {path} is not empty.", "Give a new or an empty folder with --out.")


def make_folder(path: Path) -> None:
    """Make `path` and the folders above it where they are missing, for the owner only."""
    try:
        missing = [each for each in (path, *path.parents) if not each.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        if not path.is_dir():
            raise NotADirectoryError(0, "a file is in the way")
    except OSError as error:
        raise CannotWrite(path, error) from error


def check_room(path: Path) -> None:
    """Raise `CannotWrite` if a folder at `path` could not be made or written to; make nothing."""
    above = next(each for each in (path, *path.absolute().parents) if each.exists())
    try:
        if not above.is_dir():
            raise NotADirectoryError(0, "a file is in the way")
        if not os.access(above, os.W_OK | os.X_OK):
            raise PermissionError(0, "permission denied")
    except OSError as error:
        raise CannotWrite(path, error) from error


def write(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step, in place of what is there; raises `CannotWrite`."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_PARTIAL)
        partial = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        except BaseException:
            # Ctrl-C too must leave no half-written file.
            partial.unlink(missing_ok=True)
            raise
        _settle_folder(path.parent)
    except OSError as error:
        raise CannotWrite(path, error) from error


@contextmanager
def replacing_folder(path: Path, *, only_new: bool = False) -> Iterator[Path]:
    """Give an empty folder to fill; when the block ends well it becomes `path`.

    A folder that stands at `path` is replaced whole, and stays as it is if the
    block raises; if `only_new`, one that holds anything by then stays too, and `FolderTaken`
    is raised. Raises `CannotWrite`, before the block where that can be known.
    """
    make_folder(path.parent)
    restore(path)
    try:
        if path.exists() and not path.is_dir():
            raise NotADirectoryError(0, "a file is in the way")
        sweep_for(path)
        partial = Path(tempfile.mkdtemp(dir=path.parent, prefix=_prefix(path), suffix=_PARTIAL))
    except OSError as error:
        raise CannotWrite(path, error) from error
    try:
        yield partial
        _settle(partial)
        if only_new:
            _put_where_nothing_is(partial, path)
        else:
            _put_in_place(partial, path)
    except OSError as error:
        raise CannotWrite(path, error) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def put_folder(
    path: Path, files: Mapping[str, bytes], complete: Callable[[Path], None] | None = None
) -> None:
    """Put a folder that holds `files` at `path` in one step, in place of what is there; for many folders.

    `complete` adds to it before it is in its place. The bytes are not forced to disk: after a power
    cut a file may be short, and who needs to know holds it against a digest. What killed programs
    left is not swept. Raises `CannotWrite`.
    """
    try:
        partial = Path(tempfile.mkdtemp(dir=path.parent, prefix=_prefix(path), suffix=_PARTIAL))
        try:
            for name, content in files.items():
                if "/" in name:
                    (partial / name).parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
                handle = os.open(partial / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
            if complete is not None:
                complete(partial)
            _swap(partial, path)
        except BaseException:
            # Ctrl-C too must leave no half-built folder.
            shutil.rmtree(partial, ignore_errors=True)
            raise
    except OSError as error:
        raise CannotWrite(path, error) from error


def restore(path: Path) -> None:
    """Put back the folder at `path` that a killed program had moved aside; nothing to do is most usual."""
    for old in path.parent.glob(f".{_literal(path.name)}.*{_BEFORE}"):
        if path.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.replace(path)


def sweep(folder: Path) -> None:
    """Remove what killed programs left half built in `folder`, and put back what they had moved aside.

    What a program that still runs is building stays. Raises `CannotWrite`.
    """
    try:
        left = [each for each in folder.iterdir() if each.name.startswith(".")]
        for each in left:
            if not each.name.endswith((_BEFORE, _PARTIAL)) or _is_at_work(each):
                continue
            if each.name.endswith(_BEFORE):
                path = folder / each.name[1:].removesuffix(_BEFORE).rpartition(".")[0]
                if path.exists():
                    shutil.rmtree(each, ignore_errors=True)
                else:
                    each.replace(path)
            elif each.is_dir() and not each.is_symlink():
                shutil.rmtree(each, ignore_errors=True)
            else:
                each.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(folder, error) from error


def _settle(partial: Path) -> None:
    for folder, _, files in os.walk(partial, topdown=False):
        for name in files:
            _settle_file(Path(folder, name))
        Path(folder).chmod(FOLDER_MODE)
        _settle_folder(Path(folder))


def _put_where_nothing_is(partial: Path, path: Path) -> None:
    try:
        if path.exists():
            path.rmdir()
        partial.rename(path)
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
            raise FolderTaken(path) from error
        raise
    _settle_folder(path.parent)


def _put_in_place(partial: Path, path: Path) -> None:
    _swap(partial, path)
    _settle_folder(path.parent)


def _swap(partial: Path, path: Path) -> None:
    """Move a folder that is complete to its place; what stood there is gone only once it is in it."""
    if path.exists():
        old = Path(tempfile.mkdtemp(dir=path.parent, prefix=_prefix(path), suffix=_BEFORE))
        path.replace(old)
        partial.replace(path)
        shutil.rmtree(old)
    else:
        partial.replace(path)


def _settle_file(path: Path) -> None:
    path.chmod(FILE_MODE)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _settle_folder(path: Path) -> None:
    """Force the names in a folder to disk; only POSIX systems can and need to."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep_for(path: Path) -> None:
    """Remove what a killed program left half built for `path`."""
    for left in path.parent.glob(f".{_literal(path.name)}.*{_PARTIAL}"):
        if not _is_at_work(left):
            shutil.rmtree(left, ignore_errors=True)


def _prefix(path: Path) -> str:
    """Return how the name begins of what is built for `path`: it says which process is at work."""
    return f".{path.name}.{os.getpid()}-"


def _is_at_work(left: Path) -> bool:
    """Say whether the process that builds there still runs; only POSIX systems tell."""
    number = left.name.removesuffix(_PARTIAL).removesuffix(_BEFORE).rpartition(".")[2].partition("-")[0]
    if os.name != "posix" or not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        # It runs, but for somebody else.
        return True
    return not _has_ended(int(number))


def _has_ended(number: int) -> bool:
    """Say whether a process is only still in the system's list, for whoever started it; Linux tells."""
    try:
        state = Path(f"/proc/{number}/stat").read_bytes().rpartition(b")")[2].split()[0]
    except (OSError, IndexError):
        return False
    return state in (b"Z", b"X")


def _literal(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)
