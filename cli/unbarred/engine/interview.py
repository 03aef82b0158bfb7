"""Reads an interview file into docassemble's parsed form, once per process."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unbarred import content
from unbarred.engine import context, package
from unbarred.engine.boot import boot
from unbarred.errors import ContentError, Where

_INDEX = re.compile(r"\[(?:\w*|'[^']*'|\"[^\"]*\")\]")


@dataclass(frozen=True)
class LoadedInterview:
    """A parsed interview; `parsed` is docassemble's own `Interview`."""

    name: str
    path: Path
    reference: str
    """docassemble's own name for it."""
    parsed: Any

    @property
    def title(self) -> str:
        """The title its metadata gives, or its name."""
        return str(self.metadata.get("title", self.name))

    @property
    def metadata(self) -> dict[str, Any]:
        """Its `metadata` blocks, merged."""
        return dict(self.parsed.consolidated_metadata)

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


def load(name: str) -> LoadedInterview:
    """Parse the interview `name`.

    Raises `UsageError` if there is none of that name, `ContentError` with file
    and line if it cannot be read.
    """
    if name not in _loaded:
        _loaded[name] = _parse(name, content.interview_path(name), package.reference(name))
    return _loaded[name]


def load_file(path: Path) -> LoadedInterview:
    """Parse the interview in the file at `path`, whoever wrote it: an interview is a program.

    Raises `ContentError` like `load`.
    """
    return _parse(path.stem, path, str(path))


def _parse(name: str, path: Path, reference: str) -> LoadedInterview:
    boot()
    from docassemble.base.error import DAError, DAException
    from docassemble.base.interview_source import interview_source_from_string
    from docassemble.base.parse import Interview

    with context.entered(reference):
        try:
            source = interview_source_from_string(reference)
            parsed = Interview(source=source)
        except (DAError, DAException, SyntaxError) as error:
            raise _content_error(path, error) from error
    return LoadedInterview(name, path, reference, parsed)


def _content_error(path: Path, error: Exception) -> ContentError:
    text = str(error)
    line = re.search(r"line (\d+)", text)
    first = text.strip().splitlines()[0] if text.strip() else type(error).__name__
    return ContentError(
        f"This interview cannot be read: {first}",
        "Mend the file and start again; nothing that was answered is lost.",
        Where(str(path), int(line.group(1)) if line else None),
    )
