"""What is wrong with an answer, in words for whoever gave it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """Why an answer was not accepted, in words that say what to do.

    `field` is the name that was given, whether or not the screen has it; it is
    `""` where the problem is with the screen as a whole.
    """

    field: str
    message: str


class Refused(Exception):
    """A submission was not accepted; nothing has changed."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
