"""What an interview needs and this computer lacks, told before anything of it runs.

Followed are its includes, its modules, and what these import as they are loaded; an
import inside a function or a `try` may never be needed.
"""

from __future__ import annotations

import ast
import importlib.machinery
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from unbarred.engine.origins import blocks, package_form
from unbarred.engine.origins.blocks import Named
from unbarred.engine.origins.origin import OUR_PACKAGE, Kind, Origin
from unbarred.engine.origins.package_form import (
    ENDINGS,
    ENGINE_PACKAGE,
    NAMESPACE,
    SERVER_PACKAGE,
    PackageFolder,
)
from unbarred.engine.origins.surroundings import Surroundings, surroundings
from unbarred.errors import ContentError, Where

_PROVIDED = frozenset({ENGINE_PACKAGE, OUR_PACKAGE, SERVER_PACKAGE})
"""There, or stood in for."""


@dataclass(frozen=True)
class _Lack:
    """A package, library or module that is not there, and where it is asked for."""

    name: str
    where: Where


def missing(origin: Origin) -> ContentError | None:
    """Return the error that names what is not there, with the place that asks for the first; else None."""
    lacks = list(_Search(origin).lacks())
    if not lacks:
        return None
    first = lacks[0]
    names = list(dict.fromkeys(each.name for each in lacks))
    if first.name.startswith("."):
        return ContentError(
            f"The module {first.name} that is named here is not in {origin.folder}.",
            f"Put {first.name.rpartition('.')[2]}.py there, or take the name out.",
            first.where,
        )
    installable = [name for name in names if not name.startswith(".")]
    return ContentError(
        f"This interview needs {_listed(installable)}, which "
        f"{'is' if len(installable) == 1 else 'are'} not installed.",
        f"Install beside unbarred: {_installing(installable)}",
        first.where,
    )


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _installing(names: list[str]) -> str:
    """Return what to type. A docassemble package would bring all of docassemble's server with it."""
    packages = [name for name in names if name.startswith(f"{NAMESPACE}.")]
    libraries = [name for name in names if name not in packages]
    tool = f"uv pip install --python {sys.executable}"
    if _is_installed("pip"):
        tool = f"{sys.executable} -m pip install"
    commands = [f"{tool} --no-deps {' '.join(packages)}"] if packages else []
    commands += [f"{tool} {' '.join(libraries)}"] if libraries else []
    return " && ".join(commands)


@dataclass(frozen=True)
class _File:
    path: Path
    package: PackageFolder


class _Search:
    def __init__(self, origin: Origin) -> None:
        self._lone: Surroundings | None = None
        if origin.kind is Kind.FILE:
            self._lone = surroundings(origin.path)
        self._own = PackageFolder(origin.package, origin.folder)
        family = package_form.family(self._own) if origin.kind is Kind.FOLDER else [self._own]
        self._family = {each.name: each for each in family}
        self._waiting = [_File(origin.path, self._own)]
        self._seen: set[Path] = set()

    def lacks(self) -> Iterator[_Lack]:
        while self._waiting:
            file = self._waiting.pop()
            if file.path in self._seen or not file.path.is_file():
                continue
            self._seen.add(file.path)
            asked = _asked_by_yaml(file.path) if file.path.suffix in ENDINGS else _asked_by_code(file.path)
            for each in asked:
                lack = self._include(file, each) if each.key == "include" else self._module(file, each)
                if lack is not None:
                    yield lack

    def _include(self, file: _File, asked: Named) -> _Lack | None:
        name, colon, inner = asked.value.rpartition(":")
        if not colon:
            # That a file beside it is missing docassemble says itself, and it may have one of its own.
            self._waiting.append(_File(file.path.parent / asked.value, file.package))
            return None
        package = self._package(name)
        if package is None:
            return _Lack(name, asked.where) if name not in _PROVIDED else None
        self._waiting.append(_File(package.questions / inner.removeprefix("data/questions/"), package))
        return None

    def _module(self, file: _File, asked: Named) -> _Lack | None:
        name = asked.value
        if name.startswith("."):
            return self._own_module(file.package, name[1:], asked)
        top, _, rest = name.partition(".")
        if top != NAMESPACE:
            known = top in sys.stdlib_module_names or _is_installed(top)
            return None if known else _Lack(top, asked.where)
        package_name = f"{NAMESPACE}.{rest.partition('.')[0]}"
        package = self._package(package_name)
        if package is None:
            return _Lack(package_name, asked.where) if package_name not in _PROVIDED else None
        self._waiting.append(_File(_module_file(package.folder, rest.partition(".")[2]), package))
        return None

    def _own_module(self, package: PackageFolder, name: str, asked: Named) -> _Lack | None:
        if self._lone is not None and package == self._own:
            path = self._lone.modules.get(name)
        else:
            path = _module_file(package.folder, name)
        if path is None or not path.is_file():
            return _Lack(f".{name}", asked.where)
        self._waiting.append(_File(path, package))
        return None

    def _package(self, name: str) -> PackageFolder | None:
        """Return a package to look into; None for one that is missing, and for docassemble's and our own."""
        if name in _PROVIDED:
            return None
        return self._family.get(name) or package_form.installed(name)


def _module_file(folder: Path, name: str) -> Path:
    place = folder.joinpath(*filter(None, name.split(".")))
    return place / "__init__.py" if place.is_dir() else place.parent / f"{place.name}.py"


def _asked_by_yaml(path: Path) -> Iterator[Named]:
    return blocks.named(path, blocks.text(path))


def _asked_by_code(path: Path) -> Iterator[Named]:
    """Yield what a module imports whenever it is loaded; reading it as a tree runs nothing."""
    try:
        tree = ast.parse(blocks.text(path))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        # Python says what is wrong with it once it may be loaded.
        return
    for statement in tree.body:
        where = Where(str(path), statement.lineno)
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                yield Named("imports", alias.name, where)
        elif isinstance(statement, ast.ImportFrom) and statement.level <= 1:
            name = "." * statement.level + (statement.module or "")
            if name != ".":
                yield Named("imports", name, where)


def _is_installed(top: str) -> bool:
    return importlib.machinery.PathFinder.find_spec(top) is not None or any(
        finder.find_spec(top, None) is not None for finder in sys.meta_path
    )
