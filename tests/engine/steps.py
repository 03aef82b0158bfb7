"""Going through an interview: answers and actions one after the other, and what each screen asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from unbarred.engine import Run
from unbarred.screens import Action

Step = Mapping[str, Any] | str | int
"""What is given on a screen; or the label of an action, or its number as it stands in the text."""


def go(run: Run, *steps: Step) -> Run:
    """Take one step after the other; a screen must ask for all that is given there."""
    for step in steps:
        if isinstance(step, Mapping):
            assert step.keys() <= {field.name for field in run.screen.inputs}, run.screen
            run.answer(dict(step))
        else:
            run.act(action(run, step))
    return run


def action(run: Run, wanted: str | int) -> Action:
    """Return the screen's action of this label or number."""
    if isinstance(wanted, int):
        return run.screen.actions[wanted - 1]
    return next(each for each in run.screen.actions if each.label == wanted)


def asked(run: Run) -> list[str]:
    """Return the names of what the screen asks."""
    return [field.name for field in run.screen.inputs]


def labels(run: Run) -> list[str]:
    """Return the labels of what can be done on the screen besides."""
    return [each.label for each in run.screen.actions]
