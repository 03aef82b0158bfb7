"""The folder that a batch is made in: whose it is, which day it is made for, and that one run has it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from unbarred import __version__, private_files
from unbarred.errors import SessionError, UsageError, UserError, Where

FORMAT = 1
FILE = "batch.json"
_IN_USE = ".in-use"
_LARGEST = 100_000


@dataclass(frozen=True)
class Batch:
    """What a folder of packets was begun for."""

    interview: str
    place: str
    """"" if none was given."""
    as_of: datetime.date


def look(out: Path) -> Batch | None:
    """Return what the folder at `out` was begun for; None if it is new or empty.

    Raises `UsageError` for a folder that holds something else, `UserError` if its file is damaged,
    `CannotWrite` if nothing can be made there.
    """
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file, not a folder.", "Give another place with --out.")
    private_files.check_room(out)
    path = out / FILE
    try:
        if path.is_file():
            return _read(path)
        held = any(each.name != _IN_USE for each in out.iterdir()) if out.exists() else False
    except OSError as error:
        raise UserError(f"{out} cannot be read: {(error.strerror or 'unknown reason').lower()}.") from error
    if held:
        raise UsageError(
            f"The folder {out} is not empty, and no batch was made in it.",
            "Give a new or an empty folder with --out, or one in which this batch was begun.",
        )
    return None


def agree(begun: Batch | None, out: Path, interview: str, place: str) -> None:
    """Raise `UsageError` if the folder was begun for another interview or place."""
    if begun is None or (begun.interview, begun.place) == (interview, place):
        return
    for kind, then, now in (
        ("interview", begun.interview, interview),
        ("place", begun.place or "none", place or "none"),
    ):
        if then != now:
            raise UsageError(
                f"The folder {out} holds a batch for another {kind}: {then}, not {now}.",
                "Give a new folder with --out.",
            )


@contextmanager
def held(out: Path, batch: Batch) -> Iterator[None]:
    """Make the folder if it is missing, hold it for this run, and note in it what it is for.

    What runs that were killed left half made is swept. Raises `SessionError` if another run holds
    it, `CannotWrite` if nothing can be written there.
    """
    from filelock import FileLock, Timeout

    private_files.make_folder(out)
    lock = FileLock(out / _IN_USE, mode=private_files.FILE_MODE)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise SessionError(
            "Another run is making packets in this folder.",
            "Wait until it is done, or stop it there first; nothing is lost.",
            Where(str(out)),
        ) from None
    except OSError as error:
        raise private_files.CannotWrite(out, error) from error
    try:
        private_files.sweep(out)
        _write(out / FILE, batch)
        yield
    finally:
        lock.release()


def _write(path: Path, batch: Batch) -> None:
    data = {
        "format": FORMAT,
        "made_by": f"unbarred {__version__}",
        "interview": batch.interview,
        "place": batch.place or None,
        "as_of": batch.as_of.isoformat(),
    }
    written = (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()
    if not path.exists() or path.read_bytes() != written:
        private_files.write(path, written)


def _read(path: Path) -> Batch:
    try:
        with path.open("rb") as file:
            data = json.loads(file.read(_LARGEST))
        if data["format"] > FORMAT:
            raise UserError(
                f"{path} was written by a newer unbarred.", "Install the newest unbarred, and run it again."
            )
        return Batch(
            str(data["interview"]), str(data["place"] or ""), datetime.date.fromisoformat(data["as_of"])
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UserError(
            f"{path} is damaged: it is not as unbarred wrote it.", "Give a new folder with --out."
        ) from error
