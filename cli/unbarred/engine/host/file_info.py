"""What docassemble is told about a file. Its path and its pages are found out only when they are used."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from unbarred.engine import file_names, files


class FileInfo(dict[str, Any]):
    """A dictionary of which some values are made when they are first taken out."""

    def __init__(self, known: dict[str, Any], later: dict[str, Callable[[], Any]]) -> None:
        super().__init__(known | dict.fromkeys(later))
        self._later = later

    def __getitem__(self, key: str) -> Any:
        if make := self._later.pop(key, None):
            self[key] = make()
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value like `[]`, or the default."""
        try:
            return self[key]
        except KeyError:
            return default

    def __deepcopy__(self, memo: object) -> FileInfo:
        return FileInfo({**self}, dict(self._later))


def of_numbered(number: int, filename: str | None) -> dict[str, Any]:
    """Describe a numbered file, under the name `filename` if one is given; `{}` if there is none."""
    store = files.of_this_run()
    if number not in store:
        return {}
    name = filename or store.name(number)
    ending, kind = file_names.kind(name)
    known = {"filename": name, "extension": ending, "mimetype": kind, "private": True, "persistent": False}
    later: dict[str, Callable[[], Any]] = {
        "path": lambda: str(store.path(number)),
        "fullpath": lambda: str(store.path_with_ending(number, ending)),
    }
    return FileInfo(known, later | _of_pdf(ending, lambda: store.path(number)))


def of_path(path: Path, package: str | None) -> dict[str, Any]:
    """Describe a file of a package."""
    ending, kind = file_names.kind(path.name)
    known = {
        "filename": path.name,
        "extension": ending,
        "mimetype": kind,
        "path": str(path.with_suffix("")),
        "fullpath": str(path),
    }
    if package:
        known["package"] = package
    return FileInfo(known, _of_pdf(ending, lambda: path) if path.is_file() else {})


def _of_pdf(ending: str, path: Callable[[], Path]) -> dict[str, Callable[[], Any]]:
    if ending != "pdf":
        return {}
    return {
        "pages": lambda: max(1, len(_PAGE.findall(_readable(path())))),
        "encrypted": lambda: b"/Encrypt" in path().read_bytes(),
        "acroform": lambda: b"/AcroForm" in _readable(path()),
    }


_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)


def _readable(path: Path) -> bytes:
    """Return the PDF's objects, the packed ones unpacked: enough to count pages by."""
    content = path.read_bytes()
    return content + b"".join(_unpacked(found[1]) for found in _STREAM.finditer(content))


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""
