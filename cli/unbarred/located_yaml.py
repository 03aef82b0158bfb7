"""Reads a YAML file fast, and finds the line of a key when something is wrong with it.

Reading keeps no places. Only when there is something to report is the file composed a
second time, which is slow, to find where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from unbarred.errors import ContentError, Where

Key = str | int


class _Loader(yaml.CSafeLoader):
    """A safe loader that refuses a key written twice, which YAML otherwise drops in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        written = len(node.value)
        mapping = super().construct_mapping(node, deep=deep)
        if len(mapping) < written:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {_repeated(node)} is written twice", node.start_mark
            )
        return mapping


def _day(loader: _Loader, node: yaml.ScalarNode) -> Any:
    """Read a day, and refuse one that does not exist as any other fault of the file."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        raise yaml.constructor.ConstructorError(
            None, None, f"the day {node.value} does not exist", node.start_mark
        ) from error


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _day)


def _repeated(node: yaml.MappingNode) -> str:
    seen: set[str] = set()
    for key, _ in node.value:
        if key.value in seen:
            return repr(key.value)
        seen.add(key.value)
    return "of one entry"


def read(path: Path, shown_as: str = "") -> Any:
    """Return what the YAML file at `path` holds, or raise `ContentError` with line and column.

    `shown_as` is the name to use for the file in messages.
    """
    name = shown_as or str(path)
    try:
        with path.open("rb") as file:
            return yaml.load(file, Loader=_Loader)  # noqa: S506 - a subclass of CSafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = Where(name, mark.line + 1, mark.column + 1) if mark else Where(name)
        raise ContentError(f"This is not YAML: {error.problem}.", "Mend the line.", where) from error
    except yaml.YAMLError as error:
        raise ContentError(f"This is not YAML: {error}.", "Mend the file.", Where(name)) from error
    except OSError as error:
        raise ContentError(f"The file cannot be read: {error.strerror}.", "", Where(name)) from error


def read_quickly(path: Path, shown_as: str = "") -> Any:
    """Return what `read` returns, four times as fast, with days as the text they are written in.

    What the quick reader refuses is read again by the other, which tells line and column.
    """
    import ryaml

    try:
        with path.open(encoding="utf-8") as file:
            return ryaml.load(file)
    except (OSError, ValueError):
        return read(path, shown_as)


def where(path: Path, keys: Sequence[Key], shown_as: str = "") -> Where:
    """Return the place of the entry that `keys` lead to, or of the last one on the way that is there."""
    name = shown_as or str(path)
    with path.open("rb") as file:
        node = yaml.compose(file, Loader=_Loader)
    if node is None:
        return Where(name)
    mark = node.start_mark
    for key in keys:
        step = _step(node, key)
        if step is None:
            break
        mark, node = step
    return Where(name, mark.line + 1, mark.column + 1)


def _step(node: yaml.Node, key: Key) -> tuple[yaml.Mark, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == str(key):
                return name.start_mark, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and 0 <= key < len(node.value):
        value = node.value[key]
        return value.start_mark, value
    return None
