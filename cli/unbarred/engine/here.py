"""A quick way to docassemble's globals of the run that is going on.

Its own, a proxy of a web framework's, is asked four hundred times on the way to one screen.
"""

from __future__ import annotations

import sys
from contextvars import ContextVar
from types import ModuleType
from typing import Any


def install(thread_context: ModuleType) -> None:
    """Put ours in the place of `this_thread` in every module of docassemble that has it by now."""
    stock, here = thread_context.this_thread, _Here(thread_context._current_globals)
    for name, module in list(sys.modules.items()):
        if name.startswith("docassemble.base") and vars(module).get("this_thread") is stock:
            vars(module)["this_thread"] = here


class _Here:
    __slots__ = ("_held",)

    def __init__(self, held: ContextVar[Any]) -> None:
        object.__setattr__(self, "_held", held)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._held.get(None), name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._held.get(None), name, value)

    def __delattr__(self, name: str) -> None:
        delattr(self._held.get(None), name)
