"""Which fields are asked where they are asked one after the other."""

from __future__ import annotations

from collections.abc import Mapping

from unbarred.answers.values import AnswerValue
from unbarred.screens.condition import NotAfter, says_something
from unbarred.screens.field import Field
from unbarred.screens.one_answer import read_field
from unbarred.screens.problem import Problem
from unbarred.screens.screen import Screen


def is_asked(screen: Screen, field: Field, given: Mapping[str, AnswerValue]) -> bool:
    """Say whether `field` is asked (or a note shown), when `given` is what was answered so far.

    Of two fields that rule each other out the first is always asked: whoever goes
    back to it can change her mind. Of several fields for one answer the next is
    asked only if the one before did not take it.
    """
    inputs = screen.inputs
    place = inputs.index(field) if field.takes_answer else 0
    yielding = {each.name for each in inputs[place + 1 :] if field.name in ruling_out(each)}
    others = {name: value for name, value in given.items() if name != field.name}
    unruled = {name: value for name, value in others.items() if name not in yielding}
    for condition in field.shown_when:
        if not condition.is_met(unruled if isinstance(condition, NotAfter) else others):
            return False
    same = (each for each in inputs[:place] if each.name == field.name)
    return not any(_takes(each, given) and is_asked(screen, each, given) for each in same)


def ruling_out(field: Field) -> set[str]:
    """Return the names of the fields that rule `field` out when they are answered."""
    conditions = (each for each in field.shown_when if isinstance(each, NotAfter))
    return {name for condition in conditions for name in condition.fields}


def _takes(field: Field, given: Mapping[str, AnswerValue]) -> bool:
    """Say whether what was given under the field's name is an answer to it."""
    answer = given.get(field.name)
    return says_something(answer) and not isinstance(read_field(field, answer), Problem)
