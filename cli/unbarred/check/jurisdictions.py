"""Checks the law data: every fault of every file, with its line, and what does not fit together."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from pathlib import Path

from unbarred.check.finding import Finding
from unbarred.check.one_file import PLACE, file_faults
from unbarred.errors import ContentError, Where
from unbarred.law import files, index, topics
from unbarred.law.checked import fault_at


def check_jurisdictions(root: Path, as_of: datetime.date) -> list[Finding]:
    """Return everything that is wrong with the law data below `root` as of a day, by file and line.

    A fact is due again when its day of `review` has come. Never raises for what a file holds.
    """
    found = list(_strays(root))
    faulty: set[Path] = set()
    folders = sorted({path.parent for path in root.glob("*/*.yml")})
    for folder in folders:
        for path in sorted(folder.glob("*.yml")):
            faults = file_faults(path, as_of)
            found += faults
            if faults:
                faulty.add(path)
    for folder in folders:
        found += _together(root, folder, faulty)
    return sorted({Finding.of(error) for error in found})


def _strays(root: Path) -> Iterator[ContentError]:
    """Yield the files that look like law data and are never read."""
    for path in sorted((*root.glob("*.yml"), *root.glob("*.yaml"), *root.glob("*/*.yaml"))):
        where = Where(_named(root, path))
        if path.suffix == ".yaml":
            yield ContentError("This file is not read: its name ends in .yaml.", "Let it end in .yml.", where)
        else:
            yield ContentError("This file is not read.", "Move it into the folder of its place.", where)


def _named(root: Path, path: Path) -> str:
    """Return the path as messages name it, such as `jurisdictions/us-ny`."""
    return f"{root.name}/{path.relative_to(root).as_posix()}"


def _together(root: Path, folder: Path, faulty: Collection[Path]) -> Iterator[ContentError]:
    """Yield what is wrong with a place as a whole, where the files it comes from are sound."""
    slug = folder.name
    own = folder / f"{PLACE}.yml"
    if not own.is_file():
        where = Where(_named(root, folder))
        yield ContentError(f"{slug} has no {PLACE}.yml.", "Add it: every place has one.", where)
        return
    try:
        line = files.lineage(root, slug)
    except ContentError as error:
        yield error
        return
    for name in index.own_remedies(root, slug):
        topic, _, key = name.partition("/")
        if not any(root / each / f"{topic}.yml" in faulty for each in line):
            yield from _remedy(root, slug, topic, key)


def _remedy(root: Path, slug: str, topic: str, key: str) -> Iterator[ContentError]:
    """Yield what is wrong with a remedy of sound files: with its general part and what is above it."""
    try:
        topics.remedy(root, slug, f"{topic}/{key}")
    except ContentError as error:
        yield error
        return
    file = topics.topic_file(root, slug, topic)
    ends = file.remedies[key].ends if file and key in file.remedies else ()
    above = _facts_above(root, slug, f"{topic}/{key}") if ends else ()
    for number, fact in enumerate(ends):
        if fact not in above:
            path = root / slug / f"{topic}.yml"
            says = f"there is no fact {fact} above this place"
            yield fault_at(path, [key, "ends", number], says, "Write the id of a fact that holds here.")


def _facts_above(root: Path, slug: str, name: str) -> set[str]:
    above = files.lineage(root, slug)[1:2]
    remedies = [topics.remedy(root, each, name) for each in above]
    return {fact.id for remedy in remedies if remedy and remedy.holds_below for fact in remedy.facts()}
