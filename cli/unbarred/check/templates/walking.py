"""Walks the interviews that make papers, and tells what fails where a paper is really made.

What the files alone do not show is found so: a value that is None on some road, a function that
fails, a name that a loop in Python gives only sometimes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from unbarred.check.templates.finding import Place, TemplateFinding
from unbarred.engine import load
from unbarred.sessions import arguments
from unbarred.sessions.catalogue import Entry
from unbarred.walking import FailureKind, Ground, explore

_LIMIT = 300


def walk(entry: Entry, day: datetime.date, paths: int, seed: int) -> Iterator[TemplateFinding]:
    """Yield what fails on `paths` paths of the interview.

    The interview runs: if it is somebody else's, a person must have said that she trusts it.
    """
    found = explore(Ground(load(entry.name), arguments.check(entry, None, day), _LIMIT), paths, seed)
    for each in found.found:
        if each.failure.kind is FailureKind.NOT_OFFERED:
            continue
        file, _, line = each.failure.where.partition(":")
        place = Place(file or entry.name, int(line) if line.isdigit() else 0)
        cause = f" {each.failure.cause}." if each.failure.cause else ""
        mend = f"See the shortest answers that lead there: unbarred check walk {entry.name} --seed {seed}"
        message = f"On a path of {entry.name}: {each.failure.message}{cause}"
        yield place.finding("fails on a path", message, f"{mend} --paths {paths}")
