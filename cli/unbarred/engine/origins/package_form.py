"""The form of a docassemble package: `docassemble/<name>/data/questions/…`, and what is beside it.

Read from the disk alone; a package is never imported to be looked at.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.machinery import BuiltinImporter, FrozenImporter, PathFinder
from pathlib import Path

from unbarred.engine.origins import blocks
from unbarred.engine.package_finder import FolderFinder

NAMESPACE = "docassemble"
ENDINGS = (".yml", ".yaml")
ENGINE_PACKAGE = f"{NAMESPACE}.base"
SERVER_PACKAGE = f"{NAMESPACE}.webapp"
NEVER_REPLACED = frozenset({ENGINE_PACKAGE, SERVER_PACKAGE})
"""docassemble itself: a copy of it in somebody's folder is not what runs."""
NEVER_PRELOADED = NEVER_REPLACED | {f"{NAMESPACE}.demo"}
"""A docassemble server loads no modules of these before they are named."""

_PYTHONS_OWN: tuple[object, ...] = (BuiltinImporter, FrozenImporter, PathFinder)
_NAME = re.compile(r"docassemble(?:\.\w+)+")


@dataclass(frozen=True)
class PackageFolder:
    """A package `docassemble.<name>`; `folder` is the one that holds its modules and `data/`."""

    name: str
    folder: Path

    @property
    def questions(self) -> Path:
        """The folder of its interviews."""
        return self.folder / "data" / "questions"


def is_package_name(text: str) -> bool:
    """Say whether `text` can be the name of a docassemble package."""
    return _NAME.fullmatch(text) is not None


def package_around(path: Path) -> PackageFolder | None:
    """Return the package that the interview file at `path` belongs to, or None for a lone file."""
    for folder in path.parents:
        if folder.name == "questions" and folder.parent.name == "data":
            return _package(folder.parent.parent)
    return None


def packages_in(folder: Path) -> list[PackageFolder]:
    """Return the packages that `folder` holds, or is, or is the inside of; none for another folder."""
    if folder.name == "questions" and folder.parent.name == "data":
        return [_package(folder.parent.parent)]
    if folder.name == "data" and (folder / "questions").is_dir():
        return [_package(folder.parent)]
    if (folder / "data" / "questions").is_dir():
        return [_package(folder)]
    within = folder if folder.name == NAMESPACE else folder / NAMESPACE
    return [_package(each.parent.parent) for each in sorted(within.glob("*/data/questions")) if each.is_dir()]


def family(package: PackageFolder) -> list[PackageFolder]:
    """Return `package` and, after it, the others in the same `docassemble` folder: one author's work."""
    # A folder that may not be listed has no others to offer.
    near = sorted(package.folder.parent.glob("*")) if package.folder.parent.name == NAMESPACE else []
    others = [PackageFolder(f"{NAMESPACE}.{each.name}", each) for each in near if each.is_dir()]
    unlike = {package.name, *NEVER_REPLACED}
    return [package, *(each for each in others if is_package_name(each.name) and each.name not in unlike)]


def installed(name: str) -> PackageFolder | None:
    """Return the installed package `name`, or None."""
    if not is_package_name(name):
        return None
    first, *inner = name.split(".")[1:]
    for location in _locations(first):
        folder = location.joinpath(*inner)
        if folder.is_dir():
            return PackageFolder(name, folder)
    return None


def installed_names() -> list[str]:
    """Return the names of the installed packages that hold interviews."""
    return sorted(
        {
            f"{NAMESPACE}.{each.parent.parent.name}"
            for location in _namespace()
            for each in Path(location).glob("*/data/questions")
        }
    )


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files in `folder` and below, in order."""
    return sorted(each for each in folder.rglob("*") if each.suffix in ENDINGS and each.is_file())


def interviews_in(folder: Path) -> list[Path]:
    """Return the files in `folder` and below that look like interviews; all of them if none does.

    One that demands something does (`mandatory`), and one with a title that no
    other file includes. The rest are parts of others.
    """
    files = yaml_files(folder)
    texts = {path: blocks.text(path) for path in files}
    parts = {name for path, text in texts.items() for name in _included(path, text)}
    found = [
        path
        for path, text in texts.items()
        if blocks.demands(text) or (path.name not in parts and "title" in blocks.metadata(text))
    ]
    return found or files


def _included(path: Path, text: str) -> Iterator[str]:
    for each in blocks.named(path, text):
        if each.key == "include":
            yield each.value.rpartition("/")[2].rpartition(":")[2]


def _package(folder: Path) -> PackageFolder:
    """A checkout may call the package's folder as it calls itself: docassemble-foo."""
    name = re.sub(r"\W", "_", folder.name.removeprefix(f"{NAMESPACE}-").removeprefix(f"{NAMESPACE}."))
    return PackageFolder(f"{NAMESPACE}.{name}", folder)


def _locations(first: str) -> Iterator[Path]:
    """Yield the folders that Python could import `docassemble.<first>` from; nothing is imported."""
    yield from (Path(location, first) for location in _namespace())
    for finder in sys.meta_path:
        # What is installed from a checkout has a finder of its own, which goes by the name alone.
        if finder not in _PYTHONS_OWN and not isinstance(finder, FolderFinder):
            spec = finder.find_spec(f"{NAMESPACE}.{first}", ())
            yield from map(Path, (spec.submodule_search_locations or ()) if spec is not None else ())


def _namespace() -> list[str]:
    # The path finder reads folders and imports nothing.
    spec = PathFinder.find_spec(NAMESPACE)
    return list(spec.submodule_search_locations or ()) if spec is not None else []
