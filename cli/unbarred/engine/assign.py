"""Gives a variable of an interview its value, by parsed path: nothing a person gives is executed."""

from __future__ import annotations

from typing import Any

from unbarred.answers.path import AnswerPath, Attribute, Item, Step


def assign(variables: dict[str, Any], path: AnswerPath, value: object) -> None:
    """Set `path` among `variables` to `value`.

    Raises `KeyError`, `AttributeError` or `IndexError` if what the path leads
    through does not exist.
    """
    if not path.steps:
        variables[path.root] = value
        return
    holder = variables[path.root]
    for step in path.steps[:-1]:
        holder = _follow(holder, step)
    last = path.steps[-1]
    if isinstance(last, Attribute):
        setattr(holder, last.name, value)
    else:
        holder[last.key] = value


def lookup(variables: dict[str, Any], path: AnswerPath) -> Any:
    """Return the value of `path`; raises like `assign`."""
    value = variables[path.root]
    for step in path.steps:
        value = _follow(value, step)
    return value


def _follow(holder: Any, step: Step) -> Any:
    if isinstance(step, Item):
        return holder[step.key]
    return getattr(holder, step.name)
