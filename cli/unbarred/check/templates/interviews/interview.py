"""What an interview gives: which block gives which name, where, and under which condition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from unbarred.check.templates.conditions import Condition
from unbarred.check.templates.interviews.fields import has_unknown_fields
from unbarred.check.templates.interviews.giving import Giver, givers_of, set_in_passing
from unbarred.check.templates.interviews.papers import Paper, papers_of
from unbarred.check.templates.interviews.reaching import Reach
from unbarred.check.templates.interviews.reading import Chunk, listed, read_files
from unbarred.check.templates.interviews.using import uses_of
from unbarred.check.templates.references import Need
from unbarred.engine.attachments import STILL_TO_COMPLETE
from unbarred.engine.origins import Origin

_GIVEN_OUTRIGHT = ("nav", "url_args")
"""What docassemble puts into every interview."""


@dataclass(frozen=True)
class Interview:
    """What an interview gives and makes, as far as its files tell."""

    origin: Origin
    chunks: tuple[Chunk, ...]
    givers: tuple[Giver, ...]
    papers: tuple[Paper, ...]
    modules: tuple[str, ...]
    """The modules it takes its functions from: `unbarred.law.interview`, `.own`."""
    names: frozenset[str]
    """What is defined in passing: imports, functions, libraries."""
    is_closed: bool
    """Whether the files tell all it gives: no include is missing, no code makes up fields."""

    @cached_property
    def by_path(self) -> Mapping[str, list[Giver]]:
        """The givers of each name; those of a generic object are left out."""
        found: dict[str, list[Giver]] = {}
        for giver in self.givers:
            if not giver.generic:
                found.setdefault(giver.path, []).append(giver)
        return found

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """What is before a dot or an index in the names that are given."""
        return frozenset(
            path[:place] for path in self.by_path for place, letter in enumerate(path) if letter in ".["
        )

    def generic(self, classes: Iterable[str], steps: str) -> list[Giver]:
        """Return the givers of `x` and `steps` (`.name.first`) for an object of these classes."""
        known = set(classes)
        return [each for each in self.givers if each.generic in known and each.path == f"x{steps}"]

    @cached_property
    def values(self) -> dict[str, list[object]]:
        """The names of which all values are known that they can have: constants, and choices."""
        found = {
            path: [value for giver in givers for value in giver.values]
            for path, givers in self.by_path.items()
            if all(giver.values for giver in givers)
        }
        # Whoever fills the template knows better.
        found.pop(STILL_TO_COMPLETE, None)
        return found

    def reached(self, variable: str) -> Condition:
        """Return when something in the interview needs `variable`, as far as its code tells."""
        return self._reach.of_name(variable)

    def reached_block(self, chunk: Chunk) -> Condition:
        """Return when the block is used."""
        return self._reach.of_block(chunk)

    def uses_in(self, chunk: Chunk) -> list[Need]:
        """Return what a block needs, in code, in conditions and in its words."""
        return [need for each, need in self._uses if each is chunk]

    @cached_property
    def _reach(self) -> Reach:
        return Reach(self._uses, self._given_by)

    @cached_property
    def _uses(self) -> list[tuple[Chunk, Need]]:
        return [(chunk, need) for chunk in self.chunks for need in uses_of(chunk.data)]

    @cached_property
    def _given_by(self) -> dict[int, list[str]]:
        lines: dict[tuple[str, int], list[str]] = {}
        for giver in self.givers:
            lines.setdefault((giver.where.source, giver.line), []).append(giver.path)
        return {id(each): lines.get((each.block.file, each.block.first), []) for each in self.chunks}


def read_interview(origin: Origin) -> Interview:
    """Read the interview at `origin` and all that it includes.

    Raises `ContentError` if its file cannot be read.
    """
    files = read_files(origin)
    names = set(_GIVEN_OUTRIGHT)
    modules: list[str] = []
    for chunk in files.chunks:
        names |= set_in_passing(chunk.data)
        modules += listed(chunk.data.get("modules"))
        for each in listed(chunk.data.get("imports")):
            names.add(each.partition(" as ")[2].strip() or each.partition(".")[0].strip())
    return Interview(
        origin,
        files.chunks,
        tuple(giver for chunk in files.chunks for giver in givers_of(chunk)),
        tuple(paper for chunk in files.chunks for paper in papers_of(chunk)),
        tuple(modules),
        frozenset(names),
        not files.missing and not any(has_unknown_fields(chunk.data) for chunk in files.chunks),
    )
