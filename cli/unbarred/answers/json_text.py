"""Reads and writes answers as JSON, keeping the place of every key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from unbarred.answers.entries import Entry, Group, Listing, UnreadableFile, Value
from unbarred.errors import Where

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"(?P<key>\s*:)?')


def parse(text: str, source: str) -> Group:
    """Return what the JSON in `text` holds; `source` names it in messages."""
    try:
        root = json.loads(text, object_pairs_hook=_Pairs, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        where = Where(source, error.lineno, error.colno)
        raise UnreadableFile(f"This is not JSON: {_lower(error.msg)}.", where=where) from error
    except ValueError as error:
        raise UnreadableFile(f"This is not JSON: {error}.", where=Where(source)) from error
    except RecursionError as error:
        raise UnreadableFile(
            "This is not an answer file: lists stand in lists too deep.", where=Where(source)
        ) from error
    if not isinstance(root, _Pairs):
        raise UnreadableFile("This is not an answer file: it holds no names.", where=Where(source, 1, 1))
    return _group(root, _places(text, source))


class _Pairs(list[tuple[str, Any]]):
    """The keys of one JSON object in order, also those written twice."""


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number in JSON")


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]


def _places(text: str, source: str) -> Iterator[Where]:
    """The place of each key in the order of the text; only for text that is known to be JSON."""
    line, start = 1, 0
    counted = 0
    for match in _STRING.finditer(text):
        if match["key"] is None:
            continue
        breaks = text.count("\n", counted, match.start())
        if breaks:
            line += breaks
            start = text.rindex("\n", counted, match.start()) + 1
        counted = match.start()
        yield Where(source, line, match.start() - start + 1)


def _group(pairs: _Pairs, places: Iterator[Where]) -> Group:
    return Group(tuple(Entry(key, next(places), _value(value, places)) for key, value in pairs))


def _value(value: Any, places: Iterator[Where]) -> Value:
    if isinstance(value, _Pairs):
        return _group(value, places)
    if isinstance(value, list):
        return Listing(tuple(_item(each, places) for each in value))
    return value  # type: ignore[no-any-return]


def _item(value: Any, places: Iterator[Where]) -> str | int | float | bool | None:
    if isinstance(value, list | _Pairs):
        _value(value, places)
        return None
    return value  # type: ignore[no-any-return]


def dump(content: Mapping[str, Any]) -> str:
    """Return `content` as JSON in its own order."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
