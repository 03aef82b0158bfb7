"""The files of a run, by number, in memory: a finished paper never lies in a temporary folder."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path

_numbers = count(1)


@dataclass(frozen=True)
class KeptFile:
    """A numbered file: its name with ending, and its content."""

    name: str
    content: bytes


_kept: dict[int, KeptFile] = {}
_pending: dict[str, bytes] = {}


def hand_over(path: str, content: bytes) -> None:
    """Keep the content that docassemble believes to be at `path`."""
    _pending[path] = content


def keep(name: str, path: str) -> int:
    """Give a number to the file at `path` and remember its content; the file itself is removed."""
    source = Path(path)
    content = _pending.pop(path, None)
    if content is None:
        content = source.read_bytes()
    source.unlink(missing_ok=True)
    number = next(_numbers)
    _kept[number] = KeptFile(name, content)
    return number


def peek(number: int) -> KeptFile:
    """Return a numbered file."""
    return _kept[number]


def forget_all() -> None:
    """Forget every file: a run asked again makes them again."""
    _kept.clear()
    _pending.clear()
