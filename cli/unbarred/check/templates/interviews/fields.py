"""Which variables the fields of a question set, and where each field is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from unbarred.check.templates.conditions import ALWAYS, Atom, Condition, both, opposite
from unbarred.check.templates.interviews.code import expression_of
from unbarred.check.templates.references import Scope, asks, named

_SAID_OF_A_FIELD = frozenset(
    each.strip()
    for each in """
    accept, action, address autocomplete, all of the above, allow privileges, allow users,
    check others, choices, code, confirm, content file, css, css class, currency symbol, datatype,
    default, disable if, disable others, enable if, exclude, extras, field, field metadata,
    file css class, floating label, grid, group, help, help generator, hide if, hint, html,
    image generator, image upload type, inline, inline width, input type, item grid, js disable if,
    js enable if, js hide if, js show if, keyvalue, label, label above field, max, maximum image size,
    maxlength, min, minlength, ml group, no label, none of the above, note, object labeler,
    permissions, persistent, private, raw html, read only, required, rows, scale, script, sensitive,
    show if, shuffle, step, trigger at, uncheck others, under text, using, validate,
    validation messages
    """.split(",")
)
"""docassemble's keys of a field; the one that is none of these is the label, and has the variable."""
_YES_NO: dict[str, tuple[object, ...]] = dict.fromkeys(
    ("yesno", "noyes", "yesnoradio", "noyesradio", "yesnowide", "noyeswide", "boolean"), (True, False)
)
_CHOOSING = ("choices", "buttons", "dropdown")
_OF_ONE = frozenset({"text", "radio", "dropdown", "datalist", "area"})
"""What a field with choices is called that takes one of them."""
GOING_ON = "continue button field"
"""A field that only says that a screen was seen."""
_SINGLE = ("yesno", "noyes", "yesnomaybe", "noyesmaybe", "signature", GOING_ON)


@dataclass(frozen=True)
class Field:
    """A variable that a screen sets, where `condition` holds."""

    path: str
    datatype: str
    condition: Condition = ALWAYS
    values: tuple[object, ...] = ()
    """All values that it can have; () if they are not known."""


def fields_of(question: dict[str, Any]) -> Iterator[Field]:
    """Yield the variables that a question asks for."""
    for key in _SINGLE:
        if isinstance(question.get(key), str):
            yield _field(question[key], "yesno" if "yes" in key else key, _YES_NO.get(key, ()))
    if isinstance(question.get("field"), str):
        is_asked = any(key in question for key in (*_CHOOSING, "combobox", "datatype"))
        datatype = str(question.get("datatype", "text")) if is_asked else GOING_ON
        yield _field(question["field"], datatype, _values(question, datatype))
    items = question.get("fields", [])
    for item in items if isinstance(items, list) else [items]:
        if isinstance(item, dict):
            given = {
                str(key).lower() if str(key).lower() in _SAID_OF_A_FIELD else str(key): value
                for key, value in item.items()
            }
            name = _variable(given)
            if name:
                datatype = str(given.get("datatype", given.get("input type", "text")))
                made = _field(name, datatype, _values(given, datatype))
                yield replace(made, condition=_shown(given))


def has_unknown_fields(question: dict[str, Any]) -> bool:
    """Say whether code makes up the fields: which they are cannot be told without running it."""
    items = question.get("fields", [])
    made = [each for each in (items if isinstance(items, list) else [items]) if isinstance(each, dict)]
    return any("code" in each and _variable(each) is None for each in made)


def _variable(item: dict[str, Any]) -> str | None:
    for key in ("field", "no label"):
        if isinstance(item.get(key), str):
            return str(item[key])
    labels = [value for key, value in item.items() if key not in _SAID_OF_A_FIELD]
    return labels[0] if labels and isinstance(labels[0], str) else None


def _field(name: str, datatype: str, values: tuple[object, ...] = ()) -> Field:
    tree = expression_of(name)
    return Field(named(tree, Scope()) if tree is not None else name, datatype, values=values)


def _values(item: dict[str, Any], datatype: str) -> tuple[object, ...]:
    """Return all values that can be answered; () if they are not known, or the field may be left out."""
    if datatype in _YES_NO and (datatype in ("yesno", "noyes") or item.get("required", True) is True):
        return _YES_NO[datatype]
    choices = next((item[key] for key in _CHOOSING if isinstance(item.get(key), list)), None)
    if choices is None or item.get("required", True) is not True or datatype not in _OF_ONE:
        return ()
    found: list[object] = []
    for each in choices:
        if isinstance(each, dict):
            if len(each) != 1 or not all(isinstance(value, str | int | bool) for value in each.values()):
                return ()
            found += each.values()
        elif isinstance(each, str | int):
            found.append(each)
        else:
            return ()
    # Of code, and of words that are put together, nothing can be told.
    return () if any("${" in str(each) for each in found) else tuple(found)


def _shown(item: dict[str, Any]) -> Condition:
    shown = ALWAYS
    for key, value in item.items():
        if key in ("show if", "enable if"):
            shown = both(shown, _asked(value))
        elif key in ("hide if", "disable if"):
            shown = both(shown, opposite(_asked(value)))
    return shown


def _asked(value: Any) -> Condition:
    if isinstance(value, dict) and isinstance(value.get("variable"), str):
        subject = _field(value["variable"], "").path
        wanted = value.get("is", True)
        return Atom(subject) if wanted is True else Atom(subject, wanted, is_truth=False)
    code = value.get("code") if isinstance(value, dict) else value
    tree = expression_of(code) if isinstance(code, str) else None
    return asks(tree, Scope()) if tree is not None else ALWAYS
