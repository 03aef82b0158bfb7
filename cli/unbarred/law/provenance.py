"""Which files the law of a remedy is read from, and what they held: for whoever asks later."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from unbarred import content
from unbarred.law import files
from unbarred.law.kinds import KINDS, TOPIC


def digests(place: str, remedy: str) -> dict[str, str]:
    """Return the SHA-256 of each file that the law of `remedy` (`clemency/pardon`) in `place` rests on.

    The keys are the files' names below the folder of the law, such as `us-ny/clemency.yml`. The law is read
    once for as long as the program runs, and so are these.
    """
    return dict(_digests(content.jurisdictions(), place, remedy.partition("/")[0]))


@cache
def _digests(root: Path, place: str, topic: str) -> tuple[tuple[str, str], ...]:
    names = (topic, *(kind for kind in KINDS if kind != TOPIC))
    paths = (root / slug / f"{name}.yml" for slug in files.lineage(root, place) for name in names)
    return tuple(
        (path.relative_to(root).as_posix(), content.digest(path)) for path in paths if path.is_file()
    )
