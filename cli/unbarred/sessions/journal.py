"""The file a session is kept in: one event a line, on disk before the next screen appears.

Resuming is replaying these events. A line is written whole or not at all: what
a cut-off write leaves at the end is ignored, so that a power cut loses at most
the screen being typed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from unbarred.errors import SessionError, Where

Event = dict[str, Any]
"""A JSON object with the key `event`; docs/sessions.md lists the kinds."""

FORMAT = 1


class Seal(Protocol):
    """Turns a line of the journal into what is written, and back. Sealed stores bring their own."""

    def close(self, line: bytes) -> bytes:
        """Return what is written for `line`; it must hold no line break."""

    def open(self, written: bytes) -> bytes:
        """Return the line again."""


class Unsealed:
    """Lines as they are; the file's permissions are their only protection."""

    def close(self, line: bytes) -> bytes:
        """Return `line`."""
        return line

    def open(self, written: bytes) -> bytes:
        """Return `written`."""
        return written


class Journal:
    """The events of one session, in the file `path`."""

    def __init__(self, path: Path, seal: Seal | None = None) -> None:
        self.path = path
        self._seal = seal or Unsealed()
        self._length: int | None = None
        """Bytes of whole lines, once known."""

    def append(self, event: Event) -> None:
        """Write `event` and wait until the disk has it.

        Raises `SessionError` if it cannot be written; nothing is half written then.
        """
        line = self._seal.close(json.dumps(event, ensure_ascii=False).encode()) + b"\n"
        try:
            self._append_durably(line)
        except OSError as error:
            raise SessionError(
                f"Your last answer could not be saved: {error.strerror}.",
                "Make room or mend the folder's permissions; everything before it is saved.",
                Where(str(self.path)),
            ) from error

    def _append_durably(self, line: bytes) -> None:
        is_new = self._length is None and not self.path.exists()
        if self._length is None:
            self._length = 0 if is_new else self.path.read_bytes().rfind(b"\n") + 1
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            # A torn end from an earlier cut-off, or a failed write, goes first.
            os.truncate(handle, self._length)
            os.lseek(handle, self._length, os.SEEK_SET)
            try:
                _write_all(handle, line)
                os.fsync(handle)
            except OSError:
                os.truncate(handle, self._length)
                raise
        finally:
            os.close(handle)
        self._length += len(line)
        if is_new:
            _sync_folder(self.path.parent)

    def events(self) -> Iterator[Event]:
        """Yield the events in order.

        Raises `SessionError` if a line in the middle is damaged, or written by a newer unbarred.
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            raise SessionError("This saved session has no file.", where=Where(str(self.path))) from None
        except OSError as error:
            raise SessionError(
                f"This saved session cannot be read: {error.strerror}.", where=Where(str(self.path))
            ) from error
        lines = data.split(b"\n")
        for number, line in enumerate(lines[:-1], start=1):
            try:
                event = json.loads(self._seal.open(line))
            except ValueError as error:
                raise damaged(self.path, number) from error
            if not isinstance(event, dict) or "event" not in event:
                raise damaged(self.path, number)
            if event.get("format", FORMAT) != FORMAT:
                raise SessionError(
                    f"This session was saved by a newer unbarred (format {event['format']}).",
                    "Install that one to go on with it.",
                    Where(str(self.path), number),
                )
            yield event


def damaged(path: Path, line: int) -> SessionError:
    """Return the error for a line that cannot be what was written."""
    return SessionError(
        "This saved session is damaged.",
        "Keep the file: the lines before this one can be recovered.",
        Where(str(path), line),
    )


class MemoryJournal:
    """A journal that nobody keeps."""

    path = Path("memory")

    def __init__(self) -> None:
        self._events: list[Event] = []

    def append(self, event: Event) -> None:
        """Remember `event`."""
        self._events.append(event)

    def events(self) -> Iterator[Event]:
        """Yield the events in order."""
        return iter(self._events)


def _write_all(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
