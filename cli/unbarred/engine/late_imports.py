"""Imports that happen after docassemble.base has started: its own inside functions, and an interview's.

On a server every library is there, and those that docassemble uses are whole:
`import PIL` is enough for `PIL.Image`. Here a library may be missing, which is
recorded however the import ends, or only its first part may be loaded.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

from unbarred.engine import refusals
from unbarred.engine.stand_ins import LIBRARIES, MissingLibrary

_IN_PARTS = frozenset({"PIL"})
"""Packages whose parts docassemble itself has loaded on a server."""

_VARIABLES_OF_AN_INTERVIEW = "_internal"


def watch() -> None:
    """Watch imports from now on."""
    sys.meta_path.insert(0, _Completer())
    # Last, so that it is asked only about what nobody has.
    sys.meta_path.append(_Recorder())


class _Completer(MetaPathFinder):
    """Finds a package in parts such that a part is loaded when it is first used."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in _IN_PARTS:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _WithParts(spec.loader)
        return spec


class _WithParts(Loader):
    def __init__(self, real: Loader) -> None:
        self._real = real

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._real.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._real.exec_module(module)
        module.__getattr__ = lambda name: _part(module.__name__, name)  # type: ignore[method-assign]


def _part(package: str, name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(name)
    try:
        return importlib.import_module(f"{package}.{name}")
    except ModuleNotFoundError as error:
        raise AttributeError(name) from error


class _Recorder(MetaPathFinder):
    """Finds nothing; records that docassemble or an interview asked for a library that is not installed."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname in LIBRARIES and _is_asked_by_an_interview():
            refusals.record(MissingLibrary(fullname))
        return None


def _is_asked_by_an_interview() -> bool:
    frame = sys._getframe(2)
    while frame.f_back is not None and "importlib" in frame.f_code.co_filename:
        frame = frame.f_back
    names = frame.f_globals
    # A package of an author's says itself what happens where a library is missing.
    asks = f"{names.get('__name__', '')}."
    return _VARIABLES_OF_AN_INTERVIEW in names or asks.startswith("docassemble.base.")
