"""How much there is of an interview: every file that can run or change what runs, and its fingerprint.

Of a package that is its whole folder, for code can take any file of it by a name
it makes up. Of a lone file it is what `surroundings` finds. To both belong the other
docassemble packages whose names stand in the text, and what these name. Not counted are
docassemble itself, our own package, and libraries of Python: those were chosen by whoever
installed them. `__pycache__` and `.git` do not count either; they change by being used.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from unbarred.engine.origins import package_form
from unbarred.engine.origins.origin import OUR_PACKAGE, Kind, Origin
from unbarred.engine.origins.package_form import PackageFolder
from unbarred.engine.origins.surroundings import surroundings
from unbarred.errors import ContentError, Where

_NOT_COUNTED = frozenset({"__pycache__", ".git"})
_TEXTS = (".yml", ".yaml", ".py")
"""Where the names of other packages are looked for."""
_PACKAGE = re.compile(rb"\bdocassemble\.[A-Za-z_]\w*")
_LONGEST_NAME = 300
_MOST_FILES = 20_000
_LARGEST = 2_000_000_000
"""Bytes. More than this is no interview but somebody's disk."""
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Part:
    """One package of an interview, or the lone file with what is around it."""

    name: str
    digest: str
    """SHA-256 of the names and contents of its files."""
    files: int
    modules: int
    """So many of the files are Python."""
    package: PackageFolder | None
    """None for a lone file."""


@dataclass(frozen=True)
class Extent:
    """All that belongs to an interview; the first part is what was asked for."""

    parts: tuple[Part, ...]

    @property
    def digest(self) -> str:
        """SHA-256 over all parts: another one means that something else may run."""
        lines = sorted(f"{each.name} {each.digest}\n" for each in self.parts)
        return hashlib.sha256("".join(["unbarred trust 1\n", *lines]).encode()).hexdigest()


def extent(origin: Origin) -> Extent:
    """Read every file of the interview at `origin` and of the packages it names.

    Raises `ContentError` if one cannot be read, or there are too many.
    """
    try:
        return _extent(origin)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        where = Where(str(error.filename or origin.path))
        raise ContentError(f"A file of this interview cannot be read: {reason}.", where=where) from error


def _extent(origin: Origin) -> Extent:
    reading = _Reading()
    own = PackageFolder(origin.package, origin.folder)
    match origin.kind:
        case Kind.FILE:
            parts = [reading.part(origin.label, surroundings(origin.path).files())]
        case Kind.FOLDER:
            parts = [reading.package(each) for each in package_form.family(own)]
        case _:
            parts = [reading.package(own)]
    done = {origin.package, OUR_PACKAGE, *package_form.NEVER_REPLACED, *(each.name for each in parts)}
    while waiting := reading.named - done:
        name = min(waiting)
        done.add(name)
        found = package_form.installed(name)
        if found is not None:
            parts.append(reading.package(found))
    return Extent(tuple(parts))


class _Reading:
    """What was read so far: how much, and which packages are named in it."""

    def __init__(self) -> None:
        self.named: set[str] = set()
        self._files = 0
        self._bytes = 0

    def package(self, package: PackageFolder) -> Part:
        return self.part(package.name, _walk(package.folder), package)

    def part(
        self, name: str, files: Iterator[tuple[str, Path]], package: PackageFolder | None = None
    ) -> Part:
        lines, modules = [], 0
        for inner, path in files:
            lines.append(f"{inner}\0{self._digest(path)}\n")
            modules += path.suffix == ".py"
        digest = hashlib.sha256("".join(sorted(lines)).encode("utf-8", "surrogateescape")).hexdigest()
        return Part(name, digest, len(lines), modules, package)

    def _digest(self, path: Path) -> str:
        self._files += 1
        digest = hashlib.sha256()
        # Not what would wait for ever, such as a pipe.
        if stat.S_ISREG(path.stat().st_mode):
            before = b""
            with path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
                    self._bytes += len(chunk)
                    if path.suffix in _TEXTS:
                        self.named.update(each.decode() for each in _PACKAGE.findall(before + chunk))
                        # A name may stand across two chunks.
                        before = chunk[-_LONGEST_NAME:]
        if self._files > _MOST_FILES or self._bytes > _LARGEST:
            raise ContentError(
                "This is too much to be one interview.",
                f"More than {_MOST_FILES:,} files or {_LARGEST // 10**9} GB belong to it.",
                Where(str(path)),
            )
        return digest.hexdigest()


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file below `folder`, also through links, each folder once."""
    seen: set[Path] = set()
    for root, folders, files in os.walk(folder, followlinks=True, onerror=_raise):
        real = Path(root).resolve()
        folders[:] = sorted(set(folders) - _NOT_COUNTED) if real not in seen else []
        if real in seen:
            continue
        seen.add(real)
        for name in files:
            path = Path(root, name)
            yield path.relative_to(folder).as_posix(), path


def _raise(error: OSError) -> None:
    raise error
