"""Finds the content: interviews, templates and jurisdictions.

Looked for in this order: the folder in `UNBARRED_CONTENT`, the content inside
the installed package, the checkout that the package is run from, the data of the
package that `unbarred export docassemble` makes for a docassemble server.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from unbarred.errors import ContentError, UsageError, nearest

CONTENT_VARIABLE = "UNBARRED_CONTENT"
FOLDERS = ("interviews", "templates", "jurisdictions")
ON_A_SERVER = {"interviews": "questions", "templates": "templates", "jurisdictions": "sources"}
"""What docassemble calls them inside a package."""


@cache
def root() -> Path:
    """Return the folder that holds `interviews/`, `templates/` and `jurisdictions/`."""
    chosen = os.environ.get(CONTENT_VARIABLE)
    package = Path(__file__).resolve().parent
    on_a_server = package.parent / "docassemble" / "unbarred" / "data"
    candidates = [Path(chosen)] if chosen else [package / "_content", package.parent.parent, on_a_server]
    for candidate in candidates:
        if _holds(candidate, FOLDERS) or _holds(candidate, ON_A_SERVER.values()):
            return candidate.resolve()
    raise ContentError(
        f"No interviews were found in {candidates[0]}.",
        f"Set {CONTENT_VARIABLE} to a folder that holds {', '.join(FOLDERS)}.",
    )


def interviews() -> Path:
    """Return the folder of docassemble interview files."""
    return _folder("interviews")


def templates() -> Path:
    """Return the folder of DOCX templates."""
    return _folder("templates")


def jurisdictions() -> Path:
    """Return the folder of law data, one subfolder a place."""
    return _folder("jurisdictions")


def modules() -> dict[str, Path]:
    """Return the Python modules that belong to the interviews, by the names under which they load them."""
    found = sorted((interviews() / "modules").glob("*.py"))
    # Editors keep locks and halves of files under hidden names.
    return {path.stem: path for path in found if not path.name.startswith((".", "_"))}


def _holds(folder: Path, names: Iterable[str]) -> bool:
    return all((folder / name).is_dir() for name in names)


def _folder(name: str) -> Path:
    return _folder_of(root(), name)


@cache
def _folder_of(root: Path, name: str) -> Path:
    own = root / name
    return own if own.is_dir() else root / ON_A_SERVER[name]


def interview_names() -> list[str]:
    """Return the names of the interviews, such as `clemency/commutation`, in order.

    What lies in `shared/` is included by others and is no interview itself.
    """
    folder = interviews()
    found = (path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.yml"))
    return sorted(name for name in found if not name.startswith("shared/"))


def interview_path(name: str) -> Path:
    """Return the file of the interview `name`; raise `UsageError` with the nearest names if there is none."""
    known = interview_names()
    if name not in known:
        hint = nearest(name, known) or "See them all with: unbarred interviews"
        raise UsageError(f"There is no interview called {name}.", hint)
    return interviews() / f"{name}.yml"


def digest(path: Path) -> str:
    """Return the SHA-256 of a file of the content, in hexadecimal digits; read anew only if it changed."""
    found = path.stat()
    return _digest(path, found.st_mtime_ns, found.st_size)


@cache
def _digest(path: Path, changed: int, size: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
