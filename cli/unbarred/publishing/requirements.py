"""What has to be installed on a docassemble server for the modules that are imported."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution

from unbarred.errors import ContentError
from unbarred.publishing.ourselves import ourselves

_SERVER = "docassemble.base"
_NAME = re.compile(r"[\w.-]+")


def requirements_for(modules: Iterable[str]) -> tuple[str, ...]:
    """Return what a server needs for these top names of modules, such as `pydantic>=2.11,<=2.13.5`, in order.

    They are those of our own requirements that provide the modules. What docassemble.base
    requires is on every server already, and stays in the version it is pinned to; for the
    same reason nothing newer is asked for than what is installed here beside it.

    A module that none of them provides has to come with one of them, as `pydantic_core`
    does with pydantic; `ContentError` is raised if it does not.
    """
    there = {_plain(_SERVER), *(_plain(_name(each)) for each in distribution(_SERVER).requires or ())}
    wanted = set(modules)
    needed: list[str] = []
    brought: set[str] = set()
    for line in ourselves().requires or ():
        name = _name(line)
        provided = wanted & _modules_of(name)
        if provided:
            wanted -= provided
            brought |= {_name(each) for each in distribution(name).requires or ()}
            if _plain(name) not in there:
                needed.append(f"{line},<={distribution(name).version}")
    missing = wanted - {module for name in brought for module in _modules_of(name)}
    if missing:
        raise ContentError(
            f"The interviews import {', '.join(sorted(missing))}: no requirement of unbarred provides it.",
            "Set unbarred up again with ./setup, or take the import out.",
        )
    return tuple(sorted(needed))


def _name(requirement: str) -> str:
    match = _NAME.match(requirement)
    assert match is not None
    return match.group()


def _plain(name: str) -> str:
    """Return the name as the package index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _modules_of(name: str) -> set[str]:
    """Return the top names that an installed distribution puts in the path; none if it is not installed."""
    try:
        files = distribution(name).files or ()
    except PackageNotFoundError:
        return set()
    return {file.parts[0].removesuffix(".py") for file in files}
