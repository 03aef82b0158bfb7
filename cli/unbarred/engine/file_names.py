"""What a file is by its name: its kind, and a form of the name that is safe to use."""

from __future__ import annotations

import mimetypes
import re
import unicodedata
from functools import lru_cache
from pathlib import PurePath

_SHORTER = {"jpeg": "jpg", "tiff": "tif"}

_KINDS = {"3gpp": "audio/3gpp", "yaml": "text/plain", "yml": "text/plain", "md": "text/markdown"}
"""Where the machine's own list of kinds differs from place to place."""

_SEPARATORS = re.compile(r"[/\\]")


@lru_cache(maxsize=256)
def kind(name: str) -> tuple[str, str]:
    """Return the ending of `name`, in small letters and without its dot, and the MIME type it stands for."""
    ending = PurePath(name).suffix.lstrip(".").lower() or PurePath(name).name.lower()
    ending = _SHORTER.get(ending, ending)
    found = _KINDS.get(ending) or mimetypes.guess_type(name)[0]
    return ending, found or "application/octet-stream"


def plain(name: str) -> str:
    """Return `name` in letters, digits and `._-`; never empty."""
    return _without(r"[^\w.-]", _ascii(name).replace(" ", "_"), re.ASCII) or "file"


def spaced(name: str) -> str:
    """Return `name` in letters, digits, spaces and `._-`; empty if nothing of it is left."""
    return _without(r"[^\w.\- ]", _ascii(name), re.ASCII)


@lru_cache(maxsize=256)
def readable(name: str) -> str:
    """Return `name` in letters of any script, digits, spaces and `._-`; empty if nothing of it is left."""
    return _without(r"[^\w.\- ]", name, re.UNICODE)


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _without(unwanted: str, name: str, flags: re.RegexFlag) -> str:
    return re.sub(unwanted, "", _SEPARATORS.sub("_", name), flags=flags).strip("._ ")
