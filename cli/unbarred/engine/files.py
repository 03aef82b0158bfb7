"""The files of a run, by number, in memory: a finished paper never lies in a temporary folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast


@dataclass(frozen=True)
class KeptFile:
    """A file docassemble made: its content, and the places in it left to fill in by hand."""

    content: bytes
    blanks: tuple[str, ...] = ()


class FileStore:
    """The numbered files of one run."""

    def __init__(self) -> None:
        self._kept: dict[int, KeptFile] = {}
        self._handed_over: dict[str, KeptFile] = {}

    def hand_over(self, path: str, content: bytes, blanks: tuple[str, ...]) -> None:
        """Keep in memory what docassemble believes to be at `path`."""
        self._handed_over[path] = KeptFile(content, blanks)

    def keep(self, path: str) -> int:
        """Give a number to the file at `path` and remember its content; the file itself is removed."""
        source = Path(path)
        kept = self._handed_over.pop(path, None) or KeptFile(source.read_bytes())
        source.unlink(missing_ok=True)
        number = len(self._kept) + 1
        self._kept[number] = kept
        return number

    def numbered(self, number: int) -> KeptFile:
        """Return the file with this number."""
        return self._kept[number]

    def blanks(self) -> list[str]:
        """Return the blanks of every file so far, in order."""
        return [blank for kept in self._kept.values() for blank in kept.blanks]


def of_this_run() -> FileStore:
    """Return the store of the run whose globals docassemble holds now."""
    from docassemble.base.thread_context import get_globals

    return cast("FileStore", get_globals().unbarred_files)
