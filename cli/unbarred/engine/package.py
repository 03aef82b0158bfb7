"""Offers our content folders to docassemble as the package `docassemble.unbarred`.

docassemble finds files as `<package>/data/questions/…`, `…/templates/…` and
`…/sources/…`. Our folders have other names, so the package is a private folder
of links, made once per process and removed at its end. It holds no answers.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

from unbarred import content
from unbarred.engine import private_folder

NAME = "docassemble.unbarred"


def offer_content() -> None:
    """Make `docassemble.unbarred` importable, with our folders as its data."""
    folder = private_folder.path() / "docassemble_unbarred"
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    (folder / "__init__.py").touch()
    _link(data / "questions", content.interviews())
    _link(data / "templates", content.templates())
    _link(data / "sources", content.jurisdictions())
    spec = importlib.util.spec_from_file_location(
        NAME, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[NAME] = module
    spec.loader.exec_module(module)


def reference(name: str) -> str:
    """Return docassemble's name for the interview `name`, such as `clemency/commutation`."""
    return f"{NAME}:data/questions/{name}.yml"


def _link(link: Path, target: Path) -> None:
    if link.exists():
        return
    if os.name == "nt":
        # A junction, because a symbolic link needs a privilege on Windows.
        import _winapi

        _winapi.CreateJunction(str(target), str(link))  # type: ignore[attr-defined]
    else:
        link.symlink_to(target, target_is_directory=True)
