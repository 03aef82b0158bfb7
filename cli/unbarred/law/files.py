"""Reads the files of a place, each once.

A place says in its own files what differs from its parent. What is silent there is
taken from the parent: every key of `place.yml`, and of a remedy whose parent says
`holds_below: true`. A national remedy of the same name without that is another
power altogether: the President's clemency is not New York's.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from unbarred.law.checked import checked, listing, mapping
from unbarred.law.jurisdictions import Facility, Organisation, Place, TimeRules
from unbarred.law.remedies import RemedyText

NOT_TOPICS = {"place", "facilities", "help", "sentence"}
"""Files of a place that are about the place, not about remedies."""

_TOP_KEY = re.compile(r"^([a-z][a-z0-9_]*):", re.MULTILINE)


def slugs(root: Path) -> list[str]:
    """Return the slugs of all places that have a `place.yml`, in order."""
    return sorted(path.parent.name for path in root.glob("*/place.yml"))


@cache
def place(root: Path, slug: str) -> Place:
    """Return the place, with what its parent says where it is silent."""
    path = root / slug / "place.yml"
    own = mapping(path)
    parent = own.get("parent")
    above = mapping(root / str(parent) / "place.yml") if parent else {}
    inherited = {key: value for key, value in above.items() if key != "parent"}
    return checked(Place, {**inherited, **own, "slug": slug}, path)


@cache
def remedy_names(root: Path, slug: str) -> tuple[str, ...]:
    """Return the names of the place's remedies, such as `clemency/commutation`.

    Looks for keys at the start of a line, without parsing: hundreds of files take milliseconds.
    """
    own = [
        f"{path.stem}/{key}"
        for path in sorted((root / slug).glob("*.yml"))
        if path.stem not in NOT_TOPICS
        for key in _TOP_KEY.findall(path.read_text(encoding="utf-8"))
    ]
    parent = place(root, slug).parent
    above = remedy_names(root, parent) if parent else ()
    return (*own, *(name for name in above if name not in own and _inherited(root, parent, name)))


@cache
def remedy(root: Path, slug: str, name: str) -> RemedyText | None:
    """Return what the place says about the remedy `topic/key`; None if nothing."""
    parent = place(root, slug).parent
    inherited = _inherited(root, parent, name) if parent else {}
    topic, _, key = name.partition("/")
    own = _entry(root, slug, name)
    if not own and not inherited:
        return None
    path = root / (slug if own else parent) / f"{topic}.yml"
    return checked(RemedyText, {**inherited, **own}, path, key)


@cache
def facilities(root: Path, slug: str) -> tuple[Facility, ...]:
    """Return the prisons of the place."""
    path = root / slug / "facilities.yml"
    return checked(tuple[Facility, ...], listing(path), path)


@cache
def organisations(root: Path, slug: str) -> tuple[Organisation, ...]:
    """Return who helps in the place, without those above it."""
    path = root / slug / "help.yml"
    return checked(tuple[Organisation, ...], listing(path), path)


@cache
def time_rules(root: Path, slug: str) -> TimeRules | None:
    """Return how the place counts time; None if it does not say."""
    path = root / slug / "sentence.yml"
    return checked(TimeRules, mapping(path), path) if path.is_file() else None


def _entry(root: Path, slug: str, name: str) -> dict[str, Any]:
    topic, _, key = name.partition("/")
    path = root / slug / f"{topic}.yml"
    if topic in NOT_TOPICS or not path.is_file():
        return {}
    entry = mapping(path).get(key)
    return {} if entry is None else checked(dict[str, Any], entry, path, key)


@cache
def _inherited(root: Path, parent: str, name: str) -> dict[str, Any]:
    """Return what the parent says about the remedy, if it holds below; else nothing."""
    above = _entry(root, parent, name)
    return above if above.get("holds_below") is True else {}
