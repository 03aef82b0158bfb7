"""What can be prepared: each interview's own description, read without starting the engine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import yaml

from unbarred import content, law
from unbarred.engine import origins
from unbarred.engine.origins import Kind, Origin, blocks
from unbarred.errors import ContentError, Where
from unbarred.quoting import one_line

_LONGEST = 200
"""Characters of a title or description, which anybody may have written."""


@dataclass(frozen=True)
class Entry:
    """One interview as the catalogue shows it."""

    origin: Origin
    metadata: dict[str, Any]

    @property
    def name(self) -> str:
        """What `unbarred start` calls it."""
        return self.origin.name

    @property
    def path(self) -> Path:
        """Its file."""
        return self.origin.path

    @property
    def is_ours(self) -> bool:
        """Say whether it is part of unbarred."""
        return self.origin.kind is Kind.OURS

    @property
    def title(self) -> str:
        """Its title, or its name."""
        return self._said("title") or self.origin.title

    @property
    def description(self) -> str:
        """What it says about itself, or ""."""
        return self._said("description")

    @property
    def topic(self) -> str:
        """Its topic, or the folder it is in."""
        return self._said("topic") or (self.name.partition("/")[0] if self.is_ours else "")

    @property
    def remedies(self) -> tuple[str, ...]:
        """The remedies it prepares papers for, by the names the law data gives them."""
        given = self.metadata.get("remedies", ())
        return tuple(each for each in given if isinstance(each, str)) if isinstance(given, list) else ()

    @property
    def places(self) -> tuple[str, ...]:
        """The slugs of the places whose law we hold for at least one of its remedies."""
        return tuple(sorted({place.slug for remedy in self.remedies for place in law.places(remedy)}))

    def is_meant_by(self, name: str) -> bool:
        """Say whether `name`, which an answer set gives, means this interview, also on another computer."""
        if name in (self.name, self.origin.label):
            return True
        return not self.is_ours and PurePath(name.rpartition(":")[2]).name == self.path.name

    def _said(self, key: str) -> str:
        said = self.metadata.get(key)
        return one_line(said, _LONGEST) if isinstance(said, str) else ""


def entries() -> list[Entry]:
    """Return all our interviews by name. Raises `ContentError` for a file that is not YAML."""
    return [entry(name) for name in content.interview_names()]


def entries_at(given: str) -> list[Entry]:
    """Return what the package, folder or file `given` holds; nothing of it runs.

    Raises `UsageError` with the nearest names if it is none of these.
    """
    return [_entry(origin) for origin in origins.interviews_at(given)]


def entry(name: str) -> Entry:
    """Return the interview `name`, ours or another; raise `UsageError` with the nearest names if none is."""
    return _entry(origins.find(name))


def _entry(origin: Origin) -> Entry:
    if origin.kind is Kind.OURS:
        return Entry(origin, _first_metadata(origin.path))
    return Entry(origin, blocks.metadata(blocks.text(origin.path)))


def _first_metadata(path: Path) -> dict[str, Any]:
    try:
        with path.open(encoding="utf-8") as file:
            # Only as far as the first block, which is where the description stands.
            first = next(iter(yaml.load_all(file, Loader=_loader())), None)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = Where(str(path), mark.line + 1 if mark else None)
        raise ContentError(f"This interview is not YAML: {error.problem}.", where=where) from error
    metadata = first.get("metadata") if isinstance(first, dict) else None
    return metadata if isinstance(metadata, dict) else {}


def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
