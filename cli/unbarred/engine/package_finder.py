"""Lets Python import a docassemble package from any folder, from its source alone."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType


class _FromSource(SourceFileLoader):
    """Reads and writes no `__pycache__`: what runs is what was looked at, and the folder stays as it is."""

    def path_stats(self, path: str) -> dict[str, float]:
        """Refuse: without a time there is nothing to compare compiled code with."""
        raise OSError

    def get_data(self, path: str) -> bytes:
        """Return the file's content; nothing for a package that has no `__init__.py`."""
        return b"" if Path(path).name == "__init__.py" and not Path(path).exists() else super().get_data(path)


class FolderFinder(MetaPathFinder):
    """Finds the modules of packages whose folders it was given, before those that are installed."""

    def __init__(self) -> None:
        self._folders: dict[str, Path] = {}

    def put(self, package: str, folder: Path) -> None:
        """From now on `package`, such as `docassemble.foo`, is the one in `folder`."""
        if self._folders.get(package) != folder:
            self._folders[package] = folder
            _forget(package)

    def take_away(self, package: str) -> None:
        """From now on `package` is the installed one again, if there is one."""
        if self._folders.pop(package, None) is not None:
            _forget(package)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module of an offered package; raise `ModuleNotFoundError` for one that it does not have."""
        package = next((each for each in self._folders if f"{fullname}.".startswith(f"{each}.")), None)
        if package is None:
            return None
        inner = fullname.removeprefix(package).strip(".")
        place = self._folders[package].joinpath(*filter(None, inner.split(".")))
        if not inner or place.is_dir():
            return _spec(fullname, place / "__init__.py", is_package=True)
        file = place.parent / f"{place.name}.py"
        if file.is_file():
            return _spec(fullname, file, is_package=False)
        # The installed package of the same name must not help out.
        raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


def _spec(name: str, file: Path, *, is_package: bool) -> ModuleSpec | None:
    real = str(file.resolve())
    inside = [str(file.parent)] if is_package else None
    return spec_from_file_location(
        name, real, loader=_FromSource(name, real), submodule_search_locations=inside
    )


def _forget(package: str) -> None:
    for name in [each for each in sys.modules if f"{each}.".startswith(f"{package}.")]:
        del sys.modules[name]
