"""Keeps the PDF of each part, so that only what changed is made again.

What is kept lies in a hidden folder of the packet, under a name that tells
what it was made of and what it holds: a file that was damaged since is not
used. It holds her papers, as the packet does, and is left out of the ZIP.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from unbarred import __version__
from unbarred.documents.packets import places
from unbarred.documents.packets.changing import Change


def key_of(content: bytes, *made_how: object) -> str:
    """Return the key of what is made from `content` in a certain way."""
    # Another release may make pages in another way.
    how = "\0".join([__version__, *map(str, made_how)])
    return hashlib.sha256(how.encode() + b"\0" + hashlib.sha256(content).digest()).hexdigest()[:40]


class Kept:
    """The PDFs kept in one packet's folder, and those that are to be kept from now on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / places.KEPT
        self._there = {path.name.partition(".")[0]: path for path in self._folder.glob("*.pdf")}
        self._used: dict[str, bytes] = {}
        self._damaged: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """Return the PDF with a key, if there is one and it is as it was."""
        if key in self._used:
            return self._used[key]
        path = self._there.get(key)
        if path is None or path.is_symlink() or not path.is_file():
            return None
        pdf = places.read(path)
        if path.name != _name(key, pdf):
            self._damaged.add(path.name)
            return None
        self._used[key] = pdf
        return pdf

    def put(self, key: str, pdf: bytes) -> None:
        """Keep a PDF from now on."""
        self._used[key] = pdf

    def settle(self, change: Change, *, only_add: bool = False) -> None:
        """Write what is kept now; unless `only_add`, take away what nothing asked for this time."""
        names = {_name(key, pdf): pdf for key, pdf in self._used.items()}
        # What the system lays beside them, such as a folder of thumbnails, is not ours.
        before = {path.name for path in self._folder.glob("*") if not path.is_dir()}
        for name in sorted(names.keys() - (before - self._damaged)):
            change.write(f"{places.KEPT}/{name}", names[name])
        for name in sorted(before - names.keys()) if not only_add else ():
            change.remove(f"{places.KEPT}/{name}")


def _name(key: str, pdf: bytes) -> str:
    return f"{key}.{hashlib.sha256(pdf).hexdigest()[:16]}.pdf"
