"""An answer set: everything that was said, by name and in order.

The one format for saved sessions, examples, tests, import and export; what it
looks like in a file is described in docs/answer-sets.md.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from unbarred.answers.values import Plain
from unbarred.errors import Where

FORMAT = 1
"""The version of the file format this program writes, and the newest it reads."""


@dataclass(frozen=True)
class AnswerSet:
    """Answers by variable path, as plain values: a file does not know their types, fields do.

    `None` is an answer that was left for later. `jurisdiction` and `as_of` are
    empty where the set does not say for which place and day it was made.
    """

    interview: str = ""
    jurisdiction: str = ""
    as_of: datetime.date | None = None
    answers: Mapping[str, Plain] = field(default_factory=dict)
    places: Mapping[str, Where] = field(default_factory=dict, compare=False)
    """Where in its file each answer stands; empty for a set that was not read from one."""

    def where(self, name: str) -> Where | None:
        """Return the place of an answer, for a message about it."""
        return self.places.get(name)
