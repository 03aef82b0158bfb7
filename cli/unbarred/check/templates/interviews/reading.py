"""Reads the blocks of an interview and of all that it includes, as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from unbarred import content
from unbarred.engine.blocks import Block, every_block
from unbarred.engine.origins import Kind, Origin, blocks, package_form
from unbarred.engine.origins.origin import OUR_PACKAGE
from unbarred.engine.origins.package_form import PackageFolder
from unbarred.errors import Where
from unbarred.located_yaml import refuse_depth


@dataclass(frozen=True)
class Chunk:
    """One block as its author wrote it, and what it says."""

    block: Block
    data: dict[str, Any]

    def where(self, text: str = "") -> Where:
        """Return the line of the only `text` in the block, or of the block."""
        return self.block.where(self.block.line_of_text(text) if text else None)


@dataclass(frozen=True)
class Files:
    """The chunks of an interview in order, and the includes that are not there."""

    chunks: tuple[Chunk, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class _Source:
    """What `every_block` takes for docassemble's own."""

    path: Path
    content: str


def read_files(origin: Origin) -> Files:
    """Return the blocks of the interview at `origin`, with its includes in their places.

    Raises `ContentError` if its file cannot be read.
    """
    seen: set[Path] = set()
    missing: list[str] = []
    chunks = list(_chunks(origin, origin.path, seen, missing))
    return Files(tuple(chunks), tuple(missing))


def listed(value: Any) -> list[str]:
    """Return what a key has, one or several, as texts."""
    if value is None:
        return []
    return [str(each) for each in (value if isinstance(value, list) else [value])]


def _chunks(origin: Origin, path: Path, seen: set[Path], missing: list[str]) -> Iterator[Chunk]:
    real = path.resolve()
    if real in seen:
        return
    seen.add(real)
    for block in every_block(_Source(path, blocks.text(path))):
        data = _data(block)
        for name in listed(data.get("include")):
            found = _included(origin, path, name.strip())
            if found is None:
                missing.append(name)
            else:
                yield from _chunks(origin, found, seen, missing)
        if data:
            yield Chunk(block, data)


def _included(origin: Origin, path: Path, name: str) -> Path | None:
    package, colon, inner = name.rpartition(":")
    if not colon:
        found = path.parent / name
    elif package == OUR_PACKAGE:
        found = content.interviews() / inner.removeprefix("data/questions/")
    else:
        folder = _package(origin, package)
        if folder is None:
            return None
        found = folder.questions / inner.removeprefix("data/questions/")
    return found if found.is_file() else None


def _package(origin: Origin, name: str) -> PackageFolder | None:
    if origin.kind in (Kind.FOLDER, Kind.INSTALLED):
        family = package_form.family(PackageFolder(origin.package, origin.folder))
        beside = next((each for each in family if each.name == name), None)
        if beside is not None:
            return beside
    return package_form.installed(name)


def _data(block: Block) -> dict[str, Any]:
    text = "\n".join(block.lines).replace("\t", "  ")
    try:
        refuse_depth(text)
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - it is safe
    except (yaml.YAMLError, ValueError, KeyError, IndexError, AttributeError, OverflowError, TypeError):
        # docassemble names what is wrong with it, once it may read it.
        return {}
    return {str(key).lower(): value for key, value in data.items()} if isinstance(data, dict) else {}
