"""A block of an interview as its author wrote it: where it stands, and the lines to show of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import CodeType
from typing import Any

import yaml

from unbarred.errors import Excerpt, ExcerptLine, Where

_RULE = re.compile(r"--- *$")
"""The line between two blocks."""

_MOST_LINES = 12
_ABOVE = 5
"""Of a long block this many lines are shown above the one at fault."""

_LONGEST = 110
_PREPARED = "# use jinja"
"""A file that begins so is filled by Jinja before docassemble reads it: its lines are not the file's."""


@dataclass(frozen=True)
class Block:
    """Some lines of an interview file; `first` is the number of the first of them, from 1."""

    file: str
    first: int
    lines: tuple[str, ...]
    is_prepared: bool = False

    @classmethod
    def at(cls, source: Any, line: int) -> Block:
        """Return the block of docassemble's `source` that begins on `line`, or after the rule there."""
        # Our own content is reached through links in a folder of this process.
        file = str(Path(getattr(source, "filepath", None) or source.path).resolve())
        content = str(source.content)
        every = content.splitlines()
        start = min(max(line, 1), len(every) + 1) - 1
        if start < len(every) and _RULE.match(every[start]):
            start += 1
        end = start
        while end < len(every) and not _RULE.match(every[end]):
            end += 1
        while start < end and not every[start].strip():
            start += 1
        while end > start and not every[end - 1].strip():
            end -= 1
        return cls(file, start + 1, tuple(every[start:end]), content.startswith(_PREPARED))

    @classmethod
    def whole(cls, file: Path) -> Block:
        """Return all of the text in `file`, or nothing where it cannot be read."""
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            lines = []
        return cls(str(file), 1, tuple(lines))

    @property
    def last(self) -> int:
        """The number of its last line."""
        return self.first + len(self.lines) - 1

    def where(self, line: int | None = None) -> Where:
        """Return the place of `line`, or of the block."""
        found = line if line is not None and self.first <= line <= self.last else self.first
        return Where(self.file, self._number(found))

    def excerpt(self, line: int | None = None) -> Excerpt | None:
        """Return the block to show, cut around `line`, which is marked; None if the block is empty."""
        if not self.lines:
            return None
        at_fault = line if line is not None and self.first <= line <= self.last else None
        shown = self._shown(at_fault)
        return Excerpt(
            tuple(
                ExcerptLine(
                    self._number(number), _printable(self.lines[number - self.first]), number == at_fault
                )
                for number in shown
            )
        )

    def line_of_text(self, text: str) -> int | None:
        """Return the only line that holds `text`, or None if none or several do."""
        found = [number for number, line in enumerate(self.lines, self.first) if text.strip() in line]
        return found[0] if len(found) == 1 and text.strip() else None

    def values(self, key: str) -> list[str]:
        """Return the texts that stand under `key`, at any depth."""
        return [node.value for name, node in self._scalars if name == key]

    def line_of_key(self, key: str, line: int) -> int | None:
        """Return where `line`, from 1, of the only text under `key` stands; None if that cannot be told."""
        return self._line_in([node for name, node in self._scalars if name == key], line)

    def line_of_value(self, value: str, line: int) -> int | None:
        """Return where `line`, from 1, of the text that reads `value` stands; None if that cannot be told."""
        nodes = [node for _, node in self._scalars if node.value.strip() == value.strip()]
        if len(nodes) != 1:
            return None
        # docassemble puts empty lines above some texts.
        return self._line_in(nodes, line - _empty_above(value) + _empty_above(nodes[0].value))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys at the top of the block, in small letters; none if it is not YAML."""
        node = self._composed
        if not isinstance(node, yaml.MappingNode):
            return ()
        return tuple(str(key.value).lower() for key, _ in node.value)

    def line_of_code(self, code: CodeType, name: str) -> int | None:
        """Return where the text stands that docassemble compiled to `code` and called `name`."""
        for _, node in self._scalars:
            try:
                if compile(node.value, name, "exec", dont_inherit=True) == code:
                    return self._line_in([node], 1)
            except (SyntaxError, ValueError):
                continue
        return None

    def line_of_top_key(self, key: str) -> int | None:
        """Return the line of a key at the top of the block."""
        nodes = self._composed.value if isinstance(self._composed, yaml.MappingNode) else ()
        marks = [each.start_mark for each, _ in nodes if str(each.value).lower() == key]
        return self.first + marks[0].line if marks else None

    def _number(self, line: int) -> int | None:
        if not self.is_prepared:
            return line
        return _only_line(Path(self.file), self.lines[line - self.first]) if self.lines else None

    def _shown(self, at_fault: int | None) -> list[int]:
        every = range(self.first, self.last + 1)
        if len(every) <= _MOST_LINES:
            return list(every)
        start = max(self.first, (at_fault or self.first) - _ABOVE)
        start = min(start, self.last - _MOST_LINES + 1)
        around = list(range(start, start + _MOST_LINES))
        # The first line says which block it is.
        return around if start == self.first else [self.first, *around[1:]]

    def _line_in(self, nodes: list[yaml.ScalarNode], line: int) -> int | None:
        if len(nodes) != 1:
            return None
        [node] = nodes
        start = self.first + node.start_mark.line
        if node.style == "|":
            return start + line
        # The lines of folded text are not those of the file.
        is_one_line = node.start_mark.line == node.end_mark.line
        return start if is_one_line or not node.style else None

    @cached_property
    def _scalars(self) -> list[tuple[str, yaml.ScalarNode]]:
        return list(_scalars(self._composed, ""))

    @cached_property
    def _composed(self) -> yaml.Node | None:
        text = "\n".join(self.lines).replace("\t", "  ")
        try:
            return yaml.compose(text, Loader=yaml.SafeLoader)
        # The quick reader, in C, would end the whole program on what is nested too deep.
        except (yaml.YAMLError, RecursionError):
            return None


def every_block(source: Any) -> Iterator[Block]:
    """Yield each block of docassemble's `source`, in order."""
    line, last = 1, str(source.content).count("\n") + 1
    while line <= last:
        block = Block.at(source, line)
        yield block
        line = max(block.last, line) + 1


def _scalars(node: yaml.Node | None, key: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Yield each text of a block with the key it stands under; an alias is not followed twice."""
    waiting = [(key, node)]
    seen: set[int] = set()
    while waiting:
        name, here = waiting.pop()
        if here is None or id(here) in seen:
            continue
        seen.add(id(here))
        if isinstance(here, yaml.ScalarNode):
            yield name, here
        elif isinstance(here, yaml.SequenceNode):
            waiting += [(name, each) for each in here.value]
        elif isinstance(here, yaml.MappingNode):
            waiting += [(str(each.value).lower(), value) for each, value in here.value]


def _empty_above(text: str) -> int:
    return len(text) - len(text.lstrip("\n"))


def _only_line(file: Path, text: str) -> int | None:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    return lines.index(text) + 1 if lines.count(text) == 1 else None


def _printable(text: str) -> str:
    """Return `text` without what a terminal would obey instead of showing, cut if it is very long."""
    shown = "".join(c if c.isprintable() else " " for c in text.expandtabs(2)).rstrip()
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
