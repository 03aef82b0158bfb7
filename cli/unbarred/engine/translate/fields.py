"""The fields of a question, bound to their variables, and what each does to the others."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from unbarred.engine.translate.binding import Binding
from unbarred.engine.translate.conditions import conditions, others
from unbarred.engine.translate.constant import bound_once
from unbarred.engine.translate.inputs import BOXES, asked
from unbarred.engine.translate.names import author_name, full_name
from unbarred.engine.translate.unasked import disabled, hidden, note, set_by_going_on


def bindings(status: Any, variables: dict[str, Any], row: int | None = None) -> list[Binding]:
    """Return the fields of the screen, bound to their variables; of a list that is collected, those of `row`.

    Raises `NotOffered` for a field that needs what unbarred has not.
    """
    return bound_once(status, variables, row, lambda: _bound(status, variables, row))


def _bound(status: Any, variables: dict[str, Any], row: int | None) -> list[Binding]:
    bound = [(each, _binding(status, each, variables)) for each in _shown(status, row)]
    inputs = [(each, binding) for each, binding in bound if binding.name and not binding.is_given]
    when = conditions(bound, status, variables)
    boxes = [binding.name for each, binding in inputs if getattr(each, "inputtype", None) in BOXES]
    made = []
    for each, binding in bound:
        shown_when = tuple(when.get(id(binding), ()))
        rules_out = tuple(_others(each, "uncheckothers", binding, boxes, status, variables))
        takes_in = tuple(_others(each, "checkothers", binding, boxes, status, variables))
        if shown_when or rules_out or takes_in:
            field = dataclasses.replace(
                binding.field, shown_when=shown_when, rules_out=rules_out, takes_in=takes_in
            )
            made.append(dataclasses.replace(binding, field=field))
        else:
            made.append(binding)
    return made


def _shown(status: Any, row: int | None) -> Iterator[Any]:
    """docassemble's fields that its own code shows; its headers between the rows of a list are left out."""
    for each in status.get_field_list():
        if not status.extras.get("ok", {}).get(each.number, True):
            continue
        if row is None or (getattr(each, "collect_number", None) == row and not _is_header(each)):
            yield each


def _is_header(each: Any) -> bool:
    return str(getattr(each, "collect_type", "")).endswith("header")


def _others(
    each: Any, what: str, binding: Binding, boxes: list[str], status: Any, variables: dict[str, Any]
) -> list[str]:
    named = getattr(each, what, False)
    return others(named, binding, boxes, status, variables) if named and binding.name in boxes else []


def _binding(status: Any, each: Any, variables: dict[str, Any]) -> Binding:
    question = status.question
    if not hasattr(each, "saveas"):
        return note(status, each)
    saveas = author_name(each.saveas)
    name = full_name(saveas, question, variables)
    if question.question_type == "settrue":
        return set_by_going_on(saveas, name)
    if getattr(each, "inputtype", None) == "hidden":
        return hidden(status, each, saveas, name)
    binding = asked(status, each, saveas, name, variables)
    if status.extras.get("disabled", {}).get(each.number):
        return disabled(binding.field)
    return binding
