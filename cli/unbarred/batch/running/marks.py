"""What the folder of a client says of itself, so that a run can go on where another was stopped.

It is all in the packet's own manifest. Nothing else is noted about a packet that is made, so a run that
is killed between two of them leaves nothing behind that is not so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
_LARGEST = 50_000_000
"""Bytes. A manifest has some thousand."""


@dataclass(frozen=True)
class Mark:
    """Whose packet it is, what it depends on, and what its files were when they were made."""

    client: str
    """`digest_of_key` of what the sheet calls her."""
    fingerprint: str
    files: Mapping[str, str]
    """SHA-256 of every file but the manifest and hidden ones, by its name in the folder."""
    papers: int = 0
    pages: int | None = None
    left_blank: int = 0
    to_check: tuple[str, ...] = ()


def digest_of_key(key: str) -> str:
    """Return what stands for a client's key wherever it need not be read: 32 hexadecimal digits.

    As where sheets are matched, capitals and blanks do not count.
    """
    bare = "".join(key.split()).casefold()
    return hashlib.sha256(f"unbarred batch client\n{bare}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def read(folder: Path) -> Mark | None:
    """Return the mark of the packet in `folder`; None if it is none of a batch, or its manifest is damaged.

    Raises `OSError` where the manifest is there and cannot be read.
    """
    try:
        with (folder / MANIFEST).open("rb") as file:
            written = file.read(_LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        return _mark(json.loads(written))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def is_torn(folder: Path) -> bool:
    """Say whether the manifest never came to the disk, as after a power cut."""
    try:
        written = (folder / MANIFEST).read_bytes()
    except OSError:
        return False
    return not written.strip(b"\0")


def _mark(manifest: Mapping[str, Any]) -> Mark:
    about = manifest["batch"]
    packet = manifest.get("packet") or {}
    papers = manifest.get("papers") or ()
    return Mark(
        client=digest_of_key(str(about["client"])),
        fingerprint=str(about["fingerprint"]),
        files={str(name): str(digest) for name, digest in manifest["files"].items()},
        papers=len(papers) or int(about.get("papers", 0)),
        pages=int(packet["pages"]) if "pages" in packet else about.get("pages"),
        left_blank=sum(int(each.get("left_blank", 0)) for each in papers) or int(about.get("left_blank", 0)),
        to_check=tuple(str(each["says"]) for each in manifest.get("check_before_filing") or ()),
    )
