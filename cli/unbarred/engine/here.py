"""A quick way to docassemble's globals of the run that is going on.

Its own, a proxy of a web framework's, is asked seventy times on the way to one screen.
"""

from __future__ import annotations

import sys
from contextvars import ContextVar
from types import ModuleType
from typing import Any


def install(thread_context: ModuleType) -> None:
    """Put ours in the place of `this_thread` in every module of docassemble that has it by now."""
    stock, here = thread_context.this_thread, _here(thread_context._current_globals)
    for name, module in list(sys.modules.items()):
        if name.startswith("docassemble.base") and vars(module).get("this_thread") is stock:
            vars(module)["this_thread"] = here


def _here(held: ContextVar[Any]) -> Any:
    """Return what has the attributes of whatever `held` has; found without a look at itself."""
    get = held.get

    class Here:
        __slots__ = ()

        def __getattr__(self, name: str) -> Any:
            return getattr(get(None), name)

        def __setattr__(self, name: str, value: object) -> None:
            setattr(get(None), name, value)

        def __delattr__(self, name: str) -> None:
            delattr(get(None), name)

    return Here()
