"""Which unbarred this is: two computers make the same papers only if it is the same on both."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

_LIBRARIES = ("distributed", "docassemble.base", "docxtpl", "jinja2", "lxml", "python-docx")
"""Those whose versions can be seen in a packet, or in what computers say to each other."""


@cache
def build() -> dict[str, str]:
    """Return what must be the same wherever packets are made: by its name, the version."""
    folder = Path(__file__).resolve().parents[2]
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        inner = path.relative_to(folder)
        if inner.parts[0] != "_content":
            digest.update(f"{inner.as_posix()}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    own = f"{_version('unbarred')} ({digest.hexdigest()[:8]})"
    python = ".".join(map(str, sys.version_info[:2]))
    return {"Python": python, "unbarred": own, **{name: _version(name) for name in _LIBRARIES}}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"
