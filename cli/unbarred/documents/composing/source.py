"""Reads a template's Markdown: its settings, the parts it includes, its text.

Jinja's tags pass through Markdown untouched. What is written here beyond
CommonMark and its tables:

    ---                                  settings at the top: title, header, footer, paper, numbering,
                                         placed, spacing
    {% include "signature.md" %}         a shared part, put in while composing; also amid a line
    {% if children %}                    alone on its line: governs the blocks (or rows) after it
    ---                                  further down: a new page
    - [ ] sign page 3                    a box to tick
    *From: …*                            where a thing stands that was said, in smaller letters
    |:---|---:|                          a table's columns: relative widths, and the side each keeps to

Blocks between lines of ``` with their kind behind the first. A statement alone
on its line governs lines of a block too. In a line ` | ` is a tab, `[page]`
and `[pages]` are the numbers of this page and of all:

    address       lines that stand close
    regarding     `Re: | what it is about`; further lines begin with ` | `
    caption       the head of a paper for a court or board: lines over both columns, a line of ---,
                  the left column, another line of ---, the right one
    facts         `label | answer`
    notice        in a box
    subtitle      under the title
    signature     a rule to sign over; `Signature | Date` draws two
    ruled         a label and a rule behind it to write on: `State of`
    display       very large: “Exhibit A”; amid the line, and with `placed: middle` of the page
    centred       large, amid the line
    contents      `title | page number` with dots between; a line that begins with spaces is a level deeper

`shared/README.md` beside the parts lists them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from unbarred.documents.composing.style import PAPER
from unbarred.documents.composing.typography import bind_tag
from unbarred.errors import ContentError, Where

if TYPE_CHECKING:
    from collections.abc import Sequence

_SETTINGS = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_INCLUDE = re.compile(r"\{%\s*include\s+[\"']([^\"']+)[\"']\s*%\}")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
# Private characters around a tag's number: Markdown takes them for letters.
_PLACE = re.compile("\ue000(\\d+)\ue001")
_CONTROL_LINE = re.compile("^[ \t]*((?:\ue000\\d+\ue001[ \t]*)+)$", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```[ \t]*$", re.MULTILINE | re.DOTALL)
DEEPEST = 5


@dataclass(frozen=True)
class Settings:
    """What the top of a template says about the whole of it."""

    title: str
    header: str = ""
    """The part at the head of each page; none if empty."""
    footer: str = "running-footer.md"
    paper: str = ""
    """The one paper it is for; every paper if empty."""
    numbering: str = "by section"
    """`by section`, or `throughout` where paragraphs of a petition are counted to its end."""
    placed: str = "top"
    """`top`, or `middle` for a sheet whose words stand in the middle of the page."""
    spacing: str = "usual"
    """`usual`, or `close` for a letter or form that is better on fewer pages."""


@dataclass(frozen=True)
class Source:
    """A template's settings, its Markdown with numbered places for tags, and those tags."""

    path: Path
    settings: Settings
    markdown: str
    tags: tuple[str, ...]
    parts: frozenset[Path] = frozenset()
    """The shared parts that are in it."""

    def restore(self, words: str) -> str:
        """Return `words` with the tags in their places."""
        return _PLACE.sub(lambda place: bind_tag(self.tags[int(place.group(1))]), words)

    def control(self, words: str) -> str | None:
        """Return the statements that `words` consist of, or None if they are anything else."""
        tags = [self.tags[int(number)] for number in _PLACE.findall(words)]
        only = not _PLACE.sub("", words).strip()
        return "".join(tags) if tags and only and all(tag.startswith("{%") for tag in tags) else None

    def fault(self, message: str) -> ContentError:
        """Return the error that says what cannot be composed."""
        return ContentError(message, where=Where(str(self.path)))


def read_source(path: Path, part_folders: Sequence[Path]) -> Source:
    """Read the template at `path`; its parts are looked for in `part_folders`, in order.

    Raises `ContentError` for settings that do not exist and parts that are not there.
    """
    text = path.read_text(encoding="utf-8")
    settings = _settings_in(path, text)
    whole = _Whole(path, part_folders)
    return _protect(path, settings, whole.of(_SETTINGS.sub("", text, count=1)), whole.parts)


def read_running(source: Source, name: str, part_folders: Sequence[Path]) -> Source:
    """Read the part `name` that stands at the head or foot of each page of `source`."""
    whole = _Whole(source.path, part_folders)
    text = whole.of(whole.part(name)).replace("[title]", source.settings.title)
    return _protect(whole.find(name), source.settings, text, whole.parts)


def read_settings(path: Path) -> Settings:
    """Read what the top of the template at `path` says; raise `ContentError` for what does not exist."""
    return _settings_in(path, path.read_text(encoding="utf-8"))


def _settings_in(path: Path, text: str) -> Settings:
    import yaml

    head = _SETTINGS.match(text)
    written = yaml.safe_load(head.group(1)) if head else None
    known = Settings.__dataclass_fields__
    if not isinstance(written, dict) or "title" not in written or not written.keys() <= known.keys():
        message = f"A template begins with its settings between lines of ---: {', '.join(known)}."
        raise ContentError(message, where=Where(str(path), 1))
    settings = Settings(**{key: str(value) for key, value in written.items()})
    if settings.paper and settings.paper not in PAPER:
        message = f"There is no paper called {settings.paper}; there are {', '.join(PAPER)}."
        raise ContentError(message, where=Where(str(path)))
    if settings.numbering not in ("by section", "throughout"):
        raise ContentError("The numbering is by section or throughout.", where=Where(str(path)))
    if settings.placed not in ("top", "middle"):
        raise ContentError("The words are placed at the top or in the middle.", where=Where(str(path)))
    if settings.spacing not in ("usual", "close"):
        raise ContentError("The spacing is usual or close.", where=Where(str(path)))
    return settings


class _Whole:
    """Puts parts into the text of one template, and notes which."""

    def __init__(self, path: Path, part_folders: Sequence[Path]) -> None:
        self._path = path
        self._folders = part_folders
        self._parts: set[Path] = set()

    @property
    def parts(self) -> frozenset[Path]:
        """The parts put in so far."""
        return frozenset(self._parts)

    def of(self, text: str) -> str:
        """Return `text` with what it includes."""
        for _ in range(DEEPEST):
            if not _INCLUDE.search(text):
                return text
            text = _INCLUDE.sub(lambda name: self.part(name.group(1)), text)
        message = f"Its parts include one another more than {DEEPEST} deep."
        raise ContentError(message, where=Where(str(self._path)))

    def part(self, name: str) -> str:
        """Return the text of the part `name`."""
        path = self.find(name)
        self._parts.add(path)
        return path.read_text(encoding="utf-8").rstrip("\n")

    def find(self, name: str) -> Path:
        """Return where the part `name` is."""
        for folder in self._folders:
            if (folder / name).is_file():
                return folder / name
        message = f"It includes the part {name}, which is not there."
        raise ContentError(message, where=Where(str(self._path)))


def _protect(path: Path, settings: Settings, text: str, parts: frozenset[Path]) -> Source:
    tags: list[str] = []

    def place(tag: re.Match[str]) -> str:
        tags.append(tag.group())
        return f"\ue000{len(tags) - 1}\ue001"

    markdown = _TAG.sub(place, text)
    source = Source(path, settings, markdown, tuple(tags), parts)
    # A statement alone on its line is a block of its own, not a part of the text around it.
    pieces, position = [], 0
    for fence in _FENCE.finditer(markdown):
        pieces += [_set_apart(source, markdown[position : fence.start()]), fence.group()]
        position = fence.end()
    pieces.append(_set_apart(source, markdown[position:]))
    return replace(source, markdown="".join(pieces))


def _set_apart(source: Source, markdown: str) -> str:
    def block(line: re.Match[str]) -> str:
        return f"\n{line.group(1)}\n" if source.control(line.group(1)) else line.group()

    return _CONTROL_LINE.sub(block, markdown)
