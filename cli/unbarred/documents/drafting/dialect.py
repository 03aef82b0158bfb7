"""What Pandoc's Markdown has beyond ours, written in a way that ours reads: no words are lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_LINE = re.compile(r"^\| ?(.*)$")
_LETTERED = re.compile(r"^\s*(?:\((?:[a-z]|[ivx]+|\d+)\)|(?:[a-zA-Z]|[ivxIVX]+|#)[.)])\s+\S")
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
    for has_words, group in groupby(lines, key=lambda line: bool(line.strip())):
        together = list(group)
        # The bars of a table are not those of a line block: it has a rule under its heading.
        if has_words and not any(map(_TABLE_RULE.match, together)):
            yield from _written_line_by_line(together, flush_left, line_break)
        else:
            yield from together


def _written_line_by_line(lines: list[str], flush_left: str, line_break: str) -> Iterator[str]:
    for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        barred = _LINE.match(line)
        if barred:
            yield (line_break if _LINE.match(before) else flush_left) + barred.group(1)
        elif _LETTERED.match(line) and (_LETTERED.match(before) or _LETTERED.match(after)):
            yield (line_break if before else "") + line
        else:
            yield line
