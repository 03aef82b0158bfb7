"""An expression as its author wrote it, to be named in a message."""

from __future__ import annotations

import ast


def as_written(expression: ast.expr) -> str:
    """Return what the author wrote: `children[0].name`; what is computed is left out."""
    match expression:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{as_written(value)}.{name}"
        case ast.Subscript(value=value, slice=index):
            shown = repr(index.value) if isinstance(index, ast.Constant) else as_written(index)
            return f"{as_written(value)}[{shown}]"
        case ast.Call(func=function):
            return f"{as_written(function)}()"
    return "…"
