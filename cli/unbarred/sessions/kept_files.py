"""Files a person gave: copied into the session's folder, so that it goes on without the originals."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from unbarred import private_files
from unbarred.answers.values import AnswerValue
from unbarred.errors import UserError
from unbarred.screens import FieldKind, Screen, Submission

FOLDER = "files"

_OF_FILES = (FieldKind.FILES, FieldKind.SIGNATURE)
_LENGTH = 12
"""So many signs of a file's digest name its folder: the same file is kept once."""


def keep(screen: Screen, given: Submission, folder: Path | None) -> Submission:
    """Copy the files among the answers into the session's `folder`; return the answers with their new places.

    Without a folder they stay where they are. Raises `UserError` if one cannot be read.
    """
    if folder is None:
        return given
    kept: dict[str, AnswerValue] = dict(given)
    for field in screen.inputs:
        paths = given.get(field.name)
        if field.kind in _OF_FILES and isinstance(paths, tuple):
            kept[field.name] = tuple(str(_kept(Path(path), folder)) for path in paths)
    return kept


def in_journal(screen: Screen, given: Submission, folder: Path | None) -> dict[str, list[str]]:
    """Return the places of the files among the answers, from the session's folder on, by field name."""
    if folder is None:
        return {}
    return {
        field.name: [Path(path).relative_to(folder).as_posix() for path in paths]
        for field in screen.inputs
        if field.kind in _OF_FILES and isinstance(paths := given.get(field.name), tuple)
    }


def from_journal(files: Mapping[str, list[str]], folder: Path) -> dict[str, list[str]]:
    """Return the paths of files that an event names. Raises `ValueError` for one outside the session."""
    found = {name: [folder / path for path in paths] for name, paths in files.items()}
    for path in (path for paths in found.values() for path in paths):
        if not path.resolve().is_relative_to((folder / FOLDER).resolve()):
            raise ValueError("a file of another folder")
    return {name: [str(path) for path in paths] for name, paths in found.items()}


def _kept(path: Path, folder: Path) -> Path:
    if path.is_relative_to(folder / FOLDER):
        return path
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it is gone").lower()
        raise UserError(f"The file {path.name} cannot be read: {reason}.") from error
    place = folder / FOLDER / hashlib.sha256(content).hexdigest()[:_LENGTH]
    for each in (folder / FOLDER, place):
        if not each.exists():
            private_files.make_folder(each)
    private_files.write(place / path.name, content)
    return place / path.name
