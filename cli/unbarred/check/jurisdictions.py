"""Checks the law data: every fault of every file, with its line."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from unbarred.check.finding import Finding
from unbarred.errors import ContentError
from unbarred.law import conditions, index, topics
from unbarred.law.checked import fault_at, faults, listing, mapping
from unbarred.law.facts import Fact
from unbarred.law.kinds import KINDS, TOPIC
from unbarred.law.sections import Condition

PLACE = "place"


def check_jurisdictions(root: Path, as_of: datetime.date) -> list[Finding]:
    """Return everything that is wrong with the law data below `root` as of a day, by file and line.

    A fact is due again when its day of `review` has come. Never raises for what a file holds.
    """
    found: list[ContentError] = []
    for folder in sorted(path for path in root.iterdir() if any(path.glob("*.yml"))):
        found += _place(root, folder, as_of)
    return sorted({Finding.of(error) for error in found})


def _place(root: Path, folder: Path, as_of: datetime.date) -> Iterator[ContentError]:
    """Yield the faults of one place. What builds on several files is checked where these are sound."""
    own = [error for path in sorted(folder.glob("*.yml")) for error in _file(folder, path)]
    yield from own
    if not (folder / f"{PLACE}.yml").is_file():
        yield ContentError(f"{folder.name} has no {PLACE}.yml.", "Add it: every place has one.")
        return
    parent = _dangling_parent(root, folder)
    if parent:
        yield parent
    if own or parent:
        return
    for path in sorted(folder.glob("*.yml")):
        yield from _facts(path, as_of)
    for name in topics.remedy_names(root, folder.name):
        try:
            topics.remedy(root, folder.name, name)
        except ContentError as error:
            yield error


def _file(folder: Path, path: Path) -> Iterator[ContentError]:
    """Yield what makes the file unreadable as what it must be."""
    kind = KINDS.get(path.stem, KINDS[TOPIC])
    try:
        data: Any = listing(path) if kind in (KINDS["facilities"], KINDS["help"]) else mapping(path)
    except ContentError as error:
        yield error
        return
    if path.stem == PLACE:
        data = {**data, "slug": folder.name}
    if path.stem == "counting":
        data = {key: () if rules is None else rules for key, rules in data.items()}
    yield from faults(kind, data, path)


def _dangling_parent(root: Path, folder: Path) -> ContentError | None:
    path = folder / f"{PLACE}.yml"
    try:
        parent = mapping(path).get("parent")
    except ContentError:
        return None
    if not parent or (root / str(parent) / f"{PLACE}.yml").is_file():
        return None
    known = ", ".join(index.slugs(root))
    return fault_at(path, ["parent"], f"there is no place called {parent}", f"The places are {known}.")


def _facts(path: Path, as_of: datetime.date) -> Iterator[ContentError]:
    """Yield what is wrong with single facts of a sound file."""
    for keys, fact in _walk(path):
        if fact.due_for_review(as_of):
            says = f"it was to be checked again by {fact.review}"
            yield fault_at(path, [*keys, "review"], says, "Check it, and correct `checked` and `review`.")
        if isinstance(fact, Condition):
            yield from _condition(path, keys, fact)


def _walk(path: Path) -> Iterator[tuple[list[str | int], Fact]]:
    """Yield each fact of a topic's file with the keys that lead to it."""
    if path.stem in index.NOT_TOPICS:
        return
    file = topics.topic_file(path.parents[1], path.parent.name, path.stem)
    for key, part in {index.GENERAL: file.general, **file.remedies}.items() if file else ():
        for section in type(part).model_fields:
            value = getattr(part, section)
            for number, each in enumerate(value) if isinstance(value, tuple) else ():
                if isinstance(each, Fact):
                    yield [key, section, number], each


def _condition(path: Path, keys: list[str | int], condition: Condition) -> Iterator[ContentError]:
    numbers = [set(each.known()) for each in condition.values if each.shares is not None]
    shared = set.intersection(*numbers) if numbers else set()
    for name in ("when", "from_day", "applies"):
        expression = getattr(condition, name)
        for fault in conditions.faults(expression, shared) if expression else ():
            mend = "The names are listed in cli/unbarred/law/names/."
            yield fault_at(path, [*keys, name], fault, mend)
