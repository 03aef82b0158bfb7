"""Reads and writes answers as YAML.

Only `true`, `false`, `null` and numbers in their plainest spelling are more
than text here. YAML itself would make a date of `2026-11-21`, `false` of `no`,
668 of the number `01234` and 1.1 of the docket `1.10`; a field reads the text
that stands there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

from unbarred.answers.entries import Entry, Group, Listing, Scalar, UnreadableFile, Value
from unbarred.errors import Where

_WORDS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_FRACTION = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{0,14}[1-9]")
_TEXT_TAG = "tag:yaml.org,2002:str"
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ODD_BREAK = re.compile("[\r\x85\u2028\u2029]")
"""Line breaks that YAML would turn into other ones unless they are escaped."""
_DEEPEST = 20


def parse(text: str, source: str) -> Group:
    """Return what the YAML in `text` holds; `source` names it in messages."""
    try:
        _refuse_depth(text, source)
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        where = _place(error.problem_mark or error.context_mark, source)
        raise UnreadableFile(f"This is not YAML: {error.problem}.", _QUOTES, where) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 if isinstance(error.position, int) else None
        raise UnreadableFile(
            "There is a hidden mark that cannot be printed.", "Take it out.", Where(source, line)
        ) from error
    if root is None:
        return Group(())
    if not isinstance(root, yaml.MappingNode):
        raise UnreadableFile("This is not an answer file: it holds no names.", "", Where(source, 1, 1))
    return _group(root, source)


_QUOTES = "Text that holds a colon, a # or a quotation mark must stand in quotes."


def _refuse_depth(text: str, source: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise UnreadableFile(
                "This is not an answer file: lists stand in lists too deep.",
                where=_place(event.start_mark, source),
            )


def _place(mark: Any, source: str) -> Where:
    return Where(source, mark.line + 1, mark.column + 1) if mark else Where(source)


def _group(node: yaml.MappingNode, source: str) -> Group:
    entries = []
    for key, value in node.value:
        where = _place(key.start_mark, source)
        if not isinstance(key, yaml.ScalarNode):
            raise UnreadableFile("A name must be a text.", where=where)
        entries.append(Entry(key.value, where, _value(value, source)))
    return Group(tuple(entries))


def _value(node: yaml.Node, source: str) -> Value:
    if isinstance(node, yaml.MappingNode):
        return _group(node, source)
    if isinstance(node, yaml.SequenceNode):
        return Listing(tuple(_scalar(each, source) for each in node.value))
    return _scalar(node, source)


def _scalar(node: yaml.Node, source: str) -> Scalar:
    if not isinstance(node, yaml.ScalarNode):
        return None
    if node.tag != _TEXT_TAG:
        where = _place(node.start_mark, source)
        raise UnreadableFile(
            f"The mark {node.tag.replace('tag:yaml.org,2002:', '!!')} is not read here.", _QUOTES, where
        )
    text: str = node.value
    if node.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FRACTION.fullmatch(text) and _spelled(float(text)) == text:
        return float(text)
    return text


class _Dumper(yaml.SafeDumper):
    """Writes text so that other programs read it as we do: what YAML could mistake stands in quotes."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    if _ISO_DATE.fullmatch(text):
        return dumper.represent_scalar("tag:yaml.org,2002:timestamp", text)
    style = None
    if _ODD_BREAK.search(text):
        style = '"'
    elif "\n" in text:
        style = "|"
    return dumper.represent_scalar(_TEXT_TAG, text, style=style)


def _represent_fraction(dumper: yaml.SafeDumper, number: float) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float", _spelled(number))


def _spelled(number: float) -> str:
    """The number in digits alone, never as `1e-05`, which people do not write."""
    return format(Decimal(repr(number)), "f")


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(float, _represent_fraction)


def dump(content: Mapping[str, Any]) -> str:
    """Return `content` as YAML in its own order, with paragraphs as blocks of lines."""
    text: str = yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**9)
    return text
