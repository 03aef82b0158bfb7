"""Loads modules that no interview names, as a docassemble server does when it starts.

A package may hold data types for fields, filters for templates and words for
languages, which are there from the moment its modules are loaded, and an interview
takes them for granted. A server loads such modules of all packages that it has; here
those of the packages are loaded that belong to the interview.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from unbarred.engine import context, refusals
from unbarred.engine.origins import Kind, Origin, extent
from unbarred.engine.origins.origin import OUR_PACKAGE
from unbarred.engine.origins.package_form import NEVER_PRELOADED, PackageFolder
from unbarred.engine.origins.surroundings import surroundings

_REFUSES = "# do not pre-load"
_ASKS = ("class ", "# pre-load")
_UPDATES = "docassemble.base.util.update"


def preload(origin: Origin) -> None:
    """Load what the packages of the interview at `origin` want to be loaded first; docassemble must run."""
    if origin.kind is Kind.OURS or origin.package in NEVER_PRELOADED:
        return
    if origin.kind is Kind.FILE:
        own = surroundings(origin.path).modules.items()
        _load(origin.package, (f"{origin.package}.{name}" for name, path in own if _wants(path)))
    for part in extent(origin).parts:
        if part.package is not None and part.name not in {OUR_PACKAGE, *NEVER_PRELOADED}:
            _load(part.name, _modules(part.package))


def _modules(package: PackageFolder) -> Iterator[str]:
    for path in sorted(package.folder.rglob("*.py")):
        inner = path.relative_to(package.folder).with_suffix("").parts
        if inner[0] != "data" and _wants(path):
            yield ".".join([package.name, *inner]).removesuffix(".__init__")


def _load(package: str, modules: Iterable[str]) -> None:
    with context.entered(f"{package}:data/questions/preloaded.yml"):
        for module in modules:
            # As on a server: one that fails may never be needed, and is named if it is.
            with suppress(Exception, SystemExit):
                importlib.import_module(module)
    refusals.take_first()


def _wants(path: Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            if line.startswith(_REFUSES):
                return False
            if line.startswith(_ASKS) or _UPDATES in line:
                return True
    return False
