"""Turns what a file holds into law data, or says in which line it is faulty and how to mend it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from unbarred import located_yaml
from unbarred.errors import ContentError, Where

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


def checked(kind: type[T], data: Any, path: Path, *above: str) -> T:
    """Return `data`, read from `path` below the keys `above`, as `kind`.

    Raises `ContentError` that names file, line, column, key and how to mend the first fault.
    """
    try:
        found: T = _adapter(cast("Hashable", kind)).validate_python(data)
    except ValidationError as error:
        raise _fault(error, 0, path, above, more=error.error_count() - 1) from error
    return found


def faults(kind: type[T], data: Any, path: Path, *above: str) -> list[ContentError]:
    """Return everything for which `checked` would refuse `data`, one error each."""
    try:
        _adapter(cast("Hashable", kind)).validate_python(data)
    except ValidationError as error:
        return [_fault(error, number, path, above) for number in range(error.error_count())]
    return []


def fault_at(path: Path, keys: Sequence[str | int], says: str, mend: str = "") -> ContentError:
    """Return the error that the entry of `path` to which `keys` lead is wrong: `says`, without a point."""
    named = f"{'.'.join(str(key) for key in keys)}: " if keys else ""
    return ContentError(f"{named}{says}.", mend, located_yaml.where(path, keys, shown(path)))


def shown(path: Path) -> str:
    """Return the path as messages name it: `jurisdictions/us-ny/clemency.yml`."""
    return "/".join(path.parts[-3:])


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _fault(
    error: ValidationError, number: int, path: Path, above: Sequence[str], more: int = 0
) -> ContentError:
    found = error.errors()[number]
    keys = [*above, *(key for key in found["loc"] if isinstance(key, str | int))]
    if found["type"] == "literal_error":
        says, mend = f"this must be {found['ctx']['expected']}", "Write one of them."
    else:
        plain = found["msg"].removeprefix("Value error, ")
        says, mend = _FAULTS.get(found["type"], (plain, "Correct the value."))
    return fault_at(path, keys, f"{says} ({more} more in this file)" if more else says, mend)


def _top(path: Path) -> Where:
    return Where(shown(path), 1, 1)
