"""The branches an interview offers: each choice of each field and each action, and which were taken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Action, Field, FieldKind, Screen, Submission

LEFT = "left for later"
ANSWERED = "answered"
YES = "yes"
NO = "no"
NOTHING = "nothing chosen"
OTHER = "other words"

_MOST_CHOICES = 40
"""Of more choices than this, such as the countries, no interview has a branch for each."""

_INDEX = re.compile(r"\[\d+\]")


class Branch(NamedTuple):
    """One thing that can be done on a screen; items of a list count as one."""

    screen: str
    field: str
    """`""` for an action."""
    option: str

    def __str__(self) -> str:
        about = f"{self.field}: " if self.field else "action "
        return f"{about}{self.option}"


def alike(name: str) -> str:
    """Return the id of a screen, or the name of a field, with the items of a list all called `[i]`."""
    return _INDEX.sub("[i]", name)


def options(field: Field) -> tuple[str, ...]:
    """Return the branches that `field` offers; none for a text or number that must be given."""
    left = () if field.required else (LEFT,)
    match field.kind:
        case FieldKind.NOTE:
            return ()
        case FieldKind.YES_NO:
            return (YES, NO, *left)
        case FieldKind.ONE_OF | FieldKind.SOME_OF if 0 < len(field.choices) <= _MOST_CHOICES:
            return (*_chosen(field), *left)
        case _:
            return (ANSWERED, *left) if left else ()


def _chosen(field: Field) -> Iterator[str]:
    yield from (each.value for each in field.choices)
    if field.kind is FieldKind.SOME_OF and (field.none_label or not field.required):
        yield NOTHING
    if field.takes_other:
        yield OTHER


def options_taken(field: Field, value: AnswerValue) -> tuple[str, ...]:
    """Return the branches of `field` that `value` takes."""
    offered = options(field)
    if value is LATER:
        taken: Iterable[str] = (LEFT,)
    elif isinstance(value, bool):
        taken = (YES if value else NO,)
    elif field.kind is FieldKind.SOME_OF and isinstance(value, tuple):
        taken = value or (NOTHING,)
    elif field.kind is FieldKind.ONE_OF and field.choices:
        taken = (str(value),) if value in {each.value for each in field.choices} else (OTHER,)
    else:
        taken = (ANSWERED,)
    return tuple(each for each in taken if each in offered)


def of_submission(screen: Screen, given: Submission) -> Iterator[Branch]:
    """Yield the branches that the answers to `screen` take."""
    for field in screen.inputs:
        if field.name in given:
            for option in options_taken(field, given[field.name]):
                yield Branch(alike(screen.id), alike(field.name), option)


def of_action(screen: Screen, action: Action) -> Branch:
    """Return the branch that an action takes."""
    return Branch(alike(screen.id), "", action.name)


class Coverage:
    """Which branches were offered, and how often each was taken."""

    def __init__(self) -> None:
        self._taken: Counter[Branch] = Counter()
        self._turns: Counter[tuple[str, str]] = Counter()

    def see(self, screen: Screen) -> None:
        """Take note of what `screen` offers. Actions of a list's items count as one."""
        for field in screen.inputs:
            for option in options(field):
                self._taken.setdefault(Branch(alike(screen.id), alike(field.name), option), 0)
        for action in screen.actions:
            self._taken.setdefault(of_action(screen, action), 0)

    def take(self, branches: Iterable[Branch]) -> None:
        """Count these branches as taken."""
        self._taken.update(branches)

    def taken(self, branch: Branch) -> int:
        """Return how often `branch` was taken."""
        return self._taken[branch]

    def turn(self, screen: Screen, field: Field) -> int:
        """Return how often this was asked for this field before, so that each text has its turn on it."""
        about = (alike(screen.id), alike(field.name))
        self._turns[about] += 1
        return self._turns[about] - 1

    @property
    def offered(self) -> int:
        """How many branches were seen."""
        return len(self._taken)

    def never_taken(self) -> list[Branch]:
        """Return the branches that were offered and not taken, by screen and field."""
        return sorted(branch for branch, count in self._taken.items() if not count)
