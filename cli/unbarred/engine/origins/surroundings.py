"""What belongs to an interview that is a lone file: the files around it that it names.

A package says by its form what is part of it. A lone file does not; it may lie in
a folder full of other things. So a file beside it belongs to it if its name stands in
the interview or in another file that belongs to it. An interview that puts names of
files together by code should be in a folder called `questions`, beside `templates`,
`sources`, `static` and `modules`: those are then taken whole.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from unbarred.engine.origins import blocks
from unbarred.engine.origins.package_form import ENDINGS
from unbarred.errors import ContentError, Where

DATA = ("templates", "sources", "static")
_MODULES = "modules"
_LARGEST_TEXT = 10_000_000
"""Bytes of one file that are searched for names."""
_TAG = re.compile(r"<[^<>]*>")


@dataclass
class Surroundings:
    """The files that belong to a lone interview, by what it calls them."""

    interview: Path
    included: dict[str, Path]
    """The interview and what it includes, by the way to them from its folder."""
    modules: dict[str, Path] = field(default_factory=dict)
    """By name, without the ending."""
    data: dict[str, dict[str, Path]] = field(default_factory=lambda: {kind: {} for kind in DATA})
    """Templates, sources and static files, by their names below those folders."""

    def files(self) -> Iterator[tuple[str, Path]]:
        """Yield each file, the interview first, with a name that no other has."""
        for kind, files in {"include": self.included, _MODULES: self.modules, **self.data}.items():
            for name, path in sorted(files.items()):
                yield f"{kind}/{name}", path


def surroundings(path: Path) -> Surroundings:
    """Return what belongs to the lone interview at `path`; raise `ContentError` if it cannot be read."""
    try:
        return _surroundings(path)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        where = Where(str(error.filename or path))
        raise ContentError(f"What is around this interview cannot be read: {reason}.", where=where) from error


def _surroundings(path: Path) -> Surroundings:
    found = Surroundings(path, {path.name: path})
    folder = path.parent
    beside = _level(folder)
    candidates = {kind: _candidates(folder, beside, kind) for kind in (*DATA, _MODULES)}
    if folder.name == "questions":
        for kind in DATA:
            found.data[kind] = _below(folder.parent / kind)
        found.modules = _modules(_below(folder.parent / _MODULES))
    waiting = [each for _, each in found.files()]
    while waiting:
        each = waiting.pop()
        text = _text(each)
        waiting += _take(found.included, _includes(each, text, folder, beside))
        waiting += _take(found.modules, _named_modules(candidates[_MODULES], text))
        for kind in DATA:
            waiting += _take(found.data[kind], {n: p for n, p in candidates[kind].items() if n in text})
    return found


def _take(into: dict[str, Path], new: dict[str, Path]) -> list[Path]:
    fresh = {name: path for name, path in new.items() if name not in into}
    into |= fresh
    return list(fresh.values())


def _candidates(folder: Path, beside: dict[str, Path], kind: str) -> dict[str, Path]:
    """Return the files that a name can mean: in the folder for their kind, else beside the interview."""
    return beside | _level(folder.parent / kind) | _two_levels(folder / kind)


def _level(folder: Path) -> dict[str, Path]:
    """Return the files of a folder, and nothing of what is below: it may be somebody's whole disk."""
    return {each.name: each for each in folder.iterdir() if each.is_file()} if folder.is_dir() else {}


def _two_levels(folder: Path) -> dict[str, Path]:
    inner = [each for each in folder.iterdir() if each.is_dir()] if folder.is_dir() else []
    below = {f"{each.name}/{name}": path for each in inner for name, path in _level(each).items()}
    return _level(folder) | below


def _below(folder: Path) -> dict[str, Path]:
    return {each.relative_to(folder).as_posix(): each for each in sorted(folder.rglob("*")) if each.is_file()}


def _modules(files: dict[str, Path]) -> dict[str, Path]:
    return {path.stem: path for path in files.values() if path.suffix == ".py"}


def _named_modules(candidates: dict[str, Path], text: str) -> dict[str, Path]:
    """Return the modules that are named as `.name`, or after `import`."""
    return {
        name: path
        for name, path in _modules(candidates).items()
        if re.search(rf"(?:\.|\bimport\s+){re.escape(name)}\b", text)
    }


def _includes(path: Path, text: str, folder: Path, beside: dict[str, Path]) -> dict[str, Path]:
    """Return the interview files that a file includes, wherever they are, or names and has beside it."""
    if path.suffix not in ENDINGS:
        return {}
    asked = [each.value for each in blocks.named(path, text) if each.key == "include"]
    paths = [path.parent / value for value in asked if ":" not in value]
    paths += [each for name, each in beside.items() if each.suffix in ENDINGS and name in text]
    return {os.path.relpath(each, folder): each for each in paths if each.is_file()}


def _text(path: Path) -> str:
    """Return what can be read in a file: a Word file's text without its marks, nothing of a picture."""
    if path.suffix == ".docx":
        return _word_text(path)
    with path.open("rb") as file:
        data = file.read(_LARGEST_TEXT)
    return "" if b"\0" in data else data.decode("utf-8", errors="replace")


def _word_text(path: Path) -> str:
    found = []
    try:
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if name.startswith("word/") and name.endswith(".xml"):
                    with package.open(name) as part:
                        found.append(part.read(_LARGEST_TEXT).decode("utf-8", errors="replace"))
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        # Not a Word file after all, or sealed with a password: there is nothing to read.
        return ""
    return _TAG.sub("", "\n".join(found))
