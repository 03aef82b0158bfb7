"""Answers that the other answers on a screen decide: “none of these” is no once one of them is yes.

On a web page a tick takes other ticks away. Where fields are asked one after
the other, a field whose answer is decided already need not be asked at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from unbarred.answers.values import AnswerValue
from unbarred.quoting import quoted
from unbarred.screens.field import Field, FieldKind
from unbarred.screens.problem import Problem
from unbarred.screens.reading.refusal import NotAccepted
from unbarred.screens.screen import Screen


def settled(screen: Screen, field: Field, given: Mapping[str, AnswerValue]) -> bool | None:
    """Return the answer of `field` that the answers to the fields before it decide, or None.

    Only fields that stand before it on the screen count: whoever goes back to
    `field` can change it whatever was given after it.
    """
    if field.kind is not FieldKind.YES_NO:
        return None
    inputs = screen.inputs
    before = {each.name for each in takewhile(lambda each: each.name != field.name, inputs)}
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


def clash(
    field: Field, fields: Sequence[Field], answers: Mapping[str, AnswerValue | Problem | None]
) -> Problem | None:
    """Return the problem if the answer to `field` does not go with those it rules out or takes in."""
    answer = answers.get(field.name)
    if not isinstance(answer, bool):
        return None
    ruled_out = [each for each in fields if each.name in field.rules_out]
    taken_in = [each for each in fields if each.name in field.takes_in]
    yes = [each for each in ruled_out if answers.get(each.name) is True]
    no = [each for each in taken_in if answers.get(each.name) is False]
    if answer and yes:
        return Problem(field.name, f"This cannot be yes together with {_named(yes)}. Say no to one of them.")
    if answer and no:
        return Problem(
            field.name, f"This cannot be yes, because {_named(no)} is no. Say yes there, or no here."
        )
    heard = [answers[each.name] for each in ruled_out if answers.get(each.name) is not None]
    if not answer and heard and all(each is False for each in heard):
        ours = f"Say yes to at least one of them, or to {_named([field])}."
        none_said = NotAccepted(
            ours, {"checkboxes required": (field.label,), "uncheckothers": (field.label,)}
        )
        return Problem(field.name, none_said.in_words(field.messages))
    return None


def _named(fields: Sequence[Field]) -> str:
    labels = [quoted(each.label or each.name, 80) for each in fields]
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} or {labels[-1]}"


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
