"""What holds while code of an interview runs: docassemble's globals and variables, chance, no waiting.

It is entered several times on the way to each screen, so it is one object a run, not four nested
ones each time; and to enter it again within costs next to nothing.
"""

from __future__ import annotations

import time
from types import TracebackType
from typing import Any

from unbarred.engine.chance import Chance


class Entered:
    """While this is held, what docassemble finds around it is a run's own.

    `time.sleep()` returns at once: on a server the code of a background action may sleep while a
    person goes on; here it is run in the foreground, and once more in each replay. Nothing that it
    could wait for goes on meanwhile.
    """

    __slots__ = (
        "_chance",
        "_context",
        "_depth",
        "_globals",
        "_held",
        "_sleep",
        "_variables",
        "_variables_before",
    )

    def __init__(self, held: Any, variables: dict[str, Any], chance: Chance) -> None:
        from docassemble.base import thread_context

        self._context = thread_context
        self._held = held
        self._variables = variables
        self._chance = chance
        self._depth = 0

    def __enter__(self) -> None:
        """Put all in its place."""
        self._depth += 1
        if self._depth > 1:
            return
        self._globals = self._context._current_globals.set(self._held)
        self._variables_before = self._context._current_user_dict.set(self._variables)
        self._chance.__enter__()
        self._sleep = time.sleep
        time.sleep = _go_on

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put back what there was before."""
        self._depth -= 1
        if self._depth:
            return
        time.sleep = self._sleep
        self._chance.__exit__(kind, error, trace)
        self._context._current_user_dict.reset(self._variables_before)
        self._context._current_globals.reset(self._globals)


def _go_on(seconds: object) -> None:
    """Take the place of `time.sleep`."""
