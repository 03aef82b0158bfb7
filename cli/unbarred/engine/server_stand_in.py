"""Stands where packages import docassemble's server, which is not here.

Packages such as Assembly Line import parts of `docassemble.webapp` as they are loaded,
for features that an interview may never use. Loading goes well then; what is used is
refused in a sentence.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from unbarred.engine.origins.package_form import SERVER_PACKAGE
from unbarred.engine.services import refused


class _Part:
    """Something of the server: it can be imported, named and looked into, and refuses to be used."""

    def __getattr__(self, name: str) -> _Part:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Part()

    def __call__(self, *arguments: object, **options: object) -> Any:
        raise refused("server")

    def __iter__(self) -> Any:
        raise refused("server")

    def __bool__(self) -> bool:
        raise refused("server")

    def __enter__(self) -> Any:
        raise refused("server")

    def __exit__(self, *error: object) -> None:
        """Nothing was entered."""

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type, ...]:
        """A class made from it is an ordinary one."""
        return ()


class _PartModule(ModuleType):
    def __getattr__(self, name: str) -> _Part:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Part()


class _Finder(MetaPathFinder, Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Answer for every module of the server."""
        if not f"{fullname}.".startswith(f"{SERVER_PACKAGE}."):
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Return a module that has every name."""
        return _PartModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing to run."""


def install() -> None:
    """Let the server be imported wherever it is not installed; does so once."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.append(_Finder())
