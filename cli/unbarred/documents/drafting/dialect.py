"""What Pandoc's Markdown has beyond ours, written in a way that ours reads: no words are lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_LINE = re.compile(r"^\| ?(.*)$")
_LETTERED = re.compile(r"^\s{0,3}(?:\((?:[a-z]|[ivx]+|\d+)\)|(?:[a-zA-Z]|[ivxIVX]+|#)[.)])\s+\S")
_HEADING = re.compile(r"^(#{1,6}\s.*?)\s*\{[^{}]*\}\s*$", re.MULTILINE)
_NOTE = re.compile(r"^\[\^([^\]]+)\]:[ \t]*", re.MULTILINE)
_NOTED = re.compile(r"\[\^([^\]]+)\]")
_NOTE_WITHIN = re.compile(r"\^\[([^\]]+)\]")


def as_ours(markdown: str, flush_left: str, line_break: str) -> str:
    """Return `markdown` with line blocks, lettered lists, notes and attributes as ours reads them.

    `flush_left` and `line_break` are what stands for docassemble's `[FLUSHLEFT]` and `[BR]`.
    """
    text = _HEADING.sub(r"\1", markdown)
    text = _NOTE_WITHIN.sub(r" (\1)", text)
    text = _NOTED.sub(r"\\[\1\\]", _NOTE.sub(r"\n\\[\1\\] ", text))
    return "\n".join(_lines(text.split("\n"), flush_left, line_break))


def _lines(lines: list[str], flush_left: str, line_break: str) -> Iterator[str]:
    for position, line in enumerate(lines):
        before = lines[position - 1] if position else ""
        after = lines[position + 1] if position + 1 < len(lines) else ""
        barred = _LINE.match(line)
        if barred and not _in_table(lines, position):
            yield (line_break if _LINE.match(before) else flush_left) + barred.group(1)
        elif _LETTERED.match(line) and (_LETTERED.match(before) or _LETTERED.match(after)):
            yield (line_break if before.strip() else "") + line
        else:
            yield line


def _in_table(lines: list[str], position: int) -> bool:
    """Whether the line stands in a table: one of the lines together with it is the rule under a heading."""
    first = last = position
    while first and lines[first - 1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    return any(_TABLE_RULE.match(line) for line in lines[first : last + 1])
