"""Offers folders to docassemble as packages: our own content, and interviews from anywhere.

docassemble finds files as `<package>/data/questions/…`, `…/templates/…` and
`…/sources/…`, and modules as `<package>.<name>`. A folder that has this form is
offered as it is. What has another form, our content and a lone interview file, is
put together in a private folder of links, made once per process and removed at its
end. It holds no answers.
"""

from __future__ import annotations

import os
import shutil
import sys
from functools import cache
from pathlib import Path

from unbarred import content
from unbarred.engine import private_folder
from unbarred.engine.origins import Kind, Origin
from unbarred.engine.origins.origin import OUR_PACKAGE
from unbarred.engine.origins.package_form import PackageFolder, family
from unbarred.engine.origins.surroundings import DATA, Surroundings, surroundings
from unbarred.engine.package_finder import FolderFinder


@cache
def _finder() -> FolderFinder:
    finder = FolderFinder()
    sys.meta_path.insert(0, finder)
    return finder


def offer_content() -> None:
    """Make `docassemble.unbarred` importable, with our folders as its data, and the interviews' modules."""
    folder = _new_folder(OUR_PACKAGE)
    _link_folder(folder / "data" / "questions", content.interviews())
    _link_folder(folder / "data" / "templates", content.templates())
    _link_folder(folder / "data" / "sources", content.jurisdictions())
    for name, path in content.modules().items():
        _link_file(folder / f"{name}.py", path)
    _finder().put(OUR_PACKAGE, folder)


def offer(origin: Origin) -> None:
    """Make the package of `origin` importable, with the others of its family.

    A folder takes the place of an installed package of the same name. Two folders
    of one name take each other's place: a process runs one of them at a time.
    """
    match origin.kind:
        case Kind.FILE:
            _finder().put(origin.package, _around(origin, surroundings(origin.path)))
        case Kind.FOLDER:
            for each in family(PackageFolder(origin.package, origin.folder)):
                _finder().put(each.name, each.folder)
        case Kind.INSTALLED:
            _finder().take_away(origin.package)
        case Kind.OURS:
            # Offered from the start.
            pass


def _around(origin: Origin, found: Surroundings) -> Path:
    """Lay out what belongs to a lone file as docassemble's playground would."""
    folder = _new_folder(origin.package)
    _link_folder(folder / "data" / "questions", origin.folder)
    for kind in DATA:
        for name, path in found.data[kind].items():
            _link_file(folder / "data" / kind / name, path)
    for name, path in found.modules.items():
        _link_file(folder / f"{name}.py", path)
    return folder


def _new_folder(package: str) -> Path:
    """Return the private folder of a package, as it is offered from now on."""
    folder = private_folder.path() / package.replace(".", "_")
    if folder.exists():
        shutil.rmtree(folder)
    (folder / "data").mkdir(parents=True)
    return folder


def _link_folder(link: Path, target: Path) -> None:
    if os.name == "nt":
        # A junction, because a symbolic link needs a privilege on Windows.
        import _winapi

        _winapi.CreateJunction(str(target), str(link))  # type: ignore[attr-defined]
    else:
        link.symlink_to(target, target_is_directory=True)


def _link_file(link: Path, target: Path) -> None:
    link.parent.mkdir(parents=True, exist_ok=True)
    if os.name == "nt":
        shutil.copyfile(target, link)
    else:
        link.symlink_to(target.absolute())
