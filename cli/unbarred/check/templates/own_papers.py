"""The templates that unbarred fills itself, without an interview: what is asked must be what it gives.

Which names it gives stands in the module that fills them, as the keys of what it hands over.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePath

from unbarred.check.templates.asking import Asked
from unbarred.check.templates.finding import TemplateFinding
from unbarred.check.templates.references import Need
from unbarred.errors import nearest

_FILLED_BY = {
    "packet": "unbarred.documents.packets.made_pages",
    "public-copy": "unbarred.sessions.left_out",
}
"""The folders of such templates below `templates/`, or below a place's own, and what fills them."""


def filled_by(file: str) -> str:
    """Return the module that fills the template that messages call `file`; "" for those of interviews."""
    return next((_FILLED_BY[part] for part in PurePath(file).parts[1:-1] if part in _FILLED_BY), "")


def not_given(file: str, parts: Iterable[Asked]) -> Iterator[TemplateFinding]:
    """Yield what the template `file` asks for and unbarred does not give."""
    names = _given(filled_by(file))
    for part in parts:
        for need, place in part.needs:
            missing = next((name for name in _asked(need) if name not in names), None)
            if missing is not None:
                message = f"unbarred gives no {missing} to this paper, which it fills itself."
                mend = nearest(missing, sorted(names), 1) or "Correct the name."
                yield place.finding("not given", message, mend)


def _asked(need: Need) -> Iterator[str]:
    yield need.reference.root
    for step in need.reference.steps:
        if step.kind == "call":
            return
        if step.kind == "attribute":
            yield step.name


@cache
def _given(module: str) -> frozenset[str]:
    tree = ast.parse(inspect.getsource(importlib.import_module(module)))
    keys = [key for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys]
    return frozenset(
        key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)
    )
