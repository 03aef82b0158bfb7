"""The files of a run, by number, in memory: a finished paper never lies in a temporary folder."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path

_numbers = count(1)


@dataclass(frozen=True)
class KeptFile:
    """A file docassemble made: its content, and the places in it left to fill in by hand."""

    content: bytes
    blanks: tuple[str, ...] = ()


_kept: dict[int, KeptFile] = {}
_handed_over: dict[str, KeptFile] = {}


def hand_over(path: str, content: bytes, blanks: tuple[str, ...]) -> None:
    """Keep in memory what docassemble believes to be at `path`."""
    _handed_over[path] = KeptFile(content, blanks)


def keep(path: str) -> int:
    """Give a number to the file at `path` and remember its content; the file itself is removed."""
    source = Path(path)
    kept = _handed_over.pop(path, None) or KeptFile(source.read_bytes())
    source.unlink(missing_ok=True)
    number = next(_numbers)
    _kept[number] = kept
    return number


def numbered(number: int) -> KeptFile:
    """Return the file with this number."""
    return _kept[number]


def blanks_so_far() -> list[str]:
    """Return the blanks of every file kept since `forget_all`, in order."""
    return [blank for kept in _kept.values() for blank in kept.blanks]


def forget_all() -> None:
    """Forget every file: a screen asked again makes its papers again."""
    _kept.clear()
    _handed_over.clear()
