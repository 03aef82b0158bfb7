"""Writes each day out once, not anew wherever a question or a paper names it."""

from __future__ import annotations

import datetime
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

_KEPT = 1024
"""Days, and ways to write them."""


def written_once(library: Any) -> SimpleNamespace:
    """Return what takes the place of the `babel` library where docassemble writes days."""
    return SimpleNamespace(dates=_Dates(library.dates))


class _Dates:
    """Babel's module `dates`, but for days, which it remembers."""

    def __init__(self, library: Any) -> None:
        self._library = library
        self._written = lru_cache(_KEPT)(library.format_date)

    def format_date(self, date: Any = None, format: str = "medium", locale: Any = None) -> str:  # noqa: A002
        """Return a day in the words of `locale`, as Babel's own does."""
        # A moment is written by its day; and docassemble's own kind of one is slow to compare.
        if isinstance(date, datetime.date):
            date = datetime.date(date.year, date.month, date.day)
            return str(self._written(date, format, locale))
        return str(self._library.format_date(date, format, locale))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)
