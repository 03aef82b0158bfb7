"""From what a person typed to typed answers, or to problems she can mend.

This is the only door: a terminal line, a web form and a spreadsheet cell are
read by the same rules.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens.field import Field, FieldKind
from unbarred.screens.screen import Screen

Submission = Mapping[str, AnswerValue]
"""Everything given on one screen, by field name. Blanks are explicit (`LATER`)."""


@dataclass(frozen=True)
class Problem:
    """Why an answer was not accepted, in words that say what to do.

    `field` is `""` where the problem is with the screen as a whole.
    """

    field: str
    message: str


class Refused(Exception):
    """A submission was not accepted; nothing has changed."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
