"""Which files the law of a remedy is read from, and what they held: for whoever asks later."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from unbarred import content
from unbarred.law import files
from unbarred.law.kinds import KINDS, TOPIC


def digests(place: str, remedy: str) -> dict[str, str]:
    """Return the SHA-256 of each file that the law of `remedy` (`clemency/pardon`) in `place` rests on.

    The keys are the files' names below the folder of the law, such as `us-ny/clemency.yml`.
    """
    root = content.jurisdictions()
    return {
        path.relative_to(root).as_posix(): content.digest(path)
        for path in _files(root, place, remedy.partition("/")[0])
    }


@cache
def _files(root: Path, place: str, topic: str) -> tuple[Path, ...]:
    names = (topic, *(kind for kind in KINDS if kind != TOPIC))
    found = (root / slug / f"{name}.yml" for slug in files.lineage(root, place) for name in names)
    return tuple(path for path in found if path.is_file())
