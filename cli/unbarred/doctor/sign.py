"""One thing the doctor looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a thing was found."""

    GOOD = "good"
    OPTIONAL = "not here"
    """Missing, and only wanted for something more."""
    BAD = "mend"
    """Something will not work until it is mended."""


@dataclass(frozen=True)
class Sign:
    """What was looked at, how it was found, and what to do about it if anything."""

    about: str
    state: State
    says: str
    mend: str = ""
