"""What can be prepared: each interview's own description, read without starting the engine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from unbarred import content, law
from unbarred.errors import ContentError, Where


@dataclass(frozen=True)
class Entry:
    """One interview as the catalogue shows it."""

    name: str
    path: Path
    metadata: dict[str, Any]

    @property
    def title(self) -> str:
        """Its title, or its name."""
        return str(self.metadata.get("title", self.name))

    @property
    def topic(self) -> str:
        """Its topic, or the folder it is in."""
        return str(self.metadata.get("topic") or self.name.partition("/")[0])

    @property
    def remedies(self) -> tuple[str, ...]:
        """The remedies it prepares papers for, by the names the law data gives them."""
        return tuple(self.metadata.get("remedies", ()))

    @property
    def places(self) -> tuple[str, ...]:
        """The slugs of the places whose law we hold for all its remedies."""
        having = [{place.slug for place in law.places(remedy)} for remedy in self.remedies]
        return tuple(sorted(set.intersection(*having))) if having else ()


def entries() -> list[Entry]:
    """Return all interviews by name. Raises `ContentError` for a file that is not YAML."""
    return [entry(name) for name in content.interview_names()]


def entry(name: str) -> Entry:
    """Return the interview `name`; raise `UsageError` with the nearest names if there is none."""
    path = content.interview_path(name)
    try:
        with path.open(encoding="utf-8") as file:
            # Only as far as the first block, which is where the description stands.
            first = next(iter(yaml.load_all(file, Loader=_loader())), None)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = Where(str(path), mark.line + 1 if mark else None)
        raise ContentError(f"This interview is not YAML: {error.problem}.", where=where) from error
    metadata = first.get("metadata", {}) if isinstance(first, dict) else {}
    return Entry(name, path, metadata)


def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
