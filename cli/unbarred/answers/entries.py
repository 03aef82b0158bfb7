"""What a YAML or JSON file holds, key by key, with the place of each.

Both formats are read into this before anyone asks what the keys mean, so a
fault has the same words and a line in either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from unbarred.errors import UserError, Where

Scalar = str | int | float | bool | None


@dataclass(frozen=True)
class Entry:
    """One key of a mapping and what it holds."""

    key: str
    where: Where
    value: Value


@dataclass(frozen=True)
class Listing:
    """A list of single values. `None` among them stands for null or for a thing that is not single."""

    items: tuple[Scalar, ...]


@dataclass(frozen=True)
class Group:
    """A mapping, in the order of the file; a key that is written twice is there twice."""

    entries: tuple[Entry, ...]


Value = Scalar | Listing | Group


class UnreadableFile(UserError):
    """The file is not in its format at all, or not UTF-8."""


class FaultyAnswers(UserError):
    """The file can be read, and what it says cannot be used. Holds every fault at once."""

    def __init__(self, source: str, faults: Sequence[tuple[Where, str]]) -> None:
        self.faults = tuple(faults)
        if len(faults) == 1:
            where, message = faults[0]
            super().__init__(message, where=where)
            return
        lines = "".join(f"\n  {where}: {message}" for where, message in faults)
        super().__init__(f"There are {len(faults)} things to mend.{lines}", where=Where(source))
