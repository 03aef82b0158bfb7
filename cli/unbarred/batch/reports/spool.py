"""Where the rows of a report wait until all are there: in the output folder, for its owner only."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from unbarred import private_files

_NAME = "unbarred-report"


class Spool:
    """A file with a line of JSON for each row, and room beside it for what is being written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            handle = os.open(
                folder / "rows.jsonl", os.O_RDWR | os.O_CREAT | os.O_EXCL, private_files.FILE_MODE
            )
            self._file = os.fdopen(handle, "w+b")
        except OSError as error:
            raise private_files.CannotWrite(folder.parent, error) from error

    def add(self, row: Mapping[str, Any]) -> int:
        """Keep a row; return where it is, for `at`. Raises `CannotWrite`."""
        try:
            where = self._file.tell()
            self._file.write(json.dumps(row, ensure_ascii=True, separators=(",", ":")).encode() + b"\n")
        except OSError as error:
            raise private_files.CannotWrite(self.folder.parent, error) from error
        return where

    def rows(self, *statuses: str) -> Iterator[dict[str, Any]]:
        """Yield the rows in the order in which they came, or those with one of these statuses.

        While they are drawn nothing else may be done with the spool.
        """
        self._to_disk()
        self._file.seek(0)
        for line in self._file:
            row = json.loads(line)
            if not statuses or row["status"] in statuses:
                yield row

    def at(self, where: int) -> dict[str, Any]:
        """Return one row."""
        self._file.seek(where)
        row = json.loads(self._file.readline())
        assert isinstance(row, dict)
        return row

    def close(self) -> None:
        """Forget all of it."""
        # Where the disk is full, what was not written is not wanted any more.
        with contextlib.suppress(OSError):
            self._file.close()

    def _to_disk(self) -> None:
        try:
            self._file.flush()
        except OSError as error:
            raise private_files.CannotWrite(self.folder.parent, error) from error


_MEMORY = Path("/dev/shm")  # noqa: S108  (the folder that is made in it is for its owner only)
"""Where Linux keeps files in memory; other systems have no such place."""


@contextmanager
def spool(out: Path, *, in_memory: bool = False) -> Iterator[Spool]:
    """Give a new spool in `out`; it is gone afterwards, also if a later run must sweep it.

    With `in_memory` it is on no disk, where the system has such a place: for what is to be sealed.
    """
    try:
        room = out
        if in_memory and os.access(_MEMORY, os.W_OK | os.X_OK):
            room = _MEMORY
            private_files.sweep_for(room / _NAME)
        name = tempfile.mkdtemp(dir=room, prefix=f".{_NAME}.{os.getpid()}-", suffix=".partial")
    except OSError as error:
        raise private_files.CannotWrite(out, error) from error
    folder = Path(name)
    try:
        made = Spool(folder)
        try:
            yield made
        finally:
            made.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def keeping_within(folder: Path) -> Iterator[None]:
    """Let what libraries put into temporary files go to `folder`: openpyxl writes the cells into one."""
    before = tempfile.tempdir
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
