"""Reads the blocks of an interview as data, one by one, for what can be told without running any.

A block that is not YAML is passed over: docassemble will name it, once it may read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from unbarred.errors import ContentError, Where
from unbarred.located_yaml import refuse_depth

_LARGEST = 20_000_000
"""Bytes. Nothing that a person wrote comes near it."""
_BREAK = re.compile(r"^--- *$", re.MULTILINE)
_DEMANDS = re.compile(r"^mandatory *:", re.MULTILINE)
_METADATA = re.compile(r"^metadata *:", re.MULTILINE)
_NAMES = re.compile(r"^(?:include|modules|imports) *:", re.MULTILINE)


@dataclass(frozen=True)
class Named:
    """A file, module or library that a block names: under which key, and where."""

    key: str
    value: str
    where: Where


def text(path: Path) -> str:
    """Return what is written in the file at `path`; raise `ContentError` if it cannot be read."""
    try:
        if path.stat().st_size > _LARGEST:
            raise ContentError("This is too large for an interview.", where=Where(str(path)))
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ContentError(f"This file cannot be read: {reason}.", where=Where(str(path))) from error


def demands(text: str) -> bool:
    """Say whether a block is mandatory: what has none waits to be included."""
    return _DEMANDS.search(text) is not None


def metadata(text: str) -> dict[str, Any]:
    """Return the `metadata` blocks of an interview, merged."""
    found: dict[str, Any] = {}
    for _, block in _blocks(text):
        if _METADATA.search(block):
            given = _read(block).get("metadata")
            found |= given if isinstance(given, dict) else {}
    return found


def named(path: Path, text: str) -> Iterator[Named]:
    """Yield what the blocks of the interview at `path` include and import."""
    for start, block in _blocks(text):
        if not _NAMES.search(block):
            continue
        data = _read(block)
        for key in ("include", "modules", "imports"):
            given = data.get(key, [])
            for value in given if isinstance(given, list) else [given]:
                if isinstance(value, str):
                    yield Named(key, value.strip(), Where(str(path), start + _line_of(value, block)))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield each block with the number of its first line."""
    line = 1
    for block in _BREAK.split(text):
        yield line, block
        line += block.count("\n")


def _read(block: str) -> dict[Any, Any]:
    block = block.replace("\t", "  ")
    try:
        refuse_depth(block)
        data = yaml.load(block, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - it is safe
    except (yaml.YAMLError, ValueError, KeyError, IndexError, AttributeError, OverflowError, TypeError):
        # PyYAML raises all of these for values that are not what they say they are.
        return {}
    return data if isinstance(data, dict) else {}


def _line_of(value: str, block: str) -> int:
    at = block.find(value)
    return block.count("\n", 0, at) if at >= 0 else 0
