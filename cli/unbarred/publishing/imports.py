"""Follows imports: which modules of ours a module needs, and what it needs from elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from modulefinder import ModuleFinder
from pathlib import Path
from typing import Any

import unbarred
from unbarred.errors import ContentError, Where
from unbarred.publishing.ourselves import NAME as OURS


@dataclass(frozen=True)
class Needed:
    """What some modules import, directly or through others, at the top of a module or inside a function."""

    own: dict[str, Path]
    """Our modules with their files."""
    outside: frozenset[str]
    """The top names of modules that are neither ours nor Python's own, such as `yaml`."""


class _OwnFinder(ModuleFinder):
    """Follows our own modules only; every other is noted as one that was not found."""

    def find_module(self, name: str, path: Any, parent: Any = None) -> Any:
        if path is None and name != OURS:
            raise ImportError(name)
        return super().find_module(name, path, parent)


def followed(names: Iterable[str], files: Iterable[Path] = ()) -> Needed:
    """Follow the modules `names` and the modules in `files`, which are not among those that are needed.

    Raises `ContentError` for a module of ours that does not exist, and for a file that is no Python.
    """
    finder = _OwnFinder(path=[str(Path(unbarred.__file__).parents[1])])
    for file in files:
        try:
            finder.load_file(str(file))
        except (SyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            raise ContentError("This module is not Python.", where=Where(str(file), line)) from error
    outside = set()
    for name in names:
        if name.partition(".")[0] != OURS:
            outside.add(name)
            continue
        try:
            finder.import_hook(name)
        except ImportError as error:
            raise ContentError(f"An interview names the module {name}, which does not exist.") from error
    found = {name: module.__file__ for name, module in finder.modules.items()}  # type: ignore[attr-defined]
    tops = {name.partition(".")[0] for name in (*outside, *finder.badmodules)}
    own = {name: Path(found[name]) for name in sorted(found) if name.partition(".")[0] == OURS}
    return Needed(own, frozenset(tops - sys.stdlib_module_names - {OURS}))
