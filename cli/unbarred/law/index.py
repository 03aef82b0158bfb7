"""Which places there are and which remedies they have of their own, told from names and keys alone.

Nothing is parsed: hundreds of files take milliseconds.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

NOT_TOPICS = frozenset({"place", "counting", "facilities", "help", "redaction", "sentence"})
"""Files of a place that are about the place, not about remedies."""

GENERAL = "general"
"""The key for what holds for every remedy of a file."""

_HOLDS_BELOW = "holds_below"
"""The key that every remedy has which holds in the places below."""

_TOP_KEY = re.compile(r"^([a-z][a-z0-9-]*):", re.MULTILINE)


@cache
def slugs(root: Path) -> tuple[str, ...]:
    """Return the slugs of all places that have a `place.yml`, in order."""
    return tuple(sorted(path.parent.name for path in root.glob("*/place.yml")))


def topics(root: Path, slug: str) -> list[str]:
    """Return the topics the place has a file of its own on, such as `clemency`."""
    return sorted(
        path.stem for path in (root / slug).glob("*.yml") if path.stem not in NOT_TOPICS and path.is_file()
    )


def own_remedies(root: Path, slug: str) -> tuple[str, ...]:
    """Return the names of the remedies in the place's own files, such as `clemency/commutation`."""
    return tuple(f"{topic}/{key}" for topic in topics(root, slug) for key in own_keys(root, slug, topic))


@cache
def own_keys(root: Path, slug: str, topic: str) -> tuple[str, ...]:
    """Return the keys of the remedies in the place's own file on `topic`; none if it has no such file."""
    return tuple(key for key in _TOP_KEY.findall(_text(root, slug, topic)) if key != GENERAL)


@cache
def reaches_below(root: Path, slug: str, topic: str) -> bool:
    """Say whether the place's own file on `topic` could hold below; if not, nobody below need read it."""
    return _HOLDS_BELOW in _text(root, slug, topic)


def _text(root: Path, slug: str, topic: str) -> str:
    path = root / slug / f"{topic}.yml"
    if topic in NOT_TOPICS or not path.is_file():
        return ""
    # What is not UTF-8 is refused, with its line, when the file is read.
    return path.read_text(encoding="utf-8", errors="replace")
