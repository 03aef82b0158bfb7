"""Finds the tags of a template that is written in Markdown, through all its parts, with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from unbarred.check.templates.finding import Place, TemplateFinding
from unbarred.check.templates.statements import Written
from unbarred.documents.composing.source import DEEPEST
from unbarred.errors import nearest

_OPENING = re.compile(r"\{\{|\{%|\{#")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_STRAY = re.compile(r"\}\}|%\}|#\}")
_INCLUDE = re.compile(r"\{%\s*include\s+[\"']([^\"']+)[\"']\s*%\}$")


@dataclass
class Markdown:
    """The tags of one text with all it includes, the parts it uses, and what is wrong."""

    tags: list[Written]
    parts: set[Path]
    faults: list[TemplateFinding]


def read_markdown(path: Path, folders: Sequence[Path], named: Path) -> Markdown:
    """Read the template or part at `path`; parts are looked for in `folders`, in order.

    `named` is the folder from which messages name files. Never raises for what a file holds.
    """
    found = Markdown([], set(), [])
    reader = _Reader(folders, named, found)
    found.tags += reader.read(path, ())
    return found


class _Reader:
    def __init__(self, folders: Sequence[Path], named: Path, found: Markdown) -> None:
        self._folders = folders
        self._named = named
        self._found = found

    def read(self, path: Path, above: tuple[Path, ...]) -> Iterator[Written]:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            message = "This file cannot be read as UTF-8 text."
            self._add(Place(shown(path, self._named)).finding("damaged", message, "Save it as UTF-8."))
            return
        for source, place in self._tags(path, text):
            included = _INCLUDE.match(source)
            if included is None:
                yield Written(source, place)
            elif (part := self._part(included.group(1), place)) is not None:
                self._found.parts.add(part)
                if len(above) >= DEEPEST or part in (*above, path):
                    message = "Its parts include one another round and round, or too deep."
                    self._add(place.finding("missing part", message, "Take an include out."))
                else:
                    yield from self.read(part, (*above, path))

    def _tags(self, path: Path, text: str) -> Iterator[tuple[str, Place]]:
        position = 0
        while opening := _OPENING.search(text, position):
            self._strays(path, text, position, opening.start())
            start = opening.start()
            end = text.find(_CLOSING[opening.group()], start)
            again = _OPENING.search(text, start + 2)
            place = self._place(path, text, start)
            if end < 0 or (again is not None and again.start() < end):
                words = text[start:].partition("\n")[0][:40].strip()
                message = f"The tag “{words}” is opened with {opening.group()} and never closed."
                mend = f"Put {_CLOSING[opening.group()]} at its end."
                self._add(place.finding("broken tag", message, mend))
                position = start + 2
                continue
            position = end + 2
            yield text[start:position], place
        self._strays(path, text, position, len(text))

    def _strays(self, path: Path, text: str, start: int, end: int) -> None:
        for stray in _STRAY.finditer(text, start, end):
            message = f"A tag is closed with {stray.group()} and not opened."
            place = self._place(path, text, stray.start())
            before = self._found.faults[-1] if self._found.faults else None
            if (
                before is None
                or before.kind != "broken tag"
                or (before.file, before.line) != (place.file, place.line)
            ):
                self._add(place.finding("broken tag", message, "Put its beginning there, or take it out."))

    def _part(self, name: str, place: Place) -> Path | None:
        for folder in self._folders:
            if (folder / name).is_file():
                return folder / name
        known = [each.name for folder in self._folders for each in folder.glob("*.md")]
        mend = nearest(name, sorted(set(known)), 1) or "Correct the name."
        self._add(place.finding("missing part", f"It includes the part {name}, which is not there.", mend))
        return None

    def _place(self, path: Path, text: str, at: int) -> Place:
        line = text.count("\n", 0, at) + 1
        column = at - (text.rfind("\n", 0, at) + 1) + 1
        return Place(shown(path, self._named), line, column)

    def _add(self, finding: TemplateFinding) -> None:
        self._found.faults.append(finding)


def shown(path: Path, named: Path) -> str:
    """Return a file as messages name it: from the folder `named`, or as it is elsewhere."""
    return path.relative_to(named).as_posix() if path.is_relative_to(named) else str(path)
