"""When an interview needs a name, or uses a block: under which conditions its code comes there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from unbarred.check.templates.conditions import ALWAYS, NEVER, Condition, both, either
from unbarred.check.templates.interviews.giving import condition_of_block
from unbarred.check.templates.interviews.reading import Chunk
from unbarred.check.templates.references import Need

_FARTHEST, _MOST_STEPS = 6, 3_000
"""So far and so often names are followed back; beyond that anything may lead to one."""


class Reach:
    """Follows names back to what needs them.

    `uses` has what each block needs, `given` the names that a block gives, by the identity of the block.
    """

    def __init__(self, uses: Sequence[tuple[Chunk, Need]], given: Mapping[int, Sequence[str]]) -> None:
        self._given = given
        self._by_root: dict[str, list[tuple[Chunk, Need]]] = {}
        for chunk, need in uses:
            if need.is_spared:
                # To ask whether there is a value brings none about.
                continue
            self._by_root.setdefault(need.reference.root, []).append((chunk, need))
        self._steps = 0

    def of_name(self, name: str) -> Condition:
        """Return when something needs `name`, as far as code tells."""
        self._steps = 0
        return self._told(self._name(name, frozenset()))

    def of_block(self, chunk: Chunk) -> Condition:
        """Return when the block is used."""
        self._steps = 0
        return self._told(self._block(chunk, frozenset()))

    def _told(self, found: Condition) -> Condition:
        return ALWAYS if found == NEVER else found

    def _name(self, name: str, above: frozenset[str]) -> Condition:
        """Return when `name` is needed by something other than what is needed by it, `above`."""
        self._steps += 1
        if self._steps > _MOST_STEPS or len(above) >= _FARTHEST:
            return ALWAYS
        above |= {name}
        uses = [both(need.guard, self._block(chunk, above)) for chunk, need in self._by_root.get(name, ())]
        # What nothing needs may be gone to by a link.
        return either(uses) if uses else ALWAYS

    def _block(self, chunk: Chunk, above: frozenset[str]) -> Condition:
        own = condition_of_block(chunk.data)
        given = self._given.get(id(chunk), ())
        if not given or chunk.data.get("mandatory") or chunk.data.get("initial"):
            return own
        return both(own, either([self._name(path, above) for path in given if path not in above]))
