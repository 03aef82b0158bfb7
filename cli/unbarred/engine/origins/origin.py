"""What is known of an interview before anything of it may run: where it is, and what it is called."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from unbarred.engine.origins.package_form import PackageFolder

OUR_PACKAGE = "docassemble.unbarred"
"""The name under which docassemble finds our own content."""


class Kind(StrEnum):
    """Whose interview it is, and in which form."""

    OURS = "ours"
    FILE = "file"
    FOLDER = "folder"
    INSTALLED = "installed"


@dataclass(frozen=True)
class Origin:
    """One interview: the file at `path`, and the package it belongs to."""

    kind: Kind
    name: str
    """What finds it again, from any folder: our own name, a full path, or docassemble's reference."""
    label: str
    """The same without this computer's folders: what answer sets and manifests say."""
    path: Path
    package: str
    """The package in which docassemble is to see it."""
    reference: str
    """docassemble's name for it."""
    folder: Path
    """The package's folder; for a lone file the folder it lies in."""

    @property
    def title(self) -> str:
        """What to call it if it has no title of its own."""
        return self.path.stem if self.kind is not Kind.OURS else self.name

    @property
    def source(self) -> str:
        """Where it is from, as a person would look for it: a folder, a file or a package."""
        if self.kind is Kind.INSTALLED:
            return f"the installed package {self.package}"
        return str(self.path if self.kind is Kind.FILE else self.folder)


def ours(name: str, path: Path, folder: Path) -> Origin:
    """Return the origin of our own interview `name`."""
    reference = f"{OUR_PACKAGE}:data/questions/{name}.yml"
    return Origin(Kind.OURS, name, name, path, OUR_PACKAGE, reference, folder)


def in_package(kind: Kind, package: PackageFolder, path: Path) -> Origin:
    """Return the origin of the interview at `path`, which is one of `package`."""
    reference = f"{package.name}:{path.relative_to(package.folder).as_posix()}"
    name = reference if kind is Kind.INSTALLED else str(path)
    return Origin(kind, name, reference, path, package.name, reference, package.folder)


def lone_file(path: Path) -> Origin:
    """Return the origin of the interview at `path`, which is in no package.

    It gets a package of its own, named after its place, so that no two are taken for each other.
    """
    package = f"docassemble.file_{hashlib.sha256(str(path).encode()).hexdigest()[:10]}"
    reference = f"{package}:data/questions/{path.name}"
    return Origin(Kind.FILE, str(path), path.name, path, package, reference, path.parent)
