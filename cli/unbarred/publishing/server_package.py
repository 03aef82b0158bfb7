"""Our interviews, templates and law as a package for a docassemble server.

A server looks for what belongs to a package in `docassemble/<package>/data/`. The part
of our own program that the interviews call goes along, found by following their
imports, so that nothing else of ours has to be on the server.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import unbarred
from unbarred import __version__, content
from unbarred.law import index
from unbarred.publishing import interview_modules, server_pages
from unbarred.publishing.imports import followed
from unbarred.publishing.requirements import requirements_for

NAME = "docassemble-unbarred"
_PACKAGE = "docassemble/unbarred"
_TEMPLATES = f"{_PACKAGE}/data/{content.ON_A_SERVER['templates']}/"


@dataclass(frozen=True)
class ServerPackage:
    """A package that can be installed on a docassemble server."""

    files: dict[str, bytes]
    """By their names in the archive."""
    interviews: tuple[str, ...]
    templates: tuple[str, ...]
    places: tuple[str, ...]
    """Whose law is in it."""
    modules: tuple[str, ...]
    """The modules of our own program that are in it."""
    requirements: tuple[str, ...]
    """What is installed with it where a server does not have it."""


def archive_name() -> str:
    """Return what the package's archive is called: `docassemble-unbarred-0.1.0.zip`."""
    return f"{NAME}-{__version__}.zip"


def server_package() -> ServerPackage:
    """Make the package of all our content; raises `ContentError` for an interview that cannot be read."""
    needed = followed(interview_modules.named_in(content.interviews()))
    requirements = requirements_for(needed.outside)
    above = Path(unbarred.__file__).parents[1]
    program = {path.relative_to(above).as_posix(): path.read_bytes() for path in needed.own.values()}
    program[f"{_PACKAGE}/__init__.py"] = f'__version__ = "{__version__}"\n'.encode()
    packages = sorted({name.rpartition("/")[0].replace("/", ".") for name in program})
    data = dict(_data())
    files = {**program, **data, **server_pages.pages(packages, requirements)}
    return ServerPackage(
        files={f"{NAME}/{name}": content for name, content in files.items()},
        interviews=tuple(content.interview_names()),
        templates=tuple(name.removeprefix(_TEMPLATES) for name in data if name.startswith(_TEMPLATES)),
        places=tuple(index.slugs(content.jurisdictions())),
        modules=tuple(needed.own),
        requirements=requirements,
    )


def _data() -> Iterator[tuple[str, bytes]]:
    """Yield what is read when an interview runs, under the names of the folders that docassemble looks in."""
    kinds: dict[str, tuple[Callable[[], Path], str]] = {
        "interviews": (content.interviews, "**/*.yml"),
        "templates": (content.templates, "**/*.docx"),
        "jurisdictions": (content.jurisdictions, "*/*.yml"),
    }
    for kind, (find, pattern) in kinds.items():
        for path in sorted(find().glob(pattern)):
            name = path.relative_to(find()).as_posix()
            yield f"{_PACKAGE}/data/{content.ON_A_SERVER[kind]}/{name}", path.read_bytes()
