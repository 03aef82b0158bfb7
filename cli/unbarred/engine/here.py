"""A quick way to docassemble's globals of the run that is going on.

Its own, a proxy of a web framework's, is asked seventy times on the way to one screen. Ours looks
them up in one step; in a process with one thread for interviews they are simply there.
"""

from __future__ import annotations

import sys
from contextvars import ContextVar
from types import ModuleType
from typing import Any


def install(thread_context: ModuleType) -> None:
    """Put ours in the place of `this_thread` in every module of docassemble that has it by now."""
    _put(thread_context, _looked_up(thread_context._current_globals))


def in_one_thread() -> None:
    """Take it that no other thread of this process will ever run an interview; none may run now.

    To be called once the engine is booted. A tenth of all that a run does is looking for its globals.
    """
    from docassemble.base import thread_context

    there = _There()
    _put(thread_context, there)
    thread_context._current_globals = _Placed(there)


def _put(thread_context: ModuleType, here: Any) -> None:
    before = thread_context.this_thread
    for name, module in list(sys.modules.items()):
        if name.startswith("docassemble.base") and vars(module).get("this_thread") is before:
            vars(module)["this_thread"] = here


def _looked_up(held: ContextVar[Any]) -> Any:
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


class _There:
    """Has the attributes themselves of the globals that were placed last."""


class _Placed:
    """Takes the place of docassemble's context variable: where globals are set, they are put `there`."""

    def __init__(self, there: _There) -> None:
        self._there = there
        self._held: Any = None

    def get(self, default: Any = None) -> Any:
        """Return the globals that were set last, or `default`."""
        return default if self._held is None else self._held

    def set(self, held: Any) -> Any:
        """Place these globals; return what `reset` takes."""
        before = self._held
        self._place(held)
        return before

    def reset(self, before: Any) -> None:
        """Place again what was there before."""
        self._place(before)

    def _place(self, held: Any) -> None:
        self._held = held
        self._there.__dict__ = {} if held is None else vars(held)
