"""Our interviews, templates and law as a package for a docassemble server.

A server looks for what belongs to a package in `docassemble/<package>/data/`, and for
its modules beside that. The part of our own program that the interviews call goes
along, found by following their imports, so that nothing else of ours has to be on the
server.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import unbarred
from unbarred import __version__, content
from unbarred.errors import ContentError, Where
from unbarred.law import index
from unbarred.publishing import interview_modules, server_pages
from unbarred.publishing.imports import followed
from unbarred.publishing.requirements import requirements_for

NAME = "docassemble-unbarred"
_PACKAGE = "docassemble/unbarred"


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
    """Make the package of all our content; raises `ContentError` for a file that cannot be read."""
    paths = dict(_data())
    data = {name: _read(path) for name, path in paths.items()}
    interviews = [path for name, path in paths.items() if name.startswith(_folder("interviews"))]
    own = content.modules()
    needed = followed(_program_modules(interviews, own), own.values())
    requirements = requirements_for(needed.outside)
    above = Path(unbarred.__file__).parents[1]
    program = {path.relative_to(above).as_posix(): path.read_bytes() for path in needed.own.values()}
    program[f"{_PACKAGE}/__init__.py"] = f'__version__ = "{__version__}"\n'.encode()
    program |= {f"{_PACKAGE}/{name}.py": _read(path) for name, path in own.items()}
    packages = sorted({name.rpartition("/")[0].replace("/", ".") for name in program})
    files = {**program, **data, **server_pages.pages(packages, requirements)}
    templates = _folder("templates")
    return ServerPackage(
        files={f"{NAME}/{name}": held for name, held in files.items()},
        interviews=tuple(content.interview_names()),
        templates=tuple(name.removeprefix(templates) for name in data if name.startswith(templates)),
        places=tuple(index.slugs(content.jurisdictions())),
        modules=tuple(needed.own),
        requirements=requirements,
    )


def _program_modules(interviews: Iterable[Path], own: Container[str]) -> set[str]:
    """Return which modules the interviews want that do not come with them."""
    named = interview_modules.named_in(interviews)
    for name in named:
        if name.startswith(".") and name[1:] not in own:
            raise ContentError(f"An interview names the module {name}, which does not exist.")
    return {name for name in named if not name.startswith(".")}


def _folder(kind: str) -> str:
    """Return where docassemble looks for our `interviews`, `templates` or `jurisdictions`."""
    return f"{_PACKAGE}/data/{content.ON_A_SERVER[kind]}/"


def _data() -> Iterator[tuple[str, Path]]:
    """Yield each file that is read when an interview runs, under its name in the package."""
    kinds = {
        "interviews": (content.interviews(), "**/*.yml"),
        "templates": (content.templates(), "**/*.docx"),
        "jurisdictions": (content.jurisdictions(), "*/*.yml"),
    }
    for kind, (folder, pattern) in kinds.items():
        for path in sorted(folder.glob(pattern)):
            # Editors keep locks and halves of files under hidden names.
            if not path.name.startswith("."):
                yield _folder(kind) + path.relative_to(folder).as_posix(), path


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        says = f"The file cannot be read: {error.strerror}."
        raise ContentError(says, "Mend it or take it away.", Where(str(path))) from error
