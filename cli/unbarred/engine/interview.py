"""Reads an interview file into docassemble's parsed form, once per process."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unbarred.engine import bounds, context, origins, package, refusals, run_unasked
from unbarred.engine.boot import boot
from unbarred.engine.kept import kept_for_good
from unbarred.engine.origins import Kind, Origin
from unbarred.engine.preloading import preload
from unbarred.engine.reading_errors import reading_failed
from unbarred.errors import UserError, Where

_INDEX = re.compile(r"\[(?:\w*|'[^']*'|\"[^\"]*\")\]")


@dataclass(frozen=True)
class LoadedInterview:
    """A parsed interview; `parsed` is docassemble's own `Interview`."""

    origin: Origin
    parsed: Any

    @property
    def name(self) -> str:
        """What answer sets and manifests call it; it tells nothing of this computer's folders."""
        return self.origin.label

    @property
    def is_ours(self) -> bool:
        """Say whether it is part of unbarred."""
        return self.origin.kind is Kind.OURS

    @property
    def path(self) -> Path:
        """Its file."""
        return self.origin.path

    @property
    def reference(self) -> str:
        """docassemble's own name for it."""
        return self.origin.reference

    @property
    def title(self) -> str:
        """The title its metadata gives, or its name."""
        return str(self.metadata.get("title", self.origin.title))

    @property
    def metadata(self) -> dict[str, Any]:
        """Its `metadata` blocks, merged."""
        return dict(self.parsed.consolidated_metadata)

    @property
    def has_dependencies(self) -> bool:
        """Say whether it has variables that are forgotten when others change."""
        return bool(self.parsed.invalidation_todo)

    def works_out(self, name: str) -> frozenset[str]:
        """Return the names of which blocks of code make the variable `name`, whichever block counts."""
        by_language = self.parsed.questions.get(name, {}).values()
        code = (each for blocks in by_language for each in blocks if each.question_type == "code")
        return frozenset(used for each in code for used in each.names_used)

    def gives(self, name: str) -> bool:
        """Say whether a question or block of the interview, on any road, gives the variable `name`.

        Which item of a list it is about does not matter: `kids[3].age` is given where `kids[i].age`
        is, and `told['age']` where `told[i]` is.
        """
        sought = _INDEX.sub("[]", name)
        own = any(_INDEX.sub("[]", each) == sought for each in self.parsed.questions)
        kinds = self.parsed.generic_questions.values()
        return own or any(sought.endswith(each.removeprefix("x")) for kind in kinds for each in kind)


_loaded: dict[str, LoadedInterview] = {}
_admitted: set[str] = set()


class NotTrusted(UserError):
    """Somebody else's interview was to be read before a person said that she trusts it."""


def admit(origin: Origin) -> None:
    """Let `load` read the interview at `origin` in this process: a person trusts it as it is now."""
    _admitted.add(origin.name)


def load(name: str) -> LoadedInterview:
    """Parse the interview `name`: one of ours, or whatever else `origins.find` knows.

    Raises `UsageError` if there is none of that name, `NotTrusted` for one that is
    not ours and was not admitted, `ContentError` with file and line if it cannot be read.
    """
    if name not in _loaded:
        origin = origins.find(name)
        if origin.kind is not Kind.OURS and origin.name not in _admitted:
            raise NotTrusted(
                "Somebody else wrote this interview, and nobody has said that it is trusted.",
                "If you trust it, give --trust.",
                Where(origin.name),
            )
        with kept_for_good():
            _loaded[name] = _parse(origin)
    return _loaded[name]


def load_file(path: Path) -> LoadedInterview:
    """Parse the interview in the file at `path`, whoever wrote it: an interview is a program.

    It is read anew each time. Raises `ContentError` like `load`.
    """
    return _parse(origins.at(path))


def _parse(origin: Origin) -> LoadedInterview:
    boot()
    from docassemble.base.interview_source import InterviewSourceFile
    from docassemble.base.parse import Interview

    package.offer(origin)
    preload(origin)
    with context.entered(origin.reference):
        try:
            # By its path: docassemble would find the same file, but none with a blank in its name.
            source = InterviewSourceFile(filepath=str(origin.path), path=origin.reference)
            source.update()
            parsed = Interview(source=source)
            bounds.bound(parsed)
            run_unasked.shorten(parsed)
        # A module that the interview imports may even end the program; what nobody foresaw is its fault too.
        except (Exception, SystemExit) as error:
            raise reading_failed(origin.path, error, refusals.take_first()) from error
    return LoadedInterview(origin, parsed)
