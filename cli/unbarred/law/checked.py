"""Turns what a file holds into law data, or says in which line it is faulty and how to mend it."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from unbarred import located_yaml
from unbarred.errors import ContentError, Where

T = TypeVar("T")

_FAULTS = {
    "extra_forbidden": ("there is no such key", "Take it out, or correct its spelling."),
    "missing": ("the key is missing", "Add it."),
    "invalid_key": ("this is not a key", "Text with a comma or colon needs quotation marks."),
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
        first = error.errors()[0]
        keys = [*above, *(key for key in first["loc"] if isinstance(key, str | int))]
        says, mend = _FAULTS.get(
            first["type"], (first["msg"].removeprefix("Value error, "), "Correct the value.")
        )
        where = located_yaml.where(path, keys, shown(path))
        raise ContentError(_message(keys, says, error.error_count()), mend, where) from error
    return found


def shown(path: Path) -> str:
    """Return the path as messages name it: `jurisdictions/us-ny/clemency.yml`."""
    return "/".join(path.parts[-3:])


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _message(keys: list[str | int], says: str, count: int) -> str:
    named = f"{'.'.join(str(key) for key in keys)}: " if keys else ""
    more = f" ({count - 1} more in this file)" if count > 1 else ""
    return f"{named}{says}{more}."


def _top(path: Path) -> Where:
    return Where(shown(path), 1, 1)
