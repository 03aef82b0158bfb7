"""Reads a YAML file fast, and finds the line of a key when something is wrong with it.

Reading keeps no places. Only when there is something to report is the file composed a
second time, which is slow, to find where it stands. Whatever a file holds, it is read
or refused with a `ContentError`: it may come from anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import yaml

from unbarred.errors import ContentError, Where, nearest
from unbarred.quoting import quoted

Key = str | int

_DEEPEST = 100
"""Levels of nesting. The C reader calls itself for each, and ends the whole program if they are too many."""

_NOT_READ = (ValueError, KeyError, IndexError, AttributeError, OverflowError)
"""What PyYAML's constructors raise for a value that is not what its tag says."""


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

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Refuse `<<`: the quick reader does not know it, and a few lines of it can fill all memory."""
        for key, _ in node.value:
            if key.tag == "tag:yaml.org,2002:merge":
                raise yaml.constructor.ConstructorError(
                    None, None, "the key << is not used here", key.start_mark
                )


def _careful(construct: Callable[[Any, Any], Any], says: str) -> Callable[[Any, Any], Any]:
    """Return `construct`, which refuses a value that is not what its tag says with its place."""

    def constructed(loader: _Loader, node: yaml.ScalarNode) -> Any:
        try:
            return construct(loader, node)
        except _NOT_READ as error:
            raise yaml.constructor.ConstructorError(
                None, None, says.format(node.value), node.start_mark
            ) from error

    return constructed


for _name, _says in {
    "timestamp": "the day {} does not exist",
    "int": "{} is not a whole number",
    "float": "{} is not a number",
    "bool": "{} is neither true nor false",
}.items():
    _tag = f"tag:yaml.org,2002:{_name}"
    _Loader.add_constructor(_tag, _careful(getattr(yaml.CSafeLoader, f"construct_yaml_{_name}"), _says))


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
    data = _bytes(path, name)
    try:
        refuse_depth(data)
        return yaml.load(data, Loader=_Loader)  # noqa: S506 - a subclass of CSafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = Where(name, mark.line + 1, mark.column + 1) if mark else Where(name)
        raise ContentError(f"This is not YAML: {error.problem}.", "Mend the line.", where) from error
    except yaml.reader.ReaderError as error:
        raise ContentError(
            f"This is not YAML: {error.reason}.", "Save it as UTF-8 text.", _at(name, data, error.position)
        ) from error
    except yaml.YAMLError as error:
        raise ContentError(f"This is not YAML: {error}.", "Mend the file.", Where(name)) from error


def read_quickly(path: Path, shown_as: str = "") -> Any:
    """Return what `read` returns, four times as fast, with days as the text they are written in.

    What the quick reader refuses is read again by the other, which tells line and column.
    """
    import ryaml

    try:
        with path.open(encoding="utf-8") as file:
            return ryaml.load(file)
    except (OSError, ValueError, TypeError):
        return read(path, shown_as)


def where(path: Path, keys: Sequence[Key], shown_as: str = "") -> Where:
    """Return the place of the entry that `keys` lead to, or of the last one on the way that is there."""
    return wheres(path, [keys], shown_as)[0]


def wheres(path: Path, entries: Iterable[Sequence[Key]], shown_as: str = "") -> list[Where]:
    """Return what `where` returns for each of `entries`, reading the file once."""
    name = shown_as or str(path)
    try:
        data = _bytes(path, name)
        refuse_depth(data)
        node = yaml.compose(data, Loader=_Loader)
    except (yaml.YAMLError, ContentError):
        # The quick reader takes a few things that this one does not.
        node = None
    return [_find(node, keys, name) if node else Where(name) for keys in entries]


def known_entries(
    given: Any, keys: Sequence[Key], known: Sequence[str], what: str
) -> tuple[dict[str, Any], list[tuple[tuple[Key, ...], str]]]:
    """Return the entries of `given` that `known` names, and what is wrong, by the keys that lead there.

    `keys` lead to `given`; `what` is what it should be, in words, with an article.
    """
    if not isinstance(given, dict):
        return {}, [(tuple(keys), f"This is not {what}: it has no {', '.join(known)}.")]
    faults = []
    for key in given:
        if key not in known:
            near = nearest(str(key), list(known)) or f"Known are {', '.join(known)}."
            faults.append(((*keys, key), f"{quoted(key)} has no meaning here. {near}"))
    return {key: value for key, value in given.items() if key in known}, faults


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ContentError(f"The file cannot be read: {error.strerror}.", "", Where(name)) from error


def refuse_depth(data: bytes | str) -> None:
    """Raise `YAMLError` for YAML so deeply nested that reading it would end the program."""
    depth = 0
    for event in yaml.parse(data, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                # The stubs do not know that the C reader's marks serve as well.
                mark = cast("yaml.Mark", event.start_mark)
                raise yaml.composer.ComposerError(
                    None, None, f"this is nested more than {_DEEPEST} levels deep", mark
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _at(name: str, data: bytes, position: int) -> Where:
    before = data[:position]
    return Where(name, before.count(b"\n") + 1, position - (before.rfind(b"\n") + 1) + 1)


def _find(node: yaml.Node, keys: Sequence[Key], name: str) -> Where:
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
