"""Finds an interview by what a person calls it: our own name, a path, or a package."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from unbarred import content
from unbarred.engine.origins import origin, package_form
from unbarred.engine.origins.origin import OUR_PACKAGE, Kind, Origin
from unbarred.engine.origins.package_form import ENDINGS, PackageFolder
from unbarred.errors import UsageError, nearest
from unbarred.quoting import quoted

_MOST_NAMED = 12
"""So many interviews of a package are named to choose from; the others are counted."""


def find(given: str) -> Origin:
    """Return the interview that `given` names.

    `given` is one of our names, a reference such as `docassemble.demo:data/questions/hello.yml`
    or `docassemble.demo:hello.yml`, a YAML file, or a package (installed or a folder) with one
    interview. Raises `UsageError` with the nearest names if there is none, or with the choice
    if there are several.
    """
    if given in content.interview_names():
        return _ours(given)
    path = _path(given)
    if path is not None and path.is_file():
        return _file(path)
    package, colon, inner = given.partition(":")
    if colon and package_form.is_package_name(package):
        return _referred(package, inner)
    return _only(given, interviews_at(given))


def at(path: Path) -> Origin:
    """Return the interview in the file at `path`."""
    path = Path(os.path.abspath(path))  # noqa: PTH100 - a link must stay the name it was given by
    own = content.interviews()
    if path.resolve().is_relative_to(own):
        name = path.resolve().relative_to(own).with_suffix("").as_posix()
        if name in content.interview_names():
            return _ours(name)
    package = package_form.package_around(path)
    if package is None:
        return origin.lone_file(path)
    known = package_form.installed(package.name)
    if known is not None and known.folder.resolve() == package.folder.resolve():
        within = path.relative_to(package.folder)
        return origin.in_package(Kind.INSTALLED, known, known.folder / within)
    if package.name in package_form.NEVER_REPLACED:
        return origin.lone_file(path)
    return origin.in_package(Kind.FOLDER, package, path)


def interviews_at(given: str) -> list[Origin]:
    """Return the interviews of the package, folder or file that `given` names.

    Raises `UsageError` with the nearest names if it is none of these, or holds none.
    """
    path = _path(given)
    if path is not None and path.is_file():
        return [_file(path)]
    package = package_form.installed(given)
    if package is not None:
        files = package_form.interviews_in(package.questions)
        return _some(given, [origin.in_package(Kind.INSTALLED, package, each) for each in files])
    if path is not None and path.is_dir():
        return _some(given, _in_folder(path))
    raise _unknown(given)


def _file(path: Path) -> Origin:
    if path.suffix not in ENDINGS:
        hint = "Unpack it first, and give the folder." if path.suffix == ".zip" else ""
        raise UsageError(f"{path} is no interview: their names end in .yml.", hint)
    found = at(path)
    if found.kind is Kind.FILE and path.resolve().is_relative_to(content.interviews()):
        raise UsageError(f"{path} is a part of interviews, and none itself.")
    return found


def _in_folder(path: Path) -> list[Origin]:
    if not os.access(path, os.R_OK | os.X_OK):
        raise UsageError(f"The folder {path} cannot be read: permission denied.")
    packages = package_form.packages_in(path)
    if packages:
        return [at(each) for package in packages for each in package_form.interviews_in(package.questions)]
    # Not below it: any folder may be given, and a home folder has no end.
    files = [each for each in sorted(path.iterdir()) if each.suffix in ENDINGS and each.is_file()]
    return [at(each) for each in files]


def _ours(name: str) -> Origin:
    return origin.ours(name, content.interview_path(name), content.root())


def _referred(name: str, inner: str) -> Origin:
    within = inner.removeprefix("data/questions/")
    if name == OUR_PACKAGE:
        return _ours(within.removesuffix(".yml"))
    package = package_form.installed(name)
    if package is None:
        close = nearest(name, package_form.installed_names())
        raise UsageError(
            f"The package {name} is not installed here.",
            close or "If you have it as a folder, give the folder.",
        )
    path = package.questions / within
    if ".." in Path(within).parts or not path.is_file():
        known = [each.relative_to(package.questions).as_posix() for each in _all_yaml(package)]
        hint = nearest(within, known) or f"See them with: unbarred interviews {name}"
        raise UsageError(f"The package {name} has no interview {quoted(within)}.", hint)
    return origin.in_package(Kind.INSTALLED, package, path)


def _all_yaml(package: PackageFolder) -> list[Path]:
    return package_form.yaml_files(package.questions)


def _only(given: str, found: list[Origin]) -> Origin:
    if len(found) == 1:
        return found[0]
    named = "\n".join(f"  unbarred start {shlex.quote(each.name)}" for each in found[:_MOST_NAMED])
    more = len(found) - _MOST_NAMED
    rest = f"\n  and {more} more; see them with: unbarred interviews {given}" if more > 0 else ""
    raise UsageError(f"There are {len(found)} interviews in {given}.", f"Choose one:\n{named}{rest}")


def _some(given: str, found: list[Origin]) -> list[Origin]:
    if not found:
        raise UsageError(
            f"There is no interview in {given}.",
            "Give a YAML file, or a folder with data/questions in it.",
        )
    return found


def _path(given: str) -> Path | None:
    try:
        path = Path(given).expanduser()
        return path if path.exists() else None
    except (OSError, ValueError, RuntimeError):
        # What cannot be a path on this system is none.
        return None


def _unknown(given: str) -> UsageError:
    path = Path(given)
    if package_form.is_package_name(given):
        close = nearest(given, package_form.installed_names())
        return UsageError(f"The package {given} is not installed here.", close)
    if path.suffix in ENDINGS:
        folder = path.expanduser().parent
        known = [each.name for each in folder.iterdir()] if folder.is_dir() else []
        close = nearest(path.name, [each for each in known if each.endswith(ENDINGS)])
        return UsageError(f"There is no file {quoted(given, 200)}.", close)
    hint = nearest(given, [*content.interview_names(), *package_form.installed_names()])
    return UsageError(
        f"There is no interview called {given}.", hint or "See them all with: unbarred interviews"
    )
