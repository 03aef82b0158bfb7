"""Which files the law of a remedy is read from, and what they held: for whoever asks later."""

from __future__ import annotations

from collections.abc import Iterator
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


def _files(root: Path, place: str, topic: str) -> Iterator[Path]:
    for slug in files.lineage(root, place):
        for name in (topic, *(kind for kind in KINDS if kind != TOPIC)):
            path = root / slug / f"{name}.yml"
            if path.is_file():
                yield path
