"""What one block needs to do its work: in its code, in its conditions, in its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from unbarred.check.templates.interviews import code as python
from unbarred.check.templates.references import Need, Scope, needs

_TEXTS_OF_NOBODY = frozenset({"comment", "metadata", "css", "script"})
_PYTHON = frozenset({"code", "if", "validation code", "variable", "need", "mandatory"})


def uses_of(data: dict[str, Any]) -> Iterator[Need]:
    """Yield what a block needs."""
    for key, value in data.items():
        if key in _TEXTS_OF_NOBODY:
            continue
        for name, text in _texts(key, value):
            if name in _PYTHON or name.endswith(" code"):
                yield from python.read_code(text).needs
            for source, is_statement in python.code_in_words(text):
                tree = python.tree_of(source.strip()) if is_statement else python.expression_of(source)
                yield from needs(tree, Scope()) if tree is not None else ()


def _texts(key: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield each text in a value with the key it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(key, each)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(str(name).lower(), each)
            yield from _texts("", str(name))
