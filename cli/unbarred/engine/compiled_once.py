"""Compiles docassemble's own short statements once, not anew for every screen.

To look at a variable, docassemble runs its name as a piece of Python; to say which item of a
list it speaks of, it runs `i = 0`. These are the same few for every screen of every sitting.
"""

from __future__ import annotations

import builtins
from functools import lru_cache
from types import CodeType
from typing import Any

_KEPT = 4096
"""Statements. An interview has a few hundred; one about a hundred children has more."""


def evaluate(source: str | CodeType, variables: dict[str, Any] | None = None) -> Any:
    """Take the place of `eval` in docassemble, which says among which variables except for literals."""
    among = {} if variables is None else variables
    return builtins.eval(_compiled(source, "eval") if isinstance(source, str) else source, among)  # noqa: S307


def execute(source: str | CodeType, variables: dict[str, Any]) -> None:
    """Take the place of `exec`, as `evaluate` does of `eval`."""
    builtins.exec(_compiled(source, "exec") if isinstance(source, str) else source, variables)  # noqa: S102


OWN = (evaluate.__code__, execute.__code__)
"""What stands on the stack besides, wherever docassemble counts what does."""


@lru_cache(maxsize=_KEPT)
def _compiled(source: str, mode: str) -> CodeType:
    # `eval` itself takes a text that begins with a blank.
    text = source.lstrip(" \t") if mode == "eval" else source
    return compile(text, "<string>", mode, dont_inherit=True)
