"""Which of our own requirements stand for the modules that are imported."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution

from unbarred.errors import ContentError
from unbarred.publishing.ourselves import ourselves

_NAME = re.compile(r"[\w.-]+")


def requirements_for(modules: Iterable[str]) -> tuple[str, ...]:
    """Return our requirements that provide these top names of modules, such as `pydantic>=2.11`, in order.

    A module that no requirement of ours provides comes with one of those that are
    returned, as `pydantic_core` with pydantic; `ContentError` is raised if it does not.
    """
    wanted = set(modules)
    found: list[str] = []
    brought: set[str] = set()
    for line in ourselves().requires or ():
        name = _name(line)
        provided = wanted & _modules_of(name)
        if provided:
            wanted -= provided
            found.append(line)
            brought |= {_name(each) for each in distribution(name).requires or ()}
    missing = wanted - {module for name in brought for module in _modules_of(name)}
    if missing:
        raise ContentError(
            f"The interviews import {', '.join(sorted(missing))}, which is no requirement of unbarred."
        )
    return tuple(sorted(found))


def _name(requirement: str) -> str:
    match = _NAME.match(requirement)
    assert match is not None
    return match.group()


def _modules_of(name: str) -> set[str]:
    """Return the top names that an installed distribution puts in the path; none if it is not installed."""
    try:
        files = distribution(name).files or ()
    except PackageNotFoundError:
        return set()
    return {file.parts[0].removesuffix(".py") for file in files}
