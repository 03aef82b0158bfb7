"""Answers that the other answers on a screen decide: “none of these” is no once one of them is yes.

On a web page a tick takes other ticks away. Where fields are asked one after
the other, a field whose answer is decided already need not be asked at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from unbarred.answers.values import AnswerValue
from unbarred.screens.field import Field
from unbarred.screens.screen import Screen


def settled(screen: Screen, field: Field, given: Mapping[str, AnswerValue]) -> bool | None:
    """Return the answer of `field` that the answers to the fields before it decide, or None.

    Only fields that stand before it on the screen count: whoever goes back to
    `field` can change it whatever was given after it.
    """
    inputs = screen.inputs
    before = {each.name for each in inputs[: inputs.index(field)]}
    given_before = {name: value for name, value in given.items() if name in before}
    # What stands before it and was not given is hidden: it is not among those that could be yes.
    asked = [each for each in inputs if each.name in given_before or each.name not in before]
    return settled_by(asked, field, given_before)


def settled_by(fields: Sequence[Field], field: Field, given: Mapping[str, AnswerValue | None]) -> bool | None:
    """Return the answer of `field` that all of `given` decide, or None.

    `fields` are those that are asked. What is not in `given`, or no yes or no, decides nothing.
    """
    asked = {each.name for each in fields}
    if _said(given, True, (each.name for each in fields if field.name in each.rules_out)):
        return False
    if _said(given, True, (each.name for each in fields if field.name in each.takes_in)):
        return True
    if field.rules_out:
        return _none_of(given, [name for name in field.rules_out if name in asked])
    if field.takes_in:
        return _all_of(given, [name for name in field.takes_in if name in asked])
    return None


def _none_of(given: Mapping[str, AnswerValue | None], others: Sequence[str]) -> bool | None:
    if _said(given, True, others):
        return False
    return True if others and all(given.get(name) is False for name in others) else None


def _all_of(given: Mapping[str, AnswerValue | None], others: Sequence[str]) -> bool | None:
    if _said(given, False, others):
        return False
    return True if others and all(given.get(name) is True for name in others) else None


def _said(given: Mapping[str, AnswerValue | None], word: bool, names: Iterable[str]) -> bool:
    return any(given.get(name) is word for name in names)
