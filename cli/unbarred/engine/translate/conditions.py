"""When a field is shown: docassemble's `show if`, `hide if`, `disable others`, in words or in JavaScript.

A field that is disabled cannot be answered, so here it is as good as hidden.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from typing import Any

from unbarred.answers.values import AnswerValue
from unbarred.engine.datatypes import OBJECTS
from unbarred.engine.own_datatypes import datatype_named
from unbarred.engine.scripts import ShownByScript
from unbarred.engine.translate.binding import Binding
from unbarred.engine.translate.choices import NONE
from unbarred.engine.translate.names import author_name, full_name
from unbarred.engine.translate.shown import (
    Always,
    ShownUnlessChosen,
    ShownUnlessTaken,
    ShownWhenBlank,
    ShownWhenChosen,
)
from unbarred.screens import Condition, FieldKind, NotAfter, ShownWhen

_MEMBER = re.compile(r"(?P<holder>.+)\[(?P<quote>['\"])(?P<key>.*)(?P=quote)\]")

_OF_CHOICES = re.compile(r"(?P<holder>.+)\[(?P<which>nota|aota)\]")

_BLANK = ("", "None")
"""What docassemble compares with a field that was left blank."""

Bound = tuple[Any, Binding]
"""docassemble's own field, and ours."""


def conditions(bound: Iterable[Bound], status: Any, variables: dict[str, Any]) -> dict[int, list[Condition]]:
    """Return the conditions of each field that has any, by the `id` of its binding.

    Two fields can be there for one variable, each with conditions of its own.
    """
    pairs = list(bound)
    by_name = {binding.name: binding for _, binding in pairs if binding.name}
    found: dict[int, list[Condition]] = {}
    for each, binding in pairs:
        for condition in (
            _by_value(each, status, variables, by_name),
            _by_script(each, status, variables, by_name),
        ):
            if condition is not None:
                found.setdefault(id(binding), []).append(condition)
        disabled = _disabled_by(each, binding, status, variables, by_name)
        is_alone = sum(other.name == binding.name for _, other in pairs) == 1
        ruling_out = _not_after(binding) if is_alone else _not_taken(binding, found.get(id(binding), ()))
        for _, other in pairs:
            if other.name in disabled and other is not binding and not other.is_given:
                found.setdefault(id(other), []).append(ruling_out)
    return found


def others(
    named: Any, binding: Binding, names: Iterable[str], status: Any, variables: dict[str, Any]
) -> list[str]:
    """Return which of `names` an author means: by a list of variables, or by True for all but this one."""
    if isinstance(named, list):
        wanted = {full_name(_plain(each), status.question, variables) for each in named}
        return [name for name in names if name in wanted]
    return [name for name in names if name != binding.name]


def _plain(name: str) -> str:
    """docassemble keeps such names encoded in some places and plain in others."""
    try:
        decoded = author_name(name)
    except (ValueError, UnicodeDecodeError):
        return name
    return decoded if re.fullmatch(r"[\w.\[\]'\" ]+", decoded) else name


def _disabled_by(
    each: Any, binding: Binding, status: Any, variables: dict[str, Any], by_name: Mapping[str, Binding]
) -> list[str]:
    named = getattr(each, "disableothers", False)
    return others(named, binding, by_name, status, variables) if named else []


def _not_after(binding: Binding) -> Condition:
    """The condition that `binding`'s field says nothing; “none of the above” says nothing too."""
    if binding.datatype in OBJECTS and NONE in binding.keys:
        return ShownUnlessChosen(binding.name, tuple(key for key in binding.keys if key != NONE))
    return NotAfter((binding.name,))


def _not_taken(binding: Binding, own: Iterable[Condition]) -> Condition:
    """The condition that this very field says nothing; what another for its variable took does not count."""
    shown_when = tuple(each for each in own if not isinstance(each, NotAfter | ShownUnlessTaken))
    return ShownUnlessTaken(dataclasses.replace(binding.field, shown_when=shown_when))


def _by_value(
    each: Any, status: Any, variables: dict[str, Any], by_name: Mapping[str, Binding]
) -> Condition | None:
    if "show_if_var" not in each.extras:
        return None
    name = full_name(author_name(each.extras["show_if_var"]), status.question, variables)
    text = str(status.extras.get("show_if_val", {}).get(each.number, "True"))
    holds = bool(each.extras.get("show_if_sign", 1))
    of_choices = _OF_CHOICES.fullmatch(name)
    if of_choices and of_choices["holder"] in by_name:
        every = tuple(by_name[of_choices["holder"]].keys) if of_choices["which"] == "aota" else ()
        return ShownWhenChosen(of_choices["holder"], every, holds)
    if name in by_name:
        return _compared(by_name[name], text, holds)
    member = _MEMBER.fullmatch(name)
    if member and member["holder"] in by_name:
        # One box among several: `fruit['Apple']` is ticked, or (False) it is not.
        return ShownWhen(member["holder"], member["key"], holds is (text == "True"))
    return ShownWhen(name, text, holds)


def _compared(binding: Binding, text: str, holds: bool) -> Condition:
    """The condition that `binding`'s variable is what its author wrote as `text`."""
    if binding.is_given:
        return Always((str(binding.given) == text) is holds)
    if text in _BLANK and text not in binding.keys:
        return ShownWhenBlank(binding.name, holds)
    return ShownWhen(binding.name, _typed(binding, text), holds)


def _typed(binding: Binding, text: str) -> AnswerValue:
    """The answer to `binding`'s field for which docassemble compares its variable with `text`."""
    kind = binding.field.kind
    if kind is FieldKind.YES_NO:
        return (text == "True") is not binding.inverted
    if binding.datatype == "threestate" and binding.inverted:
        return {"True": "False", "False": "True"}.get(text, text)
    if kind in (FieldKind.ONE_OF, FieldKind.SOME_OF):
        return text
    known = datatype_named(binding.datatype)
    read = known.to_answer(text) if known else text
    return text if read is None else read


def _by_script(
    each: Any, status: Any, variables: dict[str, Any], by_name: Mapping[str, Binding]
) -> Condition | None:
    script = status.extras.get("show_if_js", {}).get(each.number)
    if script is None:
        return None
    asked = tuple(full_name(name, status.question, variables) for name in script["vars"])
    holders = []
    for name in asked:
        member = _MEMBER.fullmatch(name)
        holder = name if name in by_name or not member else member["holder"]
        if holder in by_name and holder not in holders:
            holders.append(holder)
    return ShownByScript(
        script["expression"],
        tuple(holders),
        bool(script["sign"]),
        radios=frozenset(name for name in holders if _is_radio(by_name[name])),
        inverted=frozenset(name for name in holders if by_name[name].inverted),
    )


def _is_radio(binding: Binding) -> bool:
    """Say whether a browser shows round buttons, of which nobody may have pressed any."""
    if binding.field.kind is FieldKind.YES_NO:
        return not binding.blank_is_no
    of_themselves = binding.datatype in ("threestate", "object_radio")
    return binding.field.kind is FieldKind.ONE_OF and (of_themselves or binding.input_type == "radio")
