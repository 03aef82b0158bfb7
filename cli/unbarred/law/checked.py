"""Turns what a file holds into law data, or says in which line it is faulty and how to mend it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from unbarred import located_yaml
from unbarred.errors import ContentError, Where
from unbarred.law.facts import ID_PATTERN, LINK_PATTERN
from unbarred.law.words import MONTH_FIRST

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

T = TypeVar("T")

_DAY = ("this is not a day", "Write it as 2026-11-21.")
_NUMBER = ("this must be a whole number", "Write it in figures, such as 15.")
_KEYS = ("this must have keys of its own", "Write `key: value` lines below it, further in.")
_LIST = ("this must be a list", "Start each entry with `- `.")

_FAULTS = {
    "extra_forbidden": ("there is no such key", "Take it out, or correct its spelling."),
    "missing": ("the key is missing", "Add it."),
    "invalid_key": ("this is not a key", "Text with a comma or colon needs quotation marks."),
    "string_type": ("this must be text", "Put it in quotation marks."),
    "string_too_short": ("there is no text", "Write it, or take the key out."),
    "bool_type": ("this must be true or false", "Write one of the two."),
    "bool_parsing": ("this must be true or false", "Write one of the two."),
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "tuple_type": _LIST,
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "dict_type": _KEYS,
}
"""Sentences for the commonest faults, by pydantic's type of error: what is wrong, how to mend it."""

_PATTERNS = {
    ID_PATTERN: ("an id has small letters, figures and single hyphens only", "Correct the value."),
    LINK_PATTERN: (
        "this is not a link: it starts with https:// and has no spaces",
        "Correct the value.",
    ),
}
"""The same for text that is not of the form it must have."""


def mapping(path: Path) -> dict[str, Any]:
    """Return the mapping that the file holds, `{}` if it is empty; raise `ContentError` for anything else."""
    data = located_yaml.read_quickly(path, shown(path))
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise ContentError("This file must hold keys with values.", "Start it with `key: value`.", _top(path))
    return data


def listing(path: Path) -> list[Any]:
    """Return the list that the file holds, `[]` if it is not there or empty."""
    data = located_yaml.read_quickly(path, shown(path)) if path.is_file() else None
    if data is None:
        return []
    if not isinstance(data, list):
        raise ContentError("This file must hold a list.", "Start each entry with `- `.", _top(path))
    return data


def checked(kind: type[T], data: Any, path: Path, *above: str, days: str = MONTH_FIRST) -> T:
    """Return `data`, read from `path` below the keys `above`, as `kind`.

    `days` is the order in which the place writes days.

    Raises `ContentError` that names file, line, column, key and how to mend the first fault.
    """
    try:
        found: T = _adapter(cast("Hashable", kind)).validate_python(data, context={"days": days})
    except ValidationError as error:
        first = _described(error.errors()[0], above)
        more = error.error_count() - 1
        says = f"{first.says} ({more} more in this file)" if more else first.says
        raise fault_at(path, first.keys, says, first.mend) from error
    return found


@dataclass(frozen=True)
class Fault:
    """What is wrong with the entry to which `keys` lead: `says`, without a point, and how to mend it."""

    keys: tuple[str | int, ...]
    says: str
    mend: str = ""


def faults(kind: type[T], data: Any, *above: str) -> list[Fault]:
    """Return everything for which `checked` would refuse `data`."""
    try:
        _adapter(cast("Hashable", kind)).validate_python(data)
    except ValidationError as error:
        return [_described(each, above) for each in error.errors()]
    return []


def fault_at(path: Path, keys: Sequence[str | int], says: str, mend: str = "") -> ContentError:
    """Return the error that the entry of `path` to which `keys` lead is wrong."""
    return located(path, [Fault(tuple(keys), says, mend)])[0]


def located(path: Path, found: Sequence[Fault]) -> list[ContentError]:
    """Return the faults as errors, each with its line; the file is read once for all of them."""
    places = located_yaml.wheres(path, [each.keys for each in found], shown(path)) if found else []
    return [
        ContentError(f"{_named(each.keys)}{each.says}.", each.mend, place)
        for each, place in zip(found, places, strict=True)
    ]


def shown(path: Path) -> str:
    """Return the path as messages name it: `jurisdictions/us-ny/clemency.yml`."""
    return "/".join(path.parts[-3:])


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _described(found: ErrorDetails, above: Sequence[str]) -> Fault:
    keys = (*above, *found["loc"])
    if found["type"] == "literal_error":
        return Fault(keys, f"this must be {found['ctx']['expected']}", "Write one of them.")
    if found["type"] == "string_pattern_mismatch" and found["ctx"]["pattern"] in _PATTERNS:
        return Fault(keys, *_PATTERNS[found["ctx"]["pattern"]])
    plain = found["msg"].removeprefix("Value error, ")
    return Fault(keys, *_FAULTS.get(found["type"], (plain, "Correct the value.")))


def _named(keys: Sequence[str | int]) -> str:
    """Return the keys as a message begins with them: `commutation.eligibility.0.when: `."""
    shown_keys = ".".join(str(key) for key in keys)
    return f"{shown_keys}: " if keys else ""


def _top(path: Path) -> Where:
    return Where(shown(path), 1, 1)
