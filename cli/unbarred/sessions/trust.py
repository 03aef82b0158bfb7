"""Which interviews of others she trusts, each as it was when she said so.

An interview is a program, so one that is not ours runs only after a person has said
that she trusts it: once, until anything of it changes. What she said is kept in the folder
`trusted` of her own data, one file for each fingerprint; to take it back, remove the file.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from unbarred import private_files, settings
from unbarred.engine import admit
from unbarred.engine.origins import Extent, Kind, Origin, extent

FORMAT = 1


class State(StrEnum):
    """Whether an interview may run."""

    TRUSTED = "trusted"
    NEW = "new"
    CHANGED = "changed"


@dataclass(frozen=True)
class Examined:
    """An interview, all that belongs to it, and whether she trusts it as it is."""

    origin: Origin
    state: State
    extent: Extent
    trusted_on: str = ""
    """The day on which she trusted it as it was before, if it has changed."""
    changed: tuple[str, ...] = ()
    """The parts of it that are new or other than on that day."""


def examine(origin: Origin) -> Examined:
    """Look whether the interview at `origin` is trusted as it is now; nothing of it runs.

    Raises `ContentError` if a file of it cannot be read.
    """
    if origin.kind is Kind.OURS:
        return Examined(origin, State.TRUSTED, Extent(()))
    found = extent(origin)
    if _file(found).is_file():
        return Examined(origin, State.TRUSTED, found)
    before = _last_trusted(origin.source)
    if before is None:
        return Examined(origin, State.NEW, found)
    changed = tuple(each.name for each in found.parts if before["parts"].get(each.name) != each.digest)
    return Examined(origin, State.CHANGED, found, before["at"][:10], changed)


def accept(examined: Examined) -> None:
    """Let the interview run, and remember that she trusts it as it is; raises `CannotWrite`."""
    if examined.state is not State.TRUSTED:
        path = _file(examined.extent)
        private_files.make_folder(path.parent)
        kept = {
            "format": FORMAT,
            "from": examined.origin.source,
            "at": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
            "parts": {each.name: each.digest for each in examined.extent.parts},
        }
        text = json.dumps(kept, indent=2, ensure_ascii=False)
        private_files.write(path, f"{text}\n".encode("utf-8", "surrogateescape"))
    admit(examined.origin)


def _file(found: Extent) -> Path:
    return settings.trusted_folder() / f"{found.digest}.json"


def _last_trusted(source: str) -> dict[str, Any] | None:
    """Return what was kept when an interview from `source` was last trusted, or None."""
    kept = [_read(path) for path in sorted(settings.trusted_folder().glob("*.json"))]
    fitting = [each for each in kept if each.get("from") == source]
    return max(fitting, key=lambda each: str(each["at"]), default=None)


def _read(path: Path) -> dict[str, Any]:
    """Return what a file holds; nothing if it is damaged, which only lets the question be put as if new."""
    try:
        kept = json.loads(path.read_bytes())
        whole = isinstance(kept["at"], str) and isinstance(kept["parts"], dict)
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return kept if whole else {}
