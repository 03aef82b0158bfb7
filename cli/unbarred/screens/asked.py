"""Which fields are asked where they are asked one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import dropwhile

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
    others = {name: value for name, value in given.items() if name != field.name}
    for condition in field.shown_when:
        known = others
        if isinstance(condition, NotAfter):
            yielding = _yielding(screen, field)
            known = {name: value for name, value in others.items() if name not in yielding}
        if not condition.is_met(known):
            return False
    same = [each for each in screen.inputs if each.name == field.name] if field.takes_answer else [field]
    before = same[: same.index(field)]
    return not any(_takes(each, given) and is_asked(screen, each, given) for each in before)


def answered_field(screen: Screen, name: str, given: Mapping[str, AnswerValue]) -> Field:
    """Return the field, of several for one answer, that took what is given under `name`.

    Raises `IndexError` if the screen has none of this name.
    """
    same = [each for each in screen.inputs if each.name == name]
    asked = [each for each in same if len(same) == 1 or is_asked(screen, each, given)]
    return next((each for each in asked if _takes(each, given)), (asked or same)[-1])


def _yielding(screen: Screen, field: Field) -> set[str]:
    """The names of the fields after `field` that are not asked once it is answered."""
    after = dropwhile(lambda each: each.name != field.name, screen.inputs)
    return {each.name for each in after if field.name in ruling_out(each)}


def ruling_out(field: Field) -> set[str]:
    """Return the names of the fields that rule `field` out when they are answered."""
    conditions = (each for each in field.shown_when if isinstance(each, NotAfter))
    return {name for condition in conditions for name in condition.fields}


def _takes(field: Field, given: Mapping[str, AnswerValue]) -> bool:
    """Say whether what was given under the field's name is an answer to it."""
    answer = given.get(field.name)
    return says_something(answer) and not isinstance(read_field(field, answer), Problem)
