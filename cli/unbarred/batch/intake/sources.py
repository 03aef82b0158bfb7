"""The files of intake as bytes that can be read again and again, and what tells them from others."""

from __future__ import annotations

import hashlib
import io
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from unbarred.batch.intake.faults import unreadable

LARGEST_PIPED = 1_000_000_000
"""Bytes of what comes through a pipe, which is held in memory, as no answer may be put on the disk."""
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Source:
    """One file, folder, or standard input."""

    name: str
    """Without folders; "" for standard input."""
    digest: str
    """SHA-256 of its bytes, in hexadecimal digits."""
    size: int
    """Bytes."""
    path: Path | None = None
    """None for standard input."""
    _held: bytes | None = field(default=None, repr=False)

    def open(self) -> BinaryIO:
        """Return its bytes from the beginning. Raises `UserError` if it is gone."""
        if self._held is not None or self.path is None:
            return io.BytesIO(self._held or b"")
        try:
            return self.path.open("rb")
        except OSError as error:
            raise cannot_open(self.path, error) from error


def source_of(path: Path) -> Source:
    """Return the file at `path`; a pipe is read to its end. Raises `UserError` if it cannot be read."""
    try:
        with path.open("rb") as file:
            if not file.seekable():
                return _held(path.name, path, file)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return Source(path.name, digest, file.tell(), path)
    except OSError as error:
        raise cannot_open(path, error) from error


def standard_input() -> Source:
    """Return what stands in standard input, read to its end."""
    try:
        return _held("", None, sys.stdin.buffer)
    except OSError as error:
        raise unreadable("", "Standard input cannot be read.", "Give the name of a file.") from error


def cannot_open(path: Path, error: OSError) -> Exception:
    """Return why the file at `path` cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return unreadable(str(path), "There is no such file.", "Look at how its name is written.")
    if isinstance(error, IsADirectoryError):
        return unreadable(str(path), "This is a folder.", "Give it alone, or a file in it.")
    reason = (error.strerror or "unknown reason").lower()
    return unreadable(str(path), f"It cannot be read: {reason}.", "Close it where it is open, or copy it.")


def _held(name: str, path: Path | None, file: BinaryIO) -> Source:
    parts: list[bytes] = []
    size = 0
    while chunk := file.read(_CHUNK):
        size += len(chunk)
        if size > LARGEST_PIPED:
            raise unreadable(name, "This is too much for standard input.", "Give the name of a file instead.")
        parts.append(chunk)
    content = b"".join(parts)
    return Source(name, hashlib.sha256(content).hexdigest(), size, path, content)
