"""Which packets are there already, and whether they are as they were made."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from unbarred.batch.running import marks, naming
from unbarred.batch.running.marks import Mark
from unbarred.documents.packets import places
from unbarred.errors import UserError

_TAIL = 70_000
"""Bytes in which the end of a whole Word file or PDF shows itself."""


class State(StrEnum):
    """How a packet's files stand to what its manifest says of them."""

    WHOLE = "whole"
    TORN = "torn"
    """Some never came to the disk whole, or are gone; nothing is lost if it is made again."""
    CHANGED = "changed"
    """Somebody changed a file since, or put one there."""


class Shelf:
    """The folders that stood in the output folder when the run began; a name given out counts too.

    Keeps some hundred bytes for each: a digest of the client's key, and the name.
    """

    def __init__(self, out: Path | None) -> None:
        """Look at the folder `out`; raises `UserError` if it cannot be read. With None nothing is there."""
        self._of_client: dict[str, str] = {}
        self._taken: set[str] = {naming.alike(each) for each in _OF_THE_BATCH}
        self._seen: set[str] = set()
        if out is not None and out.is_dir():
            self._read(out)

    def _read(self, out: Path) -> None:
        try:
            with os.scandir(out) as found:
                names = sorted(each.name for each in found if not each.name.startswith("."))
            for name in names:
                folder = out / name
                mark = marks.read(folder)
                if mark is None and marks.is_torn(folder) and _is_untouched(folder):
                    continue
                if mark is not None:
                    self._of_client.setdefault(mark.client, name)
                self._taken.add(naming.alike(name))
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            raise UserError(f"{error.filename or out} cannot be read: {reason}.") from error

    def folder_of(self, client: str) -> str | None:
        """Return the name of the folder that the client with that digest has, if any; she is in the sheet."""
        self._seen.add(client)
        return self._of_client.get(client)

    def new_folder(self, name: str) -> str:
        """Give out a folder of that name, or with a number after it if it is taken."""
        given = naming.free(name, lambda each: naming.alike(each) in self._taken)
        self._taken.add(naming.alike(given))
        return given

    def left_over(self) -> Iterator[str]:
        """Yield the names of the folders whose clients were not asked for, in order."""
        yield from sorted(name for client, name in self._of_client.items() if client not in self._seen)


_OF_THE_BATCH = (
    "batch.json",
    "report.xlsx",
    "report.csv",
    "report.json",
    "report.html",
    "needs-attention.xlsx",
    "reports.zip.age",
)
"""Names that no folder of a client can have."""


def state(folder: Path, mark: Mark) -> State:
    """Hold the files in `folder` against what its mark says; raises `UserError` if one cannot be read."""
    present = [name for name in places.files(folder) if name != marks.MANIFEST]
    if any(name not in mark.files for name in present):
        return State.CHANGED
    found = State.WHOLE if len(present) == len(mark.files) else State.TORN
    for name in present:
        path = folder / name
        try:
            with path.open("rb") as file:
                is_right = hashlib.file_digest(file, "sha256").hexdigest() == mark.files[name]
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            raise UserError(f"{path} cannot be read: {reason}.") from error
        if not is_right:
            if not _never_came_whole(path):
                return State.CHANGED
            found = State.TORN
    return found


def _is_untouched(folder: Path) -> bool:
    """Say whether a folder whose manifest is torn holds nothing that came there later, by hand."""
    made = (folder / marks.MANIFEST).stat().st_mtime
    return all((folder / name).stat().st_mtime <= made + 2 for name in places.files(folder))


def _never_came_whole(path: Path) -> bool:
    """Say whether a file is what a power cut leaves: nothing, zeros, or a beginning without its end.

    What somebody saved with a program has an end. A sealed file is changed by nobody.
    """
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    if not tail.strip(b"\0") or path.suffix == ".age":
        return True
    match path.suffix.lower():
        case ".docx" | ".zip":
            return b"PK\x05\x06" not in tail
        case ".pdf":
            return b"%%EOF" not in tail
        case _:
            return tail.endswith(b"\0" * 64)
