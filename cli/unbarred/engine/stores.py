"""What an interview keeps outside its variables, for one session, in memory."""

from __future__ import annotations

import copy
import itertools
import weakref
from dataclasses import dataclass, field
from typing import Any, cast

from unbarred.engine.redis import Redis


@dataclass
class Stores:
    """The records, objects, snapshots, stashes and counters of one run.

    What goes in and what comes out is a copy: as on a server, changing an
    object afterwards does not change what was kept.
    """

    redis: Redis = field(default_factory=Redis)
    _records: dict[str, dict[int, Any]] = field(default_factory=dict)
    _objects: dict[str, Any] = field(default_factory=dict)
    _snapshots: dict[tuple[str, str, str | None], Any] = field(default_factory=dict)
    _stashed: dict[str, Any] = field(default_factory=dict)
    _codes: dict[str, int] = field(default_factory=dict)
    _numbers: Any = field(default_factory=lambda: itertools.count(1))
    _globals: list[weakref.ref[Any]] = field(default_factory=list)

    def __deepcopy__(self, memo: object) -> Stores:
        return self

    def add_record(self, key: str, data: Any) -> int:
        """Keep a record under `key`, beside others, and return its number."""
        number = next(self._numbers)
        self._records.setdefault(key, {})[number] = copy.deepcopy(data)
        return int(number)

    def records(self, key: str) -> dict[int, Any]:
        """Return the records under `key` by their numbers."""
        return copy.deepcopy(self._records.get(key, {}))

    def remove_record(self, key: str, number: int) -> None:
        """Forget a record, if there is one."""
        self._records.get(key, {}).pop(number, None)

    def keep(self, key: str, value: Any) -> None:
        """Keep an object under `key`."""
        self._objects[key] = copy.deepcopy(value)

    def kept(self, key: str) -> Any:
        """Return the object under `key`, or None."""
        return copy.deepcopy(self._objects.get(key))

    def has(self, key: str) -> bool:
        """Say whether there is an object under `key`."""
        return key in self._objects

    def forget(self, key: str) -> None:
        """Forget the object under `key`, if there is one."""
        self._objects.pop(key, None)

    def keys(self, prefix: str) -> list[str]:
        """Return the rest of each key that begins with `prefix`."""
        return [key.removeprefix(prefix) for key in self._objects if key.startswith(prefix)]

    def watch(self, shared: Any) -> None:
        """Keep what the `DAGlobal` object `shared` holds at the end of each step."""
        self._globals.append(weakref.ref(shared))

    def write_back(self) -> None:
        """Keep what each `DAGlobal` object holds, and let those of one key hold the same.

        A server does so as it saves a session after a step, and reads it before the next.
        """
        found = [shared for each in self._globals if (shared := each()) is not None]
        states = [shared.__getstate__() for shared in found]
        for shared, state in zip(found, states, strict=True):
            shared.__setstate__(state)

    def keep_snapshot(self, session: str, interview: str, tags: str | None, data: Any) -> None:
        """Keep a snapshot of a session's variables under `tags`."""
        self._snapshots[session, interview, tags] = copy.deepcopy(data)

    def snapshot(self, session: str, interview: str, tags: str | None) -> Any:
        """Return a snapshot, or None."""
        return copy.deepcopy(self._snapshots.get((session, interview, tags)))

    def forget_snapshots(self, session: str, interview: str, tags: str | None, *, every: bool) -> None:
        """Forget one snapshot of a session, or every one."""
        for held in list(self._snapshots):
            if held[:2] == (session, interview) and (every or held[2] == tags):
                del self._snapshots[held]

    def stash(self, data: Any) -> str:
        """Put data away and return the key to it."""
        key = f"stash{next(self._numbers)}"
        self._stashed[key] = copy.deepcopy(data)
        return key

    def stashed(self, key: str, *, remove: bool) -> Any:
        """Return what was put away under `key`, or None."""
        found = copy.deepcopy(self._stashed.get(key))
        if remove:
            self._stashed.pop(key, None)
        return found

    def number_of(self, code: str) -> int:
        """Return a number for one of docassemble's codes, which are drawn by lot and differ in a replay."""
        return self._codes.setdefault(code, len(self._codes) + 1)


def of_this_run() -> Stores:
    """Return the stores of the run whose globals docassemble holds now."""
    from docassemble.base.thread_context import get_globals

    return cast("Stores", get_globals().unbarred_stores)
