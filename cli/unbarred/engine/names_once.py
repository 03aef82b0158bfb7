"""Reads the names of variables once, not anew for every screen.

For each variable that it looks for, docassemble works out all the ways in which its name may be
written in a question: `children[0].age` is `children[i].age`, `x[i].age`, `x.age`. And the names
of fields are coded, and decoded wherever one is looked at. Both depend on nothing but the name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

_KEPT = 4096
"""Names. An interview about a hundred children has a thousand."""

_Found = tuple[list[str], dict[str, list[str]], dict[str, str]]

kept = lru_cache(maxsize=_KEPT)
"""Wraps what codes and decodes names."""


def ways_to_write(stock: Callable[..., None]) -> Callable[..., None]:
    """Return what takes the place of docassemble's `recurse_indices`, which is `stock`."""

    @lru_cache(maxsize=_KEPT)
    def found(parts: tuple[str, ...], letters: tuple[str, ...]) -> _Found:
        ways: _Found = ([], {}, {})
        stock(list(parts), list(letters), [], ways[0], ways[1], [], ways[2], [])
        return ways

    def recurse(
        parts: list[str],
        letters: list[str],
        before: list[str],
        ways: list[str],
        items: dict[str, list[str]],
        *rest: Any,
    ) -> None:
        if before or ways:
            # It calls itself on its way.
            stock(parts, letters, before, ways, items, *rest)
            return
        own_ways, own_items, own_objects = found(tuple(parts), tuple(letters))
        ways.extend(own_ways)
        items.update({way: each[:] for way, each in own_items.items()})
        rest[1].update(own_objects)

    return recurse


def add_kinds_above(names: list[str], kind: type) -> None:
    """Take the place of `recursive_add_classes`, which adds the names of all that `kind` inherits from."""
    names.extend(_kinds_above(kind))


@lru_cache(maxsize=_KEPT)
def _kinds_above(kind: type) -> tuple[str, ...]:
    return tuple(name for base in kind.__bases__ for name in (base.__name__, *_kinds_above(base)))
