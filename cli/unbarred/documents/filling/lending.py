"""Lends the environments that fill templates: made once, and good for one document at a time.

Making one, and loading a template's code into it, takes longer than filling a short letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from weakref import WeakKeyDictionary

from jinja2 import Environment, Template

from unbarred.documents.filling.customs import Customs, Filter
from unbarred.documents.filling.environment import filling_environment, strict_environment
from unbarred.documents.filling.printing import Printer
from unbarred.documents.filling.skeleton import Skeleton

_MOST = 256
"""Parts of templates, or ways to write, that are kept; more than one program uses."""


class Filling:
    """An environment that fills templates, and the printer that it prints through."""

    def __init__(self, base: Environment, customs: Customs | None) -> None:
        self.printer = Printer(customs)
        self.environment = filling_environment(base, self.printer, customs)
        self._loaded: dict[int, tuple[Skeleton, Template]] = {}

    def template(self, skeleton: Skeleton, name: str) -> Template:
        """Return the compiled part of the template called `name`."""
        kept = self._loaded.get(id(skeleton))
        if kept is None:
            if len(self._loaded) >= _MOST:
                self._loaded.clear()
            kept = self._loaded[id(skeleton)] = (skeleton, skeleton.template(self.environment, name))
        return kept[1]


class _Shelf:
    """What was made of one environment of a caller's, as its filters are."""

    def __init__(self, filters: dict[str, Filter]) -> None:
        self.filters = filters
        self.idle: dict[Customs | None, list[Filling]] = {}


_shelves: WeakKeyDictionary[Environment, _Shelf] = WeakKeyDictionary()


@contextmanager
def lent(base: Environment | None, customs: Customs | None) -> Iterator[Filling]:
    """Lend what fills templates as `base` would; while one is lent, another gets another.

    The same `base` may come again with other filters, but not with another undefined class.
    """
    base = base or _strict()
    shelf = _shelves.get(base)
    if shelf is None or shelf.filters != base.filters:
        shelf = _shelves[base] = _Shelf(dict(base.filters))
    if len(shelf.idle) >= _MOST:
        shelf.idle.clear()
    idle = shelf.idle.setdefault(customs, [])
    try:
        filling = idle.pop()
    except IndexError:
        filling = Filling(base, customs)
    try:
        yield filling
    finally:
        idle.append(filling)


@cache
def _strict() -> Environment:
    return strict_environment()
